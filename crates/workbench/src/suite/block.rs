//! What the blocks of a case are, by their tags.

use crate::words_en::suite as words;
use crate::words_ko::suite as words_ko;
use rulepad_document::Lang;

/// What the cases of a file are about, which decides what the tags of their blocks mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocks {
    /// Rules, their events and their targets.
    Rule,
    /// Subscribers of custom event buses.
    Subscriber,
}

/// The blocks that are the draft, in the order in which they are shown.
const GIVEN: [&str; 10] = [
    "dialect",
    "pattern",
    "event",
    "pasted",
    "input-path",
    "input",
    "input-paths-map",
    "input-template",
    "target",
    "parameters",
];

/// The blocks that are a subscriber and its event.
const GIVEN_OF_SUBSCRIBER: [&str; 8] =
    ["data", "metadata", "system-metadata", "subscriber", "request", "event-source", "event", "published"];

/// The blocks whose text is sentences.
const PROSE: [&str; 11] =
    ["message", "help", "korean", "why", "near", "words", "notes", "summary", "form", "said", "titles"];

/// The blocks about subscribers whose text is sentences.
const PROSE_OF_SUBSCRIBER: [&str; 12] = [
    "message",
    "help",
    "korean",
    "why",
    "near",
    "notes",
    "said",
    "headline",
    "scopes",
    "settings",
    "target",
    "not-verified",
];

/// The block of what is worded in Korean.
pub(super) const KOREAN: &str = "korean";

/// The blocks in English that say what the Korean one does.
pub(super) const ENGLISH: [&str; 2] = ["message", "help"];

/// The blocks whose sentences are AWS's.
const OF_AWS: [&str; 4] = ["aws", "put-targets", "refused", "errors"];

/// Whether a block is part of the draft; any other is expected of it.
#[must_use]
pub fn is_given(of: Blocks, tag: &str) -> bool {
    match of {
        Blocks::Rule => GIVEN.contains(&tag),
        Blocks::Subscriber => GIVEN_OF_SUBSCRIBER.contains(&tag),
    }
}

/// Whether the text of a block is sentences, one on each line; any other is code.
#[must_use]
pub fn is_prose(of: Blocks, tag: &str) -> bool {
    match of {
        Blocks::Rule => PROSE.contains(&tag),
        Blocks::Subscriber => PROSE_OF_SUBSCRIBER.contains(&tag),
    }
}

/// Whether the sentences of a block are AWS's: they are in English in every language.
#[must_use]
pub fn is_of_aws(tag: &str) -> bool {
    OF_AWS.contains(&tag)
}

/// The language of a block's sentences.
#[must_use]
pub fn written_in(tag: &str) -> Lang {
    if tag == KOREAN { Lang::KO } else { Lang::En }
}

/// The label of a block, by its tag; also of a part of an example, by its name. A tag without one is its own label.
#[must_use]
pub fn label(of: Blocks, tag: &str, lang: Lang) -> &str {
    match (of, lang) {
        (Blocks::Rule, Lang::En) => words::label(tag),
        (Blocks::Rule, Lang::Ko(_)) => words_ko::label(tag),
        (Blocks::Subscriber, Lang::En) => words::label_of_subscriber(tag),
        (Blocks::Subscriber, Lang::Ko(_)) => words_ko::label_of_subscriber(tag),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_block_has_a_label() {
        let of_rule = GIVEN.into_iter().chain(PROSE).map(|tag| (Blocks::Rule, tag));
        let of_subscriber = GIVEN_OF_SUBSCRIBER.into_iter().chain(PROSE_OF_SUBSCRIBER);
        for (of, tag) in of_rule.chain(of_subscriber.map(|tag| (Blocks::Subscriber, tag))) {
            for lang in Lang::ALL {
                assert_ne!(label(of, tag, lang), tag);
            }
        }
    }
}
