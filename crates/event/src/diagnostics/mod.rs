//! Every diagnostic of a pasted text that is not about its JSON.

pub(crate) mod entry;
pub(crate) mod envelope;

use crate::code::Code;
use crate::kind::{Carrier, EntriesKind, ListKind, ShapeKind};
use crate::message::{Help, Message, Shortened};
use rulepad_document::json::Node;
use rulepad_document::literal::UnknownKind;
use rulepad_document::notation::{Notation, Recognized, recognize, recognize_bracketed};
use rulepad_document::{Edit, Role, Severity, Span};

/// A diagnostic of this crate.
pub(crate) type Diagnostic = rulepad_document::Diagnostic<Message>;

fn problem(code: Code, severity: Severity, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(code, severity, Role::Event, span, message)
}

fn error(code: Code, span: Span, message: Message) -> Diagnostic {
    problem(code, Severity::Error, span, message)
}

fn warning(code: Code, span: Span, message: Message) -> Diagnostic {
    problem(code, Severity::Warning, span, message)
}

fn note(code: Code, span: Span, message: Message) -> Diagnostic {
    problem(code, Severity::Note, span, message)
}

/// A value that no event can be.
#[must_use]
pub fn not_an_object(root: &Node, span: Span) -> Diagnostic {
    error(Code::NotAnObject, span, Message::NotAnObject(root.value.kind())).advice(Help::PasteOneEvent)
}

pub(crate) fn no_json(span: Span) -> Diagnostic {
    error(Code::NoJson, span, Message::NoJson).advice(Help::PasteSomething)
}

/// YAML that cannot be read; `why` is what is wrong with it.
pub(crate) fn yaml(span: Span, why: Message) -> Diagnostic {
    error(Code::LooksLikeYaml, span, Message::LooksLikeYaml).advice(why).advice(Help::CorrectYaml)
}

/// A text in another notation than JSON; `json` is the same in JSON, where it can be converted.
pub(crate) fn notation(span: Span, notation: Notation, json: Option<&str>) -> Diagnostic {
    let found = error(Code::OtherNotation, span, Message::Notation(notation));
    match json {
        Some(json) => found.fix(Help::ConvertToJson, vec![Edit { span, text: json.to_owned() }]),
        None if notation == Notation::Hcl => found.advice(Help::PasteEventOrImport),
        None => found.advice(Help::PasteEvent),
    }
}

/// Whether the text of an event is in another notation than JSON, and which.
#[must_use]
pub fn other_notation(text: &str) -> Option<Diagnostic> {
    recognize(text).map(|found| in_notation(text, &found))
}

/// [`other_notation`] for a text that starts with a bracket or is blank.
#[must_use]
pub fn other_notation_bracketed(text: &str) -> Option<Diagnostic> {
    recognize_bracketed(text).map(|found| in_notation(text, &found))
}

fn in_notation(text: &str, found: &Recognized) -> Diagnostic {
    let start = text.len() - text.trim_start().len();
    let whole = Span::new(start, start + text.trim().len());
    notation(whole, found.notation, found.json.as_deref())
}

/// A value of an object of JavaScript or Python that is not in the text.
pub(crate) fn lost_value(span: Span, written: &str, kind: UnknownKind) -> Diagnostic {
    let value = Shortened::of(written, 40);
    match kind {
        UnknownKind::Cut => error(Code::CutValue, span, Message::CutValue(value)).advice(Help::LogWholeEvent),
        UnknownKind::Expression | UnknownKind::Undefined => {
            error(Code::UnknownValue, span, Message::UnknownValue(value)).advice(Help::WriteValue)
        }
    }
}

/// A file that CloudTrail writes beside its logs.
pub(crate) fn digest(span: Span) -> Diagnostic {
    error(Code::CloudTrailDigest, span, Message::Digest).advice(Help::PasteLogFile)
}

