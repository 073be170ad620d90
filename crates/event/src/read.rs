//! A pasted text to the events in it.

use crate::form::is_plain;
use crate::open::Reader;
use crate::peel::starts_json;
use crate::shape::shape;
use crate::split::{Layout, split};
use rulepad_document::{Diagnostic, Span, json};
use serde::{Deserialize, Serialize};

/// What the pattern is tried on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Events => "event",
            Self::Records => "record",
            Self::Messages => "message",
        }
    }
}

/// What a pasted text holds.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What the text is, with its article.
    pub form: String,
    /// What was done to the whole text, a sentence each.
    pub said: Vec<String>,
    /// The events, in the order of the text.
    pub events: Vec<Found>,
    /// Problems, with places of the pasted text.
    pub problems: Vec<Diagnostic>,
    /// Whether the text is something other than one event.
    pub wrapped: bool,
}

/// One event of a pasted text.
#[derive(Clone, Debug)]
pub struct Found {
    /// What a list of events calls it.
    pub title: String,
    /// The event, a JSON text with indents; scalars as they were written.
    pub text: String,
    /// Where it stands in the pasted text.
    pub span: Span,
    /// What was done to get it, a sentence each.
    pub said: Vec<String>,
    /// What PutEvents answers to the entry instead of taking it.
    pub error: Option<EntryError>,
    /// How many bytes the entry counts in PutEvents.
    pub size: Option<usize>,
}

/// What PutEvents answers to an entry it does not take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryError {
    /// `ErrorCode`.
    pub code: String,
    /// `ErrorMessage`.
    pub message: String,
}

/// A text that is something other than one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrapped {
    /// What it is, with its article.
    pub form: String,
    /// How many events can be read from it.
    pub count: usize,
    /// Both in a sentence.
    pub sentence: String,
}

/// Reads a text, whatever form it has. Never fails: what cannot be read is a problem. Work is bounded.
#[must_use]
pub fn read(text: &str, wanted: Wanted) -> Reading {
    let mut reader = Reader::new(wanted);
    reader.paste(text);
    reader.reading
}

/// Whether a text is something other than one event that [`read`] can read events from. `parsed` is what
/// [`json::parse`] says of it.
#[must_use]
pub fn wrapped(text: &str, parsed: &json::Parsed, wanted: Wanted) -> Option<Wrapped> {
    if is_one(text, parsed, wanted) {
        return None;
    }
    let reading = read(text, wanted);
    let (count, noun) = (reading.events.len(), wanted.noun());
    let events = if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") };
    (reading.wrapped && count > 0).then(|| Wrapped {
        sentence: format!("This is {}: {events} can be read from it.", reading.form),
        form: reading.form,
        count,
    })
}

/// Whether the text is one event, broken or not, or nothing at all.
fn is_one(text: &str, parsed: &json::Parsed, wanted: Wanted) -> bool {
    let Some(root) = &parsed.root else { return true };
    let own = is_plain(&shape(root), wanted);
    let whole =
        parsed.diagnostics.iter().all(|found| !found.is_error() && found.code != "json.trailing-text");
    own && (whole || starts_json(text.trim_start()) && split(text).layout == Layout::One)
}
