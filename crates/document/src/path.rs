//! From a place in a document to its name and back.

use crate::json::{Node, Value};
use crate::text::Span;

/// One step into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into the member of an object with this key.
    Key(String),
    /// Into the element of an array, from 0.
    Index(usize),
}

/// The steps to the deepest value at a byte offset, with that value. A place on a key counts as its value.
#[must_use]
pub fn at(root: &Node, offset: u32) -> Option<(Vec<Step>, &Node)> {
    let mut steps = Vec::new();
    let mut node = root.span.touches(offset).then_some(root)?;
    loop {
        let next = match &node.value {
            Value::Object(members) => members.iter().find_map(|member| {
                let whole = member.key_span.to(member.value.span);
                whole.touches(offset).then(|| (Step::Key(member.key.clone()), &member.value))
            }),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .find_map(|(index, item)| item.span.touches(offset).then_some((Step::Index(index), item))),
            _ => None,
        };
        let Some((step, inner)) = next else { return Some((steps, node)) };
        steps.push(step);
        node = inner;
    }
}

/// The name a person reads for these steps: `detail.phases[0].phase-type`.
#[must_use]
pub fn name(steps: &[Step]) -> String {
    let mut out = String::new();
    for step in steps {
        match step {
            Step::Key(key) => {
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(key);
            }
            Step::Index(index) => out.push_str(&format!("[{index}]")),
        }
    }
    out
}

/// The spans of every value in document order, with the name of each.
#[must_use]
pub fn leaves(root: &Node) -> Vec<(String, Span)> {
    let mut out = Vec::new();
    walk(root, &mut Vec::new(), &mut out);
    out
}

fn walk(node: &Node, steps: &mut Vec<Step>, out: &mut Vec<(String, Span)>) {
    match &node.value {
        Value::Object(members) => {
            for member in members {
                steps.push(Step::Key(member.key.clone()));
                walk(&member.value, steps, out);
                steps.pop();
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                steps.push(Step::Index(index));
                walk(item, steps, out);
                steps.pop();
            }
        }
        _ => out.push((name(steps), node.span)),
    }
}
