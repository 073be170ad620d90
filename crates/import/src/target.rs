//! Targets as PutTargets has them, which CloudFormation spells the same (API reference, `Target`).

use super::said::{Said, is_given};
use crate::diagnostics as say;
use rulepad_document::json::{Member, Node, Value, pretty};
use rulepad_document::words::en;
use rulepad_rule::{Kind, Target};
use rulepad_transformer::Input;

/// What every target may have.
const COMMON: [&str; 8] =
    ["Id", "Arn", "RoleArn", "Input", "InputPath", "InputTransformer", "DeadLetterConfig", "RetryPolicy"];

/// What targets of one kind may have.
const OWN: [&str; 9] = [
    "EcsParameters",
    "BatchParameters",
    "KinesisParameters",
    "RunCommandParameters",
    "SqsParameters",
    "HttpParameters",
    "RedshiftDataParameters",
    "SageMakerPipelineParameters",
    "AppSyncParameters",
];

/// The targets of a list.
pub(super) fn targets(list: &Node, said: &mut Said) -> Vec<Target> {
    let Value::Array(items) = &list.value else {
        if is_given(list) {
            said.found.push(say::import_type(list.span, "Targets", "a list", en::a(list.value.kind())));
        }
        return Vec::new();
    };
    items.iter().filter_map(|item| target(item, said)).collect()
}

/// One target; `None` where it is no object.
pub(super) fn target(node: &Node, said: &mut Said) -> Option<Target> {
    let Some(members) = node.members() else {
        said.found.push(say::import_type(
            node.span,
            "Targets",
            "a list of objects",
            en::a(node.value.kind()),
        ));
        return None;
    };
    let mut found = Target {
        id: said.text(node, "Id"),
        arn: said.text(node, "Arn"),
        role_arn: said.text(node, "RoleArn"),
        ..Target::default()
    };
    if let Some(queue) = said.object(node, "DeadLetterConfig") {
        found.dead_letter_arn = said.text(queue, "Arn");
        only(queue, "DeadLetterConfig", &["Arn"], said);
    }
    if let Some(policy) = said.object(node, "RetryPolicy") {
        found.retry_attempts = said.number(policy, "MaximumRetryAttempts");
        found.event_age = said.number(policy, "MaximumEventAgeInSeconds");
        only(policy, "RetryPolicy", &["MaximumRetryAttempts", "MaximumEventAgeInSeconds"], said);
    }
    found.input = input(node, &found.id, said);
    let kind = found.kind();
    let is_own = |member: &&Member| OWN.contains(&member.key.as_str()) && is_given(&member.value);
    let several = members.iter().filter(is_own).count() > 1;
    for member in members.iter().filter(|member| is_given(&member.value)) {
        let own = member.key.as_str();
        if COMMON.contains(&own) || (several && is_blank(&member.value)) {
            continue;
        }
        match kind {
            _ if !OWN.contains(&own) => {
                said.unknown(member, node, "a target", &[&COMMON[..], &OWN[..]].concat())
            }
            // Which kind it is an ARN that is not known yet cannot tell; the property does.
            None => found.parameters = pretty(&member.value),
            Some(kind) if kind.parameters() == Some(own) => found.parameters = pretty(&member.value),
            Some(kind) => said.note(format!("Target `{}`: `{own}` is left out: {}.", found.id, takes(kind))),
        }
    }
    Some(found)
}

fn takes(kind: Kind) -> String {
    match kind.parameters() {
        Some(own) => format!("its ARN is of the kind {}, which takes `{own}`", kind.name()),
        None => format!("its ARN is of the kind {}, which has no property of its own", kind.name()),
    }
}

/// Tells the members that are none of the `known` ones.
fn only(of: &Node, what: &str, known: &[&str], said: &mut Said) {
    for member in of.members().unwrap_or(&[]) {
        if !known.contains(&member.key.as_str()) {
            said.unknown(member, of, &format!("`{what}`"), known);
        }
    }
}

/// Whether a value says nothing, as those of `--generate-cli-skeleton` do before they are filled in. It has them
/// all, so one that stands alone is meant.
fn is_blank(node: &Node) -> bool {
    match &node.value {
        Value::Null | Value::Invalid => true,
        Value::String(text) => text.is_empty() || text == "KeyName",
        Value::Number(text) => text == "0",
        Value::Bool(on) => *on,
        Value::Array(items) => items.iter().all(is_blank),
        Value::Object(members) => members.iter().all(|member| is_blank(&member.value)),
    }
}

fn input(node: &Node, id: &str, said: &mut Said) -> Input {
    let given = |name: &'static str| node.get(name).filter(|own| is_given(own)).map(|own| (name, own));
    let mut options: Vec<(&str, &Node)> =
        ["InputTransformer", "InputPath", "Input"].into_iter().filter_map(given).collect();
    if options.len() > 1 {
        options.retain(|(_, own)| !is_blank(own));
    }
    let Some(((name, own), rest)) = options.split_first() else { return Input::MatchedEvent };
    for (left, value) in rest {
        said.found.push(say::import_inputs(value.span, id, name, left));
    }
    match (*name, &own.value) {
        ("InputPath", Value::String(path)) => Input::Path(path.clone()),
        ("Input", Value::String(text)) => Input::Constant(text.clone()),
        ("InputTransformer", Value::Object(_)) => {
            only(own, "InputTransformer", &["InputPathsMap", "InputTemplate"], said);
            Input::Transformer { paths: paths(own, said), template: said.text(own, "InputTemplate") }
        }
        (name, other) => {
            let wanted = if name == "InputTransformer" { "an object" } else { "a string" };
            said.found.push(say::import_type(own.span, name, wanted, en::a(other.kind())));
            Input::MatchedEvent
        }
    }
}

/// The map as it stands, also where a path in it is no string: the page tells that where the map is shown.
fn paths(transformer: &Node, said: &mut Said) -> String {
    said.object(transformer, "InputPathsMap").map(pretty).unwrap_or_default()
}
