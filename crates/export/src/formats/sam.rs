//! A SAM template: a function or state machine with the rule as its event, other targets as in CloudFormation.

use crate::Rendered;
use crate::fill::filled;
use crate::grants::{add_grants, arn_in_words};
use crate::message::{Framework, Loss, NotAnEvent, Note, RuleMember, TargetLoss};
use crate::plan::{Plan, camel};
use crate::remarks::Remarks;
use crate::split::{self, Event, Owner, Split};
use crate::stack::{self, Resources};
use rulepad_cloudformation::yaml;
use rulepad_document::json::build::{given, member, node, object, string};
use rulepad_document::json::{Node, Value};
use rulepad_rule::{AttachedTo, Rule, State, TargetKind};

/// The template (AWS SAM developer guide, `sam-property-function-eventbridgerule` and
/// `sam-property-statemachine-statemachineeventbridgerule`).
pub(crate) fn export(mut plan: Plan<'_>) -> Rendered {
    let mut remarks = Remarks { notes: plan.take_notes(), ..Remarks::default() };
    let not_expressible = if stack::pattern_must_be_text(&plan) {
        Some(NotAnEvent::PatternAsText)
    } else {
        split::only_plain(plan.rule)
    };
    let split = Split::new(&plan, Framework::Sam, not_expressible, |_| None);
    remarks.losses.extend(split.losses.iter().cloned());
    remarks.losses.extend(left_out(plan.rule, &split));
    remarks.losses.extend(plan.targets.iter().filter_map(stack::takes_for_function));
    remarks.notes.extend(split.notes.iter().cloned());

    let mut resources = Resources::default();
    split.add_rest(&mut resources, &plan, &mut remarks);
    for event in split.events() {
        // SAM lets its own rules deliver, but not to a dead-letter queue that exists.
        let arn = arn_in_words(plan.rule, &event.rule_name);
        let wanted = |to| to == AttachedTo::DeadLetterQueue;
        add_grants(&mut resources, &arn, &event.rule_name, event.planned, &plan, wanted, &mut remarks);
    }
    let mut taken: Vec<String> = resources.names().map(str::to_owned).collect();
    let mut all = Vec::new();
    for owner in &split.owners {
        all.push(member(&logical_id(owner, &mut taken), resource(&plan, owner)));
        remarks.notes.push(Note::NeedsCode {
            framework: Framework::Sam,
            kind: owner.kind,
            name: owner.name.to_owned(),
        });
    }
    if let Value::Object(plain) = resources.into_node().value {
        all.extend(plain);
    }
    if !split.owners.is_empty() && plan.rule.state != State::Enabled {
        remarks.notes.push(Note::StateUnknownToCfnLint);
    }
    let template = object([
        ("AWSTemplateFormatVersion", Some(string("2010-09-09"))),
        ("Transform", Some(string("AWS::Serverless-2016-10-31"))),
        ("Resources", Some(node(Value::Object(all)))),
    ]);
    let text = yaml::block(&filled(&template, plan.later, &mut remarks.losses, &mut remarks.notes), 0);
    remarks.losses.extend(stack::dynamic_reference(&text));
    Rendered {
        // The file that SAM looks for by default.
        file_name: "template.yaml".to_owned(),
        media_type: "application/yaml",
        text,
        losses: remarks.losses,
        notes: remarks.notes,
    }
}

fn resource(plan: &Plan<'_>, owner: &Owner<'_, '_>) -> Node {
    let event = |own: &Event<'_, '_>| member(&camel(&own.planned.slug), event(plan, own));
    let events = node(Value::Object(owner.events.iter().map(event).collect()));
    if owner.kind == TargetKind::StepFunctions {
        let done = object([("Done", Some(object([("Type", Some(string("Succeed")))])))]);
        let definition = object([("StartAt", Some(string("Done"))), ("States", Some(done))]);
        return stack::resource(
            "AWS::Serverless::StateMachine",
            object([
                ("Name", Some(string(owner.name))),
                ("Definition", Some(definition)),
                ("Events", Some(events)),
            ]),
        );
    }
    stack::resource(
        "AWS::Serverless::Function",
        object([
            ("FunctionName", Some(string(owner.name))),
            ("Runtime", Some(string("python3.13"))),
            ("Handler", Some(string("index.handler"))),
            ("InlineCode", Some(string("def handler(event, context):\n    print(event)\n"))),
            ("Events", Some(events)),
        ]),
    )
}

fn event(plan: &Plan<'_>, event: &Event<'_, '_>) -> Node {
    let rule = plan.rule;
    let of_request = |name: &'static str| (name, event.planned.request.get(name).cloned());
    // Left out where it is the default: older schemas of SAM's events do not have it.
    let state = (rule.state != State::Enabled).then(|| string(rule.state.name()));
    object([
        ("Type", Some(string("EventBridgeRule"))),
        (
            "Properties",
            Some(object([
                ("RuleName", given(&event.rule_name)),
                ("EventBusName", stack::bus(rule)),
                ("State", state),
                ("Pattern", plan.pattern.cloned()),
                of_request("Input"),
                of_request("InputPath"),
                of_request("InputTransformer"),
                of_request("DeadLetterConfig"),
                of_request("RetryPolicy"),
                ("Target", Some(object([("Id", Some(string(&event.planned.target.id)))]))),
            ])),
        ),
    ])
}

/// A name under which neither the resource nor any that SAM makes beside it is another's.
fn logical_id(owner: &Owner<'_, '_>, taken: &mut Vec<String>) -> String {
    let what = if owner.kind == TargetKind::StepFunctions { "StateMachine" } else { "Function" };
    let first = format!("{}{what}", camel(&owner.slug));
    let made = |id: &str| {
        let mut names = vec![id.to_owned(), format!("{id}Role")];
        for event in &owner.events {
            let rule = format!("{id}{}", camel(&event.planned.slug));
            names.extend([format!("{rule}Permission"), format!("{rule}Role"), rule]);
        }
        names
    };
    let numbered = (2..).map(|number| format!("{first}{number}")).take(taken.len() + 1);
    let is_free = |id: &String| made(id).iter().all(|name| !taken.contains(name));
    let id = std::iter::once(first.clone()).chain(numbered).find(is_free).unwrap_or(first);
    taken.extend(made(&id));
    id
}

/// What of the rule and its targets SAM's events have no property for.
fn left_out(rule: &Rule, split: &Split<'_, '_>) -> Vec<Loss> {
    let rules: Vec<String> = split.events().map(|event| event.rule_name.clone()).collect();
    let mut losses = Vec::new();
    for (member, value) in
        [(RuleMember::Description, &rule.description), (RuleMember::RoleArn, &rule.role_arn)]
    {
        if !value.is_empty() && !rules.is_empty() {
            losses.push(Loss::NoMember { framework: Framework::Sam, member, rules: rules.clone() });
        }
    }
    for target in split.events().map(|event| event.planned.target) {
        if !target.role_arn.is_empty() {
            losses.push(Loss::of(&target.id, TargetLoss::OwnRole(target.role_arn.clone())));
        }
    }
    losses
}

#[cfg(test)]
#[path = "sam_tests.rs"]
mod tests;
