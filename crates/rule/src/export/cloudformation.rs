//! A CloudFormation template, as JSON or YAML (`AWS::Events::Rule` and what lets it deliver).

use super::plan::{Plan, object, string};
use super::stack::{self, Resources, StackRule, arn_of};
use super::text::{shown, yaml};
use super::{Exported, file_name};
use rulepad_document::json::pretty;

/// The notations of a template.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Notation {
    Json,
    Yaml,
}

/// The rule, and beside it the policies of its targets.
pub(super) fn export(mut plan: Plan<'_>, notation: Notation) -> Exported {
    let mut notes = std::mem::take(&mut plan.notes);
    let mut resources = Resources::default();
    let rule = StackRule { resource: "Rule", name: &plan.rule.name, targets: plan.targets.iter().collect() };
    stack::add_rule(&mut resources, &plan, &rule, &mut notes);
    let template = object([
        ("AWSTemplateFormatVersion", Some(string("2010-09-09"))),
        ("Resources", Some(resources.into_node())),
        ("Outputs", Some(object([("RuleArn", Some(object([("Value", Some(arn_of("Rule")))])))]))),
    ]);
    let (extension, media_type, text) = match notation {
        Notation::Json => ("template.json", "application/json", shown(&pretty(&template)) + "\n"),
        Notation::Yaml => ("template.yaml", "application/yaml", yaml::block(&template, 0)),
    };
    let losses = stack::dynamic_reference(&text).into_iter().collect();
    Exported {
        file_name: file_name(plan.rule, extension),
        media_type: media_type.to_owned(),
        text,
        losses,
        notes,
    }
}
