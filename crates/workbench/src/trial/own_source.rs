//! A pattern and its event with sources that anyone may send.

use rulepad_document::json::{Node, Value};
use rulepad_document::{Edit, Span};

/// What sources of AWS begin with; PutEvents refuses them (API reference, `PutEventsRequestEntry`).
pub(super) const RESERVED: &str = "aws.";
/// What is put before every source.
pub(super) const EVENT_PREFIX: &str = "rulepad.";

/// What makes the copy.
pub(super) struct Edits {
    /// Edits of the pattern.
    pub pattern: Vec<Edit>,
    /// Edits of the event.
    pub event: Vec<Edit>,
}

/// Puts the same text before every source of pattern and event, so that each condition on it finds what it found
/// before.
pub(super) fn own_source(pattern: &Node, event: &Node) -> Edits {
    let mut edits = Edits { pattern: Vec::new(), event: Vec::new() };
    conditions(pattern, &mut edits.pattern);
    for member in event.members().unwrap_or_default().iter().filter(|member| member.key == "source") {
        put_before(&member.value, &mut edits.event);
    }
    edits
}

fn conditions(pattern: &Node, edits: &mut Vec<Edit>) {
    for member in pattern.members().unwrap_or_default() {
        let Value::Array(items) = &member.value.value else { continue };
        match member.key.as_str() {
            "source" => items.iter().for_each(|item| matcher(item, edits)),
            "$or" => items.iter().for_each(|branch| conditions(branch, edits)),
            _ => {}
        }
    }
}

/// A value to be met, or an operator with its own. The end of a source stays what it was.
fn matcher(node: &Node, edits: &mut Vec<Edit>) {
    match &node.value {
        Value::String(_) => put_before(node, edits),
        Value::Array(items) => items.iter().for_each(|item| matcher(item, edits)),
        Value::Object(members) => {
            for member in members.iter().filter(|member| member.key != "suffix") {
                matcher(&member.value, edits);
            }
        }
        _ => {}
    }
}

fn put_before(node: &Node, edits: &mut Vec<Edit>) {
    if node.as_str().is_some() {
        // Behind the opening quote, so that the spelling of the rest stays.
        let at = node.span.start as usize + 1;
        edits.push(Edit { span: Span::new(at, at), text: EVENT_PREFIX.to_owned() });
    }
}
