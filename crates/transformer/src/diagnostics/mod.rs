//! Every diagnostic of the input options, one constructor a problem, with AWS's sentence where it is known.

mod input;
mod path;
mod template;

pub use input::only_one_option;
pub(crate) use input::*;
pub(crate) use path::*;
pub(crate) use template::*;

use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

pub(super) fn error(code: &'static str, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, role, span, message)
}

pub(super) fn warning(code: &'static str, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, role, span, message)
}

pub(super) fn replace(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

/// What stands behind so many characters.
pub(super) fn behind(text: &str, length: usize) -> Span {
    Span::new(text.char_indices().nth(length).map_or(text.len(), |(at, _)| at), text.len())
}
