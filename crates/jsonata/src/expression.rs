//! A text that is read: an expression, or a literal.

use crate::checks::versions::{Versions, versions};
use crate::checks::{self, Checked};
use crate::diagnostics;
use crate::engine;
use crate::engine::cost::{Costs, costs};
use crate::engine::watch::Shape;
use crate::message::Message;
use crate::provenance::shape;
use crate::reads::Reads;
use crate::unverified::Unverified;
use crate::written::{Form, Use, read};
use jlens_core::ast::NodeKind;
use rulepad_document::{Diagnostic, Role, Span};
use std::fmt;
use std::sync::Arc;

/// What a text is, the expression in it, and every problem of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// What the text is.
    pub form: Form,
    /// The expression; `None` for a literal, and where a diagnostic is an error.
    pub expression: Option<Expression>,
    /// Every problem, in the order of the text. AWS refuses a text with an error when a subscriber is created or
    /// updated.
    pub diagnostics: Vec<Diagnostic<Message>>,
}

/// An expression that can be evaluated, as often as there are events.
#[derive(Clone)]
pub struct Expression(Arc<Inner>);

pub(crate) struct Inner {
    /// Where the expression is in the text, without its delimiters.
    pub span: Span,
    pub body: String,
    pub compiled: jlens_core::Expression,
    pub reads: Reads,
    pub shape: Shape,
    pub versions: Versions,
    pub costs: Costs,
    pub unverified: Vec<Unverified>,
}

impl Expression {
    /// Where the expression is in the text, without its delimiters.
    #[must_use]
    pub fn body(&self) -> Span {
        self.0.span
    }

    /// The fields below `$events` that can have influence on the result.
    #[must_use]
    pub fn reads(&self) -> &Reads {
        &self.0.reads
    }

    /// What is not verified whatever the event is.
    #[must_use]
    pub fn unverified(&self) -> &[Unverified] {
        &self.0.unverified
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.0.span == other.0.span && self.0.body == other.0.body
    }
}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Expression")
            .field("span", &self.0.span)
            .field("body", &self.0.body)
            .finish_non_exhaustive()
    }
}

/// Reads a text with its delimiters `{%` and `%}`. The role goes into the labels of the diagnostics, whose spans are bytes
/// of the text.
#[must_use]
pub fn parse(text: &str, role: Role, used: Use) -> Parsed {
    let mut diagnostics = Vec::new();
    let length = text.chars().count();
    if length > used.most() {
        diagnostics.push(diagnostics::too_long(text, role, length, used));
    }
    let (form, body) = read(text);
    match (form, body) {
        (Form::Expression, Some(span)) => {
            let expression = if diagnostics.is_empty() {
                expression(text, span, role, &mut diagnostics)
            } else {
                // Far longer texts than AWS takes are not read.
                None
            };
            Parsed { form, expression, diagnostics }
        }
        (form, body) => {
            let how = match form {
                Form::LooksLikeExpression(how) => Some(how),
                Form::Expression | Form::Literal => None,
            };
            match how {
                how if !used.takes_literal() => {
                    diagnostics.push(diagnostics::not_delimited(text, role, how, body));
                }
                Some(how) => diagnostics.push(diagnostics::looks_like_expression(text, role, how, body)),
                None => {}
            }
            Parsed { form, expression: None, diagnostics }
        }
    }
}

fn expression(
    text: &str,
    span: Span,
    role: Role,
    diagnostics: &mut Vec<Diagnostic<Message>>,
) -> Option<Expression> {
    let body = span.of(text);
    let checked = Checked { body, start: span.range().start, role };
    let (ast, errors) = engine::read(body);
    if !errors.is_empty() {
        diagnostics.extend(errors.into_iter().map(|error| diagnostics::syntax(checked, error)));
        return None;
    }
    diagnostics.extend(checks::check(&ast, checked));
    if diagnostics.iter().any(Diagnostic::is_error) {
        return None;
    }
    let compiled = match engine::compile(body) {
        Ok(compiled) => compiled,
        Err(error) => {
            diagnostics.push(diagnostics::syntax(checked, *error));
            return None;
        }
    };
    let root = engine::own(compiled.ast());
    let versions = versions(root);
    let mut unverified: Vec<Unverified> = versions.always.iter().copied().map(Unverified::Version).collect();
    if checks::reads_context(&ast.root) {
        unverified.push(Unverified::Context);
    }
    root.walk(&mut |node| {
        let what = match &node.kind {
            NodeKind::Variable { name } => match name.as_str() {
                "random" | "shuffle" | "uuid" => Unverified::Chance,
                "now" | "millis" => Unverified::Time,
                _ => return,
            },
            _ => return,
        };
        if !unverified.contains(&what) {
            unverified.push(what);
        }
    });
    let shape = shape(root);
    let costs = costs(root);
    let (reads, _) = Reads::of(body);
    let body = body.to_owned();
    Some(Expression(Arc::new(Inner { span, body, compiled, reads, shape, versions, costs, unverified })))
}
