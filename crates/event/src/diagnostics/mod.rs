//! Every diagnostic of a pasted text that is not about its JSON.

pub(crate) mod entry;
pub(crate) mod envelope;

use crate::kind::{Carrier, EntriesKind, ListKind, ShapeKind};
use crate::words_en;
use rulepad_document::json::Node;
use rulepad_document::literal::UnknownKind;
use rulepad_document::notation::{Notation, recognize};
use rulepad_document::words::en;
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

pub(crate) fn problem(
    code: &'static str,
    severity: Severity,
    span: Span,
    message: impl Into<String>,
) -> Diagnostic {
    Diagnostic::new(code, severity, Role::Event, span, message)
}

/// A value that no event can be.
#[must_use]
pub fn not_an_object(root: &Node, span: Span) -> Diagnostic {
    let message = format!("an event is an object; this is {}", en::a(root.value.kind()));
    problem("event.not-an-object", Severity::Error, span, message)
        .advice("paste one event; a list of events is not one event")
}

pub(crate) fn no_json(span: Span) -> Diagnostic {
    problem("event.no-json", Severity::Error, span, "no JSON is in this text")
        .advice("paste an event, a list or a file of them, or what carries them: a log, a queue's message")
}

/// YAML that cannot be read; `why` is what is wrong with it.
pub(crate) fn yaml(span: Span, why: &str) -> Diagnostic {
    problem("event.looks-like-yaml", Severity::Error, span, "this looks like YAML, which cannot be read")
        .advice(why)
        .advice("correct the YAML, or paste the event as JSON")
}

/// A text in another notation than JSON; `json` is the same in JSON, where it can be converted.
pub(crate) fn notation(span: Span, notation: Notation, json: Option<&str>) -> Diagnostic {
    let message = match notation {
        Notation::Encoded => "the event is inside quotes: it was encoded as a string",
        Notation::Escaped => {
            "the quotes of this event are escaped, as they are inside a string of another file"
        }
        Notation::Html => "the quotes of this event are HTML entities such as `&quot;`",
        Notation::Surrounded => "the event is inside other text; an event is the JSON object alone",
        Notation::JavaScript => "this is JavaScript or TypeScript; an event is JSON",
        Notation::Python => "this is Python; an event is JSON",
        Notation::Yaml => "this is YAML; an event is JSON",
        Notation::Hcl => "this is HCL, the language of Terraform; an event is JSON",
        Notation::Xml => "this is XML; an event is JSON",
        Notation::Prose => "this is a text in words; an event is JSON",
    };
    let found = problem("event.other-notation", Severity::Error, span, message);
    match json {
        Some(json) => found.fix("convert it to JSON", vec![Edit { span, text: json.to_owned() }]),
        None if notation == Notation::Hcl => {
            found.advice("paste an event; the import reads rules of Terraform files")
        }
        None => found.advice("paste an event"),
    }
}

/// Whether the text of an event is in another notation than JSON, and which.
#[must_use]
pub fn other_notation(text: &str) -> Option<Diagnostic> {
    let found = recognize(text)?;
    let start = text.len() - text.trim_start().len();
    let whole = Span::new(start, start + text.trim().len());
    Some(notation(whole, found.notation, found.json.as_deref()))
}

/// A value of an object of JavaScript or Python that is not in the text.
pub(crate) fn lost_value(span: Span, written: &str, kind: UnknownKind) -> Diagnostic {
    let shown: String = written.chars().take(40).collect();
    let shown = if shown.len() < written.len() { format!("{shown}…") } else { shown };
    match kind {
        UnknownKind::Cut => problem(
            "event.cut-value",
            Severity::Error,
            span,
            format!("`{shown}` is what the log has instead of a value: the value is lost"),
        )
        .advice("log the event with `JSON.stringify(event)` or `json.dumps(event)`, which print all of it"),
        UnknownKind::Expression | UnknownKind::Undefined => problem(
            "event.unknown-value",
            Severity::Error,
            span,
            format!("only the program knows the value of `{shown}`: it was left out"),
        )
        .advice("write the value"),
    }
}

/// A file that CloudTrail writes beside its logs.
pub(crate) fn digest(span: Span) -> Diagnostic {
    problem(
        "event.trail-digest",
        Severity::Error,
        span,
        "this is a CloudTrail digest file: it lists log files and their hashes, and holds no events",
    )
    .advice("paste a log file, one of those under `logFiles`")
}

/// A record of a bus's log without the event in it.
pub(crate) fn bus_log_without_event(span: Span) -> Diagnostic {
    problem(
        "event.bus-log-detail",
        Severity::Warning,
        span,
        "this record of a bus's log does not hold the event's `detail`",
    )
    .advice("set `IncludeDetail` of the bus's `LogConfig` to `FULL` to have it logged")
}

