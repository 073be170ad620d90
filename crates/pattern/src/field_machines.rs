//! Which matchers AWS's engine keeps in one machine: those of a field that follow the same matches.

use crate::address;
use crate::event::Scalar;
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::operator::exact::Exact;
use crate::syntax::{Matcher, Pattern};
use std::collections::{BTreeMap, BTreeSet};

/// The matchers of one field that the engine tries on a value at once.
pub(crate) struct FieldMachine<'p> {
    /// The joined name of the field.
    pub name: &'p str,
    /// The matchers in the order in which they are added, repeated ones repeated.
    pub added: Vec<&'p Matcher>,
    /// The matchers without repetition.
    pub matchers: Vec<&'p Matcher>,
    /// The state each of them leads to.
    next: Vec<usize>,
}

/// All machines of a pattern.
pub(crate) struct FieldMachines<'p> {
    /// The machines, in the order in which they come to be.
    pub machines: Vec<FieldMachine<'p>>,
    /// Whether that is all of them; hostile `$or`s need more work than is spent here.
    pub complete: bool,
}

/// How many pairs of matchers are compared at most.
const BUDGET: usize = 2_000_000;

/// Adds the sub-rules one after the other as the engine does: the fields by name, and a matcher that is there
/// already leads where it led before. So the branches of an `$or` share the machine of a field exactly where
/// they share a matcher of every field that sorts before it.
pub(crate) fn of(pattern: &Pattern) -> FieldMachines<'_> {
    let mut building = Building { machines: Vec::new(), states: vec![BTreeMap::new()], budget: BUDGET };
    for alternative in &pattern.alternatives {
        let mut reached = BTreeSet::from([0]);
        for (name, number) in &alternative.conditions {
            let Some(condition) = pattern.conditions.get(*number) else { continue };
            let mut next = BTreeSet::new();
            for state in reached {
                if building.add(state, name, &condition.matchers, &mut next).is_none() {
                    return FieldMachines { machines: building.machines, complete: false };
                }
            }
            reached = next;
        }
    }
    FieldMachines { machines: building.machines, complete: true }
}

struct Building<'p> {
    machines: Vec<FieldMachine<'p>>,
    /// The machine of each field that is tried in a state.
    states: Vec<BTreeMap<&'p str, usize>>,
    budget: usize,
}

impl<'p> Building<'p> {
    fn add(
        &mut self,
        state: usize,
        name: &'p str,
        matchers: &'p [Matcher],
        reached: &mut BTreeSet<usize>,
    ) -> Option<()> {
        let free = self.machines.len();
        let at = *self.states.get_mut(state)?.entry(name).or_insert(free);
        if at == free {
            let (added, matchers, next) = (Vec::new(), Vec::new(), Vec::new());
            self.machines.push(FieldMachine { name, added, matchers, next });
        }
        let machine = self.machines.get_mut(at)?;
        let mut last = None;
        for matcher in matchers {
            self.budget = self.budget.checked_sub(1 + machine.matchers.len())?;
            machine.added.push(matcher);
            let known = machine.matchers.iter().position(|own| same(&own.test, &matcher.test));
            let next = match known.and_then(|known| machine.next.get(known)) {
                Some(next) => *next,
                None => {
                    // New matchers of one list lead on together.
                    let next = last.unwrap_or(self.states.len());
                    if next == self.states.len() {
                        self.states.push(BTreeMap::new());
                    }
                    machine.matchers.push(matcher);
                    machine.next.push(next);
                    next
                }
            };
            last = Some(next);
            reached.insert(next);
        }
        Some(())
    }
}

/// Whether AWS's engine takes two matchers for one.
pub(crate) fn same(a: &Test, b: &Test) -> bool {
    match (a, b) {
        (
            Test::Exact(Exact(Scalar::Number(text, value))),
            Test::Exact(Exact(Scalar::Number(other, found))),
        ) => text == other || (value.is_some() && value == found),
        (Test::Exact(Exact(Scalar::Number(_, Some(value)))), Test::Numeric(numeric))
        | (Test::Numeric(numeric), Test::Exact(Exact(Scalar::Number(_, Some(value))))) => {
            let is = |bound: &Option<crate::operator::numeric::Bound>| {
                bound.as_ref().is_some_and(|bound| bound.value == *value)
            };
            is(&numeric.bottom) && is(&numeric.top)
        }
        (Test::Exact(Exact(Scalar::String(text))), Test::Exact(Exact(Scalar::String(other)))) => {
            text == other || address::parse(text).is_ok_and(|own| address::parse(other) == Ok(own))
        }
        (Test::Exact(Exact(Scalar::String(text))), Test::Exactly(exactly))
        | (Test::Exactly(exactly), Test::Exact(Exact(Scalar::String(text)))) => {
            *text == exactly.0 && address::parse(text).is_err()
        }
        (Test::AnythingBut(a), Test::AnythingBut(b)) => same_set(a, b),
        _ => a == b,
    }
}

