//! Texts of the page about the service that evaluates the pattern, as data.

use super::{words_en, words_ko};
use rulepad_workbench::{Dialect, Lang};
use yew::AttrValue;

/// A text of the service that evaluates the pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    ExportOfRules(Dialect),
    Name(Dialect),
    Short(Dialect),
    Subscriber,
    SubscriberDetail,
    TargetsKept(usize),
    TargetsOfRules(Dialect),
    TriedOn(Dialect),
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
