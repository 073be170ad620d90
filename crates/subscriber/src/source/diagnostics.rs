//! What is wrong with an event source, one constructor a problem.

use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, SourceText};
use rulepad_document::json::Member;
use rulepad_document::{Role, Severity, Span};

fn error(code: Code, role: Role, span: Span, text: SourceText) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, role, span, text)
}

pub(super) fn variants(span: Span, count: usize) -> Diagnostic {
    error(Code::SourceVariants, Role::Import, span, SourceText::Variants(count))
        .advice(SourceText::KeepOneVariant)
}

pub(super) fn authentications(span: Span, count: usize) -> Diagnostic {
    error(Code::SourceAuthentication, Role::Import, span, SourceText::Authentications(count))
        .advice(SourceText::KeepOneAuthentication)
}

pub(super) fn fifo_queue(span: Span) -> Diagnostic {
    error(Code::SourceFifoQueue, Role::Import, span, SourceText::FifoQueue)
        .advice(SourceText::UseStandardQueue)
        .aws_known(AwsSentence::FifoQueue, 0, 0)
}

pub(super) fn pattern_too_long(text: &str, length: usize, most: usize) -> Diagnostic {
    error(
        Code::SourcePatternLength,
        Role::Pattern,
        Span::new(0, text.len()),
        SourceText::PatternTooLong { length, most },
    )
    .advice(SourceText::FilterInSubscriber)
}

pub(super) fn added_field(member: &Member) -> Diagnostic {
    let text = SourceText::AddedField(member.key.clone());
    error(Code::SourceAddedField, Role::Pattern, member.key_span, text)
        .advice(SourceText::RemoveField(member.key.clone()))
}
