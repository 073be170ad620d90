//! Texts of the page about the reasons, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of the reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    FromLastEvent,
    FromLastEvaluation,
    HowRecordWasRead,
    NoEventYet,
    NoPatternYet,
    GoToPlace,
    SetValueTitle,
    SetValue,
    WhyKeys,
    Met,
    Failed,
    EventHas,
    PatternNeeds,
    ConditionsOf(&'t str),
    SetValueOf(&'t str),
    UseNear(&'t str),
    KeepAsTest,
    /// Whether the event must match.
    TestHolds {
        matches: bool,
    },
    /// Whether the event must match.
    TestKept {
        matches: bool,
    },
    /// Whether the event must match.
    TestFails {
        matches: bool,
    },
    PayloadKept,
    MustMatch,
    MustNotMatch,
    PayloadAsShown,
    OfTargets(usize),
    NoTargets,
    OnlyOfMatch,
    RemoveTest,
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
