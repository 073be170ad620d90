//! A value against the members that the API has: nothing unknown passes.

use super::diagnostics as say;
use super::schema::{Field, Kind};
use crate::message::Diagnostic;
use rulepad_document::json::{Node, Value, ValueKind};

/// Checks the members of an object; `path` names it, blank for the whole.
pub(crate) fn object(
    node: &Node,
    fields: &'static [Field],
    more: &'static [Field],
    path: &str,
    out: &mut Vec<Diagnostic>,
) {
    let Some(members) = node.members() else {
        out.push(say::wrong_type(path, node, ValueKind::Object));
        return;
    };
    let mut seen: Vec<&str> = Vec::new();
    for member in members {
        if seen.contains(&member.key.as_str()) {
            out.push(say::repeated(member));
            continue;
        }
        seen.push(&member.key);
        match fields.iter().chain(more).find(|field| field.name == member.key) {
            Some(field) => value(&member.value, field.kind, &joined(path, field.name), out),
            None => out.push(say::unknown(member, path, fields)),
        }
    }
    for field in fields.iter().filter(|field| field.required && node.get(field.name).is_none()) {
        out.push(say::missing(node.span, field.name, path));
    }
}

/// Checks the members of a whole text.
pub(crate) fn whole(node: &Node, fields: &'static [Field], out: &mut Vec<Diagnostic>) {
    object(node, fields, &[], "", out);
}

/// The members of a request of `CreateSubscriber` that AWS or its tools refuse, at the places that the value has.
#[must_use]
pub fn request(node: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    whole(node, super::schema::REQUEST, &mut found);
    found
}

/// Checks a value.
pub(crate) fn value(node: &Node, kind: Kind, path: &str, out: &mut Vec<Diagnostic>) {
    match (kind, &node.value) {
        (Kind::Text(least, most, form), Value::String(text)) => {
            let length = text.chars().count();
            if length < least || length > most {
                out.push(say::length(node.span, path, length, least, most));
            } else if !form.fits(text) {
                out.push(say::form(node.span, path, form));
            }
        }
        (Kind::Choice(choices), Value::String(text)) => {
            if !choices.contains(&text.as_str()) {
                out.push(say::choice(node, path, text, choices));
            }
        }
        (Kind::Integer(least, most), Value::Number(text)) => match text.parse::<i64>() {
            Ok(number) if (least..=most).contains(&number) => {}
            _ => out.push(say::range(node.span, path, text, least, most)),
        },
        (Kind::Time, Value::Number(_) | Value::String(_))
        | (Kind::Bool, Value::Bool(_))
        | (Kind::Answer, _) => {}
        (Kind::Object(fields), _) => object(node, fields, &[], path, out),
        (Kind::List(least, most, item), Value::Array(items)) => {
            if items.len() < least || items.len() > most {
                out.push(say::count(node.span, path, items.len(), most));
            }
            for (at, own) in items.iter().enumerate() {
                value(own, *item, &format!("{path}[{at}]"), out);
            }
        }
        (Kind::Map(most, key, item), Value::Object(members)) => {
            if members.len() > most {
                out.push(say::count(node.span, path, members.len(), most));
            }
            for member in members {
                let name = Node { span: member.key_span, value: Value::String(member.key.clone()) };
                value(&name, *key, path, out);
                value(&member.value, *item, &joined(path, &member.key), out);
            }
        }
        (kind, _) => out.push(say::wrong_type(path, node, wanted(kind))),
    }
}

fn wanted(kind: Kind) -> ValueKind {
    match kind {
        Kind::Text(..) | Kind::Choice(_) | Kind::Answer => ValueKind::String,
        Kind::Integer(..) | Kind::Time => ValueKind::Number,
        Kind::Bool => ValueKind::True,
        Kind::Object(_) | Kind::Map(..) => ValueKind::Object,
        Kind::List(..) => ValueKind::Array,
    }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
