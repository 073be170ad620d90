//! Texts of the page about the event pattern, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of the event pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    Costliest,
    Wildcards,
    LimitInferred,
    Inferred,
    Json,
    Builder,
    InWords,
    NoPatternYet,
    ProblemsAppearHere,
    AcceptsPattern,
    AcceptsFilterPattern,
    AcceptsFilterPolicy,
    Amount { value: usize, limit: usize },
    AmountAtLeast { value: usize, limit: usize },
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
