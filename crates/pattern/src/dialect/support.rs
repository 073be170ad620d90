//! Which operator each dialect lacks, and what to use instead.

use super::{Dialect, sns};
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use crate::operator::anything_but::AnythingBut;
use crate::operator::prefix::Prefix;
use crate::operator::suffix::Suffix;
use crate::operator::wildcard::Wildcard;
use crate::operator::{Operator, Test};
use crate::syntax::{Matcher, Pattern};
use rulepad_document::json::{Node, Value, quote};
use rulepad_document::{Edit, Role, Severity};

/// An operator as it is used: a service may have it alone and not inside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// As it is.
    Alone(Operator),
    /// `prefix` or `suffix` with `equals-ignore-case` inside.
    IgnoringCase(Operator),
    /// Inside `anything-but`.
    Negated(Operator),
    /// An empty list inside `anything-but`.
    NegatedEmptyList,
}

impl Usage {
    /// How a test uses its operator; `None` for a plain value.
    fn of(test: &Test) -> Option<Self> {
        Some(match test {
            Test::Prefix(Prefix::IgnoreCase(_)) => Self::IgnoringCase(Operator::Prefix),
            Test::Suffix(Suffix::IgnoreCase(_)) => Self::IgnoringCase(Operator::Suffix),
            Test::AnythingBut(AnythingBut::Prefix(_)) => Self::Negated(Operator::Prefix),
            Test::AnythingBut(AnythingBut::Suffix(_)) => Self::Negated(Operator::Suffix),
            Test::AnythingBut(AnythingBut::IgnoreCase(_)) => Self::Negated(Operator::EqualsIgnoreCase),
            Test::AnythingBut(AnythingBut::Wildcard(_)) => Self::Negated(Operator::Wildcard),
            Test::AnythingBut(AnythingBut::Never) => Self::NegatedEmptyList,
            test => Self::Alone(test.operator()?),
        })
    }

    /// What to do without it.
    fn instead(self) -> Message {
        match self {
            Self::Alone(Operator::Wildcard) => Message::UseAffixOrFilterInTarget,
            Self::Alone(Operator::Cidr) => Message::UsePrefixOnDotted,
            Self::Alone(Operator::Prefix | Operator::Suffix) | Self::IgnoringCase(_) => {
                Message::ListSpellings
            }
            Self::Negated(Operator::EqualsIgnoreCase) => Message::ListSpellingsNegated,
            Self::Alone(Operator::AnythingBut) | Self::Negated(_) | Self::NegatedEmptyList => {
                Message::ListValuesNegated
            }
            Self::Alone(
                Operator::EqualsIgnoreCase | Operator::Numeric | Operator::Exists | Operator::Exactly,
            ) => Message::FilterInTarget,
        }
    }
}

/// What a dialect does with an operator.
enum Support {
    Yes,
    /// Its documentation rules it out.
    No,
    /// Its documentation lists the operators, and this one is not among them.
    NotListed,
}

/// What a dialect does with an operator as it is used.
fn support(dialect: Dialect, usage: Usage) -> Support {
    use Dialect::{Archive, EventSourceMapping, Pipes, Rule, SnsAttributes, SnsBody};
    use Operator::{AnythingBut, Cidr, EqualsIgnoreCase, Exactly, Exists, Numeric, Prefix, Suffix, Wildcard};
    use Usage::{Alone, IgnoringCase, Negated, NegatedEmptyList};
    match (usage, dialect) {
        (_, Rule | Archive) => Support::Yes,
        (
            Alone(Prefix | Suffix | EqualsIgnoreCase | AnythingBut | Numeric | Exists | Exactly),
            Pipes | EventSourceMapping | SnsAttributes | SnsBody,
        ) => Support::Yes,
        (Alone(Wildcard), Pipes) => Support::No,
        (Alone(Wildcard), EventSourceMapping) => Support::NotListed,
        (Alone(Wildcard), SnsAttributes | SnsBody) => Support::Yes,
        (Alone(Cidr), EventSourceMapping) => Support::NotListed,
        (Alone(Cidr), Pipes | SnsAttributes | SnsBody) => Support::Yes,
        (IgnoringCase(_), Pipes) => Support::Yes,
        (IgnoringCase(_), EventSourceMapping | SnsAttributes | SnsBody) => Support::NotListed,
        (Negated(_) | NegatedEmptyList, Pipes) => Support::No,
        (Negated(_) | NegatedEmptyList, EventSourceMapping) => Support::NotListed,
        (Negated(EqualsIgnoreCase), SnsAttributes | SnsBody) => Support::NotListed,
        (Negated(_) | NegatedEmptyList, SnsAttributes | SnsBody) => Support::Yes,
    }
}

