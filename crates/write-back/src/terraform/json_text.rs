//! An event pattern that is written as JSON in a heredoc.

use super::marked;
use crate::rewrite::json_rewritten;
use rulepad_document::Role;
use rulepad_document::json::build::same;
use rulepad_document::json::{Member, Node, Value, parse};
use rulepad_rule::Reference;
use rulepad_terraform::hcl::with_code;

/// The lines of the heredoc with another pattern; `None` where they are not JSON themselves.
pub(super) fn rewritten(
    lines: &str,
    before: &Node,
    after: &Node,
    references: &[Reference],
) -> Option<String> {
    let parsed = parse(lines, Role::Import);
    let raw = parsed.valid()?;
    let new = merged(raw, before, after, references);
    let text = json_rewritten(lines, raw, &new)?;
    Some(with_code(&text))
}

/// What the lines have, with what `after` has instead of what `before` had.
fn merged(raw: &Node, before: &Node, after: &Node, references: &[Reference]) -> Node {
    if same(before, after) {
        return raw.clone();
    }
    match (&raw.value, &before.value, &after.value) {
        (Value::Object(own), Value::Object(before), Value::Object(after)) => {
            let find = |all: &[Member], key: &str| all.iter().find(|own| own.key == key).cloned();
            let mut out: Vec<Member> = Vec::new();
            for member in own {
                match (find(before, &member.key), find(after, &member.key)) {
                    (Some(before), Some(after)) => {
                        let value = merged(&member.value, &before.value, &after.value, references);
                        out.push(Member { value, ..member.clone() });
                    }
                    (Some(_), None) => {}
                    (None, Some(after)) => {
                        out.push(Member { value: fresh(&after.value, references), ..member.clone() });
                    }
                    (None, None) => out.push(member.clone()),
                }
            }
            for member in after {
                if out.iter().all(|own| own.key != member.key) && find(own, &member.key).is_none() {
                    out.push(Member {
                        key: member.key.clone(),
                        key_span: rulepad_document::Span::default(),
                        value: fresh(&member.value, references),
                    });
                }
            }
            Node { span: raw.span, value: Value::Object(out) }
        }
        (Value::Array(own), Value::Array(before), Value::Array(after)) if own.len() == before.len() => {
            let mut out: Vec<Node> = Vec::new();
            let mut from = 0;
            for (at, item) in after.iter().enumerate() {
                let found = before.iter().skip(from).position(|own| same(own, item)).map(|own| own + from);
                let pair = found.or_else(|| (before.len() == after.len()).then_some(at));
                match pair.and_then(|pair| Some((pair, own.get(pair)?, before.get(pair)?))) {
                    Some((pair, raw, before)) => {
                        from = pair + 1;
                        out.push(merged(raw, before, item, references));
                    }
                    None => out.push(fresh(item, references)),
                }
            }
            Node { span: raw.span, value: Value::Array(out) }
        }
        _ => Node { span: raw.span, ..fresh(after, references) },
    }
}

/// A new value, with marks for what it refers to and the language's own signs escaped.
fn fresh(node: &Node, references: &[Reference]) -> Node {
    let escape = |text: &str| marked(text, references).replace("${", "$${").replace("%{", "%%{");
    let mut out = rulepad_rule::reference::in_node(node, &mut |text| escape(text));
    unplaced(&mut out);
    out
}

fn unplaced(node: &mut Node) {
    node.span = rulepad_document::Span::default();
    match &mut node.value {
        Value::Array(items) => items.iter_mut().for_each(unplaced),
        Value::Object(members) => members.iter_mut().for_each(|own| {
            own.key_span = rulepad_document::Span::default();
            unplaced(&mut own.value);
        }),
        _ => {}
    }
}
