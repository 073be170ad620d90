//! Every diagnostic of a pasted text that is not about its JSON.

pub(crate) mod entry;
pub(crate) mod envelope;

use rulepad_document::json::Node;
use rulepad_document::{Diagnostic, Role, Severity, Span};

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
    let message = format!("an event is an object; this is {}", root.value.kind());
    problem("event.not-an-object", Severity::Error, span, message)
        .advice("paste one event; a list of events is not one event")
}

pub(crate) fn no_json(span: Span) -> Diagnostic {
    problem("event.no-json", Severity::Error, span, "no JSON is in this text")
        .advice("paste an event, a list or a file of them, or what carries them: a log, a queue's message")
}

pub(crate) fn yaml(span: Span) -> Diagnostic {
    problem("event.looks-like-yaml", Severity::Error, span, "this looks like YAML, which is not read here")
        .advice("convert it to JSON, such as with `yq -o json`")
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

pub(crate) fn empty_list(span: Span, name: &str) -> Diagnostic {
    problem("event.empty-list", Severity::Warning, span, format!("this is {name}, and it is empty"))
        .advice("paste one that holds an event")
}

/// Something that should hold a payload and has none.
pub(crate) fn no_payload(span: Span, name: &str, path: &str) -> Diagnostic {
    problem(
        "event.no-payload",
        Severity::Warning,
        span,
        format!("this is {name}, and it has no `{path}` to read"),
    )
    .advice(format!("paste it with its `{path}`"))
}

pub(crate) fn plain_payload(span: Span, path: &str) -> Diagnostic {
    problem("event.plain-payload", Severity::Warning, span, format!("`{path}` is plain text, not an event"))
        .advice("a rule's pattern is tried on events, which are JSON")
}

pub(crate) fn not_base64(span: Span, path: &str) -> Diagnostic {
    problem("event.not-encoded", Severity::Error, span, format!("`{path}` is not base64"))
        .advice(format!("copy all of `{path}`, up to the last character"))
}

pub(crate) fn not_gzip(span: Span, path: &str) -> Diagnostic {
    problem("event.not-gzip", Severity::Error, span, format!("`{path}` is base64, and cannot be unzipped"))
        .advice(format!("copy all of `{path}`, up to the last character"))
}

pub(crate) fn binary(span: Span, path: &str) -> Diagnostic {
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
pub(crate) fn trail_field(span: Span, field: &str, becomes: &str) -> Diagnostic {
    problem(
        "event.trail-field",
        Severity::Warning,
        span,
        format!("this CloudTrail record has no `{field}`, which becomes the event's `{becomes}`"),
    )
    .advice(format!("add `{field}`, or fill in `{becomes}` in the event"))
}

pub(crate) fn trail_type(span: Span, kind: &str) -> Diagnostic {
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
