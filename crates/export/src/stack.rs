//! The rules of a CloudFormation stack with their targets, as resources beside those that let them deliver. Every
//! format that is deployed as a stack is made of them.

use super::grants::{add_grants, join_policies, policy_place, role_resource};
use super::names::Names;
use super::plan::{Plan, Planned};
use super::remarks::Remarks;
use crate::formats::rule_json::tags;
use crate::formats::text::{holds_key, is_fragile, script};
use crate::message::{Loss, Note, PatternAsText, Respells, TargetLoss, TargetNote};
use rulepad_cloudformation::{REFERENCE, ecs_in_template, unresolved};
use rulepad_document::json::build::{given, list, member, node, object, string};
use rulepad_document::json::{Node, Value};
use rulepad_rule::Rule;
use rulepad_rule::model::DEFAULT_BUS;
use rulepad_rule::reference::mark::is_marked;
use std::collections::HashMap;

/// The resources of a stack by their names, in order.
#[derive(Default)]
pub(super) struct Resources {
    all: Vec<(String, Node)>,
    names: Names,
    /// Where the policy of each queue and topic is.
    policies: HashMap<String, usize>,
}

/// One rule of a stack.
pub(super) struct StackRule<'s, 'r> {
    /// The name of its resource.
    pub resource: &'s str,
    /// Its `Name`.
    pub name: &'s str,
    /// Its targets.
    pub targets: Vec<&'s Planned<'r>>,
}

impl Resources {
    /// Adds a resource under this name, or a numbered one where that is taken.
    ///
    /// A second policy of one queue or topic would replace the first: its statements join the first instead.
    pub fn add(&mut self, name: &str, resource: Node) {
        if let Some(place) = policy_place(&resource) {
            match self.policies.get(&place).and_then(|at| self.all.get_mut(*at)) {
                Some((_, earlier)) => return join_policies(earlier, &resource),
                None => drop(self.policies.insert(place, self.all.len())),
            }
        }
        let numbered = |name: &str, number: usize| format!("{name}{number}");
        let name = self.names.take(name.to_owned(), numbered, |name| [name.to_owned()]);
        self.all.push((name, resource));
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|(name, _)| name.as_str())
    }

    /// The value of `Resources`.
    pub fn into_node(self) -> Node {
        let members = self.all.into_iter().map(|(name, resource)| member(&name, resource));
        node(Value::Object(members.collect()))
    }
}

/// The rule and all that lets it deliver.
pub(super) fn add_rule(
    resources: &mut Resources,
    plan: &Plan<'_>,
    rule: &StackRule<'_, '_>,
    remarks: &mut Remarks,
) {
    resources.add(rule.resource, self::rule(plan, rule, &mut remarks.notes));
    for planned in &rule.targets {
        add_grants(resources, &arn_of(rule.resource), rule.name, planned, plan, |_| true, remarks);
    }
}

fn rule(plan: &Plan<'_>, named: &StackRule<'_, '_>, notes: &mut Vec<Note>) -> Node {
    let rule = plan.rule;
    let pattern = plan.pattern.map(|pattern| {
        if pattern_must_be_text(plan) {
            notes.push(Note::PatternAsText(PatternAsText::CloudFormation));
            string(unresolved(&plan.pattern_lines()))
        } else {
            pattern.clone()
        }
    });
    let targets: Vec<Node> = named.targets.iter().map(|planned| target(planned, notes)).collect();
    resource(
        "AWS::Events::Rule",
        object([
            ("Name", given(named.name)),
            ("Description", given(&rule.description)),
            ("EventBusName", bus(rule)),
            ("State", Some(string(rule.state.name()))),
            ("EventPattern", pattern),
            ("ScheduleExpression", given(&rule.schedule)),
            ("RoleArn", given(&rule.role_arn)),
            ("Targets", (!targets.is_empty()).then(|| list(targets))),
            ("Tags", tags(rule)),
        ]),
    )
}

/// Whether CloudFormation, or a tool before it, would change or refuse the pattern as an object.
pub fn pattern_must_be_text(plan: &Plan<'_>) -> bool {
    let Some(pattern) = plan.pattern else { return false };
    plan.pattern_must_be_text()
        // Tools in JavaScript move fields that are whole numbers to the front.
        || !script::keeps(pattern)
        || looks_like_function(pattern)
        // A template has no functions in the names of fields.
        || holds_key(pattern, &is_marked)
        || plan.pattern_text().contains(REFERENCE)
}

/// The bus, unless it is the default one.
pub(super) fn bus(rule: &Rule) -> Option<Node> {
    (rule.bus() != DEFAULT_BUS).then(|| string(rule.bus()))
}

/// What CloudFormation does to a text that looks like one of its dynamic references.
pub(super) fn dynamic_reference(text: &str) -> Option<Loss> {
    text.contains(REFERENCE).then_some(Loss::DynamicReference)
}

/// A target has the members of PutTargets, except where CloudFormation spells them its own way.
fn target(planned: &Planned<'_>, notes: &mut Vec<Note>) -> Node {
    let mut request = planned.request.clone();
    if let Value::Object(members) = &mut request.value {
        for role in members.iter_mut().filter(|own| own.key == "RoleArn" && planned.made_role.is_some()) {
            role.value = arn_of(&role_resource(planned));
        }
        for own in members.iter_mut().filter(|member| member.key == "EcsParameters") {
            ecs_in_template(&mut own.value);
        }
    }
    if is_fragile(&request) {
        notes.push(Note::of(&planned.target.id, TargetNote::Respelled(Respells::CloudFormation)));
    }
    request
}

/// What is said where CloudFormation takes a name that the person gave for one of its functions.
pub(super) fn takes_for_function(planned: &Planned<'_>) -> Option<Loss> {
    let maps = ["InputTransformer", "HttpParameters"];
    let takes = maps.iter().filter_map(|map| planned.request.get(map)).any(looks_like_function);
    takes.then(|| Loss::of(&planned.target.id, TargetLoss::NameOfFunction))
}

/// The properties of `AWS::Events::Rule` for a template that has the rule already: the pattern as an object, and no
/// role that the template would have to make.
pub fn properties(plan: &Plan<'_>, notes: &mut Vec<Note>) -> Node {
    let rule = plan.rule;
    let mut targets: Vec<Node> = plan.targets.iter().map(|planned| target(planned, notes)).collect();
    for (target, planned) in targets.iter_mut().zip(&plan.targets) {
        if let Value::Object(members) = &mut target.value
            && planned.made_role.is_some()
        {
            members.retain(|own| own.key != "RoleArn");
        }
    }
    object([
        ("Name", given(&rule.name)),
        ("Description", given(&rule.description)),
        ("EventBusName", bus(rule)),
        ("State", Some(string(rule.state.name()))),
        ("EventPattern", plan.pattern.cloned()),
        ("ScheduleExpression", given(&rule.schedule)),
        ("RoleArn", given(&rule.role_arn)),
        ("Targets", (!targets.is_empty()).then(|| list(targets))),
        ("Tags", tags(rule)),
    ])
}

pub(super) fn resource(kind: &str, properties: Node) -> Node {
    object([("Type", Some(string(kind))), ("Properties", Some(properties))])
}

pub(super) fn arn_of(resource: &str) -> Node {
    object([("Fn::GetAtt", Some(list([string(resource), string("Arn")])))])
}

/// Whether CloudFormation would take a field of the value for one of its functions.
pub(super) fn looks_like_function(node: &Node) -> bool {
    holds_key(node, &|key| key == "Ref" || key.starts_with("Fn::"))
}
