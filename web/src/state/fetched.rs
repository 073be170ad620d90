//! What lies beside the page in files of its own: fetched when it is first wanted.

use super::shared::Shared;

/// What is known of it.
#[derive(Debug, Default)]
pub enum Fetched<T> {
    /// Nobody wanted it yet.
    #[default]
    Unread,
    /// Its files are on their way.
    Reading,
    /// It is there.
    Read(Shared<T>),
    /// Its files cannot be read.
    Failed(NotFetched),
}

/// Why files beside the page cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFetched {
    /// The file of this name did not load.
    File(String, NotLoaded),
    /// A file is missing.
    Missing,
    /// They are not what the page expects, for this technical reason.
    Damaged(String),
    /// The browser does not let the page read its storage.
    Storage,
}

/// Why a file did not load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotLoaded {
    /// The server did not answer.
    NoAnswer,
    /// The server answered with this status.
    Status(u16),
    /// The file came only in part.
    InPart,
}

impl<T> Fetched<T> {
    /// It, once it is there.
    #[must_use]
    pub fn read(&self) -> Option<&Shared<T>> {
        if let Self::Read(read) = self { Some(read) } else { None }
    }

    /// Whether its files are on their way.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        matches!(self, Self::Reading)
    }

    /// It is wanted: it is read unless that was tried already.
    pub(super) fn want(&mut self) {
        if matches!(self, Self::Unread) {
            *self = Self::Reading;
        }
    }

    /// Its files were read, or not.
    pub(super) fn told(read: Result<Shared<T>, NotFetched>) -> Self {
        read.map_or_else(Self::Failed, Self::Read)
    }
}

impl<T> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Unread => Self::Unread,
            Self::Reading => Self::Reading,
            Self::Read(read) => Self::Read(read.clone()),
            Self::Failed(reason) => Self::Failed(reason.clone()),
        }
    }
}

impl<T> PartialEq for Fetched<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unread, Self::Unread) | (Self::Reading, Self::Reading) => true,
            (Self::Read(one), Self::Read(other)) => one == other,
            (Self::Failed(one), Self::Failed(other)) => one == other,
            _ => false,
        }
    }
}
