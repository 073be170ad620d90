//! From outcomes to findings: each condition with its reason, what it saw, and what nearly matched.

use crate::event::{Event, Scalar};
use crate::explanation::{Branch, Explanation, Finding, Item, Reason, Seen, Wanted};
use crate::matching::{BUDGET, Budget, Exhausted, Tried};
use crate::near_miss::near_misses;
use crate::operator::Test;
use crate::outcome::{Outcome, try_all};
use crate::syntax::{Condition, Group, ObjectEntry, Pattern};

/// Values shown for one condition; a field of a long array has more.
const SEEN: usize = 20;

/// Tries a pattern on an event and says what happened at every condition.
///
/// Work is bounded; a pattern made to be slow gives an explanation without a verdict.
#[must_use]
pub fn explain(pattern: &Pattern, event: &Event) -> Explanation {
    let mut budget = Budget(BUDGET);
    let (tried, outcomes) = match try_all(pattern, event, &mut budget) {
        Ok(found) => found,
        Err(Exhausted) => return exhausted(pattern),
    };
    let winner = outcomes.iter().position(|outcome| outcome.finding.holds());
    let nearest = || {
        let misses = |outcome: &Outcome| (outcome.finding.failed.len(), outcome.finding.conflict.len());
        outcomes.iter().enumerate().min_by_key(|(_, outcome)| misses(outcome)).map_or(0, |(at, _)| at)
    };
    let shown = winner.unwrap_or_else(nearest);
    let explain = Explain { event, tried: &tried, outcomes: &outcomes, shown };
    let conditions: Vec<Finding> = (0..)
        .zip(&pattern.conditions)
        .map(|(number, condition)| explain.finding(number, condition))
        .collect();
    let outline = outline(&pattern.root, &conditions);
    Explanation {
        conditions,
        alternatives: outcomes.into_iter().map(|outcome| outcome.finding).collect(),
        shown,
        outline,
        exhausted: false,
    }
}

/// Whether the pattern matches: the fold of [`explain`] without its words. `None` when the work limit was
/// reached.
#[must_use]
pub fn matches(pattern: &Pattern, event: &Event) -> Option<bool> {
    let (_, outcomes) = try_all(pattern, event, &mut Budget(BUDGET)).ok()?;
    Some(outcomes.iter().any(|outcome| outcome.finding.holds()))
}

struct Explain<'e> {
    event: &'e Event,
    tried: &'e [Tried],
    outcomes: &'e [Outcome],
    shown: usize,
}

impl Explain<'_> {
    fn finding(&self, number: usize, condition: &Condition) -> Finding {
        let counts = self.outcomes.iter().any(|outcome| outcome.finding.conditions.contains(&number));
        // A condition is told as its sub-rule saw it: the shown one, else the best it takes part in.
        let own = self
            .outcomes
            .get(self.shown)
            .filter(|outcome| outcome.finding.conditions.contains(&number))
            .or_else(|| {
                let mine =
                    self.outcomes.iter().filter(|outcome| outcome.finding.conditions.contains(&number));
                mine.min_by_key(|outcome| outcome.finding.failed.len() + outcome.finding.conflict.len())
            });
        let tried = self.tried.get(number).cloned().unwrap_or_default();
        let choice = own.and_then(|own| own.choices.iter().find(|(taken, ..)| *taken == number));
        let disagrees = own.filter(|own| own.finding.conflict.contains(&number)).map(|own| {
            own.finding.conflict.iter().copied().filter(|other| *other != number).collect::<Vec<_>>()
        });
        let reason = match (choice, disagrees) {
            _ if !counts => Reason::Replaced,
            (Some((_, Some(_), matcher)), _) => Reason::Accepted { matcher: *matcher },
            (Some((_, None, matcher)), _) => Reason::AbsentAsWanted { matcher: *matcher },
            (None, Some(with)) => Reason::ElementsDisagree { with },
            (None, None) => self.alone(condition, &tried),
        };
        let holds = matches!(reason, Reason::Accepted { .. } | Reason::AbsentAsWanted { .. });
        let first = choice.and_then(|(_, entry, _)| *entry);
        let (seen, more) = self.seen(condition, &tried, first);
        let wants = condition
            .matchers
            .iter()
            .map(|matcher| Wanted { span: matcher.span, test: matcher.test.clone() })
            .collect();
        let near = if holds || matches!(reason, Reason::Replaced | Reason::ElementsDisagree { .. }) {
            Vec::new()
        } else {
            near_misses(condition, self.event)
        };
        Finding {
            name: condition.name.clone(),
            key: condition.key,
            span: condition.span,
            wants,
            holds,
            reason,
            seen,
            more,
            near,
        }
    }

    fn alone(&self, condition: &Condition, tried: &Tried) -> Reason {
        if let Some((_, matcher)) = tried.accepted.first() {
            return Reason::Accepted { matcher: *matcher };
        }
        if tried.entries == 0 {
            if let Some(matcher) = tried.absence {
                return Reason::AbsentAsWanted { matcher };
            }
            return match self.event.not_leaf(&condition.name) {
                Some(found) => Reason::NotALeaf { container: found.container, span: found.span },
                None => Reason::Absent,
            };
        }
        let values: Vec<&Scalar> =
            self.event.entries(&condition.name).map(|(_, entry)| &entry.value).collect();
        refusal(condition, &values)
    }

    fn seen(&self, condition: &Condition, tried: &Tried, first: Option<usize>) -> (Vec<Seen>, usize) {
        let mut order: Vec<usize> = self.event.entries(&condition.name).map(|(at, _)| at).collect();
        rulepad_document::order::sort_by_key(&mut order, |at| Some(*at) != first);
        let seen = order.iter().take(SEEN).filter_map(|at| {
            let entry = self.event.entry(*at)?;
            let matcher =
                tried.accepted.iter().find(|(accepted, _)| accepted == at).map(|(_, matcher)| *matcher);
            let json = entry.value.json().into_owned();
            Some(Seen { name: entry.name.clone(), span: entry.span, json, matcher })
        });
        (seen.collect(), order.len().saturating_sub(SEEN))
    }
}

