//! Values as literals of the language.

use super::marked;
use rulepad_document::json::Node;
use rulepad_rule::reference::{in_node, in_target};
use rulepad_rule::{Reference, Target};
use rulepad_terraform::hcl;

/// A value at a level of indentation.
pub(super) fn literal(node: &Node, references: &[Reference], depth: usize) -> String {
    hcl::value(&in_node(node, &mut |text| marked(text, references)), depth)
}

/// A text.
pub(super) fn text(text: &str, references: &[Reference]) -> String {
    hcl::string(&marked(text, references))
}

pub(super) fn marked_target(target: &Target, references: &[Reference]) -> Target {
    in_target(target, &mut |text| marked(text, references))
}
