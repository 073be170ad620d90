//! Every diagnostic of a PutEvents request.

use super::problem;
use crate::fields::{ENTRY_MEMBERS, LARGE, MAX_ENTRIES};
use rulepad_document::json::Node;
use rulepad_document::words::en;
use rulepad_document::{Diagnostic, Edit, Severity, Span};

pub(crate) fn duplicate(span: Span, name: &str) -> Diagnostic {
    problem(
        "event.entry-duplicate",
        Severity::Warning,
        span,
        format!("`{name}` stands twice in this entry: the last one counts"),
    )
    .advice("keep one")
}

pub(crate) fn unknown(
    span: Span,
    key: &str,
    number: usize,
    meant: Option<&str>,
    edit: Option<Edit>,
) -> Diagnostic {
    let sentence = format!(
        "Unknown parameter in Entries[{}]: \"{key}\", must be one of: {}",
        number - 1,
        ENTRY_MEMBERS.join(", ")
    );
    let found = problem(
        "event.entry-unknown",
        Severity::Error,
        span,
        format!("an entry of PutEvents has no `{key}`"),
    )
    .aws_located(sentence, span.start as usize, 0);
    match (meant, edit) {
        (Some(name), Some(edit)) => found.fix(format!("write `{name}`"), vec![edit]),
        (Some(name), None) => found.advice(format!("write `{name}`")),
        (None, _) => found.advice("put it into `Detail`, or remove it"),
    }
}

pub(crate) fn wrong_type(
    span: Span,
    name: &str,
    node: &Node,
    wanted: &str,
    edit: Option<Edit>,
) -> Diagnostic {
    let message = format!("`{name}` is {} here; PutEvents takes {wanted}", en::a(node.value.kind()));
    let found = problem("event.entry-type", Severity::Error, span, message);
    match edit {
        Some(edit) => found.fix("write it as a JSON text", vec![edit]),
        None => found.advice(format!("write {wanted}")),
    }
}

pub(crate) fn malformed(span: Span, why: &str, edit: Option<Edit>) -> Diagnostic {
    let message = format!("`Detail` is not the JSON text of an object: {why}");
    let found = problem("event.entry-detail", Severity::Error, span, message);
    let found = match edit {
        Some(edit) => found.fix("mend the JSON", vec![edit]),
        None => found,
    };
    found.advice("PutEvents takes the other entries of the call and not this one").aws_located(
        "Detail is malformed.",
        span.start as usize,
        0,
    )
}

pub(crate) fn integer(span: Span, number: &str) -> Diagnostic {
    let shown: String = number.chars().take(40).collect();
    problem(
        "event.entry-integer",
        Severity::Warning,
        span,
        format!("`{shown}` is outside -9.22e18 to 9.22e18, where integers in `Detail` must be"),
    )
    .advice("send it as a string; what AWS does with it is not verified")
}

pub(crate) fn bad_time(span: Span, shown: &str) -> Diagnostic {
    problem("event.entry-time", Severity::Warning, span, format!("`{shown}` is no RFC 3339 time"))
        .advice("write it as `2026-03-02T04:05:06Z`; whether AWS takes this one is not verified")
}

pub(crate) fn too_long(span: Span, name: &str, length: usize, most: usize) -> Diagnostic {
    problem(
        "event.entry-length",
        Severity::Error,
        span,
        format!("`{name}` has {length} characters; PutEvents takes {most} at most"),
    )
    .advice("shorten it; AWS's sentence for this is not verified")
}

pub(crate) fn required(span: Span, name: &str, empty: bool, sentence: &str) -> Diagnostic {
    let message = if empty { format!("`{name}` is empty") } else { format!("this entry has no `{name}`") };
    problem("event.entry-required", Severity::Error, span, message)
        .advice(format!("write `{name}`; PutEvents takes the other entries of the call and not this one"))
        .aws_located(sentence, span.start as usize, 0)
}

pub(crate) fn reserved(span: Span, source: &str, sentence: &str) -> Diagnostic {
    let shown: String = source.chars().take(60).collect();
    problem(
        "event.entry-source",
        Severity::Error,
        span,
        format!("the source `{shown}` starts with `aws.`, which is reserved for AWS"),
    )
    .advice("name a source of your own; to test a rule for an AWS event, try the event here")
    .aws_located(sentence, span.start as usize, 0)
}

pub(crate) fn count(span: Span, count: usize) -> Diagnostic {
    problem(
        "event.entries-count",
        Severity::Error,
        span,
        format!("{count} entries: one call takes {MAX_ENTRIES} at most"),
    )
    .advice("send them in several calls; all of them are shown here")
}

pub(crate) fn total_size(span: Span, total: usize) -> Diagnostic {
    let (severity, says) = if total >= LARGE {
        (Severity::Error, "PutEvents takes less than 1 MB")
    } else {
        (
            Severity::Note,
            "PutEvents takes less than 1 MB since January 2026; older guides and SDKs say 256 KB",
        )
    };
    problem("event.entries-size", severity, span, format!("the entries count {total} bytes: {says}"))
        .advice("send them in several calls, or put what is large into S3")
        .aws_located("Total size of the entries in the request is over the limit.", span.start as usize, 0)
}
