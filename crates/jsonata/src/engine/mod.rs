//! The JSONata engine (jlens-core), behind types of our own: no other module but these, the checks and the functions
//! names it.

pub(crate) mod built;
pub(crate) mod cost;
pub(crate) mod filtered;
pub(crate) mod number;
pub(crate) mod run;
pub(crate) mod source;
pub(crate) mod watch;

use crate::error_code::ErrorCode;
use crate::fault::Fault;
use jlens_core::ast::{Node, NodeKind};
use jlens_core::error::Error;
use jlens_core::{Ast, Severity, Span as EngineSpan};
use rulepad_document::Span;
use rulepad_document::text::shortened;
use serde_json::Value as Json;

/// What is put before an expression, so that `$events` is the input.
pub(crate) const PREFIX: &str = "($events:=$;";
/// What is put after it.
const SUFFIX: &str = ")";

/// Values in sentences are shown up to this length.
const LONGEST: usize = 40;

/// An error of the engine with its place in the expression, in bytes of the expression's own text.
pub(crate) struct Located {
    pub fault: Fault,
    pub span: Span,
}

/// The tree of an expression, and all errors of its syntax in the order of the text.
pub(crate) fn read(body: &str) -> (Ast, Vec<Located>) {
    let ast = jlens_core::parse_recover(body);
    let mut detailed: Vec<&Error> = Vec::new();
    ast.root.walk(&mut |node| {
        if let NodeKind::Error { error } = &node.kind {
            detailed.push(error);
        }
    });
    let strict = jlens_core::parse(body).err();
    detailed.extend(strict.as_ref());
    let mut found: Vec<Located> = Vec::new();
    for diagnostic in ast.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error) {
        let same = |error: &&&Error| error.code() == diagnostic.code && error.span() == Some(diagnostic.span);
        let fault = match detailed.iter().find(same) {
            Some(error) => fault(error),
            None => Fault::new(ErrorCode::of(&diagnostic.code)),
        };
        let span = within(diagnostic.span, 0, body);
        let again = |own: &Located| own.span == span && own.fault.code == fault.code;
        if !found.iter().any(again) {
            found.push(Located { fault, span });
        }
    }
    // A reader without recovery may stop at another error, which is then reported as well.
    if let Some(error) =
        strict.as_ref().filter(|error| !found.iter().any(|own| own.fault.code.name() == error.code()))
    {
        found.push(Located { fault: fault(error), span: within(error.span().unwrap_or_default(), 0, body) });
    }
    found.sort_by_key(|own| own.span.start);
    (ast, found)
}

/// The expression ready for evaluation, with `$events` as its input.
pub(crate) fn compile(body: &str) -> Result<jlens_core::Expression, Box<Located>> {
    jlens_core::Expression::compile(&format!("{PREFIX}{body}{SUFFIX}"))
        .map_err(|error| Box::new(located(&error, body)))
}

/// The part of a compiled tree that is the expression itself.
pub(crate) fn own(ast: &Ast) -> &Node {
    match &ast.root.kind {
        NodeKind::Block { exprs, .. } => exprs.last().unwrap_or(&ast.root),
        _ => &ast.root,
    }
}

/// An error of a compiled expression.
pub(crate) fn located(error: &Error, body: &str) -> Located {
    Located { fault: fault(error), span: within(error.span().unwrap_or_default(), PREFIX.len(), body) }
}

/// A span of the engine as one of the expression's own text, which starts at `from` in the engine's.
pub(crate) fn within(span: EngineSpan, from: usize, body: &str) -> Span {
    let place = |at: usize| rulepad_document::text::floor_boundary(body, at.saturating_sub(from));
    let (start, end) = (place(span.start), place(span.end));
    Span::new(start, end.max(start))
}

/// An error as data.
pub(crate) fn fault(error: &Error) -> Fault {
    let text = |value: &Json| {
        let text = match value {
            Json::String(text) => text.clone(),
            other => jlens_core::format_json(other, false),
        };
        shortened(&text, LONGEST).into_owned()
    };
    let detail = |key: &str| error.detail(key).map(text);
    Fault {
        code: ErrorCode::of(error.code()),
        token: detail("token").or_else(|| detail("functionName")),
        value: detail("value").filter(|value| !value.is_empty()),
        other: detail("value2"),
        argument: error.detail("index").and_then(Json::as_u64).and_then(|at| usize::try_from(at).ok()),
        said: detail("message"),
    }
}
