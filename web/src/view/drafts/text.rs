//! Texts of the page about stored drafts, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of stored drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    ReadingList,
    NoDrafts,
    StoredDrafts,
    StartNew,
    OpenNow,
    Rename,
    Delete,
    DeleteDraft(&'t str),
    Deleted(&'t str),
    DownloadDraft(&'t str),
    NewName(&'t str),
    NoList(&'t str),
    OpenDraft(&'t str),
    RenameDraft(&'t str),
    StoredHere(usize),
    Unnamed(&'t str),
    Unread(&'t str),
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
