//! What is wrong with `numeric`.

use super::{error, replace, respell, shown};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use crate::operator::numeric::Bound;
use rulepad_document::json::{Node, Value};
use rulepad_document::{Role, Span};

pub(crate) fn cannot_compare(span: Span, text: &str, cursor: usize, locations: u8) -> Diagnostic {
    error(Code::NumberPrecision, span, Message::CannotCompare(shown(text)))
        .advice(Message::UseFifteenDigits)
        .aws_known(AwsSentence::CannotCompare(text.to_owned()), cursor, locations)
}

pub(crate) fn numeric_not_a_list(text: &str, argument: &Node, cursor: usize) -> Diagnostic {
    let found = error(Code::NumericList, argument.span, Message::NumericNotAList(argument.value.kind()))
        .aws_known(AwsSentence::NumericNotAList, cursor, 1);
    match &argument.value {
        Value::Number(_) => found.fix(
            Message::CompareForEquality,
            replace(argument.span, format!("[\"=\", {}]", argument.span.of(text))),
        ),
        _ => found.advice(Message::Write("{\"numeric\": [\">\", 0, \"<=\", 100]}".to_owned())),
    }
}

pub(crate) fn numeric_operator_missing(span: Span, found: &str, cursor: usize) -> Diagnostic {
    error(Code::NumericOperator, span, Message::NumericStartsWithSign)
        .advice(Message::WriteSignBeforeNumber)
        .aws_known(AwsSentence::NumericMember(found.to_owned()), cursor, 1)
}

pub(crate) fn numeric_value(span: Span, found: Option<&Value>, operator: &str, cursor: usize) -> Diagnostic {
    let diagnostic = error(Code::NumericValue, span, Message::NumberMustFollow(found.map(Value::kind)))
        .aws_known(AwsSentence::NumericValue(operator.to_owned()), cursor, 1);
    match found {
        Some(Value::String(text)) if text.parse::<f64>().is_ok_and(f64::is_finite) && json_number(text) => {
            diagnostic.fix(Message::RemoveQuotes, replace(span, text.as_str()))
        }
        _ => diagnostic.advice(Message::WriteNumber),
    }
}

fn json_number(text: &str) -> bool {
    rulepad_document::json::parse(text, Role::Pattern)
        .valid()
        .is_some_and(|node| matches!(node.value, Value::Number(_)))
}

pub(crate) fn numeric_operator(
    text: &str,
    matcher: &Node,
    argument: &Node,
    span: Span,
    operator: &str,
    cursor: usize,
) -> Diagnostic {
    let found = error(Code::NumericOperatorUnknown, span, Message::UnknownSign(shown(operator))).aws_known(
        AwsSentence::NumericOperator(operator.to_owned()),
        cursor,
        1,
    );
    let second = match &argument.value {
        Value::Array(items) if items.len() == 2 => items.get(1),
        _ => None,
    };
    let number = second.filter(
        |node| matches!(&node.value, Value::Number(text) if crate::number::comparable(text).is_some()),
    );
    match (operator, number) {
        ("==" | "===" | "eq", _) => found.fix(Message::Write("=".to_owned()), replace(span, "\"=\"")),
        ("=<" | "lte" | "≤", _) => found.fix(Message::Write("<=".to_owned()), replace(span, "\"<=\"")),
        ("=>" | "gte" | "≥", _) => found.fix(Message::Write(">=".to_owned()), replace(span, "\">=\"")),
        ("!=" | "<>" | "ne", Some(number)) => found.fix(
            Message::UseAnythingBut,
            respell(matcher, &[format!("{{\"anything-but\": {}}}", number.span.of(text))]),
        ),
        ("!=" | "<>" | "ne", None) => found.advice(Message::UseAnythingButWithNumber),
        _ => found.advice(Message::WriteSign),
    }
}

pub(crate) fn numeric_too_many(text: &str, argument: &Node, items: &[Node], cursor: usize) -> Diagnostic {
    let span = items.get(2).map_or(argument.span, |item| item.span);
    let found = error(Code::NumericTooMany, span, Message::TooMuchForFirstSign).aws_known(
        AwsSentence::NumericTooMany,
        cursor,
        1,
    );
    let part = |at: usize| items.get(at).map(|item| item.span.of(text)).unwrap_or_default();
    let lower_second = items.get(2).and_then(Node::as_str).is_some_and(|sign| matches!(sign, ">" | ">="));
    let upper_first = items.first().and_then(Node::as_str).is_some_and(|sign| matches!(sign, "<" | "<="));
    let numbers =
        [1, 3].iter().all(|at| items.get(*at).is_some_and(|item| matches!(item.value, Value::Number(_))));
    if items.len() == 4 && lower_second && upper_first && numbers {
        let swapped = format!("[{}, {}, {}, {}]", part(2), part(3), part(0), part(1));
        return found.fix(Message::WriteLowerBoundFirst, replace(argument.span, swapped));
    }
    found.advice(Message::RangeIsLowerThenUpper)
}

pub(crate) fn numeric_second_operator(span: Span, found: &str, cursor: usize) -> Diagnostic {
    error(Code::NumericSecondOperator, span, Message::UpperSignMissing)
        .advice(Message::WriteUpperBound)
        .aws_known(AwsSentence::NumericRangeValue(found.to_owned()), cursor, 1)
}

pub(crate) fn numeric_upper_operator(span: Span, operator: &str, cursor: usize) -> Diagnostic {
    error(Code::NumericUpperOperator, span, Message::UpperSign(shown(operator)))
        .advice(Message::WriteUpperSign)
        .aws_known(AwsSentence::NumericUpperOperator(operator.to_owned()), cursor, 1)
}

pub(crate) fn numeric_too_many_terms(span: Span, list: Span, cursor: usize) -> Diagnostic {
    error(Code::NumericTooManyTerms, span, Message::TwoBounds)
        .advice(Message::KeepOneOfEach)
        .label(Role::Pattern, list, Message::InThisRange)
        .aws_known(AwsSentence::NumericTooManyTerms, cursor, 1)
}

pub(crate) fn numeric_bounds(span: Span, bottom: &Bound, top: &Bound, cursor: usize) -> Diagnostic {
    let found = error(
        Code::NumericBounds,
        span,
        Message::BoundsOutOfOrder { bottom: bottom.text.clone(), top: top.text.clone() },
    )
    .aws_known(AwsSentence::NumericBounds, cursor, 1);
    if bottom.value > top.value {
        let sign = |own: &Bound, open: &str| format!("\"{open}{}\"", if own.inclusive { "=" } else { "" });
        let swapped = format!("[{}, {}, {}, {}]", sign(bottom, ">"), top.text, sign(top, "<"), bottom.text);
        found.fix(Message::SwapBounds, replace(span, swapped))
    } else if bottom.inclusive && top.inclusive {
        found.fix(Message::CompareForEquality, replace(span, format!("[\"=\", {}]", bottom.text)))
    } else {
        found.advice(Message::NoNumberInRange)
    }
}
