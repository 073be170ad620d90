//! Texts of the page about the verdict, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    Stopped,
    StoppedWhatNow,
    CannotRun,
    Evaluating,
    StillEvaluating,
    CannotBeRead,
    EventStopped,
    GoToPattern,
    GoToEvent,
    SeeWhy,
    Verdict,
    CannotRunWhy(&'t str),
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
