//! Numbers of an expression that a payload spells differently.

use super::Checked;
use crate::diagnostics;
use crate::engine::number;
use crate::message::Message;
use jlens_core::ast::{Node, NodeKind};
use rulepad_document::Diagnostic;

/// Reports numbers that are not written as they are spelled, such as `1.50`.
pub(crate) fn check(root: &Node, checked: Checked<'_>, found: &mut Vec<Diagnostic<Message>>) {
    root.walk(&mut |node| {
        if let NodeKind::Number { value } = &node.kind {
            let written = number::text(*value);
            if checked.text(node) != written {
                found.push(diagnostics::literal_spelling(checked, node, written));
            }
        }
    });
}
