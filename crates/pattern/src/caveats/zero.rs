//! Strings that AWS's engine loses beside a numeric range over zero.

use super::diagnostics as say;
use super::spans::take_out;
use crate::address;
use crate::event::Scalar;
use crate::field_machines::FieldMachines;
use crate::operator::Test;
use crate::operator::exact::Exact;
use crate::operator::exactly::Exactly;
use crate::syntax::{Matcher, Pattern};
use rulepad_document::{Diagnostic, Edit, Span, json::quote};

/// A range over zero adds itself to the first step of the strings that are there; the next string then takes
/// the place of one of the two at random.
pub(super) fn check(pattern: &Pattern, fields: &FieldMachines<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for machine in &fields.machines {
        let mut rest = machine.added.iter();
        let lost = rest.find(|matcher| string(matcher).is_some());
        let range = rest.find(|matcher| over_zero(matcher));
        let next = rest.find(|matcher| string(matcher).is_some());
        if let (Some(lost), Some(range), Some(next)) = (lost, range, next) {
            found.push(say::lost_string(lost.span, range.span, next.span, reordered(pattern, range.span)));
        }
    }
    found
}

/// The JSON of an exact string; one that is an address is no string to the engine.
fn string(matcher: &Matcher) -> Option<String> {
    match &matcher.test {
        Test::Exact(Exact(Scalar::String(text))) if address::parse(text).is_err() => Some(quote(text)),
        Test::Exactly(Exactly(text)) => Some(format!("{{\"exactly\": {}}}", quote(text))),
        _ => None,
    }
}

fn over_zero(matcher: &Matcher) -> bool {
    let Test::Numeric(range) = &matcher.test else { return false };
    let equals = range.bottom.is_some() && range.bottom == range.top;
    !equals
        && range.bottom.as_ref().is_none_or(|bottom| bottom.value < 0.0)
        && range.top.as_ref().is_none_or(|top| top.value >= 0.0)
}

/// The edits that put the strings of the range's list before it; none where strings of other lists follow.
fn reordered(pattern: &Pattern, range: Span) -> Vec<Edit> {
    let Some(condition) = pattern.conditions.iter().find(|condition| condition.span.covers(range)) else {
        return Vec::new();
    };
    let behind = |matcher: &&Matcher| matcher.span.start > range.start;
    let moved: String =
        condition.matchers.iter().filter(behind).filter_map(string).map(|text| text + ", ").collect();
    if moved.is_empty() {
        return Vec::new();
    }
    let spans: Vec<Span> = condition.matchers.iter().map(|matcher| matcher.span).collect();
    let mut edits = take_out(&spans, |at| {
        let matcher = condition.matchers.get(at);
        matcher.is_some_and(|matcher| behind(&matcher) && string(matcher).is_some())
    });
    edits.push(Edit { span: Span { start: range.start, end: range.start }, text: moved });
    edits
}
