//! What is checked of an expression that is valid JSONata: AWS's dialect.

mod calls;
mod context;
pub(crate) use context::reads_context;
mod literals;
mod names;
pub(crate) mod versions;

use crate::diagnostics;
use crate::message::Message;
use jlens_core::Ast;
use jlens_core::ast::{Node, NodeKind};
use rulepad_document::{Diagnostic, Role, Span};

/// The text that is checked: the expression, where it is in the text, and the role of that text.
#[derive(Clone, Copy)]
pub(crate) struct Checked<'t> {
    /// The expression.
    pub body: &'t str,
    /// Where the expression starts in the text.
    pub start: usize,
    /// The role of the text.
    pub role: Role,
}

impl Checked<'_> {
    /// The place of a node in the text.
    pub fn span(self, node: &Node) -> Span {
        self.moved(crate::engine::within(node.span, 0, self.body))
    }

    /// A place in the expression as one in the text.
    pub fn moved(self, span: Span) -> Span {
        Span::new(self.start + span.range().start, self.start + span.range().end)
    }
}

impl<'t> Checked<'t> {
    /// How a node is written.
    pub fn text(self, node: &Node) -> &'t str {
        self.body.get(node.span.start..node.span.end).unwrap_or("")
    }
}

/// Every problem of an expression without syntax errors, in the order of the text.
pub(crate) fn check(ast: &Ast, checked: Checked<'_>) -> Vec<Diagnostic<Message>> {
    let mut found = Vec::new();
    context::check(&ast.root, checked, &mut found);
    names::check(&ast.root, checked, &mut found);
    calls::check(&ast.root, checked, &mut found);
    literals::check(&ast.root, checked, &mut found);
    ast.root.walk(&mut |node| {
        if let NodeKind::Fallback { op, lhs, rhs } = &node.kind {
            found.push(diagnostics::newer_operator(checked, node, *op, lhs, rhs));
        }
    });
    found.sort_by_key(|found| found.span().start);
    found
}

/// The name of the function that a node calls, without `$`.
pub(crate) fn called(procedure: &Node) -> Option<&str> {
    match &procedure.kind {
        NodeKind::Variable { name } => Some(name),
        NodeKind::Path { steps, .. } => match steps.as_slice() {
            [step] => called(step),
            _ => None,
        },
        _ => None,
    }
}

/// The names that an expression gives a value to: variables, parameters, and what `@` and `#` bind.
pub(crate) fn bound(root: &Node) -> std::collections::BTreeSet<&str> {
    use jlens_core::ast::Stage;
    let mut names = std::collections::BTreeSet::new();
    root.walk(&mut |node| {
        match &node.kind {
            NodeKind::Bind { lhs, .. } => names.extend(called(lhs)),
            NodeKind::Lambda(definition) => names.extend(definition.params.iter().map(String::as_str)),
            _ => {}
        }
        names.extend(node.attrs.focus.as_deref());
        names.extend(node.attrs.index.as_deref());
        for stage in node.attrs.stages.iter().chain(&node.attrs.predicate) {
            if let Stage::Index { var, .. } = stage {
                names.insert(var);
            }
        }
    });
    names
}
