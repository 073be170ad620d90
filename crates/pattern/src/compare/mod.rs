//! How two patterns relate, shown by events: one only the first matches, one only the second, one both.
//!
//! The two are compared on values that stand for all that their conditions tell apart, in every combination
//! of fields. A field has one value or none; what more values in a list change is told apart, in
//! [`Comparison::both_in_list`]. Fields in lists of objects are not tried.

use crate::matches;
use crate::matching::{Budget, Exhausted};
use crate::syntax::Pattern;
use crate::witness::{Ask, Choices, Rule, Space, event, event_of_lists, is_text, printed, rule};
use serde::{Deserialize, Serialize};

/// How the first pattern relates to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Both match the same events.
    Same,
    /// The first matches all that the second matches, and more.
    Wider,
    /// The second matches all that the first matches, and more.
    Narrower,
    /// Each matches events that the other does not, and some that both do.
    Overlapping,
    /// No event matches both.
    Disjoint,
    /// The work limit was reached before it was clear.
    Unknown,
}

/// What [`compare`] found. Each event was tried on both patterns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The relation, on the values tried.
    pub relation: Relation,
    /// Whether the values tried stand for every value a field can have. `false` where addresses meet parts
    /// of strings, or the strings are too many to walk through.
    pub complete: bool,
    /// An event that only the first pattern matches.
    pub only_a: Option<String>,
    /// An event that only the second pattern matches.
    pub only_b: Option<String>,
    /// An event that both match.
    pub both: Option<String>,
    /// Of disjoint patterns, an event that both match because a field holds a list of values, one for each.
    pub both_in_list: Option<String>,
}

/// Work to prepare the values, and for each of the three questions.
const WORK: u64 = 6_000_000;

/// How many pairs of sub-rules are tried with lists.
const PAIRS: usize = 100;

/// Compares two valid patterns.
#[must_use]
pub fn compare(a: &Pattern, b: &Pattern) -> Comparison {
    let unknown = Comparison {
        relation: Relation::Unknown,
        complete: false,
        only_a: None,
        only_b: None,
        both: None,
        both_in_list: None,
    };
    let conditions = a.conditions.iter().chain(&b.conditions);
    let Ok(space) = Space::new(conditions, &mut Budget(WORK)) else { return unknown };
    let rules = |pattern: &Pattern, first| -> Vec<Rule> {
        pattern.alternatives.iter().map(|alternative| rule(alternative, first)).collect()
    };
    let sides = Sides { a, b, space, own: rules(a, 0), other: rules(b, a.conditions.len()) };
    let only_a = sides.only(&sides.own, &sides.other, true);
    let only_b = sides.only(&sides.other, &sides.own, false);
    let both = sides.both();
    let relation = match (&only_a, &only_b, &both) {
        (Ok(Some(_)), Ok(Some(_)), Ok(Some(_))) => Relation::Overlapping,
        (Ok(Some(_)), Ok(Some(_)), Ok(None)) => Relation::Disjoint,
        (Ok(Some(_)), Ok(None), _) => Relation::Wider,
        (Ok(None), Ok(Some(_)), _) => Relation::Narrower,
        (Ok(None), Ok(None), _) => Relation::Same,
        _ => Relation::Unknown,
    };
    let both_in_list =
        if relation == Relation::Disjoint { sides.both_in_list().unwrap_or_default() } else { None };
    Comparison {
        relation,
        complete: sides.space.complete(),
        only_a: only_a.unwrap_or_default(),
        only_b: only_b.unwrap_or_default(),
        both: both.unwrap_or_default(),
        both_in_list,
    }
}

struct Sides<'p> {
    a: &'p Pattern,
    b: &'p Pattern,
    space: Space<'p>,
    own: Vec<Rule>,
    other: Vec<Rule>,
}

/// The question was not answered: the work limit, or an event that does not show what it should.
struct Open;

impl From<Exhausted> for Open {
    fn from(_: Exhausted) -> Self {
        Self
    }
}

impl Sides<'_> {
    /// An event for which a sub-rule of one side holds and none of the other.
    fn only(&self, hold: &[Rule], avoid: &[Rule], first: bool) -> Result<Option<String>, Open> {
        let mut budget = Budget(WORK);
        let avoid: Vec<&Rule> = avoid.iter().collect();
        for rule in hold {
            let ask = Ask { hold: rule, fail: &[], avoid: &avoid };
            if let Some(found) = self.space.find(ask, &mut budget)? {
                return self.shown(&found, [first, !first]).map(Some);
            }
        }
        Ok(None)
    }

    fn both(&self) -> Result<Option<String>, Open> {
        let mut budget = Budget(WORK);
        for own in &self.own {
            for other in &self.other {
                let hold: Vec<usize> = own.iter().chain(other).copied().collect();
                let ask = Ask { hold: &hold, fail: &[], avoid: &[] };
                if let Some(found) = self.space.find(ask, &mut budget)? {
                    return self.shown(&found, [true, true]).map(Some);
                }
            }
        }
        Ok(None)
    }

    /// The event, if the patterns say of it what they should.
    fn shown(&self, found: &Choices, verdicts: [bool; 2]) -> Result<String, Open> {
        let values: Vec<_> = self.space.values(found).collect();
        let (text, read) = printed(&event(&values)).ok_or(Open)?;
        let tried = [self.a, self.b].map(|pattern| matches(pattern, &read));
        (tried == verdicts.map(Some)).then_some(text).ok_or(Open)
    }

    /// An event where a field that no one value suits holds a value for either side, in a list.
    fn both_in_list(&self) -> Result<Option<String>, Exhausted> {
        let mut budget = Budget(WORK);
        let pairs = self.own.iter().flat_map(|own| self.other.iter().map(move |other| (own, other)));
        for (own, other) in pairs.take(PAIRS) {
            let conditions: Vec<usize> = own.iter().chain(other).copied().collect();
            let fields = self.space.lists(&conditions, &mut budget)?;
            let possible = fields.iter().all(|(name, list)| list.len() < 2 || !is_text(name));
            if let Some((text, read)) = printed(&event_of_lists(&fields)).filter(|_| possible)
                && [self.a, self.b].iter().all(|pattern| matches(pattern, &read) == Some(true))
            {
                return Ok(Some(text));
            }
        }
        Ok(None)
    }
}
