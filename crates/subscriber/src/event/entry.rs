//! Entries of `PutEvents` and `PutRawEvents`: what AWS makes of them, and what it refuses (API reference, checked
//! 2026-11-29).

use super::build::{Draft, STAND_IN_ID, of_envelope};
use super::{Call, EventForm, OpenField, Reading};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, EventText};
use crate::scope::Scope;
use crate::system::{ContentType, SystemField};
use crate::unverified::Unverified;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rulepad_document::json::build::{object, string};
use rulepad_document::json::{self, Member, Node, Value, ValueKind, quote};
use rulepad_document::{Edit, Role, Severity, Span, spelling};

/// The members of an entry of `PutEvents`.
const ENVELOPE_MEMBERS: [&str; 6] = ["Source", "DetailType", "Detail", "Resources", "Time", "SystemMetadata"];
/// The members of an entry of `PutRawEvents`.
const RAW_MEMBERS: [&str; 3] = ["Data", "Metadata", "SystemMetadata"];
/// What publishers set of system metadata, by `PutEvents` and by `PutRawEvents`.
const ENVELOPE_SYSTEM: [&str; 2] = ["EventGroupId", "DeduplicationId"];
const RAW_SYSTEM: [&str; 3] = ["ContentType", "EventGroupId", "DeduplicationId"];
/// The most characters of a metadata key.
const MAX_KEY: usize = 128;

/// Reads an entry. One that AWS refuses makes no event.
pub(super) fn read(root: &Node, call: Call, reading: &mut Reading) {
    let before = reading.problems.len();
    let members: &'static [&'static str] = match call {
        Call::PutEvents => &ENVELOPE_MEMBERS,
        Call::PutRawEvents => &RAW_MEMBERS,
    };
    for member in root.members().unwrap_or_default() {
        if !members.contains(&member.key.as_str()) {
            reading.problem(unknown_member(member, members));
        }
    }
    let system = system(root, call, reading);
    match call {
        Call::PutEvents => envelope(root, system, before, reading),
        Call::PutRawEvents => raw(root, system, before, reading),
    }
}

fn refused(reading: &Reading, before: usize) -> bool {
    reading.problems.iter().skip(before).any(Diagnostic::is_error)
}

/// What the publisher sets of system metadata.
fn system(root: &Node, call: Call, reading: &mut Reading) -> Vec<(SystemField, String)> {
    let Some(own) = root.get("SystemMetadata") else { return Vec::new() };
    let known: &'static [&'static str] = match call {
        Call::PutEvents => &ENVELOPE_SYSTEM,
        Call::PutRawEvents => &RAW_SYSTEM,
    };
    let Some(members) = own.members() else {
        reading.problem(wrong_type("SystemMetadata", own, ValueKind::Object));
        return Vec::new();
    };
    let mut given = Vec::new();
    for member in members {
        let field = SystemField::named(&member.key).filter(|_| known.contains(&member.key.as_str()));
        match (field, member.value.as_str()) {
            (None, _) => reading.problem(system_member(member, known)),
            (Some(_), None) => reading.problem(wrong_type(&member.key, &member.value, ValueKind::String)),
            (Some(SystemField::ContentType), Some(_)) => {}
            (Some(field), Some(value)) => given.push((field, value.to_owned())),
        }
    }
    given
}

