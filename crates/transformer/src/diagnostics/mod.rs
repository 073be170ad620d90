//! Every diagnostic of the input options, one constructor a problem, with AWS's sentence where it is known.

mod input;
mod path;
mod template;

pub(crate) use input::*;
pub(crate) use path::*;
pub(crate) use template::*;

use crate::code::Code;
use crate::message::Message;
use rulepad_document::{Edit, Role, Severity, Span};

/// A diagnostic of this crate.
pub(crate) type Diagnostic = rulepad_document::Diagnostic<Message>;

/// A diagnostic of the JSON of a text.
type JsonDiagnostic = rulepad_document::Diagnostic<rulepad_document::Message>;

fn error(code: Code, role: Role, span: Span, message: impl Into<Message>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, role, span, message)
}

fn warning(code: Code, role: Role, span: Span, message: impl Into<Message>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, role, span, message)
}

fn replace(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

/// A problem of the JSON of a text, under a code of this crate.
fn renamed(found: JsonDiagnostic, code: Code, message: impl Into<Message>) -> Diagnostic {
    Diagnostic { code: code.into(), message: message.into(), ..found.lift() }
}

/// What is behind so many characters.
fn behind(text: &str, length: usize) -> Span {
    Span::new(text.char_indices().nth(length).map_or(text.len(), |(at, _)| at), text.len())
}
