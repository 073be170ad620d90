//! One field: values that stand for everything its conditions can tell apart.

use super::value::{Value, holds, inside, outside};
use super::{edge, envelope};
use crate::event::Scalar;
use crate::matching::{Budget, Exhausted};
use crate::operator::Test;
use crate::syntax::Condition;
use std::collections::{HashMap, HashSet};

/// A field and the values to try in it.
pub(crate) struct TriedField<'p> {
    /// Its joined name.
    pub name: &'p str,
    /// Whether the choices stand for every value: what one condition or several make of any value, they
    /// make of one of these.
    pub complete: bool,
    choices: Vec<Choice>,
    /// For each condition, what it accepts and what lies just outside, as places in `choices`.
    inside: Vec<Vec<usize>>,
    outside: Vec<Vec<usize>>,
    /// What a field is that nothing is asked of.
    idle: usize,
}

struct Choice {
    value: Value,
    /// Which conditions hold for it.
    holds: Vec<bool>,
}

impl<'p> TriedField<'p> {
    pub fn new(name: &'p str, conditions: &[&Condition], budget: &mut Budget) -> Result<Self, Exhausted> {
        let mut values = Values::default();
        let mut inside = Vec::new();
        let mut outside = Vec::new();
        for condition in conditions {
            inside.push(values.add_all(likely(name, condition)));
            outside.push(values.add_all(beside(condition)));
        }
        let idle = values.add(envelope::usual(name));
        values.add_all(envelope::hints(name));
        values.add(None);
        values.add_all(edge::other_kinds());
        let tests: Vec<&Test> = conditions
            .iter()
            .flat_map(|condition| &condition.matchers)
            .map(|matcher| &matcher.test)
            .collect();
        values.add_all(edge::numbers(&tests));
        values.add_all(edge::addresses(&tests));
        let (strings, mut complete) = edge::strings(&tests);
        values.add_all(strings);
        complete &= !(tests.iter().any(|test| edge::is_address(test))
            && tests.iter().any(|test| edge::is_partial(test)));
        let mut choices = Vec::with_capacity(values.list.len());
        for value in values.list {
            budget.spend(tests.len())?;
            let holds = conditions
                .iter()
                .map(|condition| holds(condition.matchers.iter().map(|matcher| &matcher.test), &value))
                .collect();
            choices.push(Choice { value, holds });
        }
        Ok(Self { name, complete, choices, inside, outside, idle })
    }

    /// The value of a choice.
    pub fn value(&self, choice: usize) -> &Value {
        self.choices.get(choice).map_or(&None, |choice| &choice.value)
    }

    /// Whether a condition, by its place in this field, holds for a choice.
    pub fn holds(&self, choice: usize, condition: usize) -> bool {
        self.choices.get(choice).and_then(|choice| choice.holds.get(condition)).copied().unwrap_or(false)
    }

    /// The choices for which these conditions hold and those fail, the most telling first; one choice for
    /// each set of conditions that hold.
    pub fn domain(
        &self,
        hold: &[usize],
        fail: &[usize],
        budget: &mut Budget,
    ) -> Result<Vec<usize>, Exhausted> {
        budget.spend(self.choices.len())?;
        let told = |lists: &[Vec<usize>], conditions: &[usize]| -> Vec<usize> {
            conditions.iter().filter_map(|at| lists.get(*at)).flatten().copied().collect()
        };
        let first = if hold.is_empty() && fail.is_empty() {
            vec![self.idle]
        } else if fail.is_empty() {
            told(&self.inside, hold)
        } else {
            told(&self.outside, fail)
        };
        let fits = |at: &usize| {
            hold.iter().all(|condition| self.holds(*at, *condition))
                && !fail.iter().any(|condition| self.holds(*at, *condition))
        };
        let mut seen = HashSet::new();
        let new = |at: &usize| self.choices.get(*at).is_some_and(|choice| seen.insert(&choice.holds));
        Ok(first.into_iter().chain(0..self.choices.len()).filter(fits).filter(new).collect())
    }
}

/// Values in the order in which they were met, each once.
#[derive(Default)]
struct Values {
    list: Vec<Value>,
    places: HashMap<Option<String>, usize>,
}

impl Values {
    fn add(&mut self, value: Value) -> usize {
        let key = value.as_ref().map(|value| value.json().into_owned());
        let at = *self.places.entry(key).or_insert(self.list.len());
        if at == self.list.len() {
            self.list.push(value);
        }
        at
    }

    fn add_all(&mut self, values: impl IntoIterator<Item = Value>) -> Vec<usize> {
        values.into_iter().map(|value| self.add(value)).collect()
    }
}

/// What a condition accepts, in the order of its matchers: plain values as they are, then values that are
/// usual for a field of this name.
fn likely(name: &str, condition: &Condition) -> Vec<Value> {
    let mut found = Vec::new();
    for matcher in &condition.matchers {
        if matcher.test.operator().is_some() {
            let usual = std::iter::once(envelope::usual(name)).chain(envelope::hints(name));
            found.extend(usual.filter(|value| value.is_some() && holds([&matcher.test].into_iter(), value)));
        }
        found.extend(inside(&matcher.test));
    }
    found
}

fn beside(condition: &Condition) -> Vec<Value> {
    let mut found: Vec<Value> =
        condition.matchers.iter().flat_map(|matcher| outside(&matcher.test)).collect();
    // A wrong value, if only of another kind, tells more than none.
    found.push(Some(Scalar::Number("1".to_owned(), Some(1.0))));
    found.sort_by_key(Option::is_none);
    found
}
