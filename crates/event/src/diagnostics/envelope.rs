//! Every diagnostic of an event's envelope.

use super::{Diagnostic, note, warning};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::defaults::{ACCOUNT, REGION, TIME, uuid};
use crate::fields::{TESTED, is_account, is_region, source_of};
use crate::message::{Expected, Help, Message, Shortened, TimeFault};
use crate::time::{Moment, TimeForm};
use rulepad_document::json::{self, MAX_DEPTH, Member, Node, Value};
use rulepad_document::{Edit, Role, Span};

/// A value as a message holds it.
fn shortened(value: &str) -> Shortened {
    Shortened::of(value, 60)
}

/// The help that writes a text as a JSON string.
fn write(span: Span, text: &str) -> (Help, Vec<Edit>) {
    (Help::Write(text.to_owned()), vec![Edit { span, text: json::quote(text) }])
}

/// One note for all of them; TestEventPattern refuses an event without some of them.
pub(crate) fn missing_fields(root: &Node, text: &str, missing: &[&'static str]) -> Diagnostic {
    let start = root.span.start as usize;
    let refused = missing.iter().any(|name| TESTED.contains(name));
    let span = Span::new(start, start + 1);
    let found = note(Code::MissingFields, span, Message::MissingFields(missing.to_vec()))
        .fix(Help::AddMissing, vec![added(root, text, missing)]);
    if refused {
        found.advice(Help::TriedWithoutTestedFields).aws_known(AwsSentence::NotAnEvent, start, 0)
    } else {
        found.advice(Help::TriedWithoutFields)
    }
}

/// The missing fields, written in front of the others as the others are.
fn added(root: &Node, text: &str, missing: &[&str]) -> Edit {
    let members = root.members().unwrap_or_default();
    let open = root.span.start as usize + 1;
    let first = members.first().map(|member| member.key_span.start as usize);
    let gap = first.and_then(|first| text.get(open..first)).unwrap_or("");
    let gap = if gap.trim().is_empty() { gap } else { " " };
    let (before, between) = match (members.is_empty(), gap.contains('\n')) {
        (true, _) => ("\n  ", ",\n  ".to_owned()),
        (false, true) => (gap, format!(",{gap}")),
        (false, false) => (gap, ", ".to_owned()),
    };
    let value = |name: &str| match name {
        "version" => json::quote("0"),
        "id" => json::quote(&uuid(text)),
        "detail-type" => json::quote("Example"),
        "source" => json::quote("com.example"),
        "account" => json::quote(ACCOUNT),
        "time" => json::quote(TIME),
        "region" => json::quote(REGION),
        "resources" => "[]".to_owned(),
        _ => "{}".to_owned(),
    };
    let fields: Vec<String> =
        missing.iter().map(|name| format!("{}: {}", json::quote(name), value(name))).collect();
    let fields = fields.join(&between);
    if members.is_empty() {
        return Edit {
            span: Span::new(open, root.span.end as usize - 1),
            text: format!("{before}{fields}\n"),
        };
    }
    let after = if gap.contains('\n') {
        ","
    } else if gap.is_empty() {
        ", "
    } else {
        ","
    };
    Edit { span: Span::at(open), text: format!("{before}{fields}{after}") }
}

pub(crate) fn misspelt_field(member: &Member, name: &'static str) -> Diagnostic {
    let (help, edits) = write(member.key_span, name);
    let message = Message::MisspeltField { key: shortened(&member.key), name };
    warning(Code::MisspeltField, member.key_span, message).fix(help, edits)
}

pub(crate) fn wrong_type(
    name: &str,
    node: &Node,
    expected: Expected,
    edit: Option<(Help, Edit)>,
) -> Diagnostic {
    let message = Message::FieldType { name: name.to_owned(), kind: node.value.kind(), expected };
    let found = warning(Code::FieldType, node.span, message);
    match edit {
        Some((help, edit)) => found.fix(help, vec![edit]),
        None => found.advice(Help::WriteExpected(expected)),
    }
}

pub(crate) fn detail_text(node: &Node, inner: &str) -> Diagnostic {
    let parsed = json::parse_unchecked(inner, Role::Event);
    // Inside of the event it nests one level deeper.
    let object = parsed.valid().filter(|root| root.members().is_some() && depth(root) < MAX_DEPTH);
    let found = warning(Code::DetailText, node.span, Message::DetailText);
    match object {
        Some(root) => {
            let text = root.span.of(inner).to_owned();
            found.fix(Help::ReadAsJson, vec![Edit { span: node.span, text }])
        }
        None => found.advice(Help::WriteExpected(Expected::Object)),
    }
}

pub(crate) fn time(span: Span, value: &str) -> Option<Diagnostic> {
    let (moment, fault) = match Moment::parse(value) {
        Some((_, TimeForm::Exact)) => return None,
        Some((moment, TimeForm::Fraction)) => (Some(moment), TimeFault::Fraction),
        Some((moment, TimeForm::Offset)) => (Some(moment), TimeFault::Offset),
        Some((moment, TimeForm::Spelling)) => (Some(moment), TimeFault::Spelling),
        None => (None, TimeFault::NoTime),
    };
    let found = warning(Code::TimeFormat, span, Message::Time(fault));
    Some(match moment {
        Some(moment) => {
            let (help, edits) = write(span, &moment.text());
            found.fix(help, edits)
        }
        None => found.advice(Help::WriteDateInUtc),
    })
}

pub(crate) fn version(span: Span, value: &str) -> Diagnostic {
    let (help, edits) = write(span, "0");
    warning(Code::Version, span, Message::Version(shortened(value))).fix(help, edits)
}

pub(crate) fn account(span: Span, value: &str) -> Diagnostic {
    let digits: String = value.chars().filter(|c| *c != '-' && !c.is_whitespace()).collect();
    let found = warning(Code::Account, span, Message::Account(shortened(value)));
    if digits != value && is_account(&digits) {
        let (help, edits) = write(span, &digits);
        found.fix(help, edits)
    } else {
        found.advice(Help::WriteTwelveDigits)
    }
}

pub(crate) fn long_detail_type(span: Span, length: usize) -> Diagnostic {
    warning(Code::DetailTypeLength, span, Message::LongDetailType(length)).advice(Help::ShortenDetailType)
}

pub(crate) fn source(span: Span, value: &str) -> Option<Diagnostic> {
    if value.is_empty() {
        return Some(warning(Code::Source, span, Message::EmptySource).advice(Help::NameSender));
    }
    if value.contains(".amazonaws.com") {
        let source = source_of(value);
        let (help, edits) = write(span, &source);
        let message = Message::ServiceAsSource { service: shortened(value), source };
        return Some(warning(Code::Source, span, message).fix(help, edits));
    }
    let lower = value.to_lowercase();
    if lower != value && (lower.starts_with("aws.") || lower.starts_with("aws:")) || value.starts_with("aws:")
    {
        let (help, edits) = write(span, &lower.replacen("aws:", "aws.", 1));
        return Some(warning(Code::Source, span, Message::SourceCase(shortened(value))).fix(help, edits));
    }
    None
}

pub(crate) fn id(span: Span, value: &str) -> Diagnostic {
    note(Code::Id, span, Message::Id(shortened(value)))
        .fix(Help::WriteUuid, vec![Edit { span, text: json::quote(&uuid(value)) }])
}

pub(crate) fn region(span: Span, value: &str) -> Diagnostic {
    let zone = value.strip_suffix(|c: char| c.is_ascii_lowercase()).filter(|region| is_region(region));
    let found = note(Code::Region, span, Message::Region(shortened(value)));
    match zone {
        Some(right) => {
            let (help, edits) = write(span, right);
            found.fix(help, edits)
        }
        None => found.advice(Help::WriteRegion),
    }
}

pub(crate) fn read_only(span: Span) -> Diagnostic {
    note(Code::ReadOnlyCall, span, Message::ReadOnlyCall).advice(Help::SetRuleState)
}

pub(crate) fn too_large(span: Span, size: usize) -> Diagnostic {
    let first = Span { start: span.start, end: span.start + 1 };
    warning(Code::Size, first, Message::EventSize(size)).advice(Help::UseS3)
}

/// How many levels of arrays and objects a value has.
fn depth(node: &Node) -> usize {
    let inner = match &node.value {
        Value::Array(items) => items.iter().map(depth).max(),
        Value::Object(members) => members.iter().map(|member| depth(&member.value)).max(),
        _ => return 0,
    };
    1 + inner.unwrap_or_default()
}
