//! The part of an event that a filter reads.

use serde::{Deserialize, Serialize};

/// The part of an event that a filter reads (API reference, `FilterScope`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Scope {
    /// What was published: the envelope of `PutEvents`, the payload of `PutRawEvents`.
    Data,
    /// The publisher's map of strings, which `PutRawEvents` alone takes.
    Metadata,
    /// What AWS records of the event, all of it strings.
    SystemMetadata,
}

impl Scope {
    /// Every scope, in the order of AWS's documentation.
    pub const ALL: [Self; 3] = [Self::Data, Self::Metadata, Self::SystemMetadata];

    /// Its name in a filter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Data => "DATA",
            Self::Metadata => "METADATA",
            Self::SystemMetadata => "SYSTEM_METADATA",
        }
    }

    /// The part of the event, as transformers and expressions name it.
    #[must_use]
    pub const fn part(self) -> &'static str {
        match self {
            Self::Data => "Data",
            Self::Metadata => "Metadata",
            Self::SystemMetadata => "SystemMetadata",
        }
    }

    /// The scope of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }

    /// Whether every value of the part is a string.
    #[must_use]
    pub const fn holds_strings(self) -> bool {
        !matches!(self, Self::Data)
    }
}
