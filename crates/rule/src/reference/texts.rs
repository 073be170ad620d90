//! The texts of a rule, of a target and of a value, each replaced by another.

use super::{Known, KnownPiece, Reference};
use crate::{Rule, Tag, Target};
use rulepad_document::Role;
use rulepad_document::json::{Member, Node, Value, compact, parse};
use rulepad_transformer::Input;
use std::collections::BTreeSet;

/// Makes one text of another.
pub type Change<'f> = dyn FnMut(&str) -> String + 'f;

/// The rule with other texts.
pub fn in_rule(rule: &Rule, change: &mut Change<'_>) -> Rule {
    Rule {
        name: change(&rule.name),
        event_bus: change(&rule.event_bus),
        description: change(&rule.description),
        state: rule.state,
        role_arn: change(&rule.role_arn),
        schedule: change(&rule.schedule),
        tags: rule.tags.iter().map(|tag| Tag { key: change(&tag.key), value: change(&tag.value) }).collect(),
        location: rule.location.clone(),
    }
}

/// The target with other texts.
pub fn in_target(target: &Target, change: &mut Change<'_>) -> Target {
    let input = match &target.input {
        Input::MatchedEvent => Input::MatchedEvent,
        Input::Path(path) => Input::Path(change(path)),
        Input::Constant(text) => Input::Constant(change(text)),
        Input::Transformer { paths, template } => {
            Input::Transformer { paths: in_json(paths, change), template: change(template) }
        }
    };
    Target {
        id: change(&target.id),
        arn: change(&target.arn),
        role_arn: change(&target.role_arn),
        input,
        parameters: in_json(&target.parameters, change),
        dead_letter_arn: change(&target.dead_letter_arn),
        retry_attempts: change(&target.retry_attempts),
        event_age: change(&target.event_age),
        endpoint: target.endpoint.clone(),
    }
}

/// The value with other texts, keys included.
pub fn in_node(node: &Node, change: &mut Change<'_>) -> Node {
    let value = match &node.value {
        Value::String(text) => Value::String(change(text)),
        Value::Array(items) => Value::Array(items.iter().map(|item| in_node(item, change)).collect()),
        Value::Object(members) => {
            let member = |own: &Member| Member {
                key: change(&own.key),
                key_span: own.key_span,
                value: in_node(&own.value, change),
            };
            Value::Object(members.iter().map(member).collect())
        }
        other => other.clone(),
    };
    Node { span: node.span, value }
}

/// A JSON text with other texts in it; a broken one stays as it is.
fn in_json(text: &str, change: &mut Change<'_>) -> String {
    match parse(text, Role::Import).valid() {
        Some(node) => {
            let changed = in_node(node, change);
            if changed == *node { text.to_owned() } else { compact(&changed) }
        }
        None => text.to_owned(),
    }
}

/// The references that a rule has in its texts, in the order of the list.
pub fn used_in<'r>(
    references: &'r [Reference],
    rule: &Rule,
    pattern: Option<&Node>,
    targets: &[Target],
) -> Vec<&'r Reference> {
    let known = Known::new(references);
    let mut used = BTreeSet::new();
    let mut look = |text: &str| {
        used.extend(known.pieces(text).into_iter().filter_map(|piece| match piece {
            KnownPiece::Reference(at) => Some(at),
            KnownPiece::Text(_) => None,
        }));
        String::new()
    };
    in_rule(rule, &mut look);
    for target in targets {
        in_target(target, &mut look);
    }
    if let Some(pattern) = pattern {
        in_node(pattern, &mut look);
    }
    used.into_iter().filter_map(|at| references.get(at)).collect()
}
