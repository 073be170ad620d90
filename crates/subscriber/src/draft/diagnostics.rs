//! What is wrong with how a subscriber is written: all of it the API or its tools refuse.

use super::forms::Form;
use super::schema::Field;
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, DraftText};
use rulepad_document::json::{Member, Node, Value, ValueKind, compact, quote};
use rulepad_document::{Edit, Role, Severity, Span, spelling};

fn error(code: Code, span: Span, text: DraftText) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, Role::Import, span, text)
}

fn replace(span: Span, text: String) -> Vec<Edit> {
    vec![Edit { span, text }]
}

/// A subscriber without filters in its filter configuration.
#[must_use]
pub fn no_filter(span: Span) -> Diagnostic {
    error(Code::FilterNone, span, DraftText::NoFilter).advice(DraftText::AddFilterOrRemove).aws_known(
        AwsSentence::NoFilter,
        0,
        0,
    )
}

pub(super) fn not_a_subscriber(span: Span, saw: ValueKind) -> Diagnostic {
    error(Code::SubscriberNone, span, DraftText::NotASubscriber(saw)).advice(DraftText::WriteRequest)
}

pub(super) fn unknown(member: &Member, path: &str, fields: &'static [Field]) -> Diagnostic {
    let text = DraftText::UnknownMember { name: member.key.clone(), of: path.to_owned() };
    let found = error(Code::SubscriberUnknownMember, member.key_span, text);
    let meant = spelling::nearest(&member.key, fields.iter().map(|field| field.name));
    match meant.and_then(|meant| fields.iter().find(|field| field.name == meant)) {
        Some(field) => found.fix(DraftText::Rename(field.name), replace(member.key_span, quote(field.name))),
        None => found.advice(DraftText::Members(fields.iter().map(|field| field.name).collect())),
    }
}

pub(super) fn repeated(member: &Member) -> Diagnostic {
    error(Code::SubscriberRepeated, member.key_span, DraftText::Repeated(member.key.clone()))
        .advice(DraftText::KeepOne)
}

pub(super) fn missing(span: Span, name: &'static str, path: &str) -> Diagnostic {
    error(Code::SubscriberMissing, span, DraftText::Missing { name, of: path.to_owned() })
        .advice(DraftText::AddMember(name))
}

/// A value of another kind than its member must have.
#[must_use]
pub fn wrong_type(path: &str, node: &Node, wanted: ValueKind) -> Diagnostic {
    let text = DraftText::Type { name: path.to_owned(), wanted, saw: node.value.kind() };
    let found = error(Code::SubscriberType, node.span, text);
    match (&node.value, wanted) {
        (Value::Number(_) | Value::Bool(_), ValueKind::String) => {
            found.fix(DraftText::QuoteIt, replace(node.span, quote(&compact(node))))
        }
        (Value::Object(_) | Value::Array(_), ValueKind::String) => {
            found.fix(DraftText::WriteAsText, replace(node.span, quote(&compact(node))))
        }
        (Value::String(number), ValueKind::Number) if number.parse::<i64>().is_ok() => {
            found.fix(DraftText::RemoveQuotes, replace(node.span, number.clone()))
        }
        _ => found.advice(DraftText::WriteKind(wanted)),
    }
}

pub(super) fn length(span: Span, path: &str, length: usize, least: usize, most: usize) -> Diagnostic {
    error(Code::SubscriberLength, span, DraftText::Length { name: path.to_owned(), length, least, most })
        .advice(DraftText::WriteLength { least, most })
}

pub(super) fn form(span: Span, path: &str, form: Form) -> Diagnostic {
    error(Code::SubscriberForm, span, DraftText::Form { name: path.to_owned(), form })
        .advice(DraftText::WriteForm(form))
}

pub(super) fn choice(node: &Node, path: &str, text: &str, choices: &'static [&'static str]) -> Diagnostic {
    let message = DraftText::Choice { name: path.to_owned(), found: text.to_owned() };
    let found = error(Code::SubscriberChoice, node.span, message);
    let bare = |own: &str| {
        own.bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|byte| byte.to_ascii_uppercase())
            .collect::<Vec<_>>()
    };
    let same = choices.iter().copied().find(|own| bare(own) == bare(text));
    match same.or_else(|| spelling::nearest(text, choices.iter().copied())) {
        Some(meant) => found.fix(DraftText::WriteChoice(meant.to_owned()), replace(node.span, quote(meant))),
        None => found.advice(DraftText::Choices(choices)),
    }
}

pub(super) fn range(span: Span, path: &str, found: &str, least: i64, most: i64) -> Diagnostic {
    let text = DraftText::Range { name: path.to_owned(), found: found.to_owned(), least, most };
    error(Code::SubscriberRange, span, text).advice(DraftText::WriteNumber { least, most })
}

pub(super) fn count(span: Span, path: &str, count: usize, most: usize) -> Diagnostic {
    error(Code::SubscriberCount, span, DraftText::Count { name: path.to_owned(), count, most })
        .advice(DraftText::KeepFewer(most))
}
