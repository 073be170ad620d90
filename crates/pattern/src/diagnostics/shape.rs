//! What is wrong with the shape of a pattern: objects, lists and bare values.

use super::operator::{function, is_function};
use super::{error, replace, respell, wrap};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use crate::operator::Operator;
use rulepad_document::json::{Member, Node, ValueKind};
use rulepad_document::{Role, Span};

pub(crate) fn not_an_object(span: Span, kind: Option<ValueKind>, cursor: usize) -> Diagnostic {
    let message = match kind {
        Some(kind) => Message::NotAnObject(kind),
        None => Message::NoPattern,
    };
    let found = error(Code::NotAnObject, span, message).aws_known(AwsSentence::NotAnObject, cursor, 1);
    if kind.is_none() {
        found.fix(Message::StartWithSource, replace(span, "{\n  \"source\": [\"aws.codebuild\"]\n}"))
    } else {
        found.advice(Message::Write("{\"source\": [\"…\"]}".to_owned()))
    }
}

pub(crate) fn empty_object(span: Span) -> Diagnostic {
    error(Code::EmptyObject, span, Message::EmptyObject).advice(Message::NameFieldAndValues).aws_known(
        AwsSentence::EmptyObject,
        span.end as usize,
        1,
    )
}

pub(crate) fn bare_value(text: &str, parent: &Node, member: &Member, cursor: usize) -> Diagnostic {
    let value = &member.value;
    let said = AwsSentence::BareValue(member.key.clone());
    if is_function(&member.key) {
        return function(member).aws_known(said, cursor, 1);
    }
    let alone = parent.members().is_some_and(|members| members.len() == 1);
    if Operator::named(&member.key).is_some() && alone && !text.trim_start().starts_with(parent.span.of(text))
    {
        return error(
            Code::OperatorOutsideList,
            parent.span,
            Message::OperatorOutsideList(member.key.clone()),
        )
        .fix(Message::WrapInBrackets, wrap(parent.span))
        .aws_known(said, cursor, 1);
    }
    error(
        Code::BareValue,
        value.span,
        Message::BareValue { key: member.key.clone(), kind: value.value.kind() },
    )
    .fix(Message::WrapInBrackets, wrap(value.span))
    .aws_known(said, cursor, 1)
}

pub(crate) fn empty_array(span: Span, key: &str, key_span: Span) -> Diagnostic {
    error(Code::EmptyArray, span, Message::EmptyArray(key.to_owned()))
        .fix(Message::AcceptAnyValue, replace(span, "[{\"exists\": true}]"))
        .label(Role::Pattern, key_span, Message::ThisField)
        .aws_known(AwsSentence::EmptyArray, span.end as usize, 1)
}

pub(crate) fn nested_array(text: &str, node: &Node, items: &[Node]) -> Diagnostic {
    let found = error(Code::NestedArray, node.span, Message::NestedArray).aws_known(
        AwsSentence::MatchValue,
        node.span.start as usize + 1,
        1,
    );
    if items.is_empty() {
        return found.fix(Message::UseEmptyString, replace(node.span, "\"\""));
    }
    let inner: Vec<String> = items.iter().map(|item| item.span.of(text).to_owned()).collect();
    found.fix(Message::RemoveInnerBrackets, respell(node, &inner))
}

pub(crate) fn no_operator(span: Span) -> Diagnostic {
    error(Code::NoOperator, span, Message::NoOperator)
        .fix(Message::AcceptAnyValue, replace(span, "{\"exists\": true}"))
        .aws_known(AwsSentence::NoOperator, span.end as usize, 1)
}
