//! What can be wrong with a target's input option, for the kind that receives it.

use super::{Diagnostic, error, warning};
use crate::TargetKind;
use crate::code::Code;
use crate::message::{AwsSentence, Help, PropertyMessage, QuotesReader};
use crate::shape::PayloadProblem;
use rulepad_document::json::quote;
use rulepad_document::{Edit, Role, Severity, Span, TargetProperty};

pub(crate) fn input_not_passed(at: u32, kind: TargetKind) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Input);
    warning(Code::InputNotPassed, role, Span::default(), PropertyMessage::InputNotPassed(kind))
        .advice(Help::ChooseInput)
}

pub(crate) fn input_cross_account(at: u32) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Input);
    error(Code::InputCrossAccount, role, Span::default(), PropertyMessage::InputCrossAccount)
        .advice(Help::ChooseMatchedEvent)
}

/// A log group takes the matched event or a transformer (aws-cdk PR #20748, checked 2026-11-29).
pub(crate) fn input_logs_option(at: u32, option: &'static str) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Input);
    error(Code::InputLogsOption, role, Span::default(), PropertyMessage::InputLogsOption(option))
        .advice(Help::ChooseForLogs)
}

/// A log group takes JSON only.
pub(crate) fn input_logs_text(at: u32, id: &str) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Input);
    error(Code::InputLogsText, role, Span::default(), PropertyMessage::InputLogsText)
        .advice(Help::LogsTemplate)
        .aws_known(AwsSentence::InputNotJson { id: id.to_owned() }, 0, 0)
}

/// What the service behind the target would not take. PutTargets takes it, and the delivery fails.
pub(crate) fn input_shape(role: Role, span: Span, kind: TargetKind, problem: PayloadProblem) -> Diagnostic {
    // A log group takes nothing but time and message as texts.
    let severity = if kind == TargetKind::Logs { Severity::Error } else { Severity::Warning };
    Diagnostic::new(Code::InputShape, severity, role, span, problem).advice(Help::PayloadOf(kind))
}

/// A member of the payload that is not among those passed on, as it is spelt otherwise.
pub(crate) fn input_member(role: Role, span: Span, key: &str, meant: &'static str) -> Diagnostic {
    let message = PropertyMessage::InputMember { key: key.to_owned(), meant };
    warning(Code::InputMember, role, span, message)
        .fix(Help::Write(meant.to_owned()), vec![Edit { span, text: quote(meant) }])
}

/// The quotes of a text template are part of what is delivered.
pub(crate) fn quotes_delivered(at: u32, span: Span, reader: QuotesReader) -> Diagnostic {
    let message = PropertyMessage::QuotesDelivered(reader);
    warning(Code::QuotesDelivered, Role::InputTemplate(at), span, message)
        .advice(Help::QuotesInJson)
        .advice(Help::QuotesInPart)
}
