//! A CloudFormation template, as JSON or YAML (`AWS::Events::Rule` and what lets it deliver).

use crate::fill::filled;
use crate::message::Note;
use crate::plan::Plan;
use crate::remarks::Remarks;
use crate::stack::{self, Resources, StackRule, arn_of};
use crate::{Rendered, file_name};
use rulepad_cloudformation::{Notation, yaml};
use rulepad_document::json::build::{object, string};
use rulepad_document::json::{Node, pretty};
use rulepad_document::visible::{escaped_lines_without_halves, is_unseen};
use std::collections::BTreeSet;

/// The rule, and beside it the policies of its targets.
pub(crate) fn export(mut plan: Plan<'_>, notation: Notation) -> Rendered {
    let mut remarks = Remarks { notes: plan.take_notes(), ..Remarks::default() };
    plan.has_lines = notation == Notation::Yaml;
    let mut resources = Resources::default();
    let rule = StackRule { resource: "Rule", name: &plan.rule.name, targets: plan.targets.iter().collect() };
    stack::add_rule(&mut resources, &plan, &rule, &mut remarks);
    let Remarks { mut losses, mut notes } = remarks;
    let template = object([
        ("AWSTemplateFormatVersion", Some(string("2010-09-09"))),
        ("Resources", Some(resources.into_node())),
        ("Outputs", Some(object([("RuleArn", Some(object([("Value", Some(arn_of("Rule")))])))]))),
    ]);
    losses.extend(plan.targets.iter().filter_map(stack::takes_for_function));
    let text = written(&filled(&template, plan.later, &mut losses, &mut notes), notation);
    let (extension, media_type) = kind_of_file(notation);
    losses.extend(stack::dynamic_reference(&text));
    notes.extend(unseen(&text));
    Rendered { file_name: file_name(plan.rule, extension), media_type, text, losses, notes }
}

/// A template as a text.
pub fn written(template: &Node, notation: Notation) -> String {
    match notation {
        // cfn-lint reads JSON as YAML.
        Notation::Json => escaped_lines_without_halves(&pretty(template)).into_owned() + "\n",
        Notation::Yaml => yaml::block(template, 0),
    }
}

/// The note about characters that the file has as they are.
#[must_use]
pub fn unseen(text: &str) -> Option<Note> {
    let unseen: BTreeSet<char> = text.chars().filter(|c| *c > '\u{ffff}' && is_unseen(*c)).collect();
    (!unseen.is_empty()).then(|| Note::RawCharacters(unseen.into_iter().collect()))
}

/// Extension and media type of a template's file.
pub fn kind_of_file(notation: Notation) -> (&'static str, &'static str) {
    match notation {
        Notation::Json => ("template.json", "application/json"),
        Notation::Yaml => ("template.yaml", "application/yaml"),
    }
}
