//! Texts of the page about a link to share, as data.

use super::words_en;
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of a link to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    Share,
    LinkCopied,
    LinkNotCopied,
    Link,
    MayBeCut,
    CopyLink,
    Length(usize),
    NotAllEvents(usize),
}

impl Text {
    /// Its words.
    pub(super) fn words(self, lang: Lang) -> AttrValue {
        match lang {
            Lang::En => words_en::words(self),
        }
    }
}
