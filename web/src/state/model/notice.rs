//! What must be known, until it is dismissed.

use super::super::making::NotMade;
use super::super::record::Unreadable;
use super::super::requests::NotDone;
use rulepad_workbench::share::BadLink;
use std::rc::Rc;

/// Something that must be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link in the address cannot be opened.
    BadLink(BadLink),
    /// The draft cannot be stored, for this reason.
    NotStored(Trouble),
    /// A stored draft cannot be read: it is kept as it is.
    Unreadable(Rc<Unread>),
    /// The oldest draft was removed to make room for another.
    Pruned(Rc<Unread>),
    /// The loaded events, so many, are too long to be stored with the draft.
    EventsNotStored(usize),
    /// No event was made.
    NotMade(NotMade),
    /// No value of the event was set.
    NotSet(NotDone),
    /// The payloads of these targets, by their ids, were not kept as tests: what arrives is not known.
    NotKept(Vec<String>),
    /// A newer build of the page is there.
    NewerBuild,
}

/// Why a draft cannot be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser blocks storage for this page.
    Blocked,
    /// There is no room left.
    Full,
    /// The browser has no database for the page; drafts are kept in its small local storage.
    NoDatabase,
    /// A newer version of the page uses the database.
    Newer,
    /// The database does not work; drafts are kept in the small local storage.
    Failing,
}

impl Trouble {
    /// Whether drafts are stored all the same.
    #[must_use]
    pub fn is_harmless(self) -> bool {
        matches!(self, Self::NoDatabase | Self::Newer | Self::Failing)
    }
}

/// A stored text, offered as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Which draft it is.
    pub which: Which,
    /// Why it cannot be read; `None` where it can be.
    pub reason: Option<Unreadable>,
    /// The text.
    pub text: String,
}

/// Which draft a stored text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// That of the last visit to an earlier version of the page.
    LastVisit,
    /// The one that the list calls this.
    Titled(String),
    /// The one with this key.
    Keyed(String),
}

impl Which {
    /// What the list calls it; blank where that is not known.
    #[must_use]
    pub fn title(&self) -> &str {
        if let Self::Titled(title) = self { title } else { "" }
    }
}
