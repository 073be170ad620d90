//! A CDK app in TypeScript or Python: the resources of the template, one construct of the first level each.

use crate::message::Loss;
use crate::plan::Plan;
use crate::stack::{self, StackResource};
use crate::{Format, Rendered};
use rulepad_cloudformation::REFERENCE;
use rulepad_document::json::{Node, Value};
use rulepad_export::parts::camel;
use rulepad_export::parts::cdk::{App, Construct, StackOutput, python, typescript};
use rulepad_export::{Program, TargetLoss};
use rulepad_rule::{Arn, Location};

/// One stack with the event sources, the subscribers and their roles.
pub(crate) fn export(mut plan: Plan) -> Rendered {
    let resources = stack::resources(&mut plan);
    let outputs = stack::outputs(&plan, &resources);
    let outputs =
        outputs.into_iter().map(|(id, construct, attribute)| StackOutput { id, construct, attribute });
    let stack = plan.entries.first().map(|entry| camel(&entry.slug)).unwrap_or_else(|| "Subscribers".into());
    let place = plan.entries.iter().find_map(|entry| Arn::parse(entry.bus()));
    let app = App {
        purpose: purpose(&plan),
        stack,
        place: place.map(|arn| Location::of_arn(&arn)).unwrap_or_default(),
        outputs: outputs.collect(),
        constructs: resources.into_iter().map(construct).collect(),
    };
    for entry in &plan.entries {
        if holds_key(&entry.request, "__proto__") {
            let loss = TargetLoss::PrototypeKey(Program::Cdk);
            plan.losses.push(Loss::Shared(rulepad_export::Loss::Target { id: entry.shown_name(), loss }));
        }
    }
    let (file_name, media_type, text) = if plan.format == Format::CdkPython {
        let name = plan.file_name("cdk.py");
        let text = python::written(&app, &plan.later, &name);
        (name, "text/x-python", text)
    } else {
        let name = plan.file_name("cdk.ts");
        let text = typescript::written(&app, &plan.later, &name);
        (name, "text/typescript", text)
    };
    if text.contains(REFERENCE) {
        plan.losses.push(Loss::Shared(rulepad_export::Loss::DynamicReference));
    }
    Rendered { file_name, media_type, text, losses: plan.losses, notes: plan.notes }
}

/// What a file of this plan does, on one line.
pub(crate) fn purpose(plan: &Plan) -> &'static str {
    match (plan.has_sources(), plan.has_subscribers(), plan.creates_roles()) {
        (true, true, true) => "Creates the event sources, the subscribers and their roles",
        (true, true, false) => "Creates the event sources and the subscribers",
        (false, true, true) => "Creates the subscribers and their roles",
        (false, true, false) => "Creates the subscribers",
        (_, false, _) => "Creates the event sources",
    }
}

fn construct(own: StackResource) -> Construct {
    let kind = own.kind.strip_prefix("AWS::").unwrap_or(own.kind);
    let (service, class) = kind.split_once("::").unwrap_or((kind, kind));
    Construct {
        id: own.id,
        service: service.to_ascii_lowercase(),
        class: format!("Cfn{class}"),
        is_named: true,
        properties: own.properties,
        pattern_text: None,
        comment: own.after.as_ref().map(|_| ONE_AT_A_TIME.to_owned()),
        after: own.after,
    }
}

/// Why a resource waits for another.
pub(crate) const ONE_AT_A_TIME: &str =
    "AWS creates one subscriber or event source of a bus at a time, so this one waits for the one before it.";

fn holds_key(node: &Node, key: &str) -> bool {
    match &node.value {
        Value::Array(items) => items.iter().any(|item| holds_key(item, key)),
        Value::Object(members) => members.iter().any(|own| own.key == key || holds_key(&own.value, key)),
        _ => false,
    }
}
