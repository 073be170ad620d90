//! What is wrong with `$or`.

use super::{error, replace};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, quote};

/// The words AWS keeps from being field names inside `$or`.
pub(crate) const RESERVED_IN_OR: [&str; 24] = [
    "exactly",
    "equals-ignore-case",
    "prefix",
    "suffix",
    "anything-but",
    "exists",
    "wildcard",
    "numeric",
    "cidr",
    "=",
    "<",
    "<=",
    ">",
    ">=",
    "regex",
    "not-wildcard",
    "not-equals-ignore-case",
    "date-after",
    "date-on-or-after",
    "date-before",
    "date-on-or-before",
    "in-date-range",
    "ip-address-in-range",
    "ip-address-not-in-range",
];

pub(crate) fn or_not_a_list(text: &str, value: &Node, cursor: usize) -> Diagnostic {
    let found =
        error(Code::OrList, value.span, Message::OrNotAList).aws_known(AwsSentence::OrNotAList, cursor, 1);
    let members = value.members().unwrap_or_default();
    if members.len() > 1 {
        let branches: Vec<String> = members
            .iter()
            .map(|member| format!("{{{}: {}}}", quote(&member.key), member.value.span.of(text)))
            .collect();
        return found.fix(
            Message::AlternativeForEachField,
            replace(value.span, format!("[{}]", branches.join(", "))),
        );
    }
    found.advice(Message::Write("\"$or\": [{…}, {…}]".to_owned()))
}

pub(crate) fn or_branch(item: &Node, cursor: usize) -> Diagnostic {
    error(Code::OrBranch, item.span, Message::OrBranch(item.value.kind()))
        .advice(Message::WriteAlternative)
        .aws_known(AwsSentence::OrBranch, cursor, 1)
}

pub(crate) fn or_too_short(value: &Node, found: usize) -> Diagnostic {
    let message = if found == 0 { Message::OrEmpty } else { Message::OrOfOne };
    error(Code::OrTooShort, value.span, message).advice(Message::TwoAlternativesAtLeast).aws_known(
        AwsSentence::OrTooShort,
        value.span.end as usize,
        1,
    )
}

pub(crate) fn reserved_in_or(member: &Member, cursor: usize) -> Diagnostic {
    error(Code::OrReserved, member.key_span, Message::ReservedInOr(member.key.clone()))
        .advice(Message::OperatorInListOfField)
        .aws_known(AwsSentence::OrReserved(member.key.clone()), cursor, 1)
}

/// Far beyond what AWS takes: the text is not read to its end.
pub(crate) fn names_too_long(span: Span, most: usize) -> Diagnostic {
    let message = Message::NamesTooLong { mebibytes: most >> 20 };
    error(Code::NamesTooLong, span, message).advice(Message::SplitIntoRules)
}

/// Far beyond what AWS takes: the sub-rules are not made.
pub(crate) fn too_many_conditions(span: Span) -> Diagnostic {
    let message = Message::TooManyConditions;
    error(Code::TooManyConditions, span, message).advice(Message::SplitIntoRules)
}

pub(crate) fn too_many_alternatives(span: Span, limit: usize) -> Diagnostic {
    error(Code::OrCombinations, span, Message::TooManyAlternatives { limit }).advice(Message::SplitIntoRules)
}
