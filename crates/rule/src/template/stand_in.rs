//! What stands for a value that only the stack has.

use rulepad_document::json::{Node, Value, compact};

/// A function of a template, and what it is shown as.
#[derive(Clone, Debug)]
pub(crate) struct StandIn {
    /// The function as the template has it.
    pub raw: Node,
    /// What is shown for it.
    pub shown: Node,
}

impl StandIn {
    /// The sentence that tells what is shown.
    pub fn note(&self) -> String {
        format!("`{}` is shown for `{}` of the template.", text_of(&self.shown), compact(&self.raw))
    }
}

/// A text, or a value as JSON.
pub(crate) fn text_of(node: &Node) -> String {
    match &node.value {
        Value::String(text) => text.clone(),
        _ => compact(node),
    }
}
