//! What the blocks of a case are, by their tags.

use crate::words_en::suite as words;
use rulepad_document::Lang;

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

/// The blocks whose text is sentences.
const PROSE: [&str; 11] =
    ["message", "help", "korean", "why", "near", "words", "notes", "summary", "form", "said", "titles"];

/// The block of what is worded in Korean.
pub(super) const KOREAN: &str = "korean";

/// The blocks in English that say what the Korean one does.
pub(super) const ENGLISH: [&str; 2] = ["message", "help"];

/// The blocks whose sentences are AWS's.
const OF_AWS: [&str; 4] = ["aws", "put-targets", "refused", "errors"];

/// Whether a block is part of the draft; any other is expected of it.
#[must_use]
pub fn is_given(tag: &str) -> bool {
    GIVEN.contains(&tag)
}

/// Whether the text of a block is sentences, one on each line; any other is code.
#[must_use]
pub fn is_prose(tag: &str) -> bool {
    PROSE.contains(&tag)
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
pub fn label(tag: &str, lang: Lang) -> &str {
    match lang {
        Lang::En => words::label(tag),
        Lang::Ko(_) => crate::words_ko::suite::label(tag),
    }
}

#[cfg(test)]
mod tests {
    use super::{GIVEN, PROSE, label};
    use rulepad_document::Lang;

    #[test]
    fn every_known_block_has_a_label() {
        for tag in GIVEN.into_iter().chain(PROSE) {
            assert_ne!(label(tag, Lang::En), tag);
        }
    }
}
