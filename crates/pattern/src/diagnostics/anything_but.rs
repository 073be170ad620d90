//! What is wrong with `anything-but`.

use super::{error, replace};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use crate::operator::Operator;
use crate::spelling::nearest;
use rulepad_document::json::{Member, Node, Value, compact, quote};
use rulepad_document::{Role, Severity, Span};

pub(crate) fn anything_but_argument(argument: &Node, cursor: usize) -> Diagnostic {
    error(Code::AnythingButArgument, argument.span, Message::AnythingButArgument(argument.value.kind()))
        .advice(Message::MatchOtherBoolean)
        .aws_known(AwsSentence::AnythingButValue, cursor, 1)
}

pub(crate) fn anything_but_nested_argument(operator: Operator, argument: &Node, cursor: usize) -> Diagnostic {
    error(
        Code::AnythingButArgument,
        argument.span,
        Message::NegatedTakesStrings { operator, kind: argument.value.kind() },
    )
    .advice(Message::Write(format!("{{\"anything-but\": {{\"{}\": \"…\"}}}}", operator.name())))
    .aws_known(AwsSentence::AnythingButValue, cursor, 1)
}

pub(crate) fn anything_but_item(
    text: &str,
    argument: &Node,
    items: &[Node],
    item: &Node,
    cursor: usize,
) -> Diagnostic {
    let found = error(Code::AnythingButItem, item.span, Message::AnythingButItem(item.value.kind()))
        .aws_known(AwsSentence::AnythingButItem, cursor, 2);
    let nested = item.members().and_then(<[_]>::first).filter(|_| items.len() == 1);
    if nested.is_some_and(|nested| Operator::named(&nested.key).is_some()) {
        return found.fix(Message::RemoveBrackets, replace(argument.span, item.span.of(text)));
    }
    found.advice(Message::RemoveItNoNulls)
}

pub(crate) fn anything_but_mixed(argument: &Node, items: &[Node]) -> Diagnostic {
    let cursor = argument.span.end as usize;
    if items.is_empty() {
        return error(Code::AnythingButEmpty, argument.span, Message::NothingExcluded)
            .fix(Message::ExcludeEmptyString, replace(argument.span, "[\"\"]"))
            .aws_known(AwsSentence::AnythingButMixed, cursor, 1);
    }
    let strings: Vec<String> = items
        .iter()
        .map(|item| if item.as_str().is_some() { compact(item) } else { quote(&compact(item)) })
        .collect();
    error(Code::AnythingButMixed, argument.span, Message::StringsAndNumbers)
        .fix(Message::MakeAllStrings, replace(argument.span, format!("[{}]", strings.join(", "))))
        .aws_known(AwsSentence::AnythingButMixed, cursor, 1)
}

pub(crate) fn anything_but_without_operator(span: Span) -> Diagnostic {
    error(Code::AnythingButWithoutOperator, span, Message::EmptyObjectUnderAnythingBut)
        .advice(Message::WriteWhatToExclude)
        .aws_known(AwsSentence::AnythingButWithoutOperator, span.end as usize, 1)
}

pub(crate) fn anything_but_operator(text: &str, nested: &Member, cursor: usize) -> Diagnostic {
    let found = error(Code::AnythingButOperator, nested.key_span, Message::CannotNegate(nested.key.clone()))
        .aws_known(AwsSentence::AnythingButOperator(nested.key.clone()), cursor, 1);
    let (operator, word) = (Operator::named(&nested.key), nested.value.span.of(text));
    match nearest(&nested.key, &Operator::NEGATED.map(Operator::name)) {
        Some(known) => found.fix(Message::Write(known.to_owned()), replace(nested.key_span, quote(known))),
        None if operator == Some(Operator::Exists) => {
            let other = if word == "true" { "false" } else { "true" };
            found.advice(Message::WriteInstead(format!("{{\"exists\": {other}}}")))
        }
        None if operator == Some(Operator::Numeric) => found.advice(Message::ListNumbersOrRanges),
        None => found.advice(Message::NegatedOperators),
    }
}

pub(crate) fn second_nested_operator(
    argument: &Node,
    first: &Member,
    second: &Member,
    cursor: usize,
) -> Diagnostic {
    error(Code::SecondOperator, second.key_span, Message::OneNegatedOperator)
        .fix(
            Message::KeepAlone(first.key.clone()),
            replace(Span { start: first.value.span.end, end: argument.span.end }, "}"),
        )
        .aws_known(AwsSentence::NumericTooMany, cursor, 1)
}

pub(crate) fn anything_but_nested_item(
    text: &str,
    operator: Operator,
    item: &Node,
    cursor: usize,
    locations: u8,
) -> Diagnostic {
    let found = error(
        Code::AnythingButNestedItem,
        item.span,
        Message::TakesStrings { operator, kind: item.value.kind() },
    )
    .aws_known(AwsSentence::negated_item(operator), cursor, locations);
    if matches!(item.value, Value::Number(_) | Value::Bool(_)) {
        return found.fix(Message::PutInDoubleQuotes, replace(item.span, quote(item.span.of(text))));
    }
    found.advice(Message::WriteString)
}

pub(crate) fn empty_affix(operator: Operator, span: Span, cursor: usize, locations: u8) -> Diagnostic {
    error(Code::EmptyAffix, span, Message::EmptyAffix(operator))
        .advice(Message::WriteTextToExclude)
        .aws_known(AwsSentence::EmptyAffix, cursor, locations)
}

pub(crate) fn anything_but_empty(operator: Operator, span: Span, first: bool) -> Diagnostic {
    let (severity, message) = if first {
        (Severity::Error, Message::EmptyListFails(operator))
    } else {
        (Severity::Warning, Message::EmptyListNeverMatches(operator))
    };
    Diagnostic::new(Code::AnythingButNestedEmpty, severity, Role::Pattern, span, message)
        .advice(Message::WriteTextToExclude)
}
