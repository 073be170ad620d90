//! A CloudFormation template, as JSON or YAML, and a SAM template: SAM has no event type for subscribers, so its
//! resources are those of CloudFormation.

use crate::message::{Loss, Note};
use crate::plan::Plan;
use crate::stack::{self, attribute, in_template};
use crate::{Format, Rendered};
use rulepad_cloudformation::{Notation, REFERENCE};
use rulepad_document::json::build::{member, node, object, string};
use rulepad_document::json::{Node, Value};
use rulepad_export::parts::{filled, kind_of_file, unseen, written_template};

/// The subscribers, and beside them their roles.
pub(crate) fn export(mut plan: Plan) -> Rendered {
    let is_sam = plan.format == Format::Sam;
    let notation = if plan.format == Format::CloudFormationJson { Notation::Json } else { Notation::Yaml };
    let resources = stack::resources(&mut plan);
    let outputs = stack::outputs(&plan, &resources)
        .into_iter()
        .map(|(id, resource, name)| member(&id, object([("Value", Some(attribute(&resource, name)))])));
    let outputs: Vec<_> = outputs.collect();
    let resources = resources.iter().map(|own| member(&own.id, in_template(own)));
    let resources = node(Value::Object(resources.collect()));
    let template = object([
        ("AWSTemplateFormatVersion", Some(string("2010-09-09"))),
        ("Transform", is_sam.then(|| string("AWS::Serverless-2016-10-31"))),
        ("Resources", Some(resources)),
        ("Outputs", (!outputs.is_empty()).then(|| node(Value::Object(outputs)))),
    ]);
    let text = written_template(&whole(&template, &mut plan), notation);
    if text.contains(REFERENCE) {
        plan.losses.push(Loss::Shared(rulepad_export::Loss::DynamicReference));
    }
    plan.notes.extend(unseen(&text).map(Note::Shared));
    let (extension, media_type) = kind_of_file(notation);
    // The file that SAM looks for by default.
    let file_name = if is_sam { "template.yaml".to_owned() } else { plan.file_name(extension) };
    Rendered { file_name, media_type, text, losses: plan.losses, notes: plan.notes }
}

/// The template with its functions and parameters.
fn whole(template: &Node, plan: &mut Plan) -> Node {
    let (mut losses, mut notes) = (Vec::new(), Vec::new());
    let whole = filled(template, &plan.later, &mut losses, &mut notes);
    plan.losses.extend(losses.into_iter().map(Loss::Shared));
    stack::note(&mut plan.notes, notes);
    whole
}
