//! Values of the events as they are copied, with the place of each scalar and key.

use super::path::{Found, inside, member as inside_member};
use super::writer::Writer;
use crate::engine::built::Built;
use crate::engine::number;
use crate::engine::source::Containers;
use crate::outcome::{Origin, Respelled};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value, quote};

/// A value with more parts than these is one piece.
const MOST: usize = 4096;

/// The text of a result: of a string its characters where `is_text`, otherwise compact JSON.
pub(crate) fn text(built: &Built, containers: &Containers<'_>, is_text: bool) -> String {
    match built {
        Built::String(text) if is_text => text.clone(),
        _ => {
            let mut out = String::new();
            json(built, containers, &mut out);
            out
        }
    }
}

fn json(built: &Built, containers: &Containers<'_>, out: &mut String) {
    match built {
        Built::Null => out.push_str("null"),
        Built::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Built::Number(value) => out.push_str(&number::text(*value)),
        Built::String(text) => out.push_str(&quote(text)),
        Built::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                json(item, containers, out);
            }
            out.push(']');
        }
        Built::Object(members) => {
            out.push('{');
            for (at, (key, value)) in members.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                out.push_str(&quote(key));
                out.push(':');
                json(value, containers, out);
            }
            out.push('}');
        }
        Built::Input(number) => match containers.node(*number) {
            Some((node, ..)) => of_node(node, out),
            None => out.push_str("null"),
        },
    }
}

fn of_node(node: &Node, out: &mut String) {
    match &node.value {
        Value::Null | Value::Invalid => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(text) => out.push_str(&number::text(number::read(text))),
        Value::String(text) => out.push_str(&quote(text)),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                of_node(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (at, (key, value)) in counting(members).into_iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                out.push_str(&quote(&key.key));
                out.push(':');
                of_node(value, out);
            }
            out.push('}');
        }
    }
}

/// The members that count: of a key that is there twice the last value, at the first place.
pub(crate) fn counting(members: &[Member]) -> Vec<(&Member, &Node)> {
    let mut last = std::collections::HashMap::new();
    for member in members {
        last.insert(member.key.as_str(), &member.value);
    }
    members
        .iter()
        .filter_map(|member| last.remove(member.key.as_str()).map(|value| (member, value)))
        .collect()
}

/// Whether a result is the value of a node.
pub(crate) fn is_copy(built: &Built, node: &Node, containers: &Containers<'_>) -> bool {
    match (built, &node.value) {
        (Built::Null, Value::Null | Value::Invalid) => true,
        (Built::Bool(own), Value::Bool(value)) => own == value,
        (Built::Number(own), Value::Number(text)) => number::text(*own) == number::text(number::read(text)),
        (Built::String(own), Value::String(text)) => own == text,
        (Built::Array(own), Value::Array(items)) => {
            own.len() == items.len()
                && own.iter().zip(items).all(|(own, item)| is_copy(own, item, containers))
        }
        (Built::Object(own), Value::Object(members)) => {
            let members = counting(members);
            own.len() == members.len()
                && own.iter().zip(members).all(|((key, own), (member, value))| {
                    *key == member.key && is_copy(own, value, containers)
                })
        }
        (Built::Input(number), _) => containers
            .node(*number)
            .is_some_and(|(own, ..)| std::ptr::eq(own, node) || own.value == node.value),
        _ => false,
    }
}

/// Writes a value of an event: each scalar and each key with its own place, punctuation with that of its container.
pub(crate) fn write(found: Found<'_>, span: Span, out: &mut Writer) {
    let mut left = MOST;
    write_within(found, span, &mut left, out);
}

fn write_within(found: Found<'_>, span: Span, left: &mut usize, out: &mut Writer) {
    let here = |found: Found<'_>| Origin::Event { span, places: vec![found.place] };
    *left = left.saturating_sub(1);
    match &found.node.value {
        Value::Array(items) if *left > items.len() => {
            out.push("[", here(found));
            for (at, item) in items.iter().enumerate() {
                out.push(if at == 0 { "" } else { "," }, here(found));
                write_within(inside(found, item), span, left, out);
            }
            out.push("]", here(found));
        }
        Value::Object(members) if *left > members.len() => {
            out.push("{", here(found));
            for (at, (member, value)) in counting(members).into_iter().enumerate() {
                let mut key = found;
                key.place.span = member.key_span;
                let comma = if at == 0 { "" } else { "," };
                out.push(&format!("{comma}{}:", quote(&member.key)), here(key));
                write_within(inside_member(found, &member.key, value), span, left, out);
            }
            out.push("}", here(found));
        }
        Value::Array(_) | Value::Object(_) => {
            let mut text = String::new();
            of_node(found.node, &mut text);
            out.push(&text, here(found));
            respelled_inside(found, &mut out.respelled);
        }
        Value::String(text) => out.push_string(text, here(found)),
        Value::Number(spelling) => {
            let written = number::text(number::read(spelling));
            if written != *spelling {
                let event = spelling.clone();
                out.respelled.push(Respelled { event, written: written.clone(), place: found.place });
            }
            out.push(&written, here(found));
        }
        _ => {
            let mut text = String::new();
            of_node(found.node, &mut text);
            out.push(&text, here(found));
        }
    }
}

fn respelled_inside(found: Found<'_>, out: &mut Vec<Respelled>) {
    match &found.node.value {
        Value::Array(items) => items.iter().for_each(|item| respelled_inside(inside(found, item), out)),
        Value::Object(members) => {
            for (member, value) in counting(members) {
                respelled_inside(inside_member(found, &member.key, value), out);
            }
        }
        Value::Number(spelling) => {
            let written = number::text(number::read(spelling));
            if written != *spelling {
                out.push(Respelled { event: spelling.clone(), written, place: found.place });
            }
        }
        _ => {}
    }
}

/// Notes a number whose spelling changes.
pub(crate) fn respelling(found: Found<'_>, out: &mut Vec<Respelled>) {
    respelled_inside(found, out);
}
