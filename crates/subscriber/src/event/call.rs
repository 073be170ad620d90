//! How an event was published, and what it was made from.

use serde::{Deserialize, Serialize};

/// The call that publishes an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Call {
    /// `PutEvents`, and event sources: the data is the classic envelope.
    PutEvents,
    /// `PutRawEvents`: the data is the payload.
    PutRawEvents,
}

impl Call {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PutEvents => "PutEvents",
            Self::PutRawEvents => "PutRawEvents",
        }
    }
}

/// How a text that could be either is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Published {
    /// By its shape: a classic envelope is of `PutEvents`, anything else is a payload of `PutRawEvents`.
    #[default]
    Recognize,
    /// It is the envelope that `PutEvents` makes.
    PutEvents,
    /// It is a payload of `PutRawEvents`.
    PutRawEvents,
}

/// What an event was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventForm {
    /// A classic event: what an event bus of the first generation delivers.
    Classic,
    /// A payload.
    Raw,
    /// A payload that AWS decodes by a schema, as the JSON it becomes.
    Decoded,
    /// The bytes of a text.
    Bytes,
    /// A CloudEvent in structured mode.
    CloudEvent,
    /// An entry of `PutEvents`.
    PutEventsEntry,
    /// An entry of `PutRawEvents`.
    PutRawEventsEntry,
    /// The event itself, as the transformer `WITH_METADATA` writes it.
    WithMetadata,
    /// A log record of a subscriber.
    Log,
}
