//! `PutRule` and `PutTargets` requests in one JSON file (API reference, `PutRule` and `PutTargets`).

use crate::deployment::deployment_notes;
use crate::message::{Note, TargetNote};
use crate::{Rendered, file_name};
use rulepad_document::Role;
use rulepad_document::json::build::{given, node, object, string};
use rulepad_document::json::{Member, Node, Value, compact, parse, pretty};
use rulepad_rule::{Location, Rule, Tag, Target, is_sound_age, is_sound_attempts};
use rulepad_transformer::Input;

/// The two requests, properties in AWS's order, properties without a value left out.
pub(crate) fn export(rule: &Rule, pattern: Option<&Node>, targets: &[Target]) -> Rendered {
    let mut notes = Vec::new();
    if pattern.is_some_and(holds_invalid) {
        notes.push(Note::InvalidPattern);
    }
    let put_rule = object([
        ("Name", Some(string(&rule.name))),
        ("Description", given(&rule.description)),
        ("EventBusName", Some(string(rule.bus()))),
        ("EventPattern", pattern.map(|pattern| string(compact(pattern)))),
        ("ScheduleExpression", given(&rule.schedule)),
        ("State", Some(string(rule.state.name()))),
        ("RoleArn", given(&rule.role_arn)),
        ("Tags", tags(rule)),
    ]);
    let written: Vec<Node> = targets.iter().map(|target| self::target(target, &mut notes)).collect();
    let put_targets = (!written.is_empty()).then(|| {
        object([
            ("Rule", Some(string(&rule.name))),
            ("EventBusName", Some(string(rule.bus()))),
            ("Targets", Some(node(Value::Array(written)))),
        ])
    });
    let file = object([("PutRule", Some(put_rule)), ("PutTargets", put_targets)]);
    notes.extend(deployment_notes(rule, targets, &Location::of(rule, targets)));
    Rendered {
        file_name: file_name(rule, "json"),
        media_type: "application/json",
        text: super::text::shown(&pretty(&file)) + "\n",
        losses: Vec::new(),
        notes,
    }
}

/// `Tags` as PutRule and CloudFormation have them.
pub(crate) fn tags(rule: &Rule) -> Option<Node> {
    let tag = |own: &Tag| object([("Key", Some(string(&own.key))), ("Value", Some(string(&own.value)))]);
    (!rule.tags.is_empty()).then(|| node(Value::Array(rule.tags.iter().map(tag).collect())))
}

pub(crate) fn target(target: &Target, notes: &mut Vec<Note>) -> Node {
    let mut path = None;
    let mut constant = None;
    let mut transformer = None;
    match &target.input {
        Input::MatchedEvent => {}
        Input::Path(text) => path = Some(string(text)),
        Input::Constant(text) => constant = Some(string(text)),
        Input::Transformer { paths, template } => {
            transformer = Some(object([
                ("InputPathsMap", paths_map(target, paths, notes)),
                ("InputTemplate", Some(string(template))),
            ]));
        }
    }
    let property = target.kind().and_then(rulepad_rule::TargetKind::parameters);
    let parameters = property.and_then(|property| parameters(target, property, notes));
    let attempts = number(&target.retry_attempts, is_sound_attempts);
    let age = number(&target.event_age, is_sound_age);
    let unsound = |text: &str, number: &Option<Node>| !text.is_empty() && number.is_none();
    if unsound(&target.retry_attempts, &attempts) || unsound(&target.event_age, &age) {
        notes.push(Note::of(&target.id, TargetNote::RetryPolicyInvalid));
    }
    let retry = (attempts.is_some() || age.is_some())
        .then(|| object([("MaximumRetryAttempts", attempts), ("MaximumEventAgeInSeconds", age)]));
    let queue = given(&target.dead_letter_arn).map(|arn| object([("Arn", Some(arn))]));
    object([
        ("Id", Some(string(&target.id))),
        ("Arn", Some(string(&target.arn))),
        ("RoleArn", given(target.sent_role())),
        ("Input", constant),
        ("InputPath", path),
        ("InputTransformer", transformer),
        (property.unwrap_or_default(), parameters),
        ("DeadLetterConfig", queue),
        ("RetryPolicy", retry),
    ])
}

/// The target's own property, numbers as typed.
fn parameters(target: &Target, property: &'static str, notes: &mut Vec<Note>) -> Option<Node> {
    if target.parameters.trim().is_empty() {
        return None;
    }
    let parsed = parse(&target.parameters, Role::Parameters(0));
    let found = parsed.valid().cloned();
    if found.is_none() {
        notes.push(Note::of(&target.id, TargetNote::ParametersInvalid(property)));
    }
    found
}

fn number(text: &str, is_sound: fn(&str) -> bool) -> Option<Node> {
    is_sound(text).then(|| node(Value::Number(text.to_owned())))
}

/// The map in the order typed; of a name that appears twice, the last.
fn paths_map(target: &Target, paths: &str, notes: &mut Vec<Note>) -> Option<Node> {
    if paths.trim().is_empty() {
        return None;
    }
    let parsed = parse(paths, Role::InputPathsMap(0));
    let members = parsed.root.as_ref().and_then(Node::members).unwrap_or(&[]);
    let is_last =
        |at: usize, member: &Member| members.iter().skip(at + 1).all(|later| later.key != member.key);
    let kept: Vec<Member> = members
        .iter()
        .enumerate()
        .filter(|(at, member)| is_last(*at, member) && member.value.as_str().is_some())
        .map(|(_, member)| member.clone())
        .collect();
    let sound = parsed
        .valid()
        .and_then(Node::members)
        .is_some_and(|members| members.iter().all(|member| member.value.as_str().is_some()));
    if !sound {
        notes.push(Note::of(&target.id, TargetNote::PathsInvalid));
    }
    (!kept.is_empty()).then(|| node(Value::Object(kept)))
}

pub(crate) fn holds_invalid(node: &Node) -> bool {
    match &node.value {
        Value::Invalid => true,
        Value::Array(items) => items.iter().any(holds_invalid),
        Value::Object(members) => members.iter().any(|member| holds_invalid(&member.value)),
        _ => false,
    }
}

#[cfg(test)]
#[path = "rule_json_tests.rs"]
mod tests;
