//! What reading a text gives: its form, its events, and what was done to get them.

use crate::form::TextForm;
use crate::kind::Noun;
use crate::message::Message;
use crate::step::ReadingStep;
use rulepad_document::{Diagnostic, Span};
use serde::{Deserialize, Serialize};

/// What a pasted text holds.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What the text is.
    pub form: TextForm,
    /// What was done to the whole text.
    pub steps: Vec<ReadingStep>,
    /// The events, in the order of the text.
    pub events: Vec<FoundEvent>,
    /// Problems, with places of the pasted text.
    pub problems: Vec<Diagnostic<Message>>,
    /// Whether the text is something other than one event.
    pub wrapped: bool,
}

/// One event of a pasted text.
#[derive(Clone, Debug)]
pub struct FoundEvent {
    /// What a list of events calls it.
    pub title: Title,
    /// The event, a JSON text with indents; scalars as they were written.
    pub text: String,
    /// Where it is in the pasted text.
    pub span: Span,
    /// What was done to get it.
    pub steps: Vec<ReadingStep>,
    /// What PutEvents answers to the entry instead of taking it.
    pub error: Option<EntryError>,
    /// How many bytes the entry counts in PutEvents.
    pub size: Option<usize>,
}

/// What a list of events calls an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// Its source and detail-type, or other names from its text.
    Named(String),
    /// Its number in its list, from 1.
    Numbered(Noun, usize),
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// What it is.
    pub form: TextForm,
    /// How many events can be read from it.
    pub count: usize,
}
