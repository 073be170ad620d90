//! Texts of the page about the event, as data.

use super::{words_en, words_ko};
use crate::view::common::Noun;
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    AllEvents,
    SearchEvents,
    Search,
    MatchingOnly,
    Events,
    PreviousMatchTitle,
    PreviousMatch,
    NextMatchTitle,
    NextMatch,
    CopyVerdicts,
    ShowOriginal,
    KeepOneTitle,
    KeepOne,
    CloseList,
    NoEventYet,
    PasteOrDrop,
    PasteTitle,
    Samples,
    SamplesTitle,
    WhereFrom,
    From,
    ForgetOrigin,
    LoadedEvents,
    PreviousEvent,
    NextEvent,
    ListAll,
    KeepFirst,
    Reading,
    Found { found: usize, count: usize },
    Matching { matching: usize, count: usize },
    NumberOf { number: usize, count: usize },
    ReadAs(Noun),
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