fn same_set(a: &AnythingBut, b: &AnythingBut) -> bool {
    fn sets<T: PartialEq>(a: &[T], b: &[T]) -> bool {
        a.iter().all(|own| b.contains(own)) && b.iter().all(|own| a.contains(own))
    }
    match (a, b) {
        (AnythingBut::Strings(a), AnythingBut::Strings(b))
        | (AnythingBut::Prefix(a), AnythingBut::Prefix(b))
        | (AnythingBut::Suffix(a), AnythingBut::Suffix(b)) => sets(a, b),
        (AnythingBut::Numbers(a), AnythingBut::Numbers(b)) => {
            let values = |list: &[(String, f64)]| list.iter().map(|(_, value)| *value).collect::<Vec<_>>();
            sets(&values(a), &values(b))
        }
        (AnythingBut::IgnoreCase(a), AnythingBut::IgnoreCase(b)) => sets(a, b),
        (AnythingBut::Wildcard(a), AnythingBut::Wildcard(b)) => sets(a, b),
        _ => a == b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    /// Name and number of matchers of each machine.
    fn shape(pattern: &str) -> Vec<(String, usize)> {
        let parsed = parse(pattern);
        let machines = of(&parsed.pattern).machines;
        machines.iter().map(|machine| (machine.name.to_owned(), machine.matchers.len())).collect()
    }

    fn named(shape: &[(&str, usize)]) -> Vec<(String, usize)> {
        shape.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
    }

    #[test]
    fn branches_share_what_follows_a_shared_matcher() {
        let apart = r#"{"$or": [{"a": [1], "b": ["x"]}, {"a": [2], "b": ["y"]}]}"#;
        assert_eq!(shape(apart), named(&[("a", 2), ("b", 1), ("b", 1)]));
        let together = r#"{"$or": [{"a": [1], "b": ["x"]}, {"a": [1.0, 2], "b": ["y"]}]}"#;
        assert_eq!(shape(together), named(&[("a", 2), ("b", 2)]));
        let twice = r#"{"$or": [{"a": [1], "b": ["x"]}, {"a": [2], "b": ["y"]}, {"a": [1, 2], "b": ["z"]}]}"#;
        assert_eq!(shape(twice), named(&[("a", 2), ("b", 2), ("b", 2)]));
    }

    #[test]
    fn one_matcher_may_be_written_in_many_ways() {
        for (a, b) in [
            ("300", "3e2"),
            ("5", r#"{"numeric": ["=", 5.0]}"#),
            (r#""x""#, r#"{"exactly": "x"}"#),
            (r#""10.0.0.1""#, r#""010.0.0.1""#),
            (r#"{"anything-but": ["x", "y"]}"#, r#"{"anything-but": ["y", "x"]}"#),
            (r#"{"wildcard": "a*"}"#, r#"{"wildcard": "\u0061*"}"#),
        ] {
            assert_eq!(shape(&format!(r#"{{"a": [{a}, {b}]}}"#)), named(&[("a", 1)]), "{a} {b}");
        }
        for (a, b) in [
            (r#""1""#, "1"),
            (r#"{"exactly": "10.0.0.1"}"#, r#""10.0.0.1""#),
            (r#"{"prefix": "x"}"#, r#"{"suffix": "x"}"#),
        ] {
            assert_eq!(shape(&format!(r#"{{"a": [{a}, {b}]}}"#)), named(&[("a", 2)]), "{a} {b}");
        }
    }

    #[test]
    fn hostile_branches_end() {
        let pair = |at: usize| {
            format!(
                r#"{{"$or": [{{"f{at:02}": [1, 2, 3]}}, {{"f{at:02}": [2, 4]}}, {{"f{at:02}": [3, 4]}}]}}"#
            )
        };
        let pairs: Vec<String> = (0..6)
            .map(|at| pair(at).trim_start_matches('{').trim_end_matches('}').to_owned() + "}")
            .collect();
        // Several `$or` need different places: each stands under its own name.
        let members: Vec<String> =
            pairs.iter().enumerate().map(|(at, pair)| format!(r#""g{at}": {{{pair}"#)).collect();
        let parsed = parse(&format!("{{{}}}", members.join(", ")));
        assert_eq!(parsed.pattern.alternatives.len(), 729);
        assert!(of(&parsed.pattern).machines.len() > 5);
    }
}
