//! Texts of the page about a pattern in words, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of a pattern in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    NothingYet,
    PatternInWords,
    Sentence,
    Formula,
}

impl Text {
    /// Its words.
    pub(super) fn words(self, lang: Lang) -> AttrValue {
        match lang {
            Lang::En => words_en::words(self),
            Lang::Ko(_) => words_ko::words(self),
        }
    }
}