/// Problems of a pattern that only this dialect has.
pub(crate) fn check(dialect: Dialect, pattern: &Pattern, json: Option<&Node>) -> Vec<Diagnostic> {
    let matchers = pattern.conditions.iter().flat_map(|condition| &condition.matchers);
    let mut found: Vec<Diagnostic> = matchers.filter_map(|matcher| operator(dialect, matcher)).collect();
    match dialect {
        Dialect::SnsAttributes | Dialect::SnsBody => found.extend(sns::check(dialect, pattern)),
        Dialect::Pipes | Dialect::EventSourceMapping => {
            found.extend(json.and_then(plain_data));
            found.extend(json.and_then(payload_path));
        }
        Dialect::Rule | Dialect::Archive => {}
    }
    found
}

fn operator(dialect: Dialect, matcher: &Matcher) -> Option<Diagnostic> {
    let usage = Usage::of(&matcher.test)?;
    let listed = match support(dialect, usage) {
        Support::Yes => return None,
        Support::No => true,
        Support::NotListed => false,
    };
    let message = Message::OperatorLacking { dialect, usage, listed };
    let found = Diagnostic::new(Code::DialectOperator, Severity::Error, Role::Pattern, matcher.span, message);
    Some(match &matcher.test {
        Test::Wildcard(wildcard) if let Some((operator, edge)) = one_edge(wildcard) => {
            let text = format!("{{\"{}\": {}}}", operator.name(), quote(edge));
            found.fix(Message::UseOperatorOfSameValues(operator), vec![Edit { span: matcher.span, text }])
        }
        _ => found.advice(usage.instead()),
    })
}

/// The operator that says the same as a wildcard whose only star is at its end or at its start.
fn one_edge(wildcard: &Wildcard) -> Option<(Operator, &str)> {
    match wildcard.runs() {
        [start, end] if end.is_empty() => Some((Operator::Prefix, start)),
        [start, end] if start.is_empty() => Some((Operator::Suffix, end)),
        _ => None,
    }
}

/// Kinesis refuses a filter whose `data` is not an object; Kafka and MQ take a list too.
fn plain_data(json: &Node) -> Option<Diagnostic> {
    let data = json.members()?.iter().rev().find(|member| member.key == "data")?;
    matches!(data.value.value, Value::Array(_)).then(|| {
        Diagnostic::new(
            Code::DialectPlainData,
            Severity::Warning,
            Role::Pattern,
            data.value.span,
            Message::PlainData,
        )
        .advice(Message::WriteObjectForKinesis)
    })
}

/// The payload of a Kinesis record is `data` in a filter, though the record has it under `kinesis` (Lambda developer
/// guide, `with-kinesis` filtering, checked 2026-11-29).
fn payload_path(json: &Node) -> Option<Diagnostic> {
    let kinesis = json.members()?.iter().rev().find(|member| member.key == "kinesis")?;
    let inner = kinesis.value.members()?;
    let data = inner.iter().find(|member| member.key == "data")?;
    let found = Diagnostic::new(
        Code::DialectPayloadPath,
        Severity::Warning,
        Role::Pattern,
        kinesis.key_span,
        Message::PayloadPath,
    );
    let free = json.get("data").is_none() && inner.len() == 1;
    Some(if free {
        let span = kinesis.key_span.to(kinesis.value.span);
        let text = format!("\"data\": {}", rulepad_document::json::compact(&data.value));
        found.fix(Message::Write("data".to_owned()), vec![Edit { span, text }])
    } else {
        found.advice(Message::WriteDataAtTop)
    })
}
