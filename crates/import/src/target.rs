//! Targets as PutTargets has them, which CloudFormation spells the same (API reference, `Target`).

use super::notes::{ImportNotes, is_given};
use crate::diagnostics;
use crate::message::{Expected, Note, Owner};
use rulepad_document::json::{Member, Node, Value, pretty};
use rulepad_rule::Target;
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
pub(super) fn targets(list: &Node, notes: &mut ImportNotes) -> Vec<Target> {
    let Value::Array(items) = &list.value else {
        if is_given(list) {
            notes.wrong_type(list, "Targets", Expected::List);
        }
        return Vec::new();
    };
    items.iter().filter_map(|item| target(item, notes)).collect()
}

/// One target; `None` where it is no object.
pub(super) fn target(node: &Node, notes: &mut ImportNotes) -> Option<Target> {
    let Some(members) = node.members() else {
        notes.wrong_type(node, "Targets", Expected::ListOfObjects);
        return None;
    };
    let mut found = Target {
        id: notes.text(node, "Id"),
        arn: notes.text(node, "Arn"),
        role_arn: notes.text(node, "RoleArn"),
        ..Target::default()
    };
    if let Some(queue) = notes.object(node, "DeadLetterConfig") {
        found.dead_letter_arn = notes.text(queue, "Arn");
        only(queue, "DeadLetterConfig", &["Arn"], notes);
    }
    if let Some(policy) = notes.object(node, "RetryPolicy") {
        found.retry_attempts = notes.number(policy, "MaximumRetryAttempts");
        found.event_age = notes.number(policy, "MaximumEventAgeInSeconds");
        only(policy, "RetryPolicy", &["MaximumRetryAttempts", "MaximumEventAgeInSeconds"], notes);
    }
    found.input = input(node, &found.id, notes);
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
                notes.unknown(member, node, Owner::Target, &[&COMMON[..], &OWN[..]].concat())
            }
            // Where the ARN does not show the kind yet, the property does.
            None => found.parameters = pretty(&member.value),
            Some(kind) if kind.parameters() == Some(own) => found.parameters = pretty(&member.value),
            Some(kind) => {
                let (target, property) = (found.id.clone(), own.to_owned());
                notes.note(Note::ParametersLeftOut { target, property, kind });
            }
        }
    }
    Some(found)
}

/// Reports the members that are none of the `known` ones.
fn only(of: &Node, name: &'static str, known: &[&str], notes: &mut ImportNotes) {
    for member in of.members().unwrap_or(&[]) {
        if !known.contains(&member.key.as_str()) {
            notes.unknown(member, of, Owner::Named(name), known);
        }
    }
}

/// Whether a value is one of `--generate-cli-skeleton` that was not filled in. The skeleton has every member, so one
/// that is alone is meant.
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

fn input(node: &Node, id: &str, notes: &mut ImportNotes) -> Input {
    let given = |name: &'static str| node.get(name).filter(|own| is_given(own)).map(|own| (name, own));
    let mut options: Vec<(&'static str, &Node)> =
        ["InputTransformer", "InputPath", "Input"].into_iter().filter_map(given).collect();
    if options.len() > 1 {
        options.retain(|(_, own)| !is_blank(own));
    }
    let Some(((name, own), rest)) = options.split_first() else { return Input::MatchedEvent };
    for (left, value) in rest {
        notes.diagnostics.push(diagnostics::inputs(value.span, id, name, left));
    }
    match (*name, &own.value) {
        ("InputPath", Value::String(path)) => Input::Path(path.clone()),
        ("Input", Value::String(text)) => Input::Constant(text.clone()),
        ("InputTransformer", Value::Object(_)) => {
            only(own, "InputTransformer", &["InputPathsMap", "InputTemplate"], notes);
            Input::Transformer { paths: paths(own, notes), template: notes.text(own, "InputTemplate") }
        }
        (name, _) => {
            let wanted = if name == "InputTransformer" { Expected::Object } else { Expected::String };
            notes.wrong_type(own, name, wanted);
            Input::MatchedEvent
        }
    }
}

/// The map as it is written, also where a path in it is no string: the page reports that where the map is shown.
fn paths(transformer: &Node, notes: &mut ImportNotes) -> String {
    notes.object(transformer, "InputPathsMap").map(pretty).unwrap_or_default()
}
