//! What an event of a bus has around its detail (EventBridge user guide, `eb-events-structure`).
//!
//! None of this changes a verdict: a rule's bus never sees such events, and Rulepad tries them all the same.

use crate::cloudtrail::is_read_only;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::envelope as say;
use crate::fields::{FIELDS, MAX_DETAIL_TYPE, SMALL, TIME_SIZE, is_account, is_region};
use crate::message::{Expected, Help};
use crate::similar::similar;
use crate::time::Moment;
use rulepad_document::Edit;
use rulepad_document::json::{self, Node, Value};

/// What is missing from an event's envelope or unusual in it, in the order of the text.
#[must_use]
pub fn check(root: &Node, text: &str) -> Vec<Diagnostic> {
    let Some(members) = root.members() else { return Vec::new() };
    let mut found = Vec::new();
    let mut misspelt = Vec::new();
    let absent: Vec<&'static str> = FIELDS.into_iter().filter(|name| root.get(name).is_none()).collect();
    for member in members {
        if FIELDS.contains(&member.key.as_str()) {
            found.extend(field(&member.key, &member.value, text));
            continue;
        }
        let meant = absent.iter().copied().find(|name| similar(name, &member.key));
        if let Some(name) = meant.filter(|name| !misspelt.contains(name)) {
            misspelt.push(name);
            found.push(say::misspelt_field(member, name));
        }
    }
    let missing: Vec<&'static str> = absent.iter().copied().filter(|name| !misspelt.contains(name)).collect();
    if !missing.is_empty() {
        found.push(say::missing_fields(root, text, &missing));
    }
    if is_read_only(root)
        && let Some(detail) = root.members().into_iter().flatten().find(|member| member.key == "detail")
    {
        found.push(say::read_only(detail.key_span));
    }
    let size = size(root);
    if size > SMALL {
        found.push(say::too_large(root.span, size));
    }
    rulepad_document::order::sort_by_key(&mut found, |found| found.span().start);
    found
}

/// What the event counts in PutEvents: its time, source, detail-type, detail and resources.
fn size(root: &Node) -> usize {
    let text = |name: &str| root.get(name).and_then(Node::as_str).map_or(0, str::len);
    let resources = match root.get("resources").map(|node| &node.value) {
        Some(Value::Array(items)) => items.iter().filter_map(Node::as_str).map(str::len).sum(),
        _ => 0,
    };
    let detail = root.get("detail").map_or(0, |detail| json::compact(detail).len());
    let time = if root.get("time").is_some() { TIME_SIZE } else { 0 };
    time + text("source") + text("detail-type") + detail + resources
}

fn field(name: &str, node: &Node, text: &str) -> Option<Diagnostic> {
    match (name, &node.value) {
        ("detail", Value::Object(_)) => None,
        ("detail", Value::String(inner)) => Some(say::detail_text(node, inner)),
        ("detail", _) => Some(say::wrong_type(name, node, Expected::Object, None)),
        ("resources", Value::Array(items)) => items
            .iter()
            .find(|item| item.as_str().is_none())
            .map(|item| say::wrong_type("resources", item, Expected::Strings, None)),
        ("resources", Value::String(_)) => {
            let edit = Edit { span: node.span, text: format!("[{}]", node.span.of(text)) };
            Some(say::wrong_type(name, node, Expected::Strings, Some((Help::MakeList, edit))))
        }
        ("resources", _) => Some(say::wrong_type(name, node, Expected::Strings, None)),
        ("time", Value::Number(number)) => {
            let edit = Moment::epoch(number)
                .map(|moment| (Help::WriteTime, Edit { span: node.span, text: json::quote(&moment.text()) }));
            Some(say::wrong_type(name, node, Expected::String, edit))
        }
        (_, Value::Number(number)) => {
            let edit = Edit { span: node.span, text: json::quote(number) };
            Some(say::wrong_type(name, node, Expected::String, Some((Help::QuoteNumber, edit))))
        }
        (_, Value::String(value)) => string(name, node, value),
        _ => Some(say::wrong_type(name, node, Expected::String, None)),
    }
}

fn string(name: &str, node: &Node, value: &str) -> Option<Diagnostic> {
    match name {
        "version" if value != "0" => Some(say::version(node.span, value)),
        "account" if !is_account(value) => Some(say::account(node.span, value)),
        "time" => say::time(node.span, value),
        "detail-type" if value.chars().count() > MAX_DETAIL_TYPE => {
            Some(say::long_detail_type(node.span, value.chars().count()))
        }
        "source" => say::source(node.span, value),
        "id" if !is_uuid(value) => Some(say::id(node.span, value)),
        "region" if !is_region(value) => Some(say::region(node.span, value)),
        _ => None,
    }
}

fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
}
