//! Values: literals that look like operators, wrong types for the envelope, matchers that add nothing.

use super::{note, replace, take_matcher_out, warning};
use crate::code::Code;
use crate::event::Scalar;
use crate::message::{Diagnostic, Message};
use crate::operator::{Operator, Test};
use crate::syntax::{Condition, Matcher, Pattern};
use rulepad_document::json::{self, Member, Node, Value, quote};
use rulepad_document::{Role, literal};

/// Envelope fields whose value is always a string.
const STRINGS: [&str; 8] =
    ["version", "id", "detail-type", "source", "account", "time", "region", "replay-name"];

/// Reads the value that a text is in another language than JSON.
type ReadLiteral = fn(&str) -> Option<Node>;

pub(super) fn check(pattern: &Pattern, read: ReadLiteral) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for condition in &pattern.conditions {
        for (at, matcher) in condition.matchers.iter().enumerate() {
            found.extend(literal(condition, matcher, read));
            found.extend(covered(condition, at, matcher));
        }
    }
    found
}

/// Tests of the envelope's fields that their type rules out.
pub(super) fn envelope(pattern: &Pattern) -> Vec<Diagnostic> {
    let of = |condition| move |matcher| envelope_type(condition, matcher);
    pattern
        .conditions
        .iter()
        .flat_map(|condition| condition.matchers.iter().filter_map(of(condition)))
        .collect()
}

fn exact(matcher: &Matcher) -> Option<&Scalar> {
    match &matcher.test {
        Test::Exact(exact) => Some(&exact.0),
        _ => None,
    }
}

fn literal(condition: &Condition, matcher: &Matcher, read: ReadLiteral) -> Option<Diagnostic> {
    let Some(Scalar::String(text)) = exact(matcher) else { return None };
    let operator = Operator::named(text);
    if operator.is_some() || text == "$or" {
        let found = warning(Code::LintLiteralOperator, matcher.span, Message::LiteralOperator(text.clone()));
        return Some(match operator {
            Some(Operator::Exists) => {
                found.fix(Message::AskForAnyValue, replace(matcher.span, "{\"exists\": true}"))
            }
            _ => found.advice(Message::OperatorInObject(text.clone())),
        });
    }
    if let Some(found) = encoded(matcher, text, read) {
        return Some(found);
    }
    if text.contains('*') && text.len() > 1 && !text.contains("**") && !text.contains('\\') {
        return Some(note(Code::LintLiteralStar, matcher.span, Message::LiteralStar(text.clone())).fix(
            Message::UseAsWildcard,
            replace(matcher.span, format!("{{\"wildcard\": {}}}", quote(text))),
        ));
    }
    if text.starts_with("arn:") && text.splitn(6, ':').count() < 6 {
        return Some(
            warning(Code::LintArnShape, matcher.span, Message::ArnShape(text.clone()))
                .advice(Message::ArnParts),
        );
    }
    if text != text.trim() && condition.name != "detail" {
        return Some(
            note(Code::LintOuterSpace, matcher.span, Message::OuterSpace(text.clone()))
                .fix(Message::RemoveWhiteSpace, replace(matcher.span, quote(text.trim()))),
        );
    }
    None
}

/// A matcher, or a list of them, that is written inside quotes: AWS compares it as a text.
fn encoded(matcher: &Matcher, text: &str, read: ReadLiteral) -> Option<Diagnostic> {
    let trimmed = text.trim();
    if !trimmed.starts_with(['{', '[']) {
        return None;
    }
    let inner = recovered(trimmed, read)?;
    let operator = inner.members().and_then(|members| match members {
        [only] if Operator::named(&only.key).is_some() => Some(only.key.clone()),
        _ => None,
    });
    let items = match &inner.value {
        Value::Array(items) if !items.is_empty() => Some(items.iter().map(json::compact).collect::<Vec<_>>()),
        _ => None,
    };
    let found = |message: Message| warning(Code::LintOperatorInString, matcher.span, message);
    match (operator, items) {
        (Some(operator), _) => Some(
            found(Message::OperatorInString(operator))
                .fix(Message::RemoveQuotesAround, replace(matcher.span, json::compact(&inner))),
        ),
        (None, Some(items)) => Some(
            found(Message::ListInString)
                .fix(Message::RemoveQuotesAround, replace(matcher.span, items.join(", "))),
        ),
        (None, None) => None,
    }
}

/// The JSON in a text, or the object in it as JavaScript and Python write it.
fn recovered(text: &str, read: ReadLiteral) -> Option<Node> {
    let parsed = json::parse_unchecked(text, Role::Pattern);
    if let Some(root) = parsed.valid() {
        return Some(root.clone());
    }
    read(text)
}

