//! Events that show what a pattern wants: one that matches, and for each condition one that fails only it.
//!
//! Every event given was tried on the pattern by [`explain`] itself. Where there is none, [`NoWitness`] says
//! why.

mod adapt;
mod avoid;
mod block;
mod edge;
mod envelope;
mod field;
mod machine;
mod no_witness;
mod number;
mod search;
mod text;
mod tree;
mod value;

pub use no_witness::NoWitness;

pub(crate) use envelope::is_text;
pub(crate) use search::{Ask, Choices, Rule, Space, rule};
pub(crate) use tree::{event, event_of_lists, printed};

use crate::event::Event;
use crate::matching::{Budget, Exhausted};
use crate::syntax::{Condition, Pattern};
use crate::{explain, matches};
use rulepad_document::Span;
use rulepad_document::json::Node;
use serde::{Deserialize, Serialize};

/// An event, and the place in it that decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// The event, a JSON text of several lines.
    pub event: String,
    /// Where in it the value stands that makes the condition fail, or the first that a sample lacked;
    /// `None` where absence decides, or no single value.
    pub changed: Option<Span>,
}

/// Work for one question: tests of values, and values looked at.
const WORK: u64 = 3_000_000;

/// How many sub-rules are tried for one condition.
const SUB_RULES: usize = 100;

/// An event that matches.
///
/// # Errors
/// Why there is none.
pub fn matching_event(pattern: &Pattern) -> Result<Witness, NoWitness> {
    matching_event_from(pattern, None)
}

/// An event that matches, made of a sample: what does not hinder is kept. Without a sample, or with one that
/// cannot be fixed, a new event with a complete envelope is made.
///
/// # Errors
/// Why there is none.
pub fn matching_event_from(pattern: &Pattern, sample: Option<&Node>) -> Result<Witness, NoWitness> {
    let mut budget = Budget(WORK);
    let mut order: Vec<usize> = (0..pattern.alternatives.len()).collect();
    if let Some((event, read)) = sample.and_then(printed) {
        if matches(pattern, &read) == Some(true) {
            return Ok(Witness { event, changed: None });
        }
        order = nearest_first(pattern, &read);
    }
    matching(pattern, sample, &order, &mut budget).unwrap_or(Err(NoWitness::TooMuchWork))
}

fn matching(
    pattern: &Pattern,
    sample: Option<&Node>,
    order: &[usize],
    budget: &mut Budget,
) -> Result<Result<Witness, NoWitness>, Exhausted> {
    let mut adapting = SUB_RULES;
    for at in order {
        let Some(alternative) = pattern.alternatives.get(*at) else { continue };
        let conditions = alternative.conditions.iter().filter_map(|(_, at)| pattern.conditions.get(*at));
        let space = Space::new(conditions, budget)?;
        let hold: Rule = (0..alternative.conditions.len()).collect();
        let Some(found) = space.find(Ask { hold: &hold, fail: &[], avoid: &[] }, budget)? else { continue };
        let mut values: Vec<_> = space.values(&found).collect();
        values.sort_by_key(|(name, _)| pattern.conditions.iter().position(|own| own.name == *name));
        if let Some(sample) = sample
            && adapting > 0
        {
            adapting -= 1;
            if let Some((node, names)) = adapt::adapted(pattern, *at, sample, &values)
                && let Some((event, read)) = printed(&node)
            {
                let changed = names.iter().find_map(|name| span(&read, name, &values));
                return Ok(Ok(Witness { event, changed }));
            }
        }
        if let Some((event, read)) = printed(&event(&values))
            && matches(pattern, &read) == Some(true)
        {
            return Ok(Ok(Witness { event, changed: None }));
        }
    }
    Ok(Err(never(pattern, &Space::new(&pattern.conditions, budget)?, budget)?))
}

