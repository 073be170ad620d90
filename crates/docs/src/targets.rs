//! The targets of an example: as `PutTargets` takes them, as share links have them, or one that has an input option.

use crate::example::Example;
use crate::message::Problem;
use rulepad_workbench::{Input, Target};
use serde_json::{Map, Value};

/// The targets of an example.
pub(crate) fn of(example: &Example) -> Result<Vec<Target>, (usize, Problem)> {
    let part = |name: &str| example.part(name);
    let transformer = part("template").or(part("paths"));
    let input = match (part("input-path"), transformer) {
        (Some(path), None) => Some(Input::Path(path.text.trim().to_owned())),
        (Some(path), Some(_)) => return Err((path.at, Problem::TwoInputOptions)),
        (None, Some(_)) => {
            let text = |name: &str| part(name).map(|part| part.text.clone()).unwrap_or_default();
            Some(Input::Transformer { paths: text("paths"), template: text("template") })
        }
        (None, None) => None,
    };
    let Some(targets) = part("targets") else {
        let target = input.map(|input| Target { id: "target".to_owned(), input, ..Target::default() });
        return Ok(target.into_iter().collect());
    };
    if input.is_some() {
        return Err((targets.at, Problem::TwoInputOptions));
    }
    let unreadable = || (targets.at, Problem::BadTargets);
    let items = match serde_json::from_str(&targets.text).map_err(|_| unreadable())? {
        Value::Array(items) => items,
        one => vec![one],
    };
    items.into_iter().map(|item| target(item).ok_or_else(unreadable)).collect()
}

fn target(item: Value) -> Option<Target> {
    match item {
        Value::Object(members) if members.contains_key("Arn") || members.contains_key("Id") => {
            Some(of_request(&members))
        }
        own @ Value::Object(_) => serde_json::from_value(own).ok(),
        _ => None,
    }
}

/// A target as `PutTargets` takes it.
fn of_request(item: &Map<String, Value>) -> Target {
    let inside = |name: &str, member: &str| item.get(name).and_then(|own| own.get(member));
    let input = if let Some(Value::Object(transformer)) = item.get("InputTransformer") {
        Input::Transformer {
            paths: transformer.get("InputPathsMap").map(pretty).unwrap_or_default(),
            template: text(transformer.get("InputTemplate")),
        }
    } else if item.contains_key("InputPath") {
        Input::Path(text(item.get("InputPath")))
    } else if item.contains_key("Input") {
        Input::Constant(text(item.get("Input")))
    } else {
        Input::MatchedEvent
    };
    let parameters = item.iter().find(|(name, own)| name.ends_with("Parameters") && own.is_object());
    Target {
        id: text(item.get("Id")),
        arn: text(item.get("Arn")),
        role_arn: text(item.get("RoleArn")),
        input,
        parameters: parameters.map(|(_, own)| pretty(own)).unwrap_or_default(),
        dead_letter_arn: text(inside("DeadLetterConfig", "Arn")),
        retry_attempts: text(inside("RetryPolicy", "MaximumRetryAttempts")),
        event_age: text(inside("RetryPolicy", "MaximumEventAgeInSeconds")),
        ..Target::default()
    }
}

fn text(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
