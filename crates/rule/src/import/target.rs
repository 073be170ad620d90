//! Targets as PutTargets has them, which CloudFormation spells the same.

use super::requests::is_given;
use crate::Target;
use rulepad_document::json::{Node, Value, pretty};
use rulepad_transformer::Input;

/// The targets of a list.
pub(super) fn targets(list: &Node, notes: &mut Vec<String>) -> Vec<Target> {
    match &list.value {
        Value::Array(items) => items.iter().map(|item| target(item, notes)).collect(),
        _ => {
            notes.push("`Targets` is not a list; it is left out.".to_owned());
            Vec::new()
        }
    }
}

/// One target.
pub(super) fn target(node: &Node, notes: &mut Vec<String>) -> Target {
    let text = |name: &str| node.get(name).and_then(Node::as_str).unwrap_or_default().to_owned();
    let within = |group: &str, name: &str| node.get(group).and_then(|group| group.get(name));
    let mut found = Target {
        id: text("Id"),
        arn: text("Arn"),
        role_arn: text("RoleArn"),
        dead_letter_arn: within("DeadLetterConfig", "Arn")
            .and_then(Node::as_str)
            .unwrap_or_default()
            .to_owned(),
        retry_attempts: within("RetryPolicy", "MaximumRetryAttempts").map(number).unwrap_or_default(),
        event_age: within("RetryPolicy", "MaximumEventAgeInSeconds").map(number).unwrap_or_default(),
        ..Target::default()
    };
    found.input = input(node, &found.id, notes);
    let property = found.kind().and_then(crate::Kind::parameters);
    for member in node.members().unwrap_or(&[]).iter().filter(|member| is_given(&member.value)) {
        match member.key.as_str() {
            "Id" | "Arn" | "RoleArn" | "Input" | "InputPath" | "InputTransformer" | "DeadLetterConfig"
            | "RetryPolicy" => {}
            own if Some(own) == property => found.parameters = pretty(&member.value),
            other => notes.push(format!("Target `{}`: `{other}` is left out.", found.id)),
        }
    }
    found
}

/// A number as it is spelt, or a text that holds one.
fn number(node: &Node) -> String {
    match &node.value {
        Value::Number(text) | Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

fn input(node: &Node, id: &str, notes: &mut Vec<String>) -> Input {
    let given = |name: &'static str| node.get(name).filter(|own| is_given(own)).map(|own| (name, own));
    let options: Vec<(&str, &Node)> =
        ["InputTransformer", "InputPath", "Input"].into_iter().filter_map(given).collect();
    if let [(first, _), rest @ ..] = &options[..] {
        for (name, _) in rest {
            notes.push(format!(
                "Target `{id}`: AWS takes one input option; `{first}` is kept, `{name}` left out."
            ));
        }
    }
    match options.first() {
        None => Input::MatchedEvent,
        Some((name, own)) => match (*name, &own.value) {
            ("InputPath", Value::String(path)) => Input::Path(path.clone()),
            ("Input", Value::String(text)) => Input::Constant(text.clone()),
            ("InputTransformer", Value::Object(_)) => Input::Transformer {
                paths: own.get("InputPathsMap").filter(|map| is_given(map)).map(pretty).unwrap_or_default(),
                template: own.get("InputTemplate").and_then(Node::as_str).unwrap_or_default().to_owned(),
            },
            (name, _) => {
                notes
                    .push(format!("Target `{id}`: `{name}` has not the shape AWS gives it; it is left out."));
                Input::MatchedEvent
            }
        },
    }
}
