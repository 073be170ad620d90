//! What cannot be worked out of a configuration, one constructor a problem.

use crate::Diagnostic;
use crate::code::Code;
use crate::message::Message;
use crate::syntax::SyntaxProblem;
use rulepad_document::text::shortened;
use rulepad_document::{Role, Severity, Span};

fn warning(code: Code, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, Role::Import, span, message)
}

fn note(code: Code, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(code, Severity::Note, Role::Import, span, message)
}

/// Expressions are shown up to this length.
const LONGEST: usize = 60;

fn shown(source: &str) -> String {
    shortened(source, LONGEST).into_owned()
}

pub(crate) fn syntax(text: &str, at: usize, problem: SyntaxProblem) -> Diagnostic {
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    let message = Message::Syntax(problem);
    Diagnostic::new(Code::Syntax, Severity::Error, Role::Import, Span::new(at, end), message)
        .advice(Message::UseFormatter)
}

pub(crate) fn skipped(text: &str, span: Span) -> Diagnostic {
    let lines = span.of(text).lines().count().max(1);
    let start = shown(span.of(text).lines().next().unwrap_or("").trim());
    warning(Code::Skipped, span, Message::Skipped { lines, start }).advice(Message::CorrectError)
}

pub(crate) fn key(span: Span, source: &str) -> Diagnostic {
    warning(Code::Key, span, Message::KeyUnknown { source: shown(source) }).advice(Message::WriteValue)
}

/// A resource that is made only under a condition that is not known.
pub(crate) fn perhaps(span: Span, condition: &str) -> Diagnostic {
    note(Code::Perhaps, span, Message::MadeOnlyIf { condition: shown(condition) })
}

/// An expression that would take too much work.
pub(crate) fn budget(span: Span) -> Diagnostic {
    warning(Code::Budget, span, Message::Budget).advice(Message::WriteValueOrImportLess)
}

pub(crate) fn instances(span: Span) -> Diagnostic {
    warning(Code::Instances, span, Message::TooManyInstances).advice(Message::ImportPart)
}

pub(crate) fn number(span: Span) -> Diagnostic {
    warning(Code::Number, span, Message::NumberTooLong).advice(Message::NumberKept)
}

/// `by` is `count` or `for_each`, of whose value nothing is known.
pub(crate) fn repeated(span: Span, by: &str, source: &str) -> Diagnostic {
    let message = Message::CountUnknown { by: by.to_owned(), source: shown(source) };
    warning(Code::Repeated, span, message).advice(Message::ReadOnce)
}

/// A resource that is made only where a variable has another value than its default.
pub(crate) fn not_made(span: Span, variables: Vec<String>) -> Diagnostic {
    warning(Code::NotMade, span, Message::NotMade { variables }).advice(Message::ReadAsMade)
}

pub(crate) fn dynamic(span: Span, block: &str, source: &str) -> Diagnostic {
    let message = Message::DynamicUnknown { block: block.to_owned(), source: shown(source) };
    warning(Code::Dynamic, span, message).advice(Message::WriteBlocks)
}