/// Why none of these values is accepted.
fn refusal(condition: &Condition, values: &[&Scalar]) -> Reason {
    let tests: Vec<&Test> = condition.matchers.iter().map(|matcher| &matcher.test).collect();
    if tests.iter().all(|test| matches!(test, Test::Exists(exists) if !exists.0)) {
        return Reason::Present;
    }
    let wanted = tests.first().and_then(|test| test.wanted_kind());
    if let (Some(wanted), Some(first)) = (wanted, values.first())
        && tests.iter().all(|test| test.wanted_kind() == Some(wanted))
        && values.iter().all(|value| value.kind() != wanted)
    {
        return Reason::WrongType { wanted, saw: first.kind() };
    }
    if tests.iter().all(|test| matches!(test, Test::Exact(_) | Test::Exactly(_))) {
        return Reason::NotEqual;
    }
    if tests.iter().all(|test| matches!(test, Test::Numeric(_))) {
        let no_value = values.iter().all(|value| matches!(value, Scalar::Number(_, None)));
        return if no_value { Reason::NotComparable } else { Reason::OutOfRange };
    }
    if let [Test::AnythingBut(test)] = tests.as_slice()
        && let Some(by) = values.iter().find_map(|value| test.excluded_by(value))
    {
        return Reason::Excluded { by };
    }
    Reason::NotAccepted
}

fn outline(group: &Group, conditions: &[Finding]) -> Vec<Item> {
    let mut items = Vec::new();
    for entry in &group.entries {
        match entry {
            ObjectEntry::Condition(number) => items.push(Item::Condition(*number)),
            ObjectEntry::Nested { group, .. } => items.extend(outline(group, conditions)),
            ObjectEntry::AnyOf { key, branches } => {
                let branches: Vec<Branch> = branches
                    .iter()
                    .map(|branch| {
                        let items = outline(branch, conditions);
                        Branch {
                            span: branch.span,
                            holds: items.iter().all(|item| item_holds(item, conditions)),
                            items,
                        }
                    })
                    .collect();
                let holds = branches.iter().any(|branch| branch.holds);
                items.push(Item::AnyOf { key: *key, holds, branches });
            }
        }
    }
    items
}

fn item_holds(item: &Item, conditions: &[Finding]) -> bool {
    match item {
        Item::Condition(number) => conditions.get(*number).is_some_and(|finding| finding.holds),
        Item::AnyOf { holds, .. } => *holds,
    }
}

fn exhausted(pattern: &Pattern) -> Explanation {
    let conditions: Vec<Finding> = pattern
        .conditions
        .iter()
        .map(|condition| Finding {
            name: condition.name.clone(),
            key: condition.key,
            span: condition.span,
            wants: Vec::new(),
            holds: false,
            reason: Reason::NotReached,
            seen: Vec::new(),
            more: 0,
            near: Vec::new(),
        })
        .collect();
    let outline = outline(&pattern.root, &conditions);
    Explanation { conditions, alternatives: Vec::new(), shown: 0, outline, exhausted: true }
}
