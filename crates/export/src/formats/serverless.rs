//! A service of the Serverless Framework: functions with the rule as their event, other targets as in
//! CloudFormation.
//!
//! Serverless replaces every `${…}` of every string (its guide, "Variables"); names of fields
//! are left alone.

use super::text::{holds_key, holds_text, script, shown};
use crate::Rendered;
use crate::grants::{add_grants, arn_in_words};
use crate::message::{Framework, Loss, NotAnEvent, Note, RuleMember};
use crate::plan::{Plan, Planned, camel};
use crate::remarks::Remarks;
use crate::split::{self, Event, Owner, Split, own_name};
use crate::stack::{self, Resources};
use rulepad_cloudformation::yaml;
use rulepad_document::Role;
use rulepad_document::json::build::{given, list, member, node, object, string};
use rulepad_document::json::{Member, Node, Value, compact, parse, pretty};
use rulepad_event::fields::FIELDS;
use rulepad_rule::model::DEFAULT_BUS;
use rulepad_rule::{Arn, AttachedTo, State};
use rulepad_transformer::Input;

/// `serverless.yml` (Serverless Framework guide, "EventBridge Event" and "AWS Infrastructure Resources"), for
/// version 3 and osls, its successor.
pub(crate) fn export(mut plan: Plan<'_>) -> Rendered {
    let mut remarks = Remarks { notes: plan.take_notes(), ..Remarks::default() };
    let duplicates = duplicate_ids(&plan);
    let split = Split::new(&plan, Framework::Serverless, not_expressible(&plan), |planned| {
        reason_not_inline(planned, &duplicates)
    });
    remarks.losses.extend(split.losses.iter().cloned());
    remarks.losses.extend(left_out(&plan, &split));
    remarks.losses.extend(plan.targets.iter().filter_map(stack::takes_for_function));
    remarks.notes.extend(split.notes.iter().cloned());

    let mut resources = Resources::default();
    split.add_rest(&mut resources, &plan, &mut remarks);
    let mut functions = Vec::new();
    for owner in &split.owners {
        for event in &owner.events {
            // Serverless lets its own rules deliver, but not to a dead-letter queue.
            let arn = arn_in_words(plan.rule, &event.rule_name);
            let wanted = |to| to == AttachedTo::DeadLetterQueue;
            add_grants(&mut resources, &arn, &event.rule_name, event.planned, &plan, wanted, &mut remarks);
        }
        functions.push(member(&first_small(&camel(&owner.slug)), function(&plan, owner)));
        remarks.notes.push(Note::NeedsCode {
            framework: Framework::Serverless,
            kind: owner.kind,
            name: owner.name.to_owned(),
        });
    }
    let resources = object([("Resources", Some(out_of_reach(&resources.into_node())))]);
    let has = |node: &Node| node.members().is_some_and(|members| !members.is_empty());
    let text = yaml::block(
        &object([
            ("service", Some(string(service(&plan)))),
            ("frameworkVersion", Some(string(">=3"))),
            (
                "provider",
                Some(object([
                    ("name", Some(string("aws"))),
                    ("runtime", Some(string("python3.12"))),
                    ("region", plan.region().map(string)),
                ])),
            ),
            ("functions", (!functions.is_empty()).then(|| node(Value::Object(functions)))),
            ("resources", resources.get("Resources").is_some_and(has).then(|| resources.clone())),
        ]),
        0,
    );
    remarks.losses.extend(stack::dynamic_reference(&text));
    Rendered {
        // The only name that Serverless looks for.
        file_name: "serverless.yml".to_owned(),
        media_type: "application/yaml",
        text,
        losses: remarks.losses,
        notes: remarks.notes,
    }
}

/// Why no target of the rule can be an event.
fn not_expressible(plan: &Plan<'_>) -> Option<NotAnEvent> {
    // Serverless' schema of an event has these.
    let known = |member: &Member| member.key == "$or" || FIELDS.contains(&member.key.as_str());
    if plan.rule.state == State::EnabledWithAllCloudtrailManagementEvents {
        Some(NotAnEvent::NoSuchState)
    } else if stack::pattern_must_be_text(plan) || plan.pattern.is_some_and(|own| !comes_through(own)) {
        Some(NotAnEvent::PatternAsText)
    } else if !plan.pattern.and_then(Node::members).unwrap_or_default().iter().all(known) {
        Some(NotAnEvent::UnusualFields)
    } else if escaped(&plan.rule.description).is_none() {
        Some(NotAnEvent::VariableInDescription)
    } else {
        split::only_plain(plan.rule)
    }
}

