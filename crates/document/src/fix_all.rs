//! Fixing all: applies the fixes of a text's diagnostics until none is left.

use crate::diagnostic::{Diagnostic, Edit, Help, apply};

/// Rounds of fixes; each one applies all fixes that do not overlap.
const ROUNDS: usize = 12;

/// The text in which each error that has an obvious fix is fixed, and the edits of each round in order.
#[must_use]
pub fn fix_all<M>(text: &str, diagnose: impl Fn(&str) -> Vec<Diagnostic<M>>) -> (String, Vec<Vec<Edit>>) {
    let mut text = text.to_owned();
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let found = diagnose(&text);
        let mut edits =
            compatible(found.iter().filter(|found| found.is_error()).filter_map(Diagnostic::first_fix));
        if edits.is_empty() {
            break;
        }
        crate::order::sort_by_key(&mut edits, |edit| (edit.span.start, edit.span.end));
        text = apply(&text, &edits);
        rounds.push(edits);
    }
    (text, rounds)
}

/// The edits of as many fixes as do not get into each other's way.
fn compatible<'f, M: 'f>(fixes: impl Iterator<Item = &'f Help<M>>) -> Vec<Edit> {
    let mut taken: Vec<Edit> = Vec::new();
    for fix in fixes {
        let (Some(start), Some(end)) = (
            fix.edits.iter().map(|edit| edit.span.start).min(),
            fix.edits.iter().map(|edit| edit.span.end).max(),
        ) else {
            continue;
        };
        let apart = |other: &Edit| other.span.end < start || end < other.span.start;
        if taken.iter().all(apart) {
            taken.extend(fix.edits.iter().cloned());
        }
    }
    taken
}
