//! Variables and functions that nothing defines.

use super::{Checked, bound, called};
use crate::diagnostics;
use crate::functions::EXTRA;
use crate::message::Message;
use jlens_core::ast::{Node, NodeKind};
use rulepad_document::Diagnostic;
use std::collections::BTreeSet;

/// Reports names of variables and functions that nothing defines.
pub(crate) fn check(root: &Node, checked: Checked<'_>, found: &mut Vec<Diagnostic<Message>>) {
    let bound = bound(root);
    let built_in = jlens_core::function_catalog();
    let functions: Vec<&str> =
        built_in.iter().map(|function| function.name).chain(EXTRA.map(|(name, ..)| name)).collect();
    let mut procedures = BTreeSet::new();
    root.walk(&mut |node| {
        if let NodeKind::Function { procedure, .. } | NodeKind::Partial { procedure, .. } = &node.kind
            && called(procedure).is_some()
        {
            procedures.insert(procedure.span.start);
        }
    });
    root.walk(&mut |node| {
        let NodeKind::Variable { name } = &node.kind else { return };
        let known = name.is_empty() || name == "$" || name == "events";
        if known || bound.contains(name.as_str()) || functions.contains(&name.as_str()) {
            return;
        }
        let is_function = procedures.contains(&node.span.start);
        let mut names: Vec<&str> = bound.iter().copied().collect();
        if is_function {
            names.extend(functions.iter().copied().filter(|name| *name != "eval"));
        } else {
            names.push("events");
        }
        found.push(diagnostics::unknown_name(checked, node, name, is_function, &names));
    });
}