/// Why a target cannot be an event.
fn reason_not_inline(planned: &Planned<'_>, duplicates: &[&str]) -> Option<NotAnEvent> {
    let target = planned.target;
    let lost = |text: &str| text.is_empty() || escaped(text).is_none();
    Some(match &target.input {
        Input::Constant(text) if !is_plain_object(text) => NotAnEvent::ConstantNotAnObject,
        Input::Path(path) if lost(path) => NotAnEvent::VariableInPath,
        Input::Transformer { template, .. } if lost(template) => NotAnEvent::VariableInTemplate,
        Input::Transformer { .. } if holds_text(&planned.request, &|text| escaped(text).is_none()) => {
            NotAnEvent::VariableInPaths
        }
        _ if Arn::parse(&target.arn).is_none_or(|arn| !arn.has_place()) => NotAnEvent::ArnWithoutPlace,
        _ if duplicates.contains(&target.id.as_str()) => NotAnEvent::SimilarName,
        _ => return None,
    })
}

/// The ids of targets whose function has the name of an earlier one but for `-`, `_` and the first letter's case:
/// Serverless calls the resources of their rules the same, and keeps the last.
fn duplicate_ids<'p>(plan: &'p Plan<'_>) -> Vec<&'p str> {
    let mut seen: Vec<(String, &str)> = Vec::new();
    let mut duplicates = Vec::new();
    for target in plan.targets.iter().map(|planned| planned.target) {
        let Some(name) = Arn::parse(&target.arn).as_ref().and_then(own_name) else { continue };
        let bare: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let bare = first_small(&bare);
        match seen.iter().find(|(other, _)| *other == bare) {
            Some((_, other)) if *other != name => duplicates.push(target.id.as_str()),
            Some(_) => {}
            None => seen.push((bare, name)),
        }
    }
    duplicates
}

fn function(plan: &Plan<'_>, owner: &Owner<'_, '_>) -> Node {
    let events = owner.events.iter().map(|own| object([("eventBridge", Some(event(plan, own)))]));
    object([
        ("name", Some(string(owner.name))),
        ("handler", Some(string("handler.handler"))),
        ("events", Some(list(events))),
    ])
}

fn event(plan: &Plan<'_>, event: &Event<'_, '_>) -> Node {
    let rule = plan.rule;
    let target = event.planned.target;
    let within = |of: &str, name: &str| event.planned.request.get(of).and_then(|own| own.get(name)).cloned();
    let (mut input, mut path, mut transformer) = (None, None, None);
    match &target.input {
        Input::MatchedEvent => {}
        Input::Path(text) => path = Some(string(text)),
        Input::Constant(text) => input = parse(text, Role::Event).root,
        Input::Transformer { template, .. } => {
            transformer = Some(object([
                ("inputPathsMap", within("InputTransformer", "InputPathsMap")),
                ("inputTemplate", Some(string(template))),
            ]));
        }
    }
    let retry = object([
        ("maximumEventAge", within("RetryPolicy", "MaximumEventAgeInSeconds")),
        ("maximumRetryAttempts", within("RetryPolicy", "MaximumRetryAttempts")),
    ]);
    out_of_reach(&object([
        ("name", given(&event.rule_name)),
        ("description", given(&rule.description)),
        ("eventBus", bus(plan, &target.arn)),
        ("enabled", (rule.state == State::Disabled).then(|| node(Value::Bool(false)))),
        ("pattern", plan.pattern.cloned()),
        ("input", input),
        ("inputPath", path),
        ("inputTransformer", transformer),
        ("deadLetterQueueArn", given(&target.dead_letter_arn)),
        ("retryPolicy", event.planned.request.get("RetryPolicy").map(|_| retry)),
    ]))
}