/// For each condition, in the order of the pattern's text, an event for which it fails and everything else
/// that its sub-rule asks holds, and which the pattern as a whole does not match.
#[must_use]
pub fn failing_events(pattern: &Pattern) -> Vec<(usize, Result<Witness, NoWitness>)> {
    let mut budget = Budget(WORK);
    let space = Space::new(&pattern.conditions, &mut budget);
    let rules: Vec<Rule> = pattern.alternatives.iter().map(|own| rule(own, 0)).collect();
    // Each condition has its share, so that one hard case leaves the others theirs.
    let share = budget.0 / (pattern.conditions.len() as u64).max(1);
    let failing = |number, condition| {
        let space = space.as_ref().map_err(|_| NoWitness::TooMuchWork)?;
        failing(pattern, space, &rules, number, condition, &mut Budget(share.max(50_000)))
            .unwrap_or(Err(NoWitness::TooMuchWork))
    };
    (0..).zip(&pattern.conditions).map(|(number, condition)| (number, failing(number, condition))).collect()
}

fn failing(
    pattern: &Pattern,
    space: &Space<'_>,
    rules: &[Rule],
    number: usize,
    condition: &Condition,
    budget: &mut Budget,
) -> Result<Result<Witness, NoWitness>, Exhausted> {
    let name = || condition.name.clone();
    if !rules.iter().any(|rule| rule.contains(&number)) {
        return Ok(Err(NoWitness::Replaced { name: name() }));
    }
    let fail = [number];
    if space.find(Ask { hold: &[], fail: &fail, avoid: &[] }, budget)?.is_none() {
        return Ok(Err(if space.complete_for(number) {
            NoWitness::AlwaysHolds { name: name() }
        } else {
            NoWitness::NotFound
        }));
    }
    let mut elsewhere = false;
    for (at, own) in rules.iter().enumerate().filter(|(_, rule)| rule.contains(&number)).take(SUB_RULES) {
        let hold: Vec<usize> = own.iter().copied().filter(|other| *other != number).collect();
        let avoid: Vec<&Rule> =
            rules.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, rule)| rule).collect();
        let Some(found) = space.find(Ask { hold: &hold, fail: &fail, avoid: &avoid }, budget)? else {
            elsewhere |= space.find(Ask { hold: &hold, fail: &fail, avoid: &[] }, budget)?.is_some();
            continue;
        };
        let values: Vec<_> = space.values(&found).collect();
        if let Some((event, read)) = printed(&event(&values)) {
            let explanation = explain(pattern, &read);
            let only = explanation
                .alternatives
                .get(at)
                .is_some_and(|finding| finding.failed == fail && finding.conflict.is_empty());
            if only && explanation.verdict() == Some(false) {
                let changed = span(&read, &condition.name, &values);
                return Ok(Ok(Witness { event, changed }));
            }
        }
    }
    Ok(Err(match (space.complete(), elsewhere) {
        (false, _) => NoWitness::NotFound,
        (true, true) => NoWitness::OtherBranch { name: name() },
        (true, false) => never(pattern, space, budget)?,
    }))
}

/// Why no sub-rule can hold: the first condition of the first sub-rule that nothing fulfils.
fn never(pattern: &Pattern, space: &Space<'_>, budget: &mut Budget) -> Result<NoWitness, Exhausted> {
    for (number, condition) in pattern.conditions.iter().enumerate() {
        if space.find(Ask { hold: &[number], fail: &[], avoid: &[] }, budget)?.is_none() {
            return Ok(if space.complete_for(number) {
                NoWitness::NeverHolds { name: condition.name.clone() }
            } else {
                NoWitness::NotFound
            });
        }
    }
    Ok(if pattern.alternatives.is_empty() { NoWitness::NoCondition } else { NoWitness::NotFound })
}

/// The sub-rules, those with the fewest failing conditions first.
fn nearest_first(pattern: &Pattern, event: &Event) -> Vec<usize> {
    let explanation = explain(pattern, event);
    let misses = |at: &usize| {
        explanation.alternatives.get(*at).map(|finding| (finding.failed.len(), finding.conflict.len()))
    };
    let mut order: Vec<usize> = (0..pattern.alternatives.len()).collect();
    order.sort_by_key(misses);
    order
}

/// Where the value that was set for a name stands.
fn span(event: &Event, name: &str, values: &[(&str, &value::Value)]) -> Option<Span> {
    let (_, value) = values.iter().find(|(own, _)| *own == name)?;
    let value = value.as_ref()?;
    event.entries(name).find(|(_, entry)| entry.value == *value).map(|(_, entry)| entry.span)
}
