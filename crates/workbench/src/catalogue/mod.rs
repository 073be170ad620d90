//! The catalogue: sample events, records of other sources, and the event types services are known to send.
//!
//! The page fetches [`FILES`] and reads them with [`Catalogue::read`]; a program that carries them uses
//! [`bundled`].

mod fields;
mod hangul;
mod named;
mod query;
mod read;
mod search;

pub use fields::{FieldInfo, FieldKind};
pub(crate) use fields::{leaves, put};
pub(crate) use named::Named;
pub(crate) use search::FieldFound;
pub use search::{FoundItem, Hit, SearchPart};

use crate::wording::{Wording, each_in_english, in_english};
use rulepad_document::Lang;
use rulepad_pattern::Dialect;
use serde::Serialize;

/// Names of the catalogue's files, in the order in which [`Catalogue::read`] takes their texts.
pub const FILES: [&str; 3] = ["events.ndjson", "records.ndjson", "types.ndjson"];

/// Everything known of events before one is pasted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// Sample events, in the order of the file.
    pub events: Vec<SampleEvent>,
    /// Records of other sources.
    pub records: Vec<SampleRecord>,
    /// Every event type with a sample or a schema, one for each source and detail-type.
    pub types: Vec<EventType>,
    index: search::Index,
}

/// An event to open, with a pattern to start from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SampleEvent {
    /// Stable name.
    pub id: String,
    /// The service for a person, such as `CodeBuild`.
    pub service: String,
    /// The event's `source`.
    pub source: String,
    /// The event's `detail-type`.
    pub detail_type: String,
    /// The event, a JSON text of several lines.
    pub event: String,
    /// A pattern to start from, a JSON text of several lines. It matches the event.
    pub pattern: String,
    /// The fields of its detail: those of the event in its order, then the others of its schema.
    pub fields: Vec<FieldInfo>,
    /// What to know about it, a sentence each.
    #[serde(serialize_with = "each_in_english")]
    pub notes: Vec<Wording>,
    /// How sure its shape is.
    pub confidence: Confidence,
    /// Where its shape is described; empty where nobody but its author does.
    pub reference: String,
}

/// A record of a source other than an event bus.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SampleRecord {
    /// Stable name.
    pub id: String,
    /// What it is.
    #[serde(serialize_with = "in_english")]
    pub title: Wording,
    /// What a filter of [`dialects`](Self::dialects) sees, a JSON text of several lines; the whole payload
    /// where nothing filters it.
    pub record: String,
    /// The whole payload that a function receives, a JSON text of several lines.
    pub payload: String,
    /// Who reads the record.
    pub dialects: Vec<Dialect>,
    /// What to know about it, a sentence each.
    #[serde(serialize_with = "each_in_english")]
    pub facts: Vec<Wording>,
    /// Where its shape is described.
    pub reference: String,
    patterns: Vec<(Dialect, String)>,
}

impl SampleRecord {
    /// A pattern to start from, for one of its readers. It matches the record.
    #[must_use]
    pub fn pattern(&self, dialect: Dialect) -> Option<&str> {
        self.patterns.iter().find(|(own, _)| *own == dialect).map(|(_, pattern)| pattern.as_str())
    }
}

/// A kind of event that a service sends.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventType {
    /// The service for a person.
    pub service: String,
    /// The `source` of its events.
    pub source: String,
    /// The `detail-type` of its events.
    pub detail_type: String,
    /// The pattern of every event of this type, a JSON text of several lines.
    pub pattern: String,
    /// The fields of its detail.
    pub fields: Vec<FieldInfo>,
    /// The places of its samples among [`Catalogue::events`].
    pub samples: Vec<usize>,
    /// How sure its shape is.
    pub confidence: Confidence,
}

/// How sure the shape of an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Checked field by field against the EventBridge schema registry.
    Schema,
    /// The fields are those of an AWS page.
    Docs,
    /// No schema and no page: taken from several public rules or captured events.
    Community,
    /// General knowledge.
    Memory,
    /// An event of one's own making.
    Own,
}

impl Confidence {
    /// A word for it.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::catalogue::confidence(self),
            Lang::Ko(_) => crate::words_ko::catalogue::confidence(self),
        }
    }

    /// What the word means.
    #[must_use]
    pub fn sentence(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::catalogue::why_sure(self),
            Lang::Ko(_) => crate::words_ko::catalogue::why_sure(self),
        }
    }
}

/// The catalogue that this program carries.
///
/// # Errors
/// A sentence, when a file of it is damaged; a test reads them all.
pub fn bundled() -> Result<Catalogue, String> {
    use rulepad_samples::catalogue::{EVENTS, RECORDS, TYPES};
    Catalogue::read(EVENTS, RECORDS, TYPES)
}

#[cfg(test)]
mod tests;
