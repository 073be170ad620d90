//! Valid, and probably not what was meant.
//!
//! [`pattern_lints`] needs the pattern alone; [`event_lints`] speaks of one event. AWS accepts all of it.

mod breadth;
mod event;
mod names;
mod together;
mod values;

pub(crate) use values::whole_literal;

use crate::code::Code;
use crate::event::Event;
use crate::explanation::Explanation;
use crate::message::{Diagnostic, Message};
use crate::syntax::{Condition, Pattern};
use rulepad_document::json::Node;
use rulepad_document::{Edit, Role, Severity, Span};

/// The fields of every event on a bus (EventBridge user guide, `eb-events-structure`); `replay-name` only on
/// replayed ones.
pub const ENVELOPE: [&str; 10] = [
    "version",
    "id",
    "detail-type",
    "source",
    "account",
    "time",
    "region",
    "resources",
    "detail",
    "replay-name",
];

/// What is probably wrong with a pattern that AWS accepts. `has_envelope`: whether it meets events of a bus, with their
/// envelope. `literal` reads the value that a string is in JavaScript or
/// Python: [`whole_literal`], or nothing for a pattern without strings that start with a bracket.
#[must_use]
pub(crate) fn pattern_lints(
    pattern: &Pattern,
    json: &Node,
    has_envelope: bool,
    literal: fn(&str) -> Option<Node>,
) -> Vec<Diagnostic> {
    let mut found = names::check(pattern, json);
    found.extend(values::check(pattern, literal));
    found.extend(values::fields(json));
    found.extend(together::check(pattern));
    if has_envelope {
        found.extend(names::envelope(json));
        found.extend(values::envelope(pattern));
        found.extend(breadth::check(pattern));
    }
    found
}

/// What will surprise about this event.
#[must_use]
pub fn event_lints(pattern: &Pattern, event: &Event, explanation: &Explanation) -> Vec<Diagnostic> {
    event::check(pattern, event, explanation)
}

/// Keys that an event has twice: AWS's engine counts every value.
#[must_use]
pub fn event_duplicates(event: &Node) -> Vec<Diagnostic> {
    event::duplicates(event)
}

fn warning(code: Code, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, Role::Pattern, span, message)
}

fn note(code: Code, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(code, Severity::Note, Role::Pattern, span, message)
}

fn replace(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

/// The edit that takes one of several neighbours out, with the comma between.
fn take_out(spans: &[Span], at: usize) -> Vec<Edit> {
    let own = spans.get(at).copied().unwrap_or_default();
    let removed = match (at.checked_sub(1).and_then(|before| spans.get(before)), spans.get(at + 1)) {
        (Some(before), _) => Span { start: before.end, end: own.end },
        (None, Some(after)) => Span { start: own.start, end: after.start },
        (None, None) => return Vec::new(),
    };
    replace(removed, "")
}

/// The edit that takes a matcher out of its list.
fn take_matcher_out(condition: &Condition, at: usize) -> Vec<Edit> {
    let spans: Vec<Span> = condition.matchers.iter().map(|matcher| matcher.span).collect();
    take_out(&spans, at)
}
