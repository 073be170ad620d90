//! What is wrong with a text that holds rules, and what could not be taken from it: one constructor a problem.

mod call;
mod filter;
mod member;
mod terraform;
mod text;

pub(crate) use call::*;
pub(crate) use filter::*;
pub(crate) use member::*;
pub(crate) use terraform::*;
pub(crate) use text::*;

use crate::Diagnostic;
use crate::code::Code;
use crate::message::Message;
use rulepad_document::text::shortened;
use rulepad_document::{Role, Severity, Span};

fn error(code: Code, span: Span, message: impl Into<Message>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, Role::Import, span, message)
}

fn warning(code: Code, span: Span, message: impl Into<Message>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, Role::Import, span, message)
}

fn note(code: Code, span: Span, message: impl Into<Message>) -> Diagnostic {
    Diagnostic::new(code, Severity::Note, Role::Import, span, message)
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

/// A name or an expression of the text, short enough for a sentence.
fn shown(source: &str) -> String {
    const LONGEST: usize = 60;
    shortened(source, LONGEST).into_owned()
}
