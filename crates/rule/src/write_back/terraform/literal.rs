//! Values as literals of the language.

use super::marked;
use crate::export::{hcl_string, hcl_value};
use crate::reference::{in_node, in_target};
use crate::{Reference, Target};
use rulepad_document::json::Node;

/// A value at a level of indentation.
pub(super) fn literal(node: &Node, references: &[Reference], depth: usize) -> String {
    hcl_value(&in_node(node, &mut |text| marked(text, references)), depth)
}

/// A text.
pub(super) fn text(text: &str, references: &[Reference]) -> String {
    hcl_string(&marked(text, references))
}

pub(super) fn marked_target(target: &Target, references: &[Reference]) -> Target {
    in_target(target, &mut |text| marked(text, references))
}
