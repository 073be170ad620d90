//! What an event of a bus has around its detail (EventBridge user guide, `eb-events-structure`).
//!
//! None of this changes a verdict: a rule's bus never sees such events, and Rulepad tries them all the same.

use crate::diagnostics::problem;
use crate::made::{ACCOUNT, REGION, TIME, uuid};
use crate::time::{Form, Moment};
use crate::trail::is_read_only;
use rulepad_document::json::{self, Member, Node, Value};
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

/// The size of an event, in bytes, in older text of AWS's guide and in recordings.
pub(crate) const SMALL: usize = 256 << 10;
/// The size of an event, in bytes, in AWS's current guide.
pub(crate) const LARGE: usize = 1 << 20;

/// The fields, in AWS's order.
const FIELDS: [&str; 9] =
    ["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"];

/// The fields without which TestEventPattern refuses an event, as seen on AWS.
const TESTED: [&str; 6] = ["id", "detail-type", "source", "account", "time", "region"];

/// What is missing from an event's envelope or unusual in it, in the order of the text.
#[must_use]
pub fn check(root: &Node, text: &str) -> Vec<Diagnostic> {
    let Some(members) = root.members() else { return Vec::new() };
    let mut found = Vec::new();
    let mut misspelt = Vec::new();
    for member in members {
        if FIELDS.contains(&member.key.as_str()) {
            found.extend(field(&member.key, &member.value, text));
            continue;
        }
        let meant = FIELDS.into_iter().find(|name| root.get(name).is_none() && similar(name, &member.key));
        if let Some(name) = meant.filter(|name| !misspelt.contains(name)) {
            misspelt.push(name);
            found.push(misspelt_field(member, name));
        }
    }
    let missing: Vec<&str> =
        FIELDS.into_iter().filter(|name| root.get(name).is_none() && !misspelt.contains(name)).collect();
    if !missing.is_empty() {
        found.push(missing_fields(root, text, &missing));
    }
    if is_read_only(root)
        && let Some(detail) = root.members().into_iter().flatten().find(|member| member.key == "detail")
    {
        found.push(read_only(detail.key_span));
    }
    let size = size(root);
    if size > SMALL {
        found.push(too_large(root.span, size));
    }
    found.sort_by_key(|found| found.span().start);
    found
}

/// Whether a name differs from a field's only in case, in separators, or by one slip of the finger.
pub(crate) fn similar(field: &str, name: &str) -> bool {
    let plain = |text: &str| -> Vec<char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(40).collect()
    };
    let (field, name) = (plain(field), plain(name));
    field == name || (field.len() >= 5 && one_slip(&field, &name))
}

/// One letter more, less or other, or two neighbours changed.
fn one_slip(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (short.get(same..).unwrap_or_default(), long.get(same..).unwrap_or_default());
    match (short, long) {
        (short, [_, rest @ ..]) if short.len() + 1 == long.len() => short == rest,
        ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c => rest == others,
        ([_, rest @ ..], [_, others @ ..]) => rest == others,
        _ => false,
    }
}

/// What the event counts in PutEvents: its time, source, detail-type, detail and resources.
fn size(root: &Node) -> usize {
    let text = |name: &str| root.get(name).and_then(Node::as_str).map_or(0, str::len);
    let resources = match root.get("resources").map(|node| &node.value) {
        Some(Value::Array(items)) => items.iter().filter_map(Node::as_str).map(str::len).sum(),
        _ => 0,
    };
    let detail = root.get("detail").map_or(0, |detail| json::compact(detail).len());
    let time = if root.get("time").is_some() { 14 } else { 0 };
    time + text("source") + text("detail-type") + detail + resources
}

fn field(name: &str, node: &Node, text: &str) -> Option<Diagnostic> {
    match (name, &node.value) {
        ("detail", Value::Object(_)) => None,
        ("detail", Value::String(inner)) => Some(detail_text(node, inner)),
        ("detail", _) => Some(wrong_type(name, node, "an object", None)),
        ("resources", Value::Array(items)) => items
            .iter()
            .find(|item| item.as_str().is_none())
            .map(|item| wrong_type("resources", item, "a list of strings", None)),
        ("resources", Value::String(_)) => {
            let edit = Edit { span: node.span, text: format!("[{}]", node.span.of(text)) };
            Some(wrong_type(name, node, "a list of strings", Some(("make it a list", edit))))
        }
        ("resources", _) => Some(wrong_type(name, node, "a list of strings", None)),
        ("time", Value::Number(number)) => {
            let edit = Moment::epoch(number).map(|moment| {
                ("write the time", Edit { span: node.span, text: json::quote(&moment.text()) })
            });
            Some(wrong_type(name, node, "a string", edit))
        }
        (_, Value::Number(number)) => {
            let edit = Edit { span: node.span, text: json::quote(number) };
            Some(wrong_type(name, node, "a string", Some(("put it in double quotes", edit))))
        }
        (_, Value::String(value)) => string(name, node, value),
        _ => Some(wrong_type(name, node, "a string", None)),
    }
}

