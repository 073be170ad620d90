//! Every diagnostic of an event pattern, one constructor a problem, with AWS's sentence for it.

mod alternatives;
mod anything_but;
mod limits;
mod notation;
mod numeric;
mod operator;
mod shape;
mod text;

pub(crate) use alternatives::*;
pub(crate) use anything_but::*;
pub(crate) use limits::*;
pub(crate) use notation::*;
pub(crate) use numeric::*;
pub(crate) use operator::*;
pub(crate) use shape::*;
pub(crate) use text::*;

use crate::code::Code;
use crate::message::{Diagnostic, Message};
use rulepad_document::json::Node;
use rulepad_document::text::shortened;
use rulepad_document::{Edit, Role, Severity, Span};

pub(super) fn error(code: Code, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, Role::Pattern, span, message)
}

pub(super) fn replace(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

pub(super) fn insert(at: u32, text: &str) -> Edit {
    Edit { span: Span { start: at, end: at }, text: text.to_owned() }
}

pub(super) fn wrap(span: Span) -> Vec<Edit> {
    vec![insert(span.start, "["), insert(span.end, "]")]
}

/// A few characters of the user's text, for a message.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 40;
    shortened(text, MOST).into_owned()
}

/// The edit that puts another list of matchers in the place of one.
pub(super) fn respell(matcher: &Node, matchers: &[String]) -> Vec<Edit> {
    replace(matcher.span, matchers.join(", "))
}
