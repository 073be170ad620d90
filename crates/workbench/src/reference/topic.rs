//! The files of readable cases, and their order.

use crate::suite::Blocks;
use rulepad_document::Lang;

/// What a topic is about; a folder in `tests/suite`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The language of event patterns.
    Pattern,
    /// Events, and how they are found in what is pasted.
    Event,
    /// Input options of targets.
    Transformer,
    /// Targets: what each kind receives.
    Target,
    /// Subscribers of custom event buses.
    Subscriber,
}

impl Group {
    /// All of them in the order of the list.
    pub const ALL: [Self; 5] =
        [Self::Pattern, Self::Event, Self::Transformer, Self::Target, Self::Subscriber];

    /// The name of its folder.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Pattern => "pattern",
            Self::Event => "event",
            Self::Transformer => "transformer",
            Self::Target => "target",
            Self::Subscriber => "subscriber",
        }
    }

    /// What its cases are about.
    #[must_use]
    pub fn blocks(self) -> Blocks {
        match self {
            Self::Pattern | Self::Event | Self::Transformer | Self::Target => Blocks::Rule,
            Self::Subscriber => Blocks::Subscriber,
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::reference::group(self),
            Lang::Ko(_) => crate::words_ko::reference::group(self),
        }
    }
}

/// A file of readable cases: `tests/suite/<folder>/<name>.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What it is about.
    pub group: Group,
    /// The name of the file, without its ending.
    pub name: &'static str,
}

impl Topic {
    /// The path of the file in `tests/suite`.
    #[must_use]
    pub fn path(self) -> String {
        format!("{}/{}.md", self.group.folder(), self.name)
    }

    /// The file name of its page on the site of the reference.
    #[must_use]
    pub fn page(self) -> String {
        format!("{}-{}.html", self.group.folder(), self.name)
    }
}