pub(crate) fn file_argument(span: Span, path: &str) -> Diagnostic {
    problem(
        "event.file-argument",
        Severity::Error,
        span,
        format!("the events are in the file `{path}`, which is not in this text"),
    )
    .advice("paste the file")
}

pub(crate) fn shorthand(span: Span) -> Diagnostic {
    problem("event.shorthand", Severity::Error, span, "the shorthand of the AWS CLI is not read here")
        .advice("write the entries as JSON, as in `--entries '[{\"Source\": …}]'`")
}

pub(crate) fn skipped_line(span: Span) -> Diagnostic {
    problem("event.skipped-line", Severity::Warning, span, "this line holds no JSON and was left out")
        .advice("write an event on it, or remove it")
}

pub(crate) fn empty_list(span: Span, kind: ListKind) -> Diagnostic {
    empty(span, ShapeKind::List(kind))
}

pub(crate) fn no_entries(span: Span, kind: EntriesKind) -> Diagnostic {
    empty(span, ShapeKind::Entries(kind))
}

fn empty(span: Span, kind: ShapeKind) -> Diagnostic {
    let message = format!("this is {}, and it is empty", words_en::shape(kind));
    problem("event.empty-list", Severity::Warning, span, message).advice("paste one that holds an event")
}

/// Something that should hold a payload and has none.
pub(crate) fn no_payload(span: Span, carrier: Carrier) -> Diagnostic {
    let (name, path) = (words_en::with_article(carrier), carrier.path());
    problem(
        "event.no-payload",
        Severity::Warning,
        span,
        format!("this is {name}, and it has no `{path}` to read"),
    )
    .advice(format!("paste it with its `{path}`"))
}

pub(crate) fn plain_payload(span: Span, carrier: Carrier) -> Diagnostic {
    let path = carrier.path();
    problem("event.plain-payload", Severity::Warning, span, format!("`{path}` is plain text, not an event"))
        .advice("a rule's pattern is tried on events, which are JSON")
}

pub(crate) fn not_base64(span: Span, carrier: Carrier) -> Diagnostic {
    let path = carrier.path();
    problem("event.not-encoded", Severity::Error, span, format!("`{path}` is not base64"))
        .advice(format!("copy all of `{path}`, up to the last character"))
}

pub(crate) fn not_gzip(span: Span, carrier: Carrier) -> Diagnostic {
    let path = carrier.path();
    problem("event.not-gzip", Severity::Error, span, format!("`{path}` is base64, and cannot be unzipped"))
        .advice(format!("copy all of `{path}`, up to the last character"))
}

pub(crate) fn binary(span: Span, carrier: Carrier) -> Diagnostic {
    let path = carrier.path();
    problem("event.binary", Severity::Warning, span, format!("`{path}` is binary, not a UTF-8 text"))
        .advice("a rule's pattern is tried on events, which are JSON")
}

pub(crate) fn too_large(span: Span) -> Diagnostic {
    problem(
        "event.too-large",
        Severity::Error,
        span,
        "this unpacks to more than Rulepad reads: 32 MiB in all, 4 MiB of one zipped payload",
    )
    .advice("paste a part of it")
}

pub(crate) fn too_wrapped(span: Span, most: usize) -> Diagnostic {
    problem(
        "event.too-wrapped",
        Severity::Error,
        span,
        format!("more than {most} wrappers inside each other: what is further in is not read"),
    )
    .advice("paste what is inside")
}

pub(crate) fn too_many(span: Span, most: usize) -> Diagnostic {
    problem(
        "event.too-many",
        Severity::Warning,
        span,
        format!("more than {most} events: those from here on were left out"),
    )
    .advice("paste the rest by itself")
}

/// A CloudTrail record without something that its event is made from.
pub(crate) fn cloudtrail_field(span: Span, field: &str, becomes: &str) -> Diagnostic {
    problem(
        "event.trail-field",
        Severity::Warning,
        span,
        format!("this CloudTrail record has no `{field}`, which becomes the event's `{becomes}`"),
    )
    .advice(format!("add `{field}`, or fill in `{becomes}` in the event"))
}

pub(crate) fn cloudtrail_type(span: Span, kind: &str) -> Diagnostic {
    problem(
        "event.trail-type",
        Severity::Warning,
        span,
        format!("`{kind}` is not an event type of CloudTrail that is known here"),
    )
    .advice("check `detail-type` in the event: it is read as an API call")
}

/// An S3 notification of something that S3 sends no event about.
pub(crate) fn no_s3_event(span: Span, name: &str) -> Diagnostic {
    problem(
        "event.no-bus-event",
        Severity::Warning,
        span,
        format!("S3 sends no EventBridge event that is known for `{name}`"),
    )
    .advice("events of S3 are listed in the S3 user guide under EventBridge")
}

pub(crate) fn cut(span: Span) -> Diagnostic {
    problem("event.cut", Severity::Error, span, "the text ends in the middle of this, which was left out")
        .advice("copy all of it")
}
