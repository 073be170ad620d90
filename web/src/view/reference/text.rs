//! Texts of the page about the reference, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    Loading,
    Load,
    EventCannotBeRead,
    PatternRefused,
    SubscriberRefused,
    NotDecided,
    Search,
    NothingFound,
    Found(usize),
    FirstOfFound { shown: usize, found: usize },
    Site,
    SiteHint,
    CasesInEnglish,
    CannotBeShown(&'t str),
    LoadCase(&'t str),
    MoreCharacters(usize),
}

impl Text<'_> {
    /// Its words.
    pub(super) fn words(self, lang: Lang) -> AttrValue {
        match lang {
            Lang::En => words_en::words(self),
            Lang::Ko(_) => words_ko::words(self),
        }
    }
}