fn string(name: &str, node: &Node, value: &str) -> Option<Diagnostic> {
    match name {
        "version" if value != "0" => Some(version(node.span, value)),
        "account" if !(value.len() == 12 && value.bytes().all(|byte| byte.is_ascii_digit())) => {
            Some(account(node.span, value))
        }
        "time" => time(node.span, value),
        "detail-type" if value.chars().count() > 128 => {
            Some(long_detail_type(node.span, value.chars().count()))
        }
        "source" => source(node.span, value),
        "id" if !is_uuid(value) => Some(id(node.span, value)),
        "region" if !is_region(value) => Some(region(node.span, value)),
        _ => None,
    }
}

fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
}

/// Whether a text has the form of a Region, such as `us-gov-west-1`.
fn is_region(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [names @ .., number] = parts.as_slice() else { return false };
    let words =
        names.iter().all(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase()));
    names.len() >= 2
        && words
        && (1..=2).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

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
fn missing_fields(root: &Node, text: &str, missing: &[&str]) -> Diagnostic {
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

fn misspelt_field(member: &Member, name: &str) -> Diagnostic {
    warning(
        "event.misspelt-field",
        member.key_span,
        format!("{} is not a field of an event's envelope; AWS writes `{name}`", shown(&member.key)),
    )
    .fix(format!("write `{name}`"), vec![Edit { span: member.key_span, text: json::quote(name) }])
}

fn wrong_type(name: &str, node: &Node, wanted: &str, edit: Option<(&str, Edit)>) -> Diagnostic {
    let found = warning(
        "event.field-type",
        node.span,
        format!("`{name}` holds {}; in events of a bus it is {wanted}", node.value.kind()),
    );
    match edit {
        Some((help, edit)) => found.fix(help, vec![edit]),
        None => found.advice(format!("write {wanted}")),
    }
}

fn detail_text(node: &Node, inner: &str) -> Diagnostic {
    let parsed = json::parse_unchecked(inner, Role::Event);
    let object = parsed.valid().filter(|root| root.members().is_some());
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

fn time(span: Span, value: &str) -> Option<Diagnostic> {
    let (moment, message) = match Moment::parse(value) {
        Some((_, Form::Exact)) => return None,
        Some((moment, Form::Fraction)) => (Some(moment), "the time of an event has whole seconds"),
        Some((moment, Form::Offset)) => (Some(moment), "the time of an event is in UTC and ends with `Z`"),
        Some((moment, Form::Spelling)) => {
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

fn version(span: Span, value: &str) -> Diagnostic {
    warning("event.version", span, format!("the version of an event is `0`, not {}", shown(value)))
        .fix("write `0`", vec![Edit { span, text: json::quote("0") }])
}

fn account(span: Span, value: &str) -> Diagnostic {
    let digits: String = value.chars().filter(|c| *c != '-' && !c.is_whitespace()).collect();
    let found =
        warning("event.account", span, format!("an account id has 12 digits; this is {}", shown(value)));
    if digits != value && digits.len() == 12 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        found.fix(format!("write `{digits}`"), vec![Edit { span, text: json::quote(&digits) }])
    } else {
        found.advice("write the 12 digits, leading zeros included")
    }
}

fn long_detail_type(span: Span, length: usize) -> Diagnostic {
    warning(
        "event.detail-type-length",
        span,
        format!("a detail-type has 128 characters at most; this has {length}"),
    )
    .advice("shorten it; PutEvents takes no such event")
}

fn source(span: Span, value: &str) -> Option<Diagnostic> {
    let write = |text: &str| (format!("write `{text}`"), vec![Edit { span, text: json::quote(text) }]);
    if value.is_empty() {
        return Some(
            warning("event.source", span, "the source is empty, and every event has one".to_owned())
                .advice("name the service or the application that sends the event"),
        );
    }
    if value.contains(".amazonaws.com") {
        let right = crate::trail::source(value);
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

fn id(span: Span, value: &str) -> Diagnostic {
    note("event.id", span, format!("AWS gives an event a UUID as its id; this is {}", shown(value)))
        .fix("write a UUID", vec![Edit { span, text: json::quote(&uuid(value)) }])
}

fn region(span: Span, value: &str) -> Diagnostic {
    let zone = value.strip_suffix(|c: char| c.is_ascii_lowercase()).filter(|region| is_region(region));
    let found = note("event.region", span, format!("{} has not the form of a Region", shown(value)));
    match zone {
        Some(right) => found.fix(format!("write `{right}`"), vec![Edit { span, text: json::quote(right) }]),
        None => found.advice("write it as `us-east-1`"),
    }
}

fn read_only(span: Span) -> Diagnostic {
    note(
        "event.read-only-call",
        span,
        "this call only reads, and a rule in the state `ENABLED` does not get such events".to_owned(),
    )
    .advice("set the rule's state to `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`")
}

fn too_large(span: Span, size: usize) -> Diagnostic {
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
