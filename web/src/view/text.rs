//! Texts of the page around its regions, as data.

use super::{words_en, words_ko};
use rulepad_workbench::{Dialect, Lang};
use yew::AttrValue;

/// A text around its regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    BetweenRows,
    BetweenEventAndPattern,
    BetweenPatternAndWhy,
    TargetsAndMore,
    Refused,
    Event,
    Pattern,
    Why,
    Targets,
    Tests,
    Export,
    Compare,
    Reference,
    More,
    NewRule,
    Draft,
    ImportMore,
    Regions,
    WrapLongLines,
    InBothTexts,
    Offer,
    DismissOffer,
    OneLine,
    FormatIt,
    OpenInImport,
    Counted { errors: usize, warnings: usize },
    ExportAs(&'t str),
    LooksLike(&'t str),
    MoreFor(PaneText),
    Notes(usize),
    Pane(PaneText),
    ProblemsOf(PaneText),
    ProblemsOfProperty(&'t str),
    ShownAs(PaneText),
    TriedOn(Dialect),
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

/// What one of the two large texts is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PaneText {
    Event,
    EventPattern,
    FilterPattern,
    FilterPolicy,
}
