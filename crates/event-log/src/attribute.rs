//! Attributes: JSON values in DynamoDB's types, as requests write them and as it counts their size.

use super::number::significant_digits;
use rulepad_document::json::{Member, Node, Value, compact, quote};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// One attribute of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// DynamoDB's type: `S`, `N`, `BOOL`, `NULL`, `L` or `M`.
    pub kind: String,
    /// The value as a table shows it: a string without quotes, anything else as compact JSON.
    pub text: String,
}

impl Attribute {
    /// The attribute with this name for a value.
    pub(super) fn new(name: &str, node: &Node) -> Self {
        let text = node.as_str().map_or_else(|| compact(node), str::to_owned);
        Self { name: name.to_owned(), kind: type_name(node).to_owned(), text }
    }
}

/// DynamoDB's name for the type of a value.
pub(super) fn type_name(node: &Node) -> &'static str {
    match &node.value {
        Value::Null | Value::Invalid => "NULL",
        Value::Bool(_) => "BOOL",
        Value::Number(_) => "N",
        Value::String(_) => "S",
        Value::Array(_) => "L",
        Value::Object(_) => "M",
    }
}

/// The value in DynamoDB JSON; of duplicate keys the last.
pub(super) fn typed(node: &Node) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

/// Appends the value in DynamoDB JSON.
pub(super) fn write(node: &Node, out: &mut String) {
    out.push_str(&format!("{{\"{}\":", type_name(node)));
    match &node.value {
        Value::Null | Value::Invalid => out.push_str("true"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(text) | Value::String(text) => out.push_str(&quote(text)),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (at, member) in last_of_each(members).into_iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                out.push_str(&quote(&member.key));
                out.push(':');
                write(&member.value, out);
            }
            out.push('}');
        }
    }
    out.push('}');
}

/// The members of an object, of duplicate keys the last alone, as every JSON reader of a function takes them.
pub(super) fn last_of_each(members: &[Member]) -> Vec<&Member> {
    let mut last: HashMap<&str, usize> = HashMap::new();
    for (at, member) in members.iter().enumerate() {
        last.insert(&member.key, at);
    }
    let is_last = |at: usize, key: &str| last.get(key) == Some(&at);
    members
        .iter()
        .enumerate()
        .filter(|(at, member)| is_last(*at, &member.key))
        .map(|(_, member)| member)
        .collect()
}

/// The bytes of a value in an item (developer guide, `CapacityUnitCalculations`).
pub(super) fn size(node: &Node) -> usize {
    match &node.value {
        Value::Null | Value::Invalid | Value::Bool(_) => 1,
        Value::String(text) => text.len(),
        Value::Number(text) => significant_digits(text).div_ceil(2) + 1 + usize::from(text.starts_with('-')),
        Value::Array(items) => 3 + items.iter().map(|item| 1 + size(item)).sum::<usize>(),
        Value::Object(members) => {
            let member = |member: &&Member| 1 + member.key.len() + size(&member.value);
            3 + last_of_each(members).iter().map(member).sum::<usize>()
        }
    }
}

/// How deeply lists and maps are nested.
pub(super) fn depth(node: &Node) -> usize {
    let deepest = match &node.value {
        Value::Array(items) => items.iter().map(depth).max(),
        Value::Object(members) => members.iter().map(|member| depth(&member.value)).max(),
        _ => return 0,
    };
    1 + deepest.unwrap_or(0)
}
