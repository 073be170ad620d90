//! What an evaluation found, as plain data: everything a screen shows, already worded.

use crate::draft::Field;
use rulepad_document::{Diagnostic, Edit, Span};
use rulepad_subscriber::Verdict;
use rulepad_subscriber::report::{EventReport, TargetReport};
use rulepad_subscriber::target::Refusal;
use serde::{Deserialize, Serialize};

/// The answer to one draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubscriberReport {
    /// Whether the filters accept the event; of several events the worst. Problems of the target do not count: they are
    /// `target`'s.
    pub verdict: Verdict,
    /// The verdict in words.
    pub headline: String,
    /// Every problem, with its place in its text: by text, in the order of each.
    pub problems: Vec<Problem>,
    /// What AWS requires and the draft does not have yet.
    pub missing: Vec<Field>,
    /// What was done to the text of the event, a sentence each.
    pub notes: Vec<String>,
    /// The events, in the order of the text.
    pub events: Vec<EventReport>,
    /// Whether the event takes metadata and the like from the draft; a text that is a whole entry has its own.
    pub takes_given: bool,
    /// The values of the event on the bus that something points at, with their places in the text of the event. Empty
    /// where that text is not the event or its payload itself.
    pub moved: Vec<Moved>,
    /// The target; nothing while the draft has none. Payloads are then those for a queue.
    pub target: Option<TargetReport>,
    /// The member of `InvokeConfiguration` with the parameters of this kind of target; nothing where it takes none.
    pub block: Option<String>,
    /// What is not verified about all of it.
    pub unverified: Vec<String>,
}

impl SubscriberReport {
    /// The problems of one text.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(move |own| own.field == field)
    }

    /// Where a value of the event on the bus is in the text of the event.
    #[must_use]
    pub fn in_text(&self, bus: Span) -> Option<Span> {
        self.moved.iter().find(|own| own.bus == bus).map(|own| own.text)
    }
}

/// A problem of one text of the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// The text.
    pub field: Field,
    /// Who refuses it; nothing for an event that cannot be read.
    pub refusal: Option<Refusal>,
    /// The problem; spans and edits are bytes of the text.
    pub diagnostic: Diagnostic,
}

impl Problem {
    /// The fixes: their words and edits.
    pub fn fixes(&self) -> impl Iterator<Item = (&str, &[Edit])> {
        let fixes = self.diagnostic.help.iter().filter(|help| !help.edits.is_empty());
        fixes.map(|help| (help.text.as_str(), help.edits.as_slice()))
    }
}

/// A value of the event with its two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// In the event on the bus.
    pub bus: Span,
    /// In the text of the event.
    pub text: Span,
}
