//! Why a pattern matches an event, or why not, as data in the order of the pattern.

use crate::event::{Event, Membership, Scalar};
use crate::matching::{BUDGET, Budget, Choice, Exhausted, Tried, search};
use crate::near_miss::{NearMiss, near_misses};
use crate::operator::Test;
use crate::syntax::{Condition, Entry, Group, Pattern};
use rulepad_document::Span;
use serde::{Deserialize, Serialize};

/// Values shown for one condition; a field of a long array has more.
const SEEN: usize = 20;

/// What [`explain`] found. The verdict is its fold: see [`Explanation::verdict`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// Every condition, in the order of the pattern's text.
    pub conditions: Vec<Finding>,
    /// The sub-rules; the pattern matches when one of them holds.
    pub alternatives: Vec<AlternativeFinding>,
    /// The sub-rule that won, or the one that came nearest.
    pub shown: usize,
    /// The pattern's structure over the conditions.
    pub outline: Vec<Item>,
    /// Whether the work limit was reached, so that there is no verdict.
    pub exhausted: bool,
}

/// One sub-rule's outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlternativeFinding {
    /// The conditions that must hold together.
    pub conditions: Vec<usize>,
    /// Those that cannot hold, whatever the others choose.
    pub failed: Vec<usize>,
    /// Those that hold one by one, and not in the same array elements.
    pub conflict: Vec<usize>,
}

impl AlternativeFinding {
    /// Whether all conditions hold together.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.failed.is_empty() && self.conflict.is_empty()
    }
}

/// A line of the pattern's structure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// The condition with this number.
    Condition(usize),
    /// `$or`.
    AnyOf {
        /// Where `$or` stands.
        key: Span,
        /// Whether a branch holds.
        holds: bool,
        /// The branches.
        branches: Vec<Branch>,
    },
}

/// One branch of an `$or`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Branch {
    /// Where the branch stands.
    pub span: Span,
    /// Whether all of it holds.
    pub holds: bool,
    /// What it asks.
    pub items: Vec<Item>,
}

/// What became of one condition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The joined name of the field.
    pub name: String,
    /// Where the last part of the name stands in the pattern.
    pub key: Span,
    /// Where its list of matchers stands in the pattern.
    pub span: Span,
    /// What the matchers want, in order.
    pub wants: Vec<Wanted>,
    /// Whether it holds.
    pub holds: bool,
    /// Why.
    pub reason: Reason,
    /// The values it looked at, the one that decided first where there is one.
    pub seen: Vec<Seen>,
    /// How many more values there are.
    pub more: usize,
    /// What nearly matched.
    pub near: Vec<NearMiss>,
}

/// What one matcher wants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    /// Where it stands in the pattern.
    pub span: Span,
    /// In words, as it stands after "wants".
    pub text: String,
}

/// A value a condition looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// Its name, with array indexes.
    pub name: String,
    /// Where it stands in the event.
    pub span: Span,
    /// The value as JSON.
    pub json: String,
    /// The matcher that accepts it.
    pub matcher: Option<usize>,
}

/// Why a condition holds or fails.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// The first seen value is accepted by this matcher.
    Accepted {
        /// The matcher's place in its list.
        matcher: usize,
    },
    /// The field is absent, and that is what this matcher wants.
    AbsentAsWanted {
        /// The matcher's place in its list.
        matcher: usize,
    },
    /// The field is not in the event.
    Absent,
    /// The field is there and holds no value itself.
    NotALeaf {
        /// `an object`, `an empty object`, `an empty array`.
        kind: String,
        /// Where it stands in the event.
        span: Span,
    },
    /// The field has a value and must not.
    Present,
    /// The value is of another type.
    WrongType {
        /// What the pattern wants, with its article.
        wanted: String,
        /// What the event has, with its article.
        saw: String,
    },
    /// The value is none of the plain values.
    NotEqual,
    /// The number is outside the range.
    OutOfRange,
    /// The number is one that AWS gives no numeric value.
    NotComparable,
    /// `anything-but` excludes every value.
    Excluded {
        /// The entry that did, in words.
        by: String,
    },
    /// No matcher accepts the value.
    NotAccepted,
    /// It holds alone, in an array element in which another condition fails.
    ElementsDisagree {
        /// The conditions it cannot hold together with.
        with: Vec<usize>,
    },
    /// A later condition on the same name takes its place.
    Replaced,
    /// The work limit was reached before it was tried.
    NotReached,
}

impl Explanation {
    /// Whether the pattern matches: some sub-rule holds. `None` when the work limit was reached.
    #[must_use]
    pub fn verdict(&self) -> Option<bool> {
        (!self.exhausted).then(|| self.alternatives.iter().any(AlternativeFinding::holds))
    }