/// All topics: operators first, then how patterns are read, then what goes wrong; subscribers from the filters to the
/// targets; the other groups by title.
pub const TOPICS: [Topic; 83] = [
    Topic { group: Group::Pattern, name: "exact" },
    Topic { group: Group::Pattern, name: "prefix" },
    Topic { group: Group::Pattern, name: "suffix" },
    Topic { group: Group::Pattern, name: "equals-ignore-case" },
    Topic { group: Group::Pattern, name: "wildcard" },
    Topic { group: Group::Pattern, name: "anything-but" },
    Topic { group: Group::Pattern, name: "numeric" },
    Topic { group: Group::Pattern, name: "cidr" },
    Topic { group: Group::Pattern, name: "exists" },
    Topic { group: Group::Pattern, name: "exactly" },
    Topic { group: Group::Pattern, name: "or" },
    Topic { group: Group::Pattern, name: "arrays" },
    Topic { group: Group::Pattern, name: "null-and-empty" },
    Topic { group: Group::Pattern, name: "numbers" },
    Topic { group: Group::Pattern, name: "addresses" },
    Topic { group: Group::Pattern, name: "names" },
    Topic { group: Group::Pattern, name: "why" },
    Topic { group: Group::Pattern, name: "near-miss" },
    Topic { group: Group::Pattern, name: "mistakes" },
    Topic { group: Group::Pattern, name: "json" },
    Topic { group: Group::Pattern, name: "notation" },
    Topic { group: Group::Pattern, name: "lint" },
    Topic { group: Group::Pattern, name: "complexity" },
    Topic { group: Group::Pattern, name: "limits" },
    Topic { group: Group::Pattern, name: "dialects" },
    Topic { group: Group::Pattern, name: "caveats" },
    Topic { group: Group::Event, name: "cloudtrail" },
    Topic { group: Group::Event, name: "logs" },
    Topic { group: Group::Event, name: "messages" },
    Topic { group: Group::Event, name: "put-events" },
    Topic { group: Group::Event, name: "streams" },
    Topic { group: Group::Event, name: "records" },
    Topic { group: Group::Event, name: "requests" },
    Topic { group: Group::Event, name: "s3-notification" },
    Topic { group: Group::Event, name: "lists" },
    Topic { group: Group::Event, name: "envelope" },
    Topic { group: Group::Event, name: "texts" },
    Topic { group: Group::Transformer, name: "constant" },
    Topic { group: Group::Transformer, name: "options" },
    Topic { group: Group::Transformer, name: "input-path" },
    Topic { group: Group::Transformer, name: "paths" },
    Topic { group: Group::Transformer, name: "json-template" },
    Topic { group: Group::Transformer, name: "matched-event" },
    Topic { group: Group::Transformer, name: "refusals" },
    Topic { group: Group::Transformer, name: "reserved" },
    Topic { group: Group::Transformer, name: "substitution" },
    Topic { group: Group::Transformer, name: "text-template" },
    Topic { group: Group::Target, name: "batch-parameters" },
    Topic { group: Group::Target, name: "ecs-parameters" },
    Topic { group: Group::Target, name: "http-parameters" },
    Topic { group: Group::Target, name: "stream-and-queue-parameters" },
    Topic { group: Group::Target, name: "redshift-parameters" },
    Topic { group: Group::Target, name: "builds" },
    Topic { group: Group::Target, name: "settings" },
    Topic { group: Group::Target, name: "containers" },
    Topic { group: Group::Target, name: "messages" },
    Topic { group: Group::Target, name: "requests" },
    Topic { group: Group::Target, name: "other-parameters" },
    Topic { group: Group::Target, name: "data" },
    Topic { group: Group::Target, name: "streams" },
    Topic { group: Group::Target, name: "systems" },
    Topic { group: Group::Target, name: "common" },
    Topic { group: Group::Target, name: "stand-ins" },
    Topic { group: Group::Target, name: "payload-shapes" },
    Topic { group: Group::Subscriber, name: "data" },
    Topic { group: Group::Subscriber, name: "metadata" },
    Topic { group: Group::Subscriber, name: "system-metadata" },
    Topic { group: Group::Subscriber, name: "traps" },
    Topic { group: Group::Subscriber, name: "events" },
    Topic { group: Group::Subscriber, name: "event-sources" },
    Topic { group: Group::Subscriber, name: "requests" },
    Topic { group: Group::Subscriber, name: "target" },
    Topic { group: Group::Subscriber, name: "transformer" },
    Topic { group: Group::Subscriber, name: "jsonata" },
    Topic { group: Group::Subscriber, name: "sqs" },
    Topic { group: Group::Subscriber, name: "sns" },
    Topic { group: Group::Subscriber, name: "lambda" },
    Topic { group: Group::Subscriber, name: "kinesis" },
    Topic { group: Group::Subscriber, name: "step-functions" },
    Topic { group: Group::Subscriber, name: "http" },
    Topic { group: Group::Subscriber, name: "event-bus" },
    Topic { group: Group::Subscriber, name: "msk" },
    Topic { group: Group::Subscriber, name: "universal" },
];

#[cfg(test)]
mod tests {
    use super::{Group, TOPICS};
    use crate::suite;
    use std::path::Path;

    #[test]
    fn every_file_is_listed_once_in_its_group_and_has_title_synopsis_and_cases() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite");
        for group in Group::ALL {
            let mut found: Vec<String> = std::fs::read_dir(folder.join(group.folder()))
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            found.sort();
            let of_group = TOPICS.iter().filter(|topic| topic.group == group);
            let mut listed: Vec<String> = of_group.map(|topic| format!("{}.md", topic.name)).collect();
            listed.sort();
            assert_eq!(listed, found);
        }
        for topic in TOPICS {
            let suite = suite::parse(&std::fs::read_to_string(folder.join(topic.path())).unwrap());
            assert!(!suite.title.is_empty() && !suite.synopsis().is_empty(), "{topic:?}");
            assert!(!suite.cases.is_empty(), "{topic:?}");
        }
        let places: Vec<usize> = TOPICS
            .iter()
            .map(|topic| Group::ALL.iter().position(|group| *group == topic.group).unwrap())
            .collect();
        assert!(places.is_sorted(), "a group is one stretch of the list");
    }
}
