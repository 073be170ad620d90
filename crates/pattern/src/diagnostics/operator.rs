//! What is wrong with an operator's name or argument.

use super::{error, replace, respell};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use crate::operator::Operator;
use crate::spelling::nearest;
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value, quote};

pub(crate) fn unknown_operator(
    text: &str,
    field: &Member,
    node: &Node,
    operator: &Member,
    name: &str,
    cursor: usize,
) -> Diagnostic {
    if is_function(name) {
        return function(operator).aws_known(AwsSentence::UnknownOperator(name.to_owned()), cursor, 1);
    }
    let message = Message::UnknownOperator(name.to_owned());
    let mut found = error(Code::UnknownOperator, operator.key_span, message).aws_known(
        AwsSentence::UnknownOperator(name.to_owned()),
        cursor,
        1,
    );
    let argument = operator.value.span.of(text);
    let nested = matches!(operator.value.value, Value::Array(_) | Value::Object(_));
    if let Some(known) = nearest(name, &Operator::ALL.map(Operator::name)) {
        found = found.fix(Message::Write(known.to_owned()), replace(operator.key_span, quote(known)));
    } else if let Some(known) = synonym(name) {
        let spelled = format!("{{{}: {argument}}}", quote(known.name()));
        let only = node.members().is_some_and(|members| members.len() == 1);
        if only && accepts_argument(known, &operator.value) {
            found = found.fix(Message::Write(known.name().to_owned()), respell(node, &[spelled]));
        } else {
            found = found.advice(Message::AwsCallsIt(known));
        }
    } else if nested && only_item(field) {
        found = found.fix(Message::NestWithoutList, replace(field.value.span, node.span.of(text)));
    } else if name == "regex" || name == "matches" {
        found = found.advice(Message::NoRegularExpressions);
    } else {
        found = found.advice(Message::TheOperators);
    }
    found
}

/// Whether a key is an intrinsic function of CloudFormation (user guide, intrinsic function reference, checked
/// 2026-11-29).
pub(super) fn is_function(key: &str) -> bool {
    matches!(key, "Ref" | "Condition") || key.strip_prefix("Fn::").is_some_and(|name| !name.is_empty())
}

/// A function that was left in the pattern.
pub(super) fn function(member: &Member) -> Diagnostic {
    let message = Message::CloudFormationFunction(member.key.clone());
    error(Code::CloudformationFunction, member.key_span, message)
        .advice(Message::WriteResolvedValue)
        .advice(Message::ImportTemplate)
}

fn only_item(field: &Member) -> bool {
    matches!(&field.value.value, Value::Array(items) if items.len() == 1)
}

fn accepts_argument(operator: Operator, argument: &Node) -> bool {
    match operator {
        Operator::AnythingBut => matches!(argument.value, Value::String(_) | Value::Number(_)),
        Operator::Exists => matches!(argument.value, Value::Bool(_)),
        Operator::Numeric => false,
        Operator::Prefix
        | Operator::Suffix
        | Operator::EqualsIgnoreCase
        | Operator::Wildcard
        | Operator::Cidr
        | Operator::Exactly => argument.as_str().is_some(),
    }
}

/// What other systems call AWS's operators.
fn synonym(name: &str) -> Option<Operator> {
    let plain: String = name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    Some(match plain.as_str() {
        "startswith" | "beginswith" | "starts" | "begins" => Operator::Prefix,
        "endswith" | "ends" => Operator::Suffix,
        "not" | "notin" | "notequals" | "ne" | "except" | "nin" | "isnot" => Operator::AnythingBut,
        "glob" | "like" | "contains" | "match" => Operator::Wildcard,
        "equalsignorecase" | "ignorecase" | "iequals" | "caseinsensitive" => Operator::EqualsIgnoreCase,
        "ip" | "subnet" | "ipaddress" | "iprange" => Operator::Cidr,
        "number" | "range" | "gt" | "lt" | "gte" | "lte" | "between" => Operator::Numeric,
        "present" | "exist" | "isset" | "defined" => Operator::Exists,
        "equals" | "eq" | "equal" => Operator::Exactly,
        _ => return None,
    })
}

