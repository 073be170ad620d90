//! A pasted text to the events in it.

use crate::document::{Document, Place};
use crate::tree::Tree;
use rulepad_document::json::{Node, Value};
use rulepad_document::{Diagnostic, Span};
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

/// Reads a text, whatever form it has. Never fails: what cannot be read is a problem.
#[must_use]
pub fn read(text: &str, _wanted: Wanted) -> Reading {
    let mut reading = Reading::default();
    match Document::read(text, &Place::At(0)) {
        Ok(document) => {
            let items = match &document.root.value {
                Value::Array(items) => items.iter().collect(),
                _ => vec![&document.root],
            };
            reading.wrapped = matches!(document.root.value, Value::Array(_));
            reading.form = if reading.wrapped { "a list of events" } else { "one event" }.to_owned();
            for (at, item) in items.into_iter().enumerate() {
                reading.events.push(Found {
                    title: title(item, at + 1),
                    text: Tree::of(item, &document).pretty(),
                    span: document.span(item),
                    said: Vec::new(),
                    error: None,
                    size: None,
                });
            }
            reading.problems = document.mended;
        }
        Err(problems) => reading.problems = problems,
    }
    reading
}

/// Whether a text is something other than one event that [`read`] can read events from.
#[must_use]
pub fn wrapped(text: &str, wanted: Wanted) -> Option<Wrapped> {
    let reading = read(text, wanted);
    let count = reading.events.len();
    let events = if count == 1 { "1 event".to_owned() } else { format!("{count} events") };
    (reading.wrapped && count > 0).then(|| Wrapped {
        sentence: format!("This is {}: {events} can be read from it.", reading.form),
        form: reading.form,
        count,
    })
}

fn title(event: &Node, number: usize) -> String {
    let field = |key: &str| event.get(key).and_then(Node::as_str).unwrap_or_default();
    match (field("source"), field("detail-type")) {
        ("", "") => format!("event {number}"),
        (only, "") | ("", only) => only.to_owned(),
        (source, kind) => format!("{source} · {kind}"),
    }
}
