//! What an event of a bus has around its detail (EventBridge user guide, `eb-events-structure`).

use rulepad_document::Diagnostic;
use rulepad_document::json::Node;

/// What is missing from an event's envelope or unusual in it. None of it changes a verdict.
#[must_use]
pub fn check(_root: &Node, _text: &str) -> Vec<Diagnostic> {
    Vec::new()
}
