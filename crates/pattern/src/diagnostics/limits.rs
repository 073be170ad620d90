//! A pattern that is too long or too complex.

use super::error;
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use rulepad_document::{Edit, Role, Severity, Span};

pub(crate) fn too_long(end: usize, length: usize) -> Diagnostic {
    let most = crate::limits::MAX_CHARACTERS;
    let field = crate::limits::MAX_FIELD;
    let span = Span::new(0, end);
    if length > field {
        return error(Code::TooLong, span, Message::TooLong { length, most: field })
            .advice(Message::SplitOrCompact);
    }
    Diagnostic::new(
        Code::Long,
        Severity::Warning,
        Role::Pattern,
        span,
        Message::LongerThanQuota { length, most },
    )
    .advice(Message::WhiteSpaceUnknown)
}

pub(crate) fn too_complex(
    complexity: &crate::complexity::Complexity,
    simpler: Vec<Edit>,
    end: usize,
) -> Diagnostic {
    let span = complexity.costliest.as_ref().map(|cost| cost.span).unwrap_or_default();
    let (field, limit) = (&complexity.field, complexity.limit);
    let message = Message::TooComplex { field: field.clone(), value: complexity.value, limit };
    let mut found = error(Code::Complexity, span, message);
    let others = complexity.wildcards.iter().filter(|cost| cost.field == *field && cost.span != span);
    for other in others.take(8) {
        found = found.label(Role::Pattern, other.span, Message::CountsToo);
    }
    if !simpler.is_empty() {
        found = found.fix(Message::UseAffixes, simpler);
    }
    found.advice(Message::UseFewerStars).advice(Message::LimitIsInferred { limit }).aws_known(
        AwsSentence::TooComplex,
        end,
        0,
    )
}
