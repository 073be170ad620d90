//! What an expression reads from, other than `$events`: AWS documents nothing else.

use super::Checked;
use crate::diagnostics;
use crate::message::{Message, NotEvents};
use jlens_core::ast::{Node, NodeKind, Stage};
use rulepad_document::Diagnostic;

/// Reports `$$`, and `$` and names that do not follow a step of a path.
pub(crate) fn check(root: &Node, checked: Checked<'_>, found: &mut Vec<Diagnostic<Message>>) {
    walk(root, true, &mut |node, what| found.push(diagnostics::not_events(checked, node, what)));
}

/// Whether an expression reads from something other than `$events`.
pub(crate) fn reads_context(root: &Node) -> bool {
    let mut any = false;
    walk(root, true, &mut |_, _| any = true);
    any
}

/// Visits what is read from the context; `outside`: whether no step of a path is before the node.
fn walk<'n>(node: &'n Node, outside: bool, visit: &mut impl FnMut(&'n Node, NotEvents)) {
    match &node.kind {
        NodeKind::Variable { name } if name == "$" => visit(node, NotEvents::Root),
        NodeKind::Variable { name } if name.is_empty() && outside => visit(node, NotEvents::Context),
        NodeKind::Name { name } if outside => visit(node, NotEvents::Name(name.clone())),
        NodeKind::Wildcard if outside => visit(node, NotEvents::Name("*".to_owned())),
        NodeKind::Descendant if outside => visit(node, NotEvents::Name("**".to_owned())),
        NodeKind::Parent { .. } if outside => visit(node, NotEvents::Name("%".to_owned())),
        NodeKind::Path { steps, .. } => {
            for (at, step) in steps.iter().enumerate() {
                walk(step, outside && at == 0, visit);
            }
        }
        NodeKind::Sort { terms } => terms.iter().for_each(|term| walk(&term.expr, false, visit)),
        NodeKind::Transform(definition) => {
            let parts = [Some(&definition.pattern), Some(&definition.update), definition.delete.as_ref()];
            parts.into_iter().flatten().for_each(|part| walk(part, false, visit));
        }
        _ => of_kind(node, &mut |child| walk(child, outside, visit)),
    }
    for stage in node.attrs.stages.iter().chain(&node.attrs.predicate) {
        if let Stage::Filter { expr, .. } = stage {
            walk(expr, false, visit);
        }
    }
    for (key, value) in node.attrs.group.iter().flat_map(|group| &group.pairs) {
        walk(key, false, visit);
        walk(value, false, visit);
    }
}

/// Visits the nodes right inside a node, without those of its filters and its grouping.
fn of_kind<'n>(node: &'n Node, visit: &mut impl FnMut(&'n Node)) {
    match &node.kind {
        NodeKind::Binary { lhs, rhs, .. }
        | NodeKind::Fallback { lhs, rhs, .. }
        | NodeKind::Apply { lhs, rhs } => {
            visit(lhs);
            visit(rhs);
        }
        NodeKind::Bind { rhs, .. } => visit(rhs),
        NodeKind::Negate { expr } => visit(expr),
        NodeKind::Array { items } => items.iter().for_each(visit),
        NodeKind::Object { pairs } => pairs.iter().for_each(|(key, value)| {
            visit(key);
            visit(value);
        }),
        NodeKind::Condition { condition, then, otherwise } => {
            visit(condition);
            visit(then);
            otherwise.iter().for_each(|otherwise| visit(otherwise));
        }
        NodeKind::Block { exprs, .. } => exprs.iter().for_each(visit),
        NodeKind::Function { procedure, args } | NodeKind::Partial { procedure, args } => {
            visit(procedure);
            args.iter().for_each(visit);
        }
        NodeKind::Lambda(definition) => visit(&definition.body),
        _ => {}
    }
}
