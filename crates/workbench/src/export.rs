//! The rule in a format to export.

use crate::draft::Draft;
use crate::refused::refused;
use rulepad_document::Lang;
use rulepad_export::{Family, Format, Rendered, Subject};
use rulepad_pattern::{self as pattern, Dialect};
use serde::{Deserialize, Serialize};

/// One exported file, with everything to know about it in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// The name to save it under.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its text.
    pub text: String,
    /// What AWS refuses of the rule and its targets, a sentence each: the file fails where it is used.
    #[serde(default)]
    pub refused: Vec<String>,
    /// What of the rule the format cannot carry, a sentence each.
    pub losses: Vec<String>,
    /// What is still to do by hand, a sentence each.
    pub notes: Vec<String>,
}

impl Exported {
    /// The file with what AWS refuses of the rule and its targets.
    pub(crate) fn new(file: Rendered<String, String>, refused: Vec<String>) -> Self {
        let Rendered { file_name, media_type, text, losses, notes } = file;
        Self { file_name, media_type: media_type.to_owned(), text, refused, losses, notes }
    }
}

/// What an export gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Export {
    /// A file.
    Ready(Exported),
    /// Nothing yet, and why, in a sentence.
    NotYet(String),
}

/// Why there is no export yet.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NotYet {
    /// The rule has neither a pattern nor a schedule.
    NoPattern,
    /// The rule has a schedule alone, and the file would be about the pattern.
    ScheduleAlone,
    /// AWS refuses the pattern, with this many errors.
    Refused { pattern: PatternUse, errors: usize },
}

/// What a service calls the pattern.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PatternUse {
    /// A rule's.
    EventPattern,
    /// That of a pipe or an event source mapping.
    FilterPattern,
    /// That of a subscription.
    FilterPolicy,
}

impl PatternUse {
    fn of(format: Format, dialect: Dialect) -> Self {
        match (format.family(), dialect) {
            (Family::Filters, Dialect::Pipes | Dialect::EventSourceMapping) => Self::FilterPattern,
            (Family::Filters, Dialect::SnsAttributes | Dialect::SnsBody) => Self::FilterPolicy,
            _ => Self::EventPattern,
        }
    }
}

fn not_yet(why: NotYet, lang: Lang) -> Export {
    Export::NotYet(words!(lang, draft::not_yet(why)))
}

