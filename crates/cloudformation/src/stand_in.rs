//! What stands for a value that only the stack has.

use rulepad_document::json::{Node, Value, compact};

/// A function of a template, and what it is shown as.
#[derive(Clone, Debug)]
pub struct StandIn {
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

/// How many functions are listed one by one.
const MOST_LISTED: usize = 12;

/// What is shown for the functions of a template, a sentence each.
pub fn stand_in_notes(stand_ins: &[StandIn]) -> Vec<String> {
    let mut notes: Vec<String> = stand_ins.iter().take(MOST_LISTED).map(StandIn::note).collect();
    if stand_ins.len() > MOST_LISTED {
        notes.push(format!(
            "So do {} more values for functions of the template.",
            stand_ins.len() - MOST_LISTED
        ));
    }
    notes
}

/// A text, or a value as JSON.
pub fn text_of(node: &Node) -> String {
    match &node.value {
        Value::String(text) => text.clone(),
        _ => compact(node),
    }
}
