//! The search: one sub-rule against one event, with the array elements kept consistent.

use crate::elements::Elements;
use crate::event::{Event, Membership};
use crate::operator::Test;
use crate::syntax::{Alternative, Condition, Matcher};

/// How many membership comparisons one evaluation may take. Real patterns need a few hundred; the limit
/// keeps hostile ones from stopping the page.
pub(crate) const BUDGET: u64 = 3_000_000;

/// The budget is spent.
#[derive(Debug)]
pub(crate) struct Exhausted;

/// Counts work down.
pub(crate) struct Budget(pub u64);

impl Budget {
    pub fn spend(&mut self, steps: usize) -> Result<(), Exhausted> {
        self.0 = self.0.checked_sub(steps as u64).ok_or(Exhausted)?;
        Ok(())
    }
}

/// What a condition makes of the event on its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tried {
    /// Entries that a matcher accepts, with that matcher's place in the list.
    pub accepted: Vec<(usize, usize)>,
    /// Whether an absent field is accepted, and by which matcher.
    pub absence: Option<usize>,
    /// How many entries the field has.
    pub entries: usize,
    /// Where the accepted entries stand.
    pub accepted_in: Elements,
    /// Where all entries stand, for a condition that accepts absence.
    pub present_in: Elements,
}

impl Tried {
    /// Tries every matcher on every value under the condition's name.
    pub fn new(condition: &Condition, event: &Event, budget: &mut Budget) -> Result<Self, Exhausted> {
        let wanted = |matcher: &Matcher| matches!(matcher.test, Test::Exists(exists) if !exists.0);
        let absence = condition.matchers.iter().position(wanted);
        let mut tried = Self { absence, ..Self::default() };
        for (at, entry) in event.entries(&condition.name) {
            budget.spend(condition.matchers.len())?;
            tried.entries += 1;
            if let Some(matcher) =
                condition.matchers.iter().position(|matcher| matcher.test.accepts(&entry.value))
            {
                tried.accepted.push((at, matcher));
            }
        }
        let memberships = tried.accepted.iter().filter_map(|(at, _)| event.entry(*at));
        tried.accepted_in = Elements::new(memberships.map(|entry| &entry.membership));
        if tried.absence.is_some() {
            let entries = event.entries(&condition.name);
            tried.present_in = Elements::new(entries.map(|(_, entry)| &entry.membership));
        }
        Ok(tried)
    }

    /// Whether the condition holds when nothing else is asked.
    pub fn holds_alone(&self) -> bool {
        !self.accepted.is_empty() || (self.absence.is_some() && self.entries == 0)
    }
}

/// The entry a condition took, with its matcher; `None` for an absent field.
pub(crate) type Choice = (usize, Option<usize>, usize);

/// Finds entries for all conditions of a sub-rule that agree on their array elements.
///
/// The conditions are tried in name order and absence is judged within the elements chosen so far, as
/// AWS's engine does it; so `exists: false` sees other elements when its name sorts first.
pub(crate) fn search(
    alternative: &Alternative,
    tried: &[Tried],
    budget: &mut Budget,
) -> Result<Option<Vec<Choice>>, Exhausted> {
    let possible = |(_, number): &(String, usize)| {
        tried.get(*number).is_some_and(|tried| tried.absence.is_some() || !tried.accepted.is_empty())
    };
    if !alternative.conditions.iter().all(possible) {
        return Ok(None);
    }
    let mut choices = Vec::with_capacity(alternative.conditions.len());
    let mut search = Search { alternative, tried, budget };
    let found = search.from(0, &Membership::default(), &mut choices)?;
    Ok(found.then_some(choices))
}

struct Search<'s> {
    alternative: &'s Alternative,
    tried: &'s [Tried],
    budget: &'s mut Budget,
}

impl Search<'_> {
    fn from(&mut self, at: usize, chosen: &Membership, choices: &mut Vec<Choice>) -> Result<bool, Exhausted> {
        let Some((_, number)) = self.alternative.conditions.get(at) else { return Ok(true) };
        let Some(tried) = self.tried.get(*number) else { return Ok(false) };
        for (membership, place) in tried.accepted_in.candidates(chosen) {
            self.budget.spend(1)?;
            let Some((entry, matcher)) = tried.accepted.get(*place).filter(|_| membership.agrees(chosen))
            else {
                continue;
            };
            choices.push((*number, Some(*entry), *matcher));
            if self.from(at + 1, &chosen.with(membership), choices)? {
                return Ok(true);
            }
            choices.pop();
        }
        if let Some(matcher) = tried.absence {
            let mut present = false;
            for (membership, _) in tried.present_in.candidates(chosen) {
                self.budget.spend(1)?;
                if membership.agrees(chosen) {
                    present = true;
                    break;
                }
            }
            if !present {
                choices.push((*number, None, matcher));
                if self.from(at + 1, chosen, choices)? {
                    return Ok(true);
                }
                choices.pop();
            }
        }
        Ok(false)
    }
}
