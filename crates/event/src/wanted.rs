//! What a text is read for.

use crate::kind::Noun;

/// What the pattern is tried on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// Events of a bus: whatever wraps them is taken off.
    #[default]
    Events,
    /// Records of a source: they stay records, a list of them is split.
    Records,
    /// SNS messages: what wraps them is taken off, they stay messages.
    Messages,
}

impl Wanted {
    /// What one of them is called.
    #[must_use]
    pub fn noun(self) -> Noun {
        match self {
            Self::Events => Noun::Event,
            Self::Records => Noun::Record,
            Self::Messages => Noun::Message,
        }
    }
}
