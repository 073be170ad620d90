//! Every diagnostic of an event's envelope.

use super::problem;
use crate::defaults::{ACCOUNT, REGION, TIME, uuid};
use crate::fields::{LARGE, MAX_DETAIL_TYPE, TESTED, is_account, is_region, source_of};
use crate::time::{Moment, TimeForm};
use rulepad_document::json::{self, MAX_DEPTH, Member, Node, Value};
use rulepad_document::words::en;
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

fn note(code: &'static str, span: Span, message: String) -> Diagnostic {
    problem(code, Severity::Note, span, message)
}

fn warning(code: &'static str, span: Span, message: String) -> Diagnostic {
    problem(code, Severity::Warning, span, message)
}

/// A value as it is shown in a message.
fn shown(value: &str) -> String {
    let short: String = value.chars().take(60).collect();
    if short.len() < value.len() { format!("`{short}…`") } else { format!("`{short}`") }
}

fn names(fields: &[&str]) -> String {
    let quoted: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    match quoted.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.join(""),
    }
}

/// One note for all of them; TestEventPattern refuses an event without some of them.
pub(crate) fn missing_fields(root: &Node, text: &str, missing: &[&str]) -> Diagnostic {
    let start = root.span.start as usize;
    let refused = missing.iter().any(|name| TESTED.contains(name));
    let found = note(
        "event.missing-fields",
        Span::new(start, start + 1),
        format!("events of a bus have {} as well", names(missing)),
    )
    .fix("add what is missing", vec![added(root, text, missing)]);
    if refused {
        found
            .advice("a rule's bus never sees such an event, and TestEventPattern refuses it; the pattern is tried all the same")
            .aws_located("Parameter Event is not valid.", start, 0)
    } else {
        found.advice("the pattern is tried all the same")
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

pub(crate) fn misspelt_field(member: &Member, name: &str) -> Diagnostic {
    warning(
        "event.misspelt-field",
        member.key_span,
        format!("{} is not a field of an event's envelope; AWS writes `{name}`", shown(&member.key)),
    )
    .fix(format!("write `{name}`"), vec![Edit { span: member.key_span, text: json::quote(name) }])
}

pub(crate) fn wrong_type(name: &str, node: &Node, wanted: &str, edit: Option<(&str, Edit)>) -> Diagnostic {
    let found = warning(
        "event.field-type",
        node.span,
        format!("`{name}` holds {}; in events of a bus it is {wanted}", en::a(node.value.kind())),
    );
    match edit {
        Some((help, edit)) => found.fix(help, vec![edit]),
        None => found.advice(format!("write {wanted}")),
    }
}

pub(crate) fn detail_text(node: &Node, inner: &str) -> Diagnostic {
    let parsed = json::parse_unchecked(inner, Role::Event);
    // Inside of the event it nests one level deeper.
    let object = parsed.valid().filter(|root| root.members().is_some() && depth(root) < MAX_DEPTH);
    let found = warning(
        "event.detail-text",
        node.span,
        "`detail` holds a string; in events of a bus it is an object, and a pattern looks into it".to_owned(),
    );
    match object {
        Some(root) => {
            let text = root.span.of(inner).to_owned();
            found.fix("read the text as JSON", vec![Edit { span: node.span, text }])
        }
        None => found.advice("write an object"),
    }
}

pub(crate) fn time(span: Span, value: &str) -> Option<Diagnostic> {
    let (moment, message) = match Moment::parse(value) {
        Some((_, TimeForm::Exact)) => return None,
        Some((moment, TimeForm::Fraction)) => (Some(moment), "the time of an event has whole seconds"),
        Some((moment, TimeForm::Offset)) => {
            (Some(moment), "the time of an event is in UTC and ends with `Z`")
        }
        Some((moment, TimeForm::Spelling)) => {
            (Some(moment), "the time of an event is written as `2026-03-02T04:05:06Z`")
        }
        None => (None, "this is not a time as events have it, `2026-03-02T04:05:06Z`"),
    };
    let found = warning("event.time-format", span, message.to_owned());
    Some(match moment {
        Some(moment) => {
            let text = moment.text();
            found.fix(format!("write `{text}`"), vec![Edit { span, text: json::quote(&text) }])
        }
        None => found.advice("write date and time in UTC"),
    })
}

pub(crate) fn version(span: Span, value: &str) -> Diagnostic {
    warning("event.version", span, format!("the version of an event is `0`, not {}", shown(value)))
        .fix("write `0`", vec![Edit { span, text: json::quote("0") }])
}

pub(crate) fn account(span: Span, value: &str) -> Diagnostic {
    let digits: String = value.chars().filter(|c| *c != '-' && !c.is_whitespace()).collect();
    let found =
        warning("event.account", span, format!("an account id has 12 digits; this is {}", shown(value)));
    if digits != value && is_account(&digits) {
        found.fix(format!("write `{digits}`"), vec![Edit { span, text: json::quote(&digits) }])
    } else {
        found.advice("write the 12 digits, leading zeros included")
    }
}

pub(crate) fn long_detail_type(span: Span, length: usize) -> Diagnostic {
    warning(
        "event.detail-type-length",
        span,
        format!("a detail-type has {MAX_DETAIL_TYPE} characters at most; this has {length}"),
    )
    .advice("shorten it; PutEvents takes no such event")
}

pub(crate) fn source(span: Span, value: &str) -> Option<Diagnostic> {
    let write = |text: &str| (format!("write `{text}`"), vec![Edit { span, text: json::quote(text) }]);
    if value.is_empty() {
        return Some(
            warning("event.source", span, "the source is empty, and every event has one".to_owned())
                .advice("name the service or the application that sends the event"),
        );
    }
    if value.contains(".amazonaws.com") {
        let right = source_of(value);
        let (help, edits) = write(&right);
        let message =
            format!("{} is what CloudTrail calls a service; as a source it is `{right}`", shown(value));
        return Some(warning("event.source", span, message).fix(help, edits));
    }
    let lower = value.to_lowercase();
    if lower != value && (lower.starts_with("aws.") || lower.starts_with("aws:")) || value.starts_with("aws:")
    {
        let right = lower.replacen("aws:", "aws.", 1);
        let (help, edits) = write(&right);
        let message =
            format!("sources of AWS are lower case and start with `aws.`; this is {}", shown(value));
        return Some(warning("event.source", span, message).fix(help, edits));
    }
    None
}

pub(crate) fn id(span: Span, value: &str) -> Diagnostic {
    note("event.id", span, format!("AWS gives an event a UUID as its id; this is {}", shown(value)))
        .fix("write a UUID", vec![Edit { span, text: json::quote(&uuid(value)) }])
}

pub(crate) fn region(span: Span, value: &str) -> Diagnostic {
    let zone = value.strip_suffix(|c: char| c.is_ascii_lowercase()).filter(|region| is_region(region));
    let found = note("event.region", span, format!("{} has not the form of a Region", shown(value)));
    match zone {
        Some(right) => found.fix(format!("write `{right}`"), vec![Edit { span, text: json::quote(right) }]),
        None => found.advice("write it as `us-east-1`"),
    }
}

pub(crate) fn read_only(span: Span) -> Diagnostic {
    note(
        "event.read-only-call",
        span,
        "this call only reads, and a rule in the state `ENABLED` does not get such events".to_owned(),
    )
    .advice("set the rule's state to `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`")
}

pub(crate) fn too_large(span: Span, size: usize) -> Diagnostic {
    let message = if size >= LARGE {
        format!("this event counts {size} bytes: PutEvents takes less than 1 MB")
    } else {
        format!(
            "this event counts {size} bytes: PutEvents takes less than 1 MB in AWS's current guide, and 256 KB in older ones and in recordings of 2024 and 2025"
        )
    };
    warning("event.size", Span { start: span.start, end: span.start + 1 }, message)
        .advice("put what is large into S3 and its key into the event")
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
