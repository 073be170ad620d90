//! A CloudFormation template, as JSON or YAML (`AWS::Events::Rule` and what lets it deliver).

use super::plan::{
    Grant, Plan, Planned, camel, given, list, node, object, queue_url, replaces, role_name, string,
    with_rule_arn,
};
use super::text::yaml;
use super::{Exported, file_name};
use crate::model::DEFAULT_BUS;
use crate::{Arn, AttachedTo};
use rulepad_document::json::{Member, Node, Value, compact, pretty};

/// The notations of a template.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Notation {
    Json,
    Yaml,
}

/// The rule, and beside it the policies of its targets.
pub(super) fn export(mut plan: Plan<'_>, notation: Notation) -> Exported {
    let mut notes = std::mem::take(&mut plan.notes);
    let mut resources = vec![("Rule".to_owned(), rule(&plan, &mut notes))];
    for planned in &plan.targets {
        resources.extend(grants(&plan, planned, &mut notes));
    }
    let resources = resources.into_iter().map(|(name, resource)| member(&name, resource)).collect();
    let template = object([
        ("AWSTemplateFormatVersion", Some(string("2010-09-09"))),
        ("Resources", Some(node(Value::Object(resources)))),
        ("Outputs", Some(object([("RuleArn", Some(object([("Value", Some(arn_of("Rule")))])))]))),
    ]);
    let (extension, media_type, text) = match notation {
        Notation::Json => ("template.json", "application/json", pretty(&template) + "\n"),
        Notation::Yaml => ("template.yaml", "application/yaml", yaml::block(&template, 0)),
    };
    if text.contains("{{resolve:") {
        notes.push(
            "CloudFormation replaces `{{resolve:…}}` by a parameter or secret before the rule sees it."
                .to_owned(),
        );
    }
    Exported {
        file_name: file_name(plan.rule, extension),
        media_type: media_type.to_owned(),
        text,
        losses: Vec::new(),
        notes,
    }
}

fn rule(plan: &Plan<'_>, notes: &mut Vec<String>) -> Node {
    let rule = plan.rule;
    let pattern = if plan.pattern_must_be_text() || looks_like_function(plan.pattern) {
        notes.push(
            "The event pattern stands in the template as JSON text: as an object CloudFormation would refuse \
             or respell a `null`, a number or a field of it."
                .to_owned(),
        );
        string(plan.pattern_text())
    } else {
        plan.pattern.clone()
    };
    let targets = plan.targets.iter().map(|planned| target(planned, notes));
    let targets: Vec<Node> = targets.collect();
    let bus = (rule.bus() != DEFAULT_BUS).then(|| string(rule.bus()));
    resource(
        "AWS::Events::Rule",
        object([
            ("Name", given(&rule.name)),
            ("Description", given(&rule.description)),
            ("EventBusName", bus),
            ("State", Some(string(rule.state.name()))),
            ("EventPattern", Some(pattern)),
            ("RoleArn", given(&rule.role_arn)),
            ("Targets", (!targets.is_empty()).then(|| list(targets))),
        ]),
    )
}

/// A target has the members of PutTargets, except where CloudFormation spells them its own way.
fn target(planned: &Planned<'_>, notes: &mut Vec<String>) -> Node {
    let mut request = planned.request.clone();
    if let Value::Object(members) = &mut request.value {
        for role in members.iter_mut().filter(|own| own.key == "RoleArn" && planned.made_role.is_some()) {
            role.value = arn_of(&format!("{}Role", camel(&planned.slug)));
        }
        for own in members.iter_mut().filter(|member| member.key == "EcsParameters") {
            respell_ecs(&mut own.value);
        }
    }
    if super::text::is_fragile(&request) {
        notes.push(format!(
            "Target `{}`: CloudFormation may respell a number of its own property.",
            planned.target.id
        ));
    }
    request
}

/// The names that `EcsParameters` has in CloudFormation and nowhere else.
fn respell_ecs(parameters: &mut Node) {
    fn rename(node: &mut Node, from: &str, to: &str) {
        if let Value::Object(members) = &mut node.value {
            for member in members.iter_mut().filter(|member| member.key == from) {
                to.clone_into(&mut member.key);
            }
        }
    }
    fn within<'n>(node: &'n mut Node, key: &str) -> Option<&'n mut Node> {
        match &mut node.value {
            Value::Object(members) => {
                members.iter_mut().find(|member| member.key == key).map(|member| &mut member.value)
            }
            _ => None,
        }
    }
    let capital = |key: &str| {
        let mut chars = key.chars();
        chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
    };
    for (from, to) in [
        ("EnableECSManagedTags", "EnableEcsManagedTags"),
        ("PlacementStrategy", "PlacementStrategies"),
        ("Tags", "TagList"),
    ] {
        rename(parameters, from, to);
    }
    if let Some(network) = within(parameters, "NetworkConfiguration") {
        rename(network, "awsvpcConfiguration", "AwsVpcConfiguration");
    }
    for listed in ["CapacityProviderStrategy", "PlacementStrategies", "PlacementConstraints"] {
        if let Some(Node { value: Value::Array(items), .. }) = within(parameters, listed) {
            for item in items {
                if let Value::Object(members) = &mut item.value {
                    members.iter_mut().for_each(|member| member.key = capital(&member.key));
                }
            }
        }
    }
}

