//! What a template holds, seen from outside: nothing of the event, one variable alone, or several things.

use super::parse::{self, Shape, encoded};
use rulepad_document::json::{self, Node, Value};
use rulepad_document::{Role, Span};

/// What a template holds.
pub(crate) enum Form {
    /// Nothing but one placeholder, between quotes or not.
    Alone { name: String, quoted: bool },
    /// JSON without any placeholder, also of other tools.
    Constant,
    /// Anything else.
    Mixed,
}

/// What a template holds.
pub(crate) fn form(template: &str) -> Form {
    let trimmed = template.trim();
    let parsed = parse::parse(template);
    let mut placeholders = parsed.lexed.placeholders();
    match (placeholders.next(), placeholders.next()) {
        (Some(only), None) => {
            let alone = only.span.of(template) == trimmed;
            let quoted =
                parsed.shape == Shape::Text && only.whole && only.span.range().len() + 2 == trimmed.len();
            if alone || quoted {
                return Form::Alone { name: only.name.clone(), quoted };
            }
            Form::Mixed
        }
        (None, _) => {
            let foreign = ["${", "{{", "{%"].iter().any(|open| template.contains(open));
            let parsed = json::parse(template, Role::Event);
            let constant = parsed.valid().is_some() && parsed.diagnostics.is_empty();
            if constant && !foreign && encoded(template).is_empty() { Form::Constant } else { Form::Mixed }
        }
        _ => Form::Mixed,
    }
}

/// Every placeholder of a text, with its place.
#[must_use]
pub fn placeholders(text: &str) -> Vec<(String, Span)> {
    parse::parse(text).lexed.placeholders().map(|one| (one.name.clone(), one.span)).collect()
}

/// The strings of JSON, or of a template of JSON, that are nothing but a path, with their places.
pub(crate) fn whole_paths(text: &str) -> Vec<(String, Span)> {
    let parsed = parse::parse(text);
    let mut found = Vec::new();
    if parsed.shape != Shape::Text
        && let Some(root) = parse::skeleton(&parsed.lexed, text)
    {
        walk(&root, &mut found);
    }
    found
}

fn walk(node: &Node, found: &mut Vec<(String, Span)>) {
    match &node.value {
        Value::String(text) if text.starts_with("$.") => found.push((text.clone(), node.span)),
        Value::Array(items) => items.iter().for_each(|item| walk(item, found)),
        Value::Object(members) => members.iter().for_each(|member| walk(&member.value, found)),
        _ => {}
    }
}
