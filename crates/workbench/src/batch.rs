//! Bulk lines: one JSON object in, one verdict out.

use rulepad_document::{Role, json};
use rulepad_pattern as pattern;
use serde::{Deserialize, Serialize};

/// The verdict on one pattern and one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The event matches.
    Match,
    /// It does not.
    NoMatch,
    /// AWS refuses the pattern.
    PatternError,
    /// AWS refuses the event.
    EventError,
    /// The work limit was reached.
    Undecided,
}

/// Tries one pattern on one event; the message is AWS's for a refused pattern, ours for an event.
#[must_use]
pub fn verdict(pattern_text: &str, event_text: &str) -> (Verdict, Option<String>) {
    let parsed = pattern::parse(pattern_text);
    let Some(valid) = parsed.valid() else {
        return (Verdict::PatternError, parsed.aws_error(pattern_text));
    };
    let document = json::parse(event_text, Role::Event);
    let Some(event) = document.valid().and_then(pattern::Event::new) else {
        return (Verdict::EventError, document.diagnostics.first().map(|found| found.message.clone()));
    };
    match pattern::matches(valid, &event) {
        Some(true) => (Verdict::Match, None),
        Some(false) => (Verdict::NoMatch, None),
        None => (Verdict::Undecided, None),
    }
}
