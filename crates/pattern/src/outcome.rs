//! What becomes of each sub-rule: the search's result, or the conditions that made it fail.

use crate::event::{Event, Membership};
use crate::explanation::AlternativeFinding;
use crate::matching::{Budget, Choice, Exhausted, Tried, search};
use crate::syntax::Pattern;

/// A sub-rule's outcome, with the entries its conditions took.
pub(crate) struct Outcome {
    pub finding: AlternativeFinding,
    pub choices: Vec<Choice>,
}

/// Tries every condition, then every sub-rule.
pub(crate) fn try_all(
    pattern: &Pattern,
    event: &Event,
    budget: &mut Budget,
) -> Result<(Vec<Tried>, Vec<Outcome>), Exhausted> {
    if event.is_cut() {
        return Err(Exhausted);
    }
    let tried: Vec<Tried> = pattern
        .conditions
        .iter()
        .map(|condition| Tried::new(condition, event, budget))
        .collect::<Result<_, _>>()?;
    let mut outcomes = Vec::with_capacity(pattern.alternatives.len());
    for alternative in &pattern.alternatives {
        let conditions: Vec<usize> = alternative.conditions.iter().map(|(_, number)| *number).collect();
        let mut finding = AlternativeFinding { conditions, failed: Vec::new(), conflict: Vec::new() };
        let choices = search(alternative, &tried, budget)?;
        if choices.is_none() {
            finding.failed = failed(&finding.conditions, pattern, &tried, event);
            if finding.failed.is_empty() {
                finding.conflict = conflict(&finding.conditions, &tried, budget)?;
            }
        }
        outcomes.push(Outcome { finding, choices: choices.unwrap_or_default() });
    }
    Ok((tried, outcomes))
}

/// The conditions that fail whatever elements the others choose.
fn failed(conditions: &[usize], pattern: &Pattern, tried: &[Tried], event: &Event) -> Vec<usize> {
    let fails = |number: &&usize| {
        let (Some(condition), Some(tried)) = (pattern.conditions.get(**number), tried.get(**number)) else {
            return true;
        };
        if tried.absence.is_none() {
            return tried.accepted.is_empty();
        }
        // Absence fails for good where the field stands outside of any array.
        let outside = |membership: &Membership| *membership == Membership::default();
        !tried.holds_alone()
            && (conditions.len() == 1
                || event.entries(&condition.name).any(|(_, entry)| outside(&entry.membership)))
    };
    conditions.iter().filter(fails).copied().collect()
}

/// Conditions that each hold, and not together: a pair where there is one, else all that stand in arrays.
fn conflict(conditions: &[usize], tried: &[Tried], budget: &mut Budget) -> Result<Vec<usize>, Exhausted> {
    let positive: Vec<(usize, &Tried)> = conditions
        .iter()
        .filter_map(|number| tried.get(*number).map(|tried| (*number, tried)))
        .filter(|(_, tried)| tried.absence.is_none())
        .collect();
    for (at, (first, ours)) in positive.iter().enumerate() {
        for (second, theirs) in positive.iter().skip(at + 1) {
            if !together(ours, theirs, budget)? {
                return Ok(vec![*first, *second]);
            }
        }
    }
    let in_array = |number: &usize| {
        tried.get(*number).is_some_and(|tried| {
            let absent = tried.absence.is_some() && !tried.holds_alone();
            absent || tried.accepted_in.all().any(|membership| *membership != Membership::default())
        })
    };
    let found: Vec<usize> = conditions.iter().copied().filter(in_array).collect();
    Ok(if found.is_empty() { conditions.to_vec() } else { found })
}

/// Whether some accepted entries of both agree on their elements.
fn together(ours: &Tried, theirs: &Tried, budget: &mut Budget) -> Result<bool, Exhausted> {
    budget.spend(ours.accepted_in.len())?;
    for own in ours.accepted_in.all() {
        for (other, _) in theirs.accepted_in.candidates(own) {
            budget.spend(1)?;
            if own.agrees(other) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