/// The resources that let EventBridge deliver, with their names.
fn grants(plan: &Plan<'_>, planned: &Planned<'_>, notes: &mut Vec<String>) -> Vec<(String, Node)> {
    let name = camel(&planned.slug);
    let (id, arn) = (&planned.target.id, &planned.target.arn);
    let document = |grant: &Grant| with_rule_arn(&grant.document, &arn_of("Rule"));
    let mut made = Vec::new();
    for grant in &planned.grants {
        made.push(match grant.attached_to {
            AttachedTo::Function => {
                let permission = object([
                    ("Action", Some(string("lambda:InvokeFunction"))),
                    ("FunctionName", Some(string(arn))),
                    ("Principal", Some(string("events.amazonaws.com"))),
                    ("SourceArn", Some(arn_of("Rule"))),
                ]);
                (format!("{name}Permission"), resource("AWS::Lambda::Permission", permission))
            }
            AttachedTo::Topic => {
                notes.push(replaces(id, "template", "topic"));
                let topics = list([string(arn)]);
                let policy = object([("Topics", Some(topics)), ("PolicyDocument", Some(document(grant)))]);
                (format!("{name}Policy"), resource("AWS::SNS::TopicPolicy", policy))
            }
            AttachedTo::Queue => {
                notes.push(replaces(id, "template", "queue"));
                (format!("{name}Policy"), queue_policy(arn, document(grant)))
            }
            AttachedTo::DeadLetterQueue => {
                notes.push(replaces(id, "template", "dead-letter queue"));
                (format!("{name}DeadLetterPolicy"), queue_policy(&planned.target.dead_letter_arn, document(grant)))
            }
            AttachedTo::Logs => {
                // The policy is a text there, so it names the rule by its ARN in words.
                notes.push(format!(
                    "Target `{id}`: the resource policy of CloudWatch Logs is for every rule of the account, since \
                     its text cannot name this one before it exists."
                ));
                let policy = object([
                    ("PolicyName", Some(string(role_name(plan.rule, &planned.slug)))),
                    ("PolicyDocument", Some(string(compact(&for_any_rule(&grant.document))))),
                ]);
                (format!("{name}Policy"), resource("AWS::Logs::ResourcePolicy", policy))
            }
            AttachedTo::Role => match planned.grants.iter().find(|own| own.attached_to == AttachedTo::RoleTrust) {
                Some(trust) if planned.made_role.is_some() => {
                    (format!("{name}Role"), role(plan, &grant.document, &trust.document))
                }
                _ => continue,
            },
            AttachedTo::RoleTrust => continue,
            AttachedTo::RestApi => {
                notes.push(format!("Target `{id}`: the API's own resource policy must allow EventBridge; it belongs to the API's template."));
                continue;
            }
        });
    }
    if planned.made_role.is_none() && planned.grants.iter().any(|own| own.attached_to == AttachedTo::Role) {
        notes.push(format!("Target `{id}`: add `RoleArn`, a role EventBridge may assume."));
    }
    made
}

fn queue_policy(queue: &str, document: Node) -> Node {
    let queues = list(Arn::parse(queue).map(|arn| string(queue_url(&arn))));
    resource("AWS::SQS::QueuePolicy", object([("Queues", Some(queues)), ("PolicyDocument", Some(document))]))
}

/// The rule names the role, so the role names the rule in words: two resources cannot each wait for the other.
fn role(plan: &Plan<'_>, permissions: &Node, trust: &Node) -> Node {
    let bus = plan.rule.bus().rsplit('/').next().unwrap_or_default();
    let on_bus = if bus == DEFAULT_BUS { String::new() } else { format!("{bus}/") };
    let text = format!(
        "arn:${{AWS::Partition}}:events:${{AWS::Region}}:${{AWS::AccountId}}:rule/{on_bus}{}",
        plan.rule.name
    );
    let rule = object([("Fn::Sub", Some(string(text)))]);
    let policy = object([
        ("PolicyName", Some(string("deliver"))),
        ("PolicyDocument", Some(with_rule_arn(permissions, &rule))),
    ]);
    resource(
        "AWS::IAM::Role",
        object([
            ("AssumeRolePolicyDocument", Some(with_rule_arn(trust, &rule))),
            ("Policies", Some(list([policy]))),
        ]),
    )
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

fn resource(kind: &str, properties: Node) -> Node {
    object([("Type", Some(string(kind))), ("Properties", Some(properties))])
}

fn arn_of(resource: &str) -> Node {
    object([("Fn::GetAtt", Some(list([string(resource), string("Arn")])))])
}

fn member(key: &str, value: Node) -> Member {
    Member { key: key.to_owned(), key_span: value.span, value }
}

/// Whether CloudFormation would take a field of the value for one of its functions.
fn looks_like_function(node: &Node) -> bool {
    match &node.value {
        Value::Array(items) => items.iter().any(looks_like_function),
        Value::Object(members) => members.iter().any(|member| {
            member.key == "Ref" || member.key.starts_with("Fn::") || looks_like_function(&member.value)
        }),
        _ => false,
    }
}
