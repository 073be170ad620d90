//! Texts of the page about notices and of what can be undone, as data.

use super::{words_en, words_ko};
use crate::state::model::{Done, Trouble};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of notices and of what can be undone.
#[derive(Clone, Copy, Debug)]
pub(super) enum Text<'t> {
    DownloadTitle,
    Notices,
    Messages,
    Dismiss,
    NoSuchCondition,
    MakingStopped,
    NewerBuild,
    TakeNewer,
    TakeNewerTitle,
    BadLink(&'t str),
    Done(&'t Done),
    EventsNotStored { count: usize, megabytes: usize },
    NotKept(&'t [String]),
    NotMade(&'t str),
    NotSet(&'t str),
    NotStored(Trouble),
    Pruned { most: usize, title: &'t str },
    Unreadable { title: &'t str, reason: &'t str },
    WorkerStopped(&'t str),
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