fn envelope(root: &Node, system: Vec<(SystemField, String)>, before: usize, reading: &mut Reading) {
    let mut text = |name: &'static str| match root.get(name) {
        None => {
            reading.problem(missing(root.span, name));
            None
        }
        Some(node) => {
            if node.as_str().is_none() {
                reading.problem(wrong_type(name, node, ValueKind::String));
            }
            node.as_str().map(|text| (text.to_owned(), node.span))
        }
    };
    let (source, detail_type) = (text("Source"), text("DetailType"));
    if let Some((source, span)) = source.as_ref().filter(|(source, _)| source.starts_with("aws.")) {
        reading.problem(reserved_source(*span, source));
    }
    let detail = root.get("Detail").and_then(|node| match node.as_str() {
        Some(inner) => match json::parse(inner, Role::Event).single() {
            Some(value) => Some(value.clone()),
            None => {
                reading.problem(detail_not_json(node.span));
                None
            }
        },
        None => {
            let written = vec![Edit { span: node.span, text: quote(&json::compact(node)) }];
            let found = wrong_type("Detail", node, ValueKind::String);
            reading.problem(found.fix(EventText::WriteJsonText, written));
            None
        }
    });
    if refused(reading, before) {
        return;
    }
    let time = root.get("Time").and_then(|node| match &node.value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => rulepad_event::of_epoch(number),
        _ => None,
    });
    let has_time = time.is_some();
    let text = |own: Option<(String, Span)>| own.map(|(text, _)| string(text));
    let envelope = object([
        ("version", Some(string("0"))),
        ("id", Some(string(STAND_IN_ID))),
        ("detail-type", text(detail_type)),
        ("source", text(source)),
        ("account", Some(string("000000000000"))),
        ("time", Some(string(time.unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned())))),
        ("region", Some(string("us-east-1"))),
        ("resources", Some(root.get("Resources").cloned().unwrap_or_else(|| json::build::list([])))),
        ("detail", detail),
    ]);
    let mut event = of_envelope(&envelope, EventForm::PutEventsEntry, system);
    let mut open = vec!["id", "account", "region"];
    if !has_time {
        open.push("time");
    }
    let field = |name: &str| OpenField { scope: Scope::Data, name: name.to_owned(), always: true };
    event.open.extend(open.into_iter().map(field));
    reading.events.push(event);
}

fn raw(root: &Node, system: Vec<(SystemField, String)>, before: usize, reading: &mut Reading) {
    let content = content_type(root, reading);
    let metadata = metadata(root, reading);
    let Some(data) = root.get("Data") else {
        reading.problem(missing(root.span, "Data"));
        return;
    };
    let Some(content) = content.filter(|_| !refused(reading, before)) else { return };
    let Some(written) = data.as_str() else {
        reading.problem(wrong_type("Data", data, ValueKind::String));
        return;
    };
    // The API and the AWS CLI take Base64; the CLI can be told to take the bytes.
    let decoded = STANDARD.decode(written.trim()).ok();
    let bytes = decoded.clone().unwrap_or_else(|| written.as_bytes().to_vec());
    let plain = String::from_utf8(bytes.clone()).ok();
    let value = plain.as_deref().and_then(|plain| json::parse(plain, Role::Event).single().cloned());
    let mut unverified = Vec::new();
    let value = match (content, value) {
        (ContentType::OctetStream, _) => string(STANDARD.encode(&bytes)),
        (ContentType::Avro | ContentType::Protobuf, None) => {
            reading.problem(not_decoded(data.span, content));
            return;
        }
        (_, Some(value)) => value,
        (_, None) => {
            reading.problem(not_json(data.span));
            unverified.push(Unverified::NotJson);
            string(plain.clone().unwrap_or_else(|| STANDARD.encode(&bytes)))
        }
    };
    let payload = match content {
        ContentType::OctetStream => Some(STANDARD.encode(&bytes)),
        ContentType::Json => plain,
        _ => None,
    };
    let form = EventForm::PutRawEventsEntry;
    let call = Call::PutRawEvents;
    let draft = Draft { form, call, content, data: value, metadata, system, payload };
    let mut event = draft.event();
    event.unverified = unverified;
    reading.events.push(event);
}

/// The content type of an entry of `PutRawEvents`, which must have one.
fn content_type(root: &Node, reading: &mut Reading) -> Option<ContentType> {
    let Some(node) = root.get("SystemMetadata").and_then(|own| own.get("ContentType")) else {
        let place = root.get("SystemMetadata").map_or(root.span, |own| own.span);
        reading.problem(missing(place, "ContentType"));
        return None;
    };
    let name = node.as_str()?;
    let found = ContentType::named(name).filter(|own| *own != ContentType::Envelope);
    if found.is_none() {
        reading.problem(unsupported_content(node.span, name));
    }
    found
}