/// A record of a bus's log without the event in it.
pub(crate) fn bus_log_without_event(span: Span) -> Diagnostic {
    warning(Code::BusLogDetail, span, Message::BusLogWithoutDetail).advice(Help::LogDetail)
}

pub(crate) fn file_argument(span: Span, path: &str) -> Diagnostic {
    error(Code::FileArgument, span, Message::InFile(path.to_owned())).advice(Help::PasteFile)
}

pub(crate) fn shorthand(span: Span) -> Diagnostic {
    error(Code::Shorthand, span, Message::Shorthand).advice(Help::WriteEntries)
}

pub(crate) fn skipped_line(span: Span) -> Diagnostic {
    warning(Code::SkippedLine, span, Message::SkippedLine).advice(Help::WriteOrRemoveLine)
}

pub(crate) fn empty_list(span: Span, kind: ListKind) -> Diagnostic {
    empty(span, ShapeKind::List(kind))
}

pub(crate) fn no_entries(span: Span, kind: EntriesKind) -> Diagnostic {
    empty(span, ShapeKind::Entries(kind))
}

fn empty(span: Span, kind: ShapeKind) -> Diagnostic {
    warning(Code::EmptyList, span, Message::Empty(kind)).advice(Help::PasteFilled)
}

/// Something that should hold a payload and has none.
pub(crate) fn no_payload(span: Span, carrier: Carrier) -> Diagnostic {
    warning(Code::NoPayload, span, Message::NoPayload(carrier)).advice(Help::PasteWith(carrier))
}

pub(crate) fn plain_payload(span: Span, carrier: Carrier) -> Diagnostic {
    warning(Code::PlainPayload, span, Message::PlainPayload(carrier)).advice(Help::EventsAreJson)
}

pub(crate) fn not_base64(span: Span, carrier: Carrier) -> Diagnostic {
    error(Code::NotEncoded, span, Message::NotBase64(carrier)).advice(Help::CopyAllOf(carrier))
}

pub(crate) fn not_gzip(span: Span, carrier: Carrier) -> Diagnostic {
    error(Code::NotGzip, span, Message::NotGzip(carrier)).advice(Help::CopyAllOf(carrier))
}

pub(crate) fn binary(span: Span, carrier: Carrier) -> Diagnostic {
    warning(Code::Binary, span, Message::Binary(carrier)).advice(Help::EventsAreJson)
}

pub(crate) fn too_large(span: Span) -> Diagnostic {
    error(Code::TooLarge, span, Message::TooLarge).advice(Help::PastePart)
}

pub(crate) fn too_wrapped(span: Span, most: usize) -> Diagnostic {
    error(Code::TooWrapped, span, Message::TooWrapped(most)).advice(Help::PasteInside)
}

pub(crate) fn too_many(span: Span, most: usize) -> Diagnostic {
    warning(Code::TooMany, span, Message::TooMany(most)).advice(Help::PasteRest)
}

/// A CloudTrail record without something that its event is made from.
pub(crate) fn cloudtrail_field(span: Span, field: &'static str, becomes: &'static str) -> Diagnostic {
    warning(Code::CloudTrailField, span, Message::NoCloudTrailField { field, becomes })
        .advice(Help::AddField { field, becomes })
}

pub(crate) fn cloudtrail_type(span: Span, kind: &str) -> Diagnostic {
    warning(Code::CloudTrailType, span, Message::UnknownCloudTrailType(kind.to_owned()))
        .advice(Help::CheckDetailType)
}

/// An S3 notification of something that S3 sends no event about.
pub(crate) fn no_s3_event(span: Span, name: &str) -> Diagnostic {
    warning(Code::NoBusEvent, span, Message::NoS3Event(name.to_owned())).advice(Help::S3Events)
}

pub(crate) fn cut(span: Span) -> Diagnostic {
    error(Code::Cut, span, Message::Cut).advice(Help::CopyAll)
}