    /// The conditions of the sub-rule that won or came nearest.
    pub fn shown_conditions(&self) -> impl Iterator<Item = (usize, &Finding)> {
        let shown =
            self.alternatives.get(self.shown).map(|shown| shown.conditions.as_slice()).unwrap_or_default();
        let mut in_order = shown.to_vec();
        in_order.sort_unstable();
        in_order.into_iter().filter_map(|number| self.conditions.get(number).map(|finding| (number, finding)))
    }
}

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

struct Outcome {
    finding: AlternativeFinding,
    choices: Vec<Choice>,
}

fn try_all(
    pattern: &Pattern,
    event: &Event,
    budget: &mut Budget,
) -> Result<(Vec<Tried>, Vec<Outcome>), Exhausted> {
    let tried: Vec<Tried> = pattern
        .conditions
        .iter()
        .map(|condition| Tried::new(condition, event, budget))
        .collect::<Result<_, _>>()?;
    let mut outcomes = Vec::with_capacity(pattern.alternatives.len());
    for alternative in &pattern.alternatives {
        let conditions: Vec<usize> = alternative.conditions.iter().map(|(_, number)| *number).collect();
        let mut finding = AlternativeFinding { conditions, failed: Vec::new(), conflict: Vec::new() };
        let choices = search(alternative, &tried, event, budget)?;
        if choices.is_none() {
            finding.failed = failed(&finding.conditions, pattern, &tried, event);
            if finding.failed.is_empty() {
                finding.conflict = conflict(&finding.conditions, &tried, event, budget)?;
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
fn conflict(
    conditions: &[usize],
    tried: &[Tried],
    event: &Event,
    budget: &mut Budget,
) -> Result<Vec<usize>, Exhausted> {
    let memberships = |number: usize| -> Vec<&Membership> {
        let accepted = tried.get(number).map(|tried| tried.accepted.as_slice()).unwrap_or_default();
        accepted.iter().filter_map(|(entry, _)| event.entry(*entry)).map(|entry| &entry.membership).collect()
    };
    let positive: Vec<(usize, Vec<&Membership>)> = conditions
        .iter()
        .filter(|number| tried.get(**number).is_some_and(|tried| tried.absence.is_none()))
        .map(|number| (*number, memberships(*number)))
        .collect();
    for (at, (first, ours)) in positive.iter().enumerate() {
        for (second, theirs) in positive.iter().skip(at + 1) {
            budget.spend(ours.len().saturating_mul(theirs.len()))?;
            if !ours.iter().any(|own| theirs.iter().any(|other| own.agrees(other))) {
                return Ok(vec![*first, *second]);
            }
        }
    }
    let in_array = |number: &usize| {
        let absent = tried.get(*number).is_some_and(|tried| tried.absence.is_some() && !tried.holds_alone());
        absent || memberships(*number).iter().any(|membership| **membership != Membership::default())
    };
    let found: Vec<usize> = conditions.iter().copied().filter(in_array).collect();
    Ok(if found.is_empty() { conditions.to_vec() } else { found })
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
            .map(|matcher| Wanted { span: matcher.span, text: matcher.test.wants() })
            .collect();
        let near = if holds || matches!(reason, Reason::Replaced) {
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
                Some(found) => Reason::NotALeaf { kind: found.kind.to_owned(), span: found.span },
                None => Reason::Absent,
            };
        }
        let values: Vec<&Scalar> =
            self.event.entries(&condition.name).map(|(_, entry)| &entry.value).collect();
        refusal(condition, &values)
    }

    fn seen(&self, condition: &Condition, tried: &Tried, first: Option<usize>) -> (Vec<Seen>, usize) {
        let mut order: Vec<usize> = self.event.entries(&condition.name).map(|(at, _)| at).collect();
        order.sort_by_key(|at| Some(*at) != first);
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
    let kinds: Vec<Option<&str>> = tests.iter().map(|test| test.wanted_kind()).collect();
    let first = values.first().map(|value| value.kind()).unwrap_or_default();
    let wanted = kinds.first().copied().flatten();
    if let Some(wanted) = wanted
        && kinds.iter().all(|kind| *kind == Some(wanted))
        && values.iter().all(|value| value.kind() != wanted)
    {
        return Reason::WrongType { wanted: wanted.to_owned(), saw: first.to_owned() };
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
            Entry::Condition(number) => items.push(Item::Condition(*number)),
            Entry::Nested { group, .. } => items.extend(outline(group, conditions)),
            Entry::AnyOf { key, branches } => {
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