/// The publisher's map.
pub(super) fn metadata(root: &Node, reading: &mut Reading) -> Vec<(String, String)> {
    let Some(own) = root.get("Metadata") else { return Vec::new() };
    let Some(members) = own.members() else {
        reading.problem(wrong_type("Metadata", own, ValueKind::Object));
        return Vec::new();
    };
    let mut given: Vec<(String, String)> = Vec::new();
    for member in members {
        if member.key.is_empty() || member.key.contains('/') || member.key.chars().count() > MAX_KEY {
            reading.problem(metadata_key(member));
            continue;
        }
        let other = given.iter().find(|(key, _)| *key != member.key && key.eq_ignore_ascii_case(&member.key));
        if let Some((other, _)) = other {
            let other = other.clone();
            reading.problem(metadata_case(member, other));
        }
        match member.value.as_str() {
            Some(value) => given.push((member.key.clone(), value.to_owned())),
            None => reading.problem(wrong_type(&member.key, &member.value, ValueKind::String)),
        }
    }
    given
}

fn error(code: Code, span: Span, text: EventText) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, Role::Event, span, text)
}

fn missing(span: Span, name: &'static str) -> Diagnostic {
    error(Code::PublishedMissing, span, EventText::Missing(name)).advice(EventText::AddMember(name))
}

fn unknown_member(member: &Member, known: &'static [&'static str]) -> Diagnostic {
    let found =
        error(Code::PublishedUnknownMember, member.key_span, EventText::UnknownMember(member.key.clone()));
    renamed(found, member, known)
}

fn system_member(member: &Member, known: &'static [&'static str]) -> Diagnostic {
    let text = EventText::SystemMember(member.key.clone());
    renamed(error(Code::PublishedSystemMember, member.key_span, text), member, known)
}

fn renamed(found: Diagnostic, member: &Member, known: &'static [&'static str]) -> Diagnostic {
    match spelling::nearest(&member.key, known.iter().copied())
        .and_then(|near| known.iter().find(|own| **own == near))
    {
        Some(near) => {
            let edit = vec![Edit { span: member.key_span, text: quote(near) }];
            found.fix(EventText::Rename(near), edit)
        }
        None => found.advice(EventText::Members(known)),
    }
}

pub(super) fn wrong_type(member: &str, node: &Node, wanted: ValueKind) -> Diagnostic {
    let text = EventText::Type { member: member.to_owned(), wanted, saw: node.value.kind() };
    let found = error(Code::PublishedType, node.span, text);
    match (&node.value, wanted) {
        (Value::Number(_) | Value::Bool(_), ValueKind::String) => {
            let edit = vec![Edit { span: node.span, text: quote(&json::compact(node)) }];
            found.fix(EventText::QuoteIt, edit)
        }
        _ => found,
    }
}

fn reserved_source(span: Span, source: &str) -> Diagnostic {
    error(Code::PublishedSource, span, EventText::ReservedSource(source.to_owned()))
        .advice(EventText::OtherSource)
}

fn detail_not_json(span: Span) -> Diagnostic {
    error(Code::PublishedDetail, span, EventText::DetailNotJson).advice(EventText::WriteJsonText)
}

fn unsupported_content(span: Span, name: &str) -> Diagnostic {
    error(Code::PublishedContentType, span, EventText::ContentType(name.to_owned()))
        .advice(EventText::ContentTypes)
        .aws_known(AwsSentence::ContentType(name.to_owned()), 0, 0)
}

fn not_decoded(span: Span, content: ContentType) -> Diagnostic {
    error(Code::PublishedNotDecoded, span, EventText::NotDecoded(content.name()))
        .advice(EventText::PasteDecoded)
}

fn not_json(span: Span) -> Diagnostic {
    Diagnostic::new(Code::PublishedNotJson, Severity::Warning, Role::Event, span, EventText::NotJson)
        .advice(EventText::UseOctetStream)
}

fn metadata_key(member: &Member) -> Diagnostic {
    error(Code::PublishedMetadataKey, member.key_span, EventText::MetadataKey(member.key.clone()))
        .advice(EventText::MetadataKeys)
}

fn metadata_case(member: &Member, other: String) -> Diagnostic {
    let text = EventText::MetadataCase { one: other, other: member.key.clone() };
    error(Code::PublishedMetadataCase, member.key_span, text).advice(EventText::KeepOne)
}

pub(super) fn no_payload(span: Span) -> Diagnostic {
    error(Code::PublishedNoPayload, span, EventText::NoPayload).advice(EventText::UseLogs)
}