pub(crate) fn second_operator(text: &str, node: &Node, members: &[Member], cursor: usize) -> Diagnostic {
    let first = members.first().and_then(|member| Operator::named(&member.key));
    let second = members.get(1).map(|member| member.key_span).unwrap_or(node.span);
    let parts: Vec<String> = members
        .iter()
        .map(|member| format!("{{{}: {}}}", quote(&member.key), member.value.span.of(text)))
        .collect();
    error(Code::SecondOperator, second, Message::OneOperatorInMatcher)
        .fix(Message::OneMatcherForEither, respell(node, &parts))
        .advice(Message::NoConjunction)
        .aws_known(AwsSentence::second_operator(first), cursor, 1)
}

pub(crate) fn string_argument(
    text: &str,
    matcher: &Node,
    operator: Operator,
    argument: &Node,
    cursor: usize,
) -> Diagnostic {
    // AWS speaks of `exact` for `exactly`, and of `prefix` for `cidr`.
    let name = match operator {
        Operator::Exactly => "exact",
        Operator::Cidr => Operator::Prefix.name(),
        other => other.name(),
    };
    let found = error(
        Code::StringArgument,
        argument.span,
        Message::TakesOneString { operator, kind: argument.value.kind() },
    )
    .aws_known(AwsSentence::NotAString(name), cursor, 1);
    match &argument.value {
        Value::Array(items) if !items.is_empty() && items.iter().all(|item| item.as_str().is_some()) => {
            let matchers: Vec<String> = items
                .iter()
                .map(|item| format!("{{{}: {}}}", quote(operator.name()), item.span.of(text)))
                .collect();
            let help = if matchers.len() == 1 { Message::RemoveBrackets } else { Message::OneMatcherForEach };
            found.fix(help, respell(matcher, &matchers))
        }
        Value::Number(_) | Value::Bool(_) if operator != Operator::Cidr => {
            found.fix(Message::PutInDoubleQuotes, replace(argument.span, quote(argument.span.of(text))))
        }
        _ => found.advice(write_text(operator)),
    }
}

fn write_text(operator: Operator) -> Message {
    Message::Write(format!("{{\"{}\": \"…\"}}", operator.name()))
}

pub(crate) fn affix_without_operator(operator: Operator, span: Span) -> Diagnostic {
    error(Code::AffixWithoutOperator, span, Message::EmptyObjectUnder(operator))
        .advice(write_text(operator))
        .aws_known(AwsSentence::AffixWithoutOperator(operator), span.end as usize, 1)
}

pub(crate) fn affix_operator(
    text: &str,
    matcher: &Node,
    (operator, affix): (Operator, &Node),
    nested: &Member,
    cursor: usize,
) -> Diagnostic {
    let name = operator.name();
    let found = error(
        Code::AffixOperator,
        nested.key_span,
        Message::OnlyIgnoreCaseUnder { operator, nested: nested.key.clone() },
    )
    .aws_known(AwsSentence::AffixOperator { operator, key: nested.key.clone() }, cursor, 1);
    let argument = nested.value.span.of(text);
    if nested.value.as_str().is_none() {
        found.advice(write_text(operator))
    } else if Operator::named(&nested.key) == Some(Operator::AnythingBut) {
        let turned = format!("{{\"anything-but\": {{{}: {argument}}}}}", quote(name));
        found.fix(Message::WrapInAnythingBut, respell(matcher, &[turned]))
    } else if nested.key.to_lowercase().contains("case") {
        let known = Operator::EqualsIgnoreCase.name();
        found.fix(Message::Write(known.to_owned()), replace(nested.key_span, quote(known)))
    } else {
        found.fix(Message::WriteTextAlone, replace(affix.span, argument))
    }
}

pub(crate) fn exists_argument(argument: &Node, cursor: usize) -> Diagnostic {
    let found = error(Code::ExistsArgument, argument.span, Message::ExistsArgument(argument.value.kind()))
        .aws_known(AwsSentence::Exists, cursor, 1);
    let word = argument.as_str().unwrap_or_default().to_lowercase();
    let value = if matches!(word.as_str(), "false" | "no") || argument.value == Value::Number("0".into()) {
        "false"
    } else {
        "true"
    };
    found.fix(Message::Write(value.to_owned()), replace(argument.span, value))
}
