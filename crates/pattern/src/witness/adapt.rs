//! Changes a given event as little as it takes to make a sub-rule hold.

use super::tree::set;
use super::value::Value;
use crate::event::{Event, Scalar};
use crate::syntax::Pattern;
use crate::{explain, matches};
use rulepad_document::json::Node;

/// How many elements of an array are tried.
const ELEMENTS: usize = 4;

/// The sample with the failing fields of one sub-rule changed, and the names of the changed fields; `None`
/// where setting values leads to no match.
pub(super) fn adapted<'n>(
    pattern: &Pattern,
    alternative: usize,
    sample: &Node,
    values: &[(&'n str, &Value)],
) -> Option<(Node, Vec<&'n str>)> {
    let rule = pattern.alternatives.get(alternative)?;
    let all: Vec<&str> = rule.conditions.iter().map(|(name, _)| name.as_str()).collect();
    let (failed, _) = missing(pattern, alternative, sample)?;
    // From the fewest fields to all of them.
    let fixed = changed(sample, &failed, values, 0);
    let found = attempt(pattern, sample, &failed, values).or_else(|| {
        let (more, conflict) = missing(pattern, alternative, &fixed)?;
        let one = conflict.iter().find_map(|name| attempt(pattern, &fixed, &[*name], values));
        one.or_else(|| attempt(pattern, &fixed, &[more, conflict].concat(), values))
    });
    let node = found.or_else(|| attempt(pattern, sample, &all, values))?;
    let before = Event::new(sample)?;
    let after = Event::new(&node)?;
    let scalars = |event: &Event, name: &str| -> Vec<Scalar> {
        event.entries(name).map(|(_, entry)| entry.value.clone()).collect()
    };
    let set =
        values.iter().map(|(name, _)| *name).filter(|name| scalars(&before, name) != scalars(&after, name));
    Some((node, set.collect()))
}

/// The event with these fields set, in the first array elements for which the pattern then matches.
fn attempt(pattern: &Pattern, sample: &Node, names: &[&str], values: &[(&str, &Value)]) -> Option<Node> {
    let tries = (0..ELEMENTS).map(|element| changed(sample, names, values, element));
    tries
        .into_iter()
        .find(|node| Event::new(node).is_some_and(|event| matches(pattern, &event) == Some(true)))
}

fn changed(sample: &Node, names: &[&str], values: &[(&str, &Value)], element: usize) -> Node {
    let mut node = sample.clone();
    // What is taken away goes first: it must not take a value that was just set.
    for absent in [true, false] {
        let own = values.iter().filter(|(name, value)| names.contains(name) && value.is_none() == absent);
        own.for_each(|(name, value)| set(&mut node, name, value, element));
    }
    node
}

/// The names whose conditions fail, and those that hold in different array elements.
fn missing<'p>(
    pattern: &'p Pattern,
    alternative: usize,
    node: &Node,
) -> Option<(Vec<&'p str>, Vec<&'p str>)> {
    let explanation = explain(pattern, &Event::new(node)?);
    let finding = explanation.alternatives.get(alternative)?;
    let names = |numbers: &[usize]| -> Vec<&'p str> {
        let conditions = numbers.iter().filter_map(|number| pattern.conditions.get(*number));
        conditions.map(|condition| condition.name.as_str()).collect()
    };
    Some((names(&finding.failed), names(&finding.conflict)))
}
