//! Texts of the page about the comparison, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    Between,
    OtherPattern,
    CopyTitle,
    CopyFromAbove,
    PasteOne,
    About,
    Stopped,
    Comparing,
    HowTheyRelate,
    Relation,
    EventsThatShowIt,
    CannotRun(&'t str),
    PutInEvent(&'t str),
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
