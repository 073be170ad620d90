//! Paths from `$events` that select values and do nothing else, followed in the events themselves.

use crate::Events;
use crate::outcome::{Part, Place};
use crate::reads::part;
use jlens_core::ast::{Node as Written, NodeKind, Stage};
use rulepad_document::json::{Node, Value};

/// A value of an event, and where it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'e> {
    pub node: &'e Node,
    pub place: Place,
    /// Whether it is the event itself.
    is_event: bool,
}

/// A step of a plain path.
enum Step<'n> {
    Name(&'n str),
    Index(f64),
}

/// The values that a plain path selects, in their order; `None` where the part of the expression is no plain path.
pub(crate) fn select<'e>(node: &Written, events: Events<'e>) -> Option<Vec<Found<'e>>> {
    let steps = steps(node)?;
    let mut found: Vec<Found<'e>> = (0..)
        .zip(events.list())
        .map(|(event, node)| Found {
            node,
            place: Place { event, part: Part::Event, span: node.span },
            is_event: true,
        })
        .collect();
    // `$events` itself may be an array: its index chooses among the events.
    let mut groups: Vec<Vec<Found<'e>>> = vec![std::mem::take(&mut found)];
    for step in steps {
        groups = match step {
            Step::Index(index) => groups.into_iter().map(|group| chosen(group, index)).collect(),
            Step::Name(name) => {
                let parents = groups.into_iter().flatten();
                parents.flat_map(objects).map(|parent| named(parent, name)).collect()
            }
        };
    }
    Some(groups.into_iter().flatten().collect())
}

/// The steps of a plain path from `$events`.
fn steps(node: &Written) -> Option<Vec<Step<'_>>> {
    let nodes = match &node.kind {
        NodeKind::Path { steps, .. } => steps.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let own_attributes = matches!(node.kind, NodeKind::Path { .. });
    let (first, rest) = nodes.split_first()?;
    if !matches!(&first.kind, NodeKind::Variable { name } if name == "events") {
        return None;
    }
    let mut out = Vec::new();
    indexes(first, &mut out)?;
    for step in rest {
        let NodeKind::Name { name } = &step.kind else { return None };
        out.push(Step::Name(name));
        indexes(step, &mut out)?;
    }
    if own_attributes {
        indexes(node, &mut out)?;
    }
    Some(out)
}

/// The indexes behind a step; `None` where something else is there.
fn indexes<'n>(node: &'n Written, out: &mut Vec<Step<'n>>) -> Option<()> {
    let attributes = &node.attrs;
    let more = attributes.tuple
        || attributes.focus.is_some()
        || attributes.index.is_some()
        || attributes.group.is_some()
        || attributes.ancestor.is_some();
    if more {
        return None;
    }
    for stage in attributes.stages.iter().chain(&attributes.predicate) {
        let Stage::Filter { expr, .. } = stage else { return None };
        let index = match &expr.kind {
            NodeKind::Number { value } => *value,
            NodeKind::Negate { expr } => match &expr.kind {
                NodeKind::Number { value } => -value,
                _ => return None,
            },
            _ => return None,
        };
        out.push(Step::Index(index.floor()));
    }
    Some(())
}

/// The value at an index of what a step selected from one value; below zero from the end.
fn chosen(group: Vec<Found<'_>>, index: f64) -> Vec<Found<'_>> {
    let items: Vec<Found<'_>> = match group.as_slice() {
        [only] => match &only.node.value {
            Value::Array(items) => items.iter().map(|item| inside(*only, item)).collect(),
            _ => group,
        },
        _ => group,
    };
    let at = if index < 0.0 { index + items.len() as f64 } else { index };
    if at < 0.0 || at >= items.len() as f64 {
        Vec::new()
    } else {
        items.get(at as usize).copied().into_iter().collect()
    }
}

/// A value inside another one of the same part.
pub(crate) fn inside<'e>(around: Found<'e>, node: &'e Node) -> Found<'e> {
    Found { node, place: Place { span: node.span, ..around.place }, is_event: around.is_event }
}

/// The value of a member.
pub(crate) fn member<'e>(around: Found<'e>, key: &str, node: &'e Node) -> Found<'e> {
    let part = if around.is_event { part(key) } else { around.place.part };
    Found { node, place: Place { part, span: node.span, ..around.place }, is_event: false }
}

/// A value of the events by its node. Which part of its event it is in is not known, unless the caller gives it.
pub(crate) fn of_container(node: &Node, event: u32, part: Part) -> Found<'_> {
    Found { node, place: Place { event, part, span: node.span }, is_event: part == Part::Event }
}

/// The objects of a value: itself, or those of an array, at any depth.
fn objects(found: Found<'_>) -> Vec<Found<'_>> {
    match &found.node.value {
        Value::Array(items) => items.iter().flat_map(|item| objects(inside(found, item))).collect(),
        Value::Object(_) => vec![found],
        _ => Vec::new(),
    }
}

/// The value of a name; of one that is there twice the last.
fn named<'e>(parent: Found<'e>, name: &str) -> Vec<Found<'e>> {
    let Some(node) = parent.node.get(name) else { return Vec::new() };
    vec![member(parent, name, node)]
}

/// The values as a sequence has them: an array among them gives its items where there is more than one value.
pub(crate) fn flattened(found: Vec<Found<'_>>) -> Vec<Found<'_>> {
    if found.len() < 2 {
        return found;
    }
    found
        .into_iter()
        .flat_map(|own| match &own.node.value {
            Value::Array(items) => items.iter().map(|item| inside(own, item)).collect(),
            _ => vec![own],
        })
        .collect()
}