/// A bus by its ARN: by its name alone, Serverless would make a new one.
fn bus(plan: &Plan<'_>, beside: &str) -> Option<Node> {
    let bus = plan.rule.bus();
    if bus == DEFAULT_BUS || bus.starts_with("arn:") {
        return (bus != DEFAULT_BUS).then(|| string(bus));
    }
    let Arn { partition, region, account, .. } = Arn::parse(beside)?;
    Some(string(format!("arn:{partition}:events:{region}:{account}:event-bus/{bus}")))
}

/// Whether `JSON.stringify` writes the constant as it is, which is what Serverless does with it.
fn is_plain_object(text: &str) -> bool {
    let parsed = parse(text, Role::Event);
    let Some(value) = parsed.valid().filter(|value| value.members().is_some()) else { return false };
    compact(value) == text && comes_through(value)
}

/// Whether Serverless, which is JavaScript, writes the value as it read it, once variables are escaped in it.
fn comes_through(value: &Node) -> bool {
    script::keeps(value)
        && !holds_key(value, &|key| key == "__proto__")
        && !holds_text(value, &|text| escaped(text).is_none())
}

/// The value with all its strings out of reach of variables: escaped, or in parts that CloudFormation joins. An
/// event pattern in parts is a text, in which JSON has its own escape.
fn out_of_reach(value: &Node) -> Node {
    let written = match &value.value {
        Value::String(text) => return escaped(text).map_or_else(|| joined(text), string),
        Value::Array(items) => Value::Array(items.iter().map(out_of_reach).collect()),
        Value::Object(members) => Value::Object(members.iter().map(member_out_of_reach).collect()),
        other => other.clone(),
    };
    node(written)
}

fn member_out_of_reach(own: &Member) -> Member {
    let value = match (own.key.as_str(), &own.value.value) {
        // Serverless leaves `${AWS::…}` to CloudFormation.
        ("Fn::Sub", Value::String(_)) => own.value.clone(),
        ("EventPattern", Value::String(text)) => string(text.replace("${", "\\u0024{")),
        ("EventPattern", _) if !comes_through(&own.value) => {
            string(shown(&pretty(&own.value)).replace("${", "\\u0024{"))
        }
        _ => out_of_reach(&own.value),
    };
    Member { value, ..own.clone() }
}

/// The text with a backslash before every `${`, and twice as many of those that are there already. `None` behind
/// another `$`, where Serverless reads no backslash as an escape.
fn escaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        let plain = before.trim_end_matches('\\');
        if plain.ends_with('$') {
            return None;
        }
        out.push_str(before);
        out.push_str(before.strip_prefix(plain).unwrap_or_default());
        out.push_str("\\${");
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

/// The text in parts of which none holds `${`.
fn joined(text: &str) -> Node {
    let pieces: Vec<&str> = text.split("${").collect();
    let last = pieces.len().saturating_sub(1);
    let part = |(at, piece): (usize, &&str)| {
        let open = if at == 0 { "" } else { "{" };
        let close = if at == last { "" } else { "$" };
        string(format!("{open}{piece}{close}"))
    };
    let parts = list(pieces.iter().enumerate().map(part));
    object([("Fn::Join", Some(list([string(""), parts])))])
}

/// What of the rule and its targets Serverless' events have no property for.
fn left_out(plan: &Plan<'_>, split: &Split<'_, '_>) -> Vec<Loss> {
    let ids = split.event_ids();
    let mut losses = Vec::new();
    if ids.is_empty() {
        return losses;
    }
    losses.push(Loss::GeneratedIds(ids));
    if !plan.rule.role_arn.is_empty() {
        let rules = split.events().map(|event| event.rule_name.clone()).collect();
        losses.push(Loss::NoMember { framework: Framework::Serverless, member: RuleMember::RoleArn, rules });
    }
    losses
}

/// The name of a service: letters, digits and dashes, two at least, a letter in front.
fn service(plan: &Plan<'_>) -> String {
    let name = plan.slug().replace('_', "-");
    if name.len() < 2 { format!("rule-{name}") } else { name }
}

/// The text with its first letter in lower case.
fn first_small(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + chars.as_str())
}

#[cfg(test)]
#[path = "serverless_tests.rs"]
mod tests;
