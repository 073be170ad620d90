//! Strings that AWS's engine loses beside a numeric range over zero.

use super::diagnostics as say;
use super::spans::take_out;
use crate::address;
use crate::event::Scalar;
use crate::field_machines::{FieldMachines, same};
use crate::message::Diagnostic;
use crate::operator::Test;
use crate::operator::exact::Exact;
use crate::operator::exactly::Exactly;
use crate::syntax::{Matcher, Pattern};
use rulepad_document::{Edit, Span, json::quote};

/// A range over zero adds itself to the first step of a string that is there; the next string to be added, also
/// the same again, then takes the place of one of the two at random. What is added again in another sub-rule
/// changes nothing where it is a range.
pub(super) fn check(pattern: &Pattern, fields: &FieldMachines<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for machine in &fields.machines {
        let mut rest = machine.added.iter();
        let mut before: Vec<&Test> = Vec::new();
        let Some(lost) =
            rest.by_ref().inspect(|own| before.push(&own.test)).find(|own| string(own).is_some())
        else {
            continue;
        };
        let range = rest.find(|own| over_zero(own) && !before.iter().any(|test| same(test, &own.test)));
        let next = rest.find(|own| string(own).is_some());
        if let (Some(range), Some(next)) = (range, next) {
            let ranges = machine.matchers.iter().filter(|own| over_zero(own)).map(|own| own.span);
            let edits = reordered(pattern, lost.span, &ranges.collect::<Vec<_>>());
            found.push(say::lost_string(lost.span, range.span, next.span, edits));
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

/// The edits that put the strings of a list behind its ranges; none where a range stands in another list.
fn reordered(pattern: &Pattern, lost: Span, ranges: &[Span]) -> Vec<Edit> {
    let Some(condition) = pattern.conditions.iter().find(|condition| condition.span.covers(lost)) else {
        return Vec::new();
    };
    let Some(last) = ranges.iter().max() else { return Vec::new() };
    if !ranges.iter().all(|range| condition.span.covers(*range)) {
        return Vec::new();
    }
    let ahead = |matcher: &Matcher| matcher.span.start < last.start;
    let moved: String = condition
        .matchers
        .iter()
        .filter(|matcher| ahead(matcher))
        .filter_map(string)
        .map(|text| format!(", {text}"))
        .collect();
    let spans: Vec<Span> = condition.matchers.iter().map(|matcher| matcher.span).collect();
    let mut edits = take_out(&spans, |at| {
        let matcher = condition.matchers.get(at);
        matcher.is_some_and(|matcher| ahead(matcher) && string(matcher).is_some())
    });
    edits.push(Edit { span: Span { start: last.end, end: last.end }, text: moved });
    edits
}
