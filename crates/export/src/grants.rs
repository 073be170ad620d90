//! What lets the rules of a CloudFormation stack deliver: permissions of functions, policies of queues and topics,
//! roles.

use super::plan::{Grant, Plan, Planned, camel, join_statements, queue_url, with_rule_arn};
use super::remarks::{self, Remarks};
use super::stack::{Resources, resource};
use crate::message::{FileKind, MissingRole, Note, Shared, TargetNote};
use rulepad_document::json::build::{list, member, object, string};
use rulepad_document::json::{Node, Value, compact};
use rulepad_rule::model::DEFAULT_BUS;
use rulepad_rule::{Arn, AttachedTo, Rule};

/// Adds the resources that let EventBridge deliver, as far as they are `wanted`. `arn` is the value that the
/// policies have for the ARN of the rule of this `name`.
pub(super) fn add_grants(
    resources: &mut Resources,
    arn: &Node,
    name: &str,
    planned: &Planned<'_>,
    plan: &Plan<'_>,
    wanted: fn(AttachedTo) -> bool,
    remarks: &mut Remarks,
) {
    let of = camel(&planned.slug);
    let (id, own) = (&planned.target.id, &planned.target.arn);
    let document = |grant: &Grant| with_rule_arn(&grant.document, arn);
    for grant in planned.grants.iter().filter(|grant| wanted(grant.attached_to)) {
        if let Some(shared) = Shared::of(grant.attached_to) {
            remarks.losses.push(shared.replaced(id, FileKind::Template));
        }
        match grant.attached_to {
            AttachedTo::Function => {
                let permission = object([
                    ("Action", Some(string("lambda:InvokeFunction"))),
                    ("FunctionName", Some(string(own))),
                    ("Principal", Some(string("events.amazonaws.com"))),
                    ("SourceArn", Some(arn.clone())),
                ]);
                resources.add(&format!("{of}Permission"), resource("AWS::Lambda::Permission", permission));
            }
            AttachedTo::Topic => {
                let policy = object([
                    ("Topics", Some(list([string(own)]))),
                    ("PolicyDocument", Some(document(grant))),
                ]);
                let policy = commented(resource("AWS::SNS::TopicPolicy", policy), Shared::Topic);
                resources.add(&format!("{of}Policy"), policy);
            }
            AttachedTo::Queue => {
                resources.add(
                    &format!("{of}Policy"),
                    queue_policy(own, plan.url_suffix, document(grant), Shared::Queue),
                );
            }
            AttachedTo::DeadLetterQueue => {
                let queue = &planned.target.dead_letter_arn;
                let policy = queue_policy(queue, plan.url_suffix, document(grant), Shared::DeadLetterQueue);
                resources.add(&format!("{of}DeadLetterPolicy"), policy);
            }
            AttachedTo::Logs => {
                // The policy is a text there, so it names the rule by its ARN in words.
                remarks.notes.push(Note::of(id, TargetNote::LogsForEveryRule));
                let policy = object([
                    ("PolicyName", Some(string(plan.policy_name(&planned.slug)))),
                    ("PolicyDocument", Some(string(compact(&for_any_rule(&grant.document))))),
                ]);
                resources.add(&format!("{of}Policy"), resource("AWS::Logs::ResourcePolicy", policy));
            }
            AttachedTo::Role if planned.made_role.is_some() => {
                let trust = planned.grants.iter().find(|own| own.attached_to == AttachedTo::RoleTrust);
                if let Some(trust) = trust {
                    let role = role(&arn_in_words(plan.rule, name), &grant.document, &trust.document);
                    resources.add(&role_resource(planned), role);
                }
            }
            AttachedTo::Role => {
                remarks.notes.push(Note::of(id, TargetNote::AddRole(MissingRole::Member)));
            }
            AttachedTo::RoleTrust | AttachedTo::OtherAccount => {}
            AttachedTo::RestApi => remarks.notes.push(Note::of(id, TargetNote::ApiPolicy)),
        }
    }
}

/// The name of the role that a stack makes for a target.
pub(super) fn role_resource(planned: &Planned<'_>) -> String {
    format!("{}Role", camel(&planned.slug))
}

pub(super) fn queue_policy(queue: &str, suffix: Option<&str>, document: Node, shared: Shared) -> Node {
    let queues = list(queue_url(queue, suffix).map(string));
    let properties = object([("Queues", Some(queues)), ("PolicyDocument", Some(document))]);
    commented(resource("AWS::SQS::QueuePolicy", properties), shared)
}

/// A resource that sets the whole policy, with what a reader has to know.
fn commented(mut resource: Node, shared: Shared) -> Node {
    if let Value::Object(members) = &mut resource.value {
        members.insert(1.min(members.len()), member("Metadata", remarks::metadata(&shared.comment())));
    }
    resource
}

/// The rule names the role, so the role names the rule in words: two resources cannot each wait for the other.
fn role(rule_arn: &Node, permissions: &Node, trust: &Node) -> Node {
    let policy = object([
        ("PolicyName", Some(string("deliver"))),
        ("PolicyDocument", Some(with_rule_arn(permissions, rule_arn))),
    ]);
    resource(
        "AWS::IAM::Role",
        object([
            ("AssumeRolePolicyDocument", Some(with_rule_arn(trust, rule_arn))),
            ("Policies", Some(list([policy]))),
        ]),
    )
}

/// The ARN of a rule of this name on the rule's bus, in the account and Region of the stack.
pub(super) fn arn_in_words(rule: &Rule, name: &str) -> Node {
    let bus = rule.bus();
    let bus = Arn::parse(bus).map_or(bus, |arn| arn.resource.trim_start_matches("event-bus/"));
    let on_bus = if bus == DEFAULT_BUS { String::new() } else { format!("{bus}/") };
    let place = format!("{on_bus}{name}").replace("${", "${!");
    let text = format!("arn:${{AWS::Partition}}:events:${{AWS::Region}}:${{AWS::AccountId}}:rule/{place}");
    object([("Fn::Sub", Some(string(text)))])
}

/// Which queues or topics a resource is the policy of: its type and their list, as a key.
pub(super) fn policy_place(resource: &Node) -> Option<String> {
    let kind = resource.get("Type").and_then(Node::as_str)?;
    let properties = resource.get("Properties")?;
    let places = properties.get("Queues").or_else(|| properties.get("Topics"))?;
    Some(format!("{kind} {}", compact(places)))
}

/// Adds the statements of a policy to an earlier one of the same queue or topic.
pub(super) fn join_policies(earlier: &mut Node, later: &Node) {
    let later = later.get("Properties").and_then(|own| own.get("PolicyDocument"));
    let earlier = earlier.get_mut("Properties").and_then(|own| own.get_mut("PolicyDocument"));
    if let (Some(earlier), Some(later)) = (earlier, later) {
        join_statements(earlier, later);
    }
}

/// The document without its condition on one rule.
fn for_any_rule(document: &Node) -> Node {
    let mut document = document.clone();
    if let Value::Object(members) = &mut document.value {
        for statements in members.iter_mut().filter(|member| member.key == "Statement") {
            if let Value::Array(items) = &mut statements.value.value {
                for item in items {
                    if let Value::Object(members) = &mut item.value {
                        members.retain(|member| member.key != "Condition");
                    }
                }
            }
        }
    }
    document
}