/// The value that a whole text is in JavaScript or Python.
pub(crate) fn whole_literal(text: &str) -> Option<Node> {
    let found = literal::read(text, 0).ok()?;
    (found.end == text.len() && found.unknown.is_empty()).then_some(found.root)
}

/// Operators as field names: `{"key": {"suffix": [".pdf"]}}` asks for a field `key.suffix`.
pub(super) fn fields(text: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut open: Vec<(&Node, usize)> = vec![(text, 0)];
    while let Some((node, depth)) = open.pop() {
        let members = node.members().unwrap_or_default();
        let operators = members.iter().all(|member| Operator::named(&member.key).is_some());
        if depth > 0 && operators && !members.is_empty() {
            found.extend(members.first().map(|first| operator_as_field(node, first, members.len())));
            continue;
        }
        for member in members {
            match &member.value.value {
                Value::Array(items) if member.key == "$or" => {
                    open.extend(items.iter().map(|item| (item, depth)))
                }
                _ => open.push((&member.value, depth + 1)),
            }
        }
    }
    found
}

fn operator_as_field(node: &Node, member: &Member, count: usize) -> Diagnostic {
    let name = &member.key;
    let found = warning(Code::LintOperatorAsField, member.key_span, Message::OperatorAsField(name.clone()));
    let advice = Message::WriteAsValueOfField(format!("[{{\"{name}\": …}}]"));
    let Value::Array(items) = &member.value.value else { return found.advice(advice) };
    if count > 1 || items.iter().any(|item| matches!(item.value, Value::Array(_) | Value::Object(_))) {
        return found.advice(advice);
    }
    let list = match Operator::named(name) {
        Some(Operator::Numeric) => true,
        Some(Operator::AnythingBut) => items.len() > 1,
        _ => false,
    };
    let matchers = if list {
        vec![format!("{{{}: {}}}", quote(name), json::compact(&member.value))]
    } else {
        items.iter().map(|item| format!("{{{}: {}}}", quote(name), json::compact(item))).collect()
    };
    found.fix(Message::UseAsOperator, replace(node.span, format!("[{}]", matchers.join(", "))))
}

fn envelope_type(condition: &Condition, matcher: &Matcher) -> Option<Diagnostic> {
    if !STRINGS.contains(&condition.name.as_str()) {
        return None;
    }
    let name = &condition.name;
    match &matcher.test {
        Test::Exact(own) if !matches!(own.0, Scalar::String(_)) => {
            let text = own.0.json();
            Some(
                warning(
                    Code::LintEnvelopeType,
                    matcher.span,
                    Message::EnvelopeType { name: name.clone(), json: text.to_string() },
                )
                .fix(Message::PutInDoubleQuotes, replace(matcher.span, quote(&text))),
            )
        }
        Test::Numeric(_) => Some(
            warning(Code::LintEnvelopeType, matcher.span, Message::EnvelopeNumeric(name.clone()))
                .advice(Message::CompareStrings),
        ),
        _ => None,
    }
}

/// A matcher that another of the same list makes superfluous.
fn covered(condition: &Condition, at: usize, matcher: &Matcher) -> Option<Diagnostic> {
    let others = condition.matchers.iter().enumerate().filter(|(other, _)| *other != at);
    for (other, by) in others {
        // Of two equal matchers the later one is told.
        if covers(&by.test, &matcher.test) && (other < at || !covers(&matcher.test, &by.test)) {
            let test = matcher.test.clone();
            let message = if by.test == test {
                Message::TwiceInList(test)
            } else {
                Message::AlreadyAccepted { test, by: by.test.clone() }
            };
            let found = note(Code::LintCovered, matcher.span, message);
            return Some(found.fix(Message::RemoveIt, take_matcher_out(condition, at)));
        }
    }
    None
}

pub(super) fn covers(wide: &Test, narrow: &Test) -> bool {
    match (wide, narrow) {
        (Test::Exists(_), Test::Exists(_)) => wide == narrow,
        (_, Test::Exact(narrow)) => wide.accepts(&narrow.0),
        (Test::Exists(exists), _) => exists.0,
        (
            Test::Prefix(crate::operator::prefix::Prefix::Exact(wide)),
            Test::Prefix(crate::operator::prefix::Prefix::Exact(narrow)),
        ) => narrow.starts_with(wide.as_str()),
        (
            Test::Suffix(crate::operator::suffix::Suffix::Exact(wide)),
            Test::Suffix(crate::operator::suffix::Suffix::Exact(narrow)),
        ) => narrow.ends_with(wide.as_str()),
        _ => wide == narrow,
    }
}
