//! What a path selects in an event, and why it selects nothing.

use super::{PathStep, addressable, print};
use rulepad_document::Span;
use rulepad_document::json::{Node, Value, ValueKind};
use rulepad_document::spelling::nearest;

/// What a path selects.
#[derive(Clone, Debug, PartialEq)]
pub enum Selected<'e> {
    /// Nothing: some step has no value to go to.
    Nothing,
    /// One value.
    One(&'e Node),
    /// The elements that `[*]` gathers.
    Many(Vec<&'e Node>),
}

/// What the steps select. `[*]` gathers the elements of an array, and later steps go on from each of them.
pub(crate) fn select<'e>(steps: &[PathStep], event: &'e Node) -> Selected<'e> {
    let mut nodes = vec![event];
    let mut many = false;
    for step in steps {
        nodes = match step {
            PathStep::Key(key) => nodes.into_iter().filter_map(|node| node.get(key)).collect(),
            PathStep::Index(index) => {
                nodes.into_iter().filter_map(items).filter_map(|items| items.get(*index)).collect()
            }
            PathStep::All => {
                if !nodes.iter().any(|node| items(node).is_some()) {
                    return Selected::Nothing;
                }
                many = true;
                nodes.into_iter().filter_map(items).flatten().collect()
            }
        };
    }
    match (many, nodes.first()) {
        (true, _) => Selected::Many(nodes),
        (false, Some(node)) => Selected::One(node),
        (false, None) => Selected::Nothing,
    }
}

fn items(node: &Node) -> Option<&Vec<Node>> {
    match &node.value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

/// Why a path selects nothing: how far it gets and what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// The part of the path that selects something.
    pub reached: String,
    /// The value it selects.
    pub reached_span: Span,
    /// The kind of that value.
    pub kind: ValueKind,
    /// The step that fails, as written: `.name` or `[0]`.
    pub step: String,
    /// The whole path with the key that was probably meant.
    pub meant: Option<String>,
}

/// Follows a path that selects nothing to the step that fails. `None` behind a `[*]`.
pub(crate) fn miss(steps: &[PathStep], event: &Node) -> Option<Miss> {
    let mut node = event;
    for (at, step) in steps.iter().enumerate() {
        let next = match step {
            PathStep::Key(key) => node.get(key),
            PathStep::Index(index) => items(node).and_then(|items| items.get(*index)),
            PathStep::All if items(node).is_some() => return None,
            PathStep::All => None,
        };
        if let Some(next) = next {
            node = next;
            continue;
        }
        let meant = meant(step, node).and_then(|meant| {
            let mut all: Vec<PathStep> = steps.get(..at).unwrap_or(&[]).to_vec();
            all.extend(meant);
            all.extend_from_slice(steps.get(at + 1..).unwrap_or(&[]));
            let found = select(&all, event) != Selected::Nothing;
            found.then(|| print(&all)).flatten()
        });
        return Some(Miss {
            reached: std::iter::once("$".to_owned()).chain(steps.iter().take(at).map(shown)).collect(),
            reached_span: node.span,
            kind: node.value.kind(),
            step: shown(step),
            meant,
        });
    }
    None
}

fn shown(step: &PathStep) -> String {
    match step {
        PathStep::Key(key) if addressable(key) => format!(".{key}"),
        PathStep::Key(key) => format!("['{key}']"),
        PathStep::Index(index) => format!("[{index}]"),
        PathStep::All => "[*]".to_owned(),
    }
}

/// The steps that would select something here instead of one that does not.
fn meant(step: &PathStep, node: &Node) -> Option<Vec<PathStep>> {
    match (step, &node.value) {
        (PathStep::Key(key), Value::Object(members)) => {
            let key = nearest(key, members.iter().map(|member| member.key.as_str()))?;
            Some(vec![PathStep::Key(key.to_owned())])
        }
        (PathStep::Key(key), Value::Array(_)) => match key.parse() {
            Ok(index) => Some(vec![PathStep::Index(index)]),
            Err(_) => Some(vec![PathStep::Index(0), step.clone()]),
        },
        (PathStep::Index(_) | PathStep::All, Value::Object(_)) => None,
        _ => None,
    }
}
