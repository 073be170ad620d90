//! Where AWS's own engine does something else than the pattern says, and how to write it so that it does not.
//!
//! The verdict follows the pattern. Each caveat is a fault that was seen in the engine, told at the condition
//! that can meet it.

mod addresses;
mod branches;
mod diagnostics;
mod fields;
mod looping;
mod numbers;
mod spans;
mod texts;
mod zero;

pub use diagnostics::Looping;

use crate::event::Event;
use crate::field_machines;
use crate::message::Diagnostic;
use crate::syntax::{Condition, Pattern};
use std::collections::BTreeSet;

/// The caveats of a valid pattern, in the order of the text.
///
/// Those that the pattern alone decides are always told; those that need a rare value are told of an event
/// that has it, with a label there.
#[must_use]
pub fn caveats(pattern: &Pattern, event: Option<&Event>) -> Vec<Diagnostic> {
    let fields = field_machines::of(pattern);
    let used = used(pattern);
    let mut found = branches::check(pattern);
    found.extend(looping::check(&fields));
    found.extend(zero::check(pattern, &fields));
    found.extend(fields::empty_names(pattern, &used));
    for matcher in used.iter().flat_map(|condition| &condition.matchers) {
        found.extend(texts::check(matcher));
        found.extend(numbers::beyond_all(matcher));
    }
    if let Some(event) = event {
        found.extend(addresses::check(&used, event));
        found.extend(numbers::read_backwards(&used, event));
        found.extend(fields::twice(pattern, &used, event));
    }
    rulepad_document::order::sort_by_key(&mut found, Diagnostic::span);
    found.dedup();
    found
}

/// The conditions that some sub-rule asks for; the others were overridden by a later one.
fn used(pattern: &Pattern) -> Vec<&Condition> {
    let numbers = pattern.alternatives.iter().flat_map(|alternative| &alternative.conditions);
    let numbers: BTreeSet<usize> = numbers.map(|(_, number)| *number).collect();
    numbers.into_iter().filter_map(|number| pattern.conditions.get(number)).collect()
}
