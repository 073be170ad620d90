//! Every diagnostic of a loop of a template, one constructor a problem.

use crate::Diagnostic;
use crate::code::Code;
use crate::message::Message;
use rulepad_document::{Role, Severity, Span};

fn warning(code: Code, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, Role::Import, span, message)
}

pub(crate) fn loop_shape(span: Span) -> Diagnostic {
    warning(Code::LoopShape, span, Message::LoopShape).advice(Message::WriteLoop)
}

/// A loop over values that the template does not have.
pub(crate) fn loop_unknown(span: Span) -> Diagnostic {
    warning(Code::LoopUnknown, span, Message::LoopUnknown).advice(Message::GiveValuesOfLoop)
}

pub(crate) fn loop_long(span: Span) -> Diagnostic {
    warning(Code::LoopLong, span, Message::LoopLong).advice(Message::ImportFewerValues)
}
