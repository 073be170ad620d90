//! `$or` alternatives that AWS's engine takes for one another.

use super::diagnostics as say;
use super::spans::take_out;
use crate::field_machines::same;
use crate::message::Diagnostic;
use crate::syntax::{Alternative, Condition, Matcher, Pattern};
use rulepad_document::{Edit, Span};
use std::collections::{BTreeMap, BTreeSet};

/// How many pairs of matchers are compared at most.
const BUDGET: usize = 1_000_000;

/// How many alternatives are told; one is enough to know of the rest.
const TOLD: usize = 8;

/// A sub-rule that has the fields of an earlier one, and on every one of them a matcher in common with it, is
/// dropped: at once where the common matcher stands first in its list, else in some builds.
pub(super) fn check(pattern: &Pattern) -> Vec<Diagnostic> {
    let mut alike: BTreeMap<Vec<&str>, Vec<&Alternative>> = BTreeMap::new();
    for alternative in &pattern.alternatives {
        let names = alternative.conditions.iter().map(|(name, _)| name.as_str()).collect();
        alike.entry(names).or_default().push(alternative);
    }
    let mut budget = BUDGET;
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for group in alike.values() {
        for (at, later) in group.iter().enumerate() {
            for earlier in group.iter().take(at) {
                let Some(shared) = shared(pattern, earlier, later, &mut budget) else { continue };
                if let Some((lost, diagnostic)) = tell(pattern, &shared)
                    && told.insert(lost)
                {
                    found.push(diagnostic);
                }
                break;
            }
            if found.len() >= TOLD || budget == 0 {
                return found;
            }
        }
    }
    found
}

/// One field of two alternatives.
struct SharedField<'p> {
    earlier: &'p Condition,
    later: &'p Condition,
    /// The number of the later condition.
    number: usize,
}

impl SharedField<'_> {
    fn has(&self, matcher: &Matcher) -> bool {
        self.earlier.matchers.iter().any(|own| same(&own.test, &matcher.test))
    }

    /// Matchers of the later condition that the earlier one does not have.
    fn lost(&self) -> Option<&Matcher> {
        self.later.matchers.iter().find(|matcher| !self.has(matcher))
    }
}

/// The fields of two alternatives, when they have a matcher in common on every one.
fn shared<'p>(
    pattern: &'p Pattern,
    earlier: &Alternative,
    later: &Alternative,
    budget: &mut usize,
) -> Option<Vec<SharedField<'p>>> {
    let mut fields = Vec::new();
    for ((_, earlier), (_, number)) in earlier.conditions.iter().zip(&later.conditions) {
        let (earlier, later) = (pattern.conditions.get(*earlier)?, pattern.conditions.get(*number)?);
        *budget = budget.saturating_sub(1 + earlier.matchers.len() * later.matchers.len());
        if *budget == 0 {
            return None;
        }
        let field = SharedField { earlier, later, number: *number };
        if !later.matchers.iter().any(|matcher| field.has(matcher)) {
            return None;
        }
        fields.push(field);
    }
    Some(fields)
}

/// `None` when the later alternative has nothing that would be lost.
fn tell(pattern: &Pattern, fields: &[SharedField<'_>]) -> Option<(Span, Diagnostic)> {
    let more: Vec<&SharedField<'_>> = fields.iter().filter(|field| field.lost().is_some()).collect();
    let first = more.first()?;
    let lost = first.lost()?.span;
    let always =
        fields.iter().all(|field| field.later.matchers.first().is_some_and(|matcher| field.has(matcher)));
    let common = first.later.matchers.iter().find(|matcher| first.has(matcher))?;
    let shared = first.earlier.matchers.iter().find(|own| same(&own.test, &common.test))?.span;
    let edits = if more.len() == 1 { without_common(pattern, first) } else { Vec::new() };
    Some((lost, say::dropped_alternative(lost, shared, always, edits)))
}

/// Where the later alternative is wider on one field only, what it shares there adds nothing to the earlier.
fn without_common(pattern: &Pattern, field: &SharedField<'_>) -> Vec<Edit> {
    let uses = pattern.alternatives.iter().flat_map(|alternative| &alternative.conditions);
    if uses.filter(|(_, number)| *number == field.number).count() != 1 {
        return Vec::new();
    }
    let spans: Vec<Span> = field.later.matchers.iter().map(|matcher| matcher.span).collect();
    take_out(&spans, |at| field.later.matchers.get(at).is_some_and(|matcher| field.has(matcher)))
}
