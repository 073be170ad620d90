//! A request of `CreateSubscriber`, or what is written like one, as a draft.

use crate::draft::{SubscriberDraft, TransformerType};
use rulepad_document::Role;
use rulepad_document::json::build::node;
use rulepad_document::json::{self, Member, Node, Value};
use rulepad_subscriber::Scope;

impl SubscriberDraft {
    /// The draft of a request, without an event; nothing for a text that is no JSON object. What has no text of its own in
    /// a draft goes to `rest` as it is, so nothing is lost.
    #[must_use]
    pub fn of_request(text: &str) -> Option<Self> {
        let parsed = json::parse(text, Role::Import);
        let root = parsed.single()?;
        let members = root.members()?;
        let mut own = Self::default();
        let mut rest = Vec::new();
        for member in members {
            let taken = match member.key.as_str() {
                "Name" => string(&member.value, &mut own.name),
                "EventBusArn" => string(&member.value, &mut own.bus),
                "FilterConfiguration" => filters(&member.value, &mut own),
                "Transformer" => transformer(&member.value, &mut own),
                "InvokeConfiguration" => invoke(&member.value, &mut own),
                "BatchConfiguration" => numbers(
                    &member.value,
                    [("MaxBatchSize", &mut own.batch), ("MaxBatchWindowInSeconds", &mut own.window)],
                ),
                "RetryPolicy" => numbers(
                    &member.value,
                    [("MaxRetryAttempts", &mut own.attempts), ("MaxEventAgeInSeconds", &mut own.age)],
                ),
                "OnFailureConfiguration" => {
                    only(&member.value, "Arn").is_some_and(|arn| string(arn, &mut own.queue))
                }
                _ => false,
            };
            if !taken {
                rest.push(member.clone());
            }
        }
        if !rest.is_empty() {
            own.rest = object(rest);
        }
        Some(own)
    }
}

fn object(members: Vec<Member>) -> String {
    json::pretty(&node(Value::Object(members)))
}

/// Takes a string, unless the field has one.
fn string(node: &Node, into: &mut String) -> bool {
    match node.as_str() {
        Some(text) if into.is_empty() && !text.trim().is_empty() => {
            text.clone_into(into);
            true
        }
        _ => false,
    }
}

/// The value of the only member.
fn only<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    match node.members()? {
        [member] if member.key == name => Some(&member.value),
        _ => None,
    }
}

/// A configuration whose members all have a text of their own.
fn filters(node: &Node, own: &mut SubscriberDraft) -> bool {
    let Some(Value::Array(items)) = only(node, "Filters").map(|list| &list.value) else { return false };
    let mut found: Vec<(Scope, &str)> = Vec::new();
    for item in items {
        let scope = item.get("Scope").and_then(Node::as_str).and_then(Scope::named);
        let pattern = item.get("Pattern").and_then(Node::as_str).filter(|text| !text.trim().is_empty());
        let is_plain = item.members().is_some_and(|members| members.len() == 2);
        let (Some(scope), Some(pattern), true) = (scope, pattern, is_plain) else { return false };
        if found.iter().any(|(other, _)| *other == scope) {
            return false;
        }
        found.push((scope, pattern));
    }
    if found.is_empty() {
        return false;
    }
    for (scope, pattern) in found {
        let field = crate::draft::Field::of(scope);
        if let Some(text) = own.text_mut(field) {
            *text = readable(pattern);
        }
    }
    true
}

/// A pattern as a person reads it: indented where it is on one line.
fn readable(text: &str) -> String {
    let parsed = json::parse(text, Role::Pattern);
    match parsed.single() {
        Some(root) if !text.trim().contains('\n') => json::pretty(root),
        _ => text.to_owned(),
    }
}

fn transformer(node: &Node, own: &mut SubscriberDraft) -> bool {
    let kind = node.get("Type").and_then(Node::as_str).and_then(TransformerType::named);
    let Some(kind) = kind else { return false };
    let known = match (node.get("JsonataConfiguration"), kind) {
        (None, _) => node.members().is_some_and(|members| members.len() == 1),
        (Some(configuration), TransformerType::Jsonata) => {
            let is_plain = node.members().is_some_and(|members| members.len() == 2);
            is_plain
                && only(configuration, "Expression").is_some_and(|text| string(text, &mut own.expression))
        }
        (Some(_), _) => false,
    };
    if known {
        own.transformer = kind;
    }
    known
}

fn invoke(node: &Node, own: &mut SubscriberDraft) -> bool {
    let Some(members) = node.members() else { return false };
    let mut rest = Vec::new();
    for member in members {
        let taken = match member.key.as_str() {
            "TargetArn" => string(&member.value, &mut own.target),
            "RoleArn" => string(&member.value, &mut own.role),
            _ => false,
        };
        if !taken {
            rest.push(member.clone());
        }
    }
    if !rest.is_empty() {
        own.parameters = object(rest);
    }
    true
}

fn numbers(node: &Node, fields: [(&str, &mut String); 2]) -> bool {
    let Some(members) = node.members() else { return false };
    let names = fields.each_ref().map(|(name, _)| *name);
    let known = |member: &Member| {
        names.contains(&member.key.as_str()) && matches!(member.value.value, Value::Number(_))
    };
    let distinct =
        members.len() < 2 || members.first().map(|own| &own.key) != members.last().map(|own| &own.key);
    if members.is_empty() || !distinct || !members.iter().all(known) {
        return false;
    }
    for (name, into) in fields {
        if let Some(Value::Number(text)) = node.get(name).map(|node| &node.value) {
            into.clone_from(text);
        }
    }
    true
}