/// Writes the draft's rule in a format. A pattern that AWS refuses is not exported: the file would fail
/// at its first use. What it refuses of the rule and its targets is listed beside the file.
#[must_use]
pub fn export(draft: &Draft, to: Format, lang: Lang) -> Export {
    let is_about_pattern = to.is_pattern_alone();
    let is_blank = draft.pattern.trim().is_empty();
    let has_schedule = !draft.rule.schedule.trim().is_empty();
    // A filter is written as the service of its dialect reads it.
    let dialect = if to.family() == Family::Filters { draft.dialect } else { Dialect::Rule };
    let parsed = pattern::parse_in(&draft.pattern, dialect);
    let pattern = match (parsed.valid(), &parsed.json) {
        _ if is_blank && !has_schedule => {
            return not_yet(NotYet::NoPattern, lang);
        }
        _ if is_blank && is_about_pattern => {
            return not_yet(NotYet::ScheduleAlone, lang);
        }
        _ if is_blank => None,
        (Some(_), Some(pattern)) => Some(pattern),
        _ => {
            let errors = parsed.diagnostics.iter().filter(|found| found.is_error()).count();
            return not_yet(NotYet::Refused { pattern: PatternUse::of(to, dialect), errors }, lang);
        }
    };
    let subject = Subject {
        rule: &draft.rule,
        pattern,
        dialect: draft.dialect,
        targets: &draft.targets,
        event: &draft.event,
        references: &draft.references,
    };
    let written = rulepad_write_back::write(to, &subject, draft.origin.as_ref());
    let refused = refused(draft, to, written.creates_roles, lang);
    Export::Ready(Exported::new(written.file.worded(lang), refused))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::NEITHER;
    use rulepad_rule::Target;
    use rulepad_transformer::Input;

    fn sentence(draft: &Draft, to: Format) -> String {
        match export(draft, to, Lang::En) {
            Export::NotYet(sentence) => sentence,
            Export::Ready(file) => panic!("{}", file.text),
        }
    }

    #[test]
    fn a_rule_needs_a_pattern_or_a_schedule() {
        let mut draft = Draft::default();
        draft.rule.name = "nightly".into();
        assert!(sentence(&draft, Format::Terraform).ends_with(NEITHER));
        draft.pattern = "{\"source\": \"a\", \"b\": 1}".into();
        assert_eq!(
            sentence(&draft, Format::Terraform),
            "AWS refuses the event pattern: fix 2 errors to export the rule."
        );
        for (dialect, format, expected) in [
            (
                Dialect::Pipes,
                Format::PipesFilter,
                "AWS refuses the filter pattern: fix 2 errors to export the filter.",
            ),
            (
                Dialect::EventSourceMapping,
                Format::LambdaFilter,
                "AWS refuses the filter pattern: fix 2 errors to export the filter.",
            ),
            (
                Dialect::SnsBody,
                Format::SnsFilter,
                "AWS refuses the filter policy: fix 2 errors to export the filter.",
            ),
        ] {
            draft.dialect = dialect;
            assert_eq!(sentence(&draft, format), expected);
        }
        draft.dialect = Dialect::Rule;
        draft.pattern = " ".into();
        draft.rule.schedule = "rate(1 day)".into();
        for format in Format::ALL {
            if format.is_pattern_alone() {
                assert!(sentence(&draft, format).contains("a schedule and no event pattern"), "{format:?}");
                continue;
            }
            let Export::Ready(file) = export(&draft, format, Lang::En) else { panic!("{format:?}") };
            assert!(file.text.contains("rate(1 day)"), "{format:?}: {}", file.text);
            assert!(!file.text.to_lowercase().contains("pattern"), "{format:?}: {}", file.text);
            assert_eq!((file.losses, file.refused), (vec![], vec![]), "{format:?}");
        }
    }

    #[test]
    fn a_role_that_the_file_creates_is_not_missing() {
        for (bus, arn) in [
            ("orders", "arn:aws:kinesis:us-east-1:123456789012:stream/s"),
            ("default", "arn:aws:states:us-east-1:123456789012:stateMachine:s"),
            (
                "orders",
                "arn:aws:events:us-east-1:123456789012:api-destination/d/11111111-2222-3333-4444-555555555555",
            ),
            ("default", "arn:aws:ecs:us-east-1:123456789012:cluster/c"),
        ] {
            let mut draft = Draft { pattern: "{\"source\": [\"a\"]}".into(), ..Draft::default() };
            (draft.rule.name, draft.rule.event_bus) = ("r".into(), bus.into());
            let parameters =
                r#"{"TaskDefinitionArn": "arn:aws:ecs:us-east-1:123456789012:task-definition/t:1"}"#;
            let parameters = if arn.contains(":ecs:") { parameters.to_owned() } else { String::new() };
            let input = Input::Constant("{}".to_owned());
            draft.targets =
                vec![Target { id: "t".into(), arn: arn.into(), parameters, input, ..Target::default() }];
            for format in Format::ALL {
                let Export::Ready(file) = export(&draft, format, Lang::En) else { panic!("{format:?}") };
                let about_roles: Vec<_> =
                    file.refused.iter().filter(|sentence| sentence.contains("role")).collect();
                let expected = usize::from(format == Format::RuleJson);
                assert_eq!(
                    (file.refused.len(), about_roles.len()),
                    (expected, expected),
                    "{format:?}: {:?}",
                    file.refused
                );
                let has_targets = format.family() != Family::Filters
                    && !matches!(format, Format::RuleJson | Format::TestEventPattern);
                // SAM creates the role of an event of a state machine itself.
                let is_created = ["sts:AssumeRole", "AWS::Serverless::StateMachine"]
                    .iter()
                    .any(|own| file.text.contains(own));
                assert!(!has_targets || is_created, "{format:?}: {}", file.text);
            }
        }
    }

    #[test]
    fn a_role_is_missing_in_a_template_that_is_written_back() {
        let template = r#"{"Resources": {"Rule": {"Type": "AWS::Events::Rule", "Properties": {
            "EventPattern": {"source": ["a"]},
            "Targets": [{"Id": "s", "Arn": "arn:aws:kinesis:us-east-1:123456789012:stream/s"}]}}}}"#;
        let draft = crate::import(template, Lang::En).rules[0].onto(&Draft::default());
        let refused = |format| match export(&draft, format, Lang::En) {
            Export::Ready(file) => file.refused.len(),
            Export::NotYet(sentence) => panic!("{sentence}"),
        };
        assert_eq!(refused(Format::CloudFormationJson), 1, "nothing is added to the template");
        assert_eq!(refused(Format::Terraform), 0);
    }
}
