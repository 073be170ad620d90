//! Systems Manager: commands, automations, OpsItems and incidents.

use super::containers::short;
use super::request::Request;
use crate::message::{DeliveryNote, DeliveryRefusal, DeliveryUnverified, ObjectTaker};
use rulepad_document::json::{Node, Value, compact};

pub(super) fn run_command(request: &mut Request<'_>) -> &'static str {
    let document = request.arn.resource.trim_start_matches("document/").to_owned();
    let input = if request.is_matched_event() { None } else { request.input.clone() };
    let whole =
        input.as_ref().filter(|input| input.get("Parameters").is_some_and(|node| node.members().is_some()));
    match whole.and_then(|input| input.get("DocumentName")).and_then(Node::as_str) {
        Some(name) if name != document => {
            request.setting("DocumentName", name);
            request
                .unverified(DeliveryUnverified::TwoDocuments { of_input: name.to_owned(), of_arn: document });
        }
        _ => request.setting("DocumentName", document),
    }
    if let Some(version) = whole.and_then(|input| input.get("DocumentVersion")) {
        let source = request.source_of(version.span);
        request.part(
            "DocumentVersion",
            version.as_str().map_or_else(|| compact(version), str::to_owned),
            false,
            source,
        );
    }
    let targets = request.literal_as("RunCommandTargets", "Targets");
    if targets.is_none() {
        request.refuse_target(DeliveryRefusal::CommandWithoutTargets);
    }
    match (whole.and_then(|input| input.get("Parameters")), &input) {
        (Some(parameters), _) => {
            let source = request.source_of(parameters.span);
            request.part("Parameters", compact(parameters), true, source);
        }
        (None, Some(_)) => {
            request.payload_as("Parameters");
            request.unverified(DeliveryUnverified::CommandParametersAlone);
        }
        (None, None) if request.is_matched_event() => request.note(DeliveryNote::CommandNothingPassed),
        (None, None) => request.refuse(DeliveryRefusal::CommandParametersNotJson),
    }
    "ssm:SendCommand"
}

pub(super) fn automation(request: &mut Request<'_>) -> &'static str {
    let name = request.arn.resource.trim_start_matches("automation-definition/").to_owned();
    let (name, version) = name.split_once(':').unwrap_or((&name, ""));
    request.setting("DocumentName", name);
    if !version.is_empty() {
        request.setting("DocumentVersion", version);
    }
    request.payload_as("Parameters");
    request.input_members(ObjectTaker::Automation);
    "ssm:StartAutomationExecution"
}

pub(super) fn ops_item(request: &mut Request<'_>) -> &'static str {
    /// Members of the input that set the OpsItem (Systems Manager guide, OpsCenter with EventBridge).
    const MEMBERS: [(&str, &str); 8] = [
        ("title", "Title"),
        ("description", "Description"),
        ("category", "Category"),
        ("severity", "Severity"),
        ("source", "Source"),
        ("priority", "Priority"),
        ("resources", "resources"),
        ("operationalData", "OperationalData"),
    ];
    if request.is_matched_event() {
        request.payload_as("event");
        request.unverified(DeliveryUnverified::OpsItemOfEvent);
        return "ssm:CreateOpsItem";
    }
    request.payload_as("input");
    let Some(input) = request.input_members(ObjectTaker::OpsItem) else { return "ssm:CreateOpsItem" };
    for (key, name) in MEMBERS {
        let Some(node) = input.get(key) else { continue };
        let source = request.source_of(node.span);
        let text = node.as_str().map_or_else(|| compact(node), str::to_owned);
        let is_json = node.as_str().is_none();
        request.part(name, text, is_json, source);
        match key {
            "severity" if !is_between(node, 1, 4) => {
                request.refuse(DeliveryRefusal::OpsItemSeverity(short(node)));
            }
            "priority" if !is_between(node, 1, 5) => {
                request.refuse(DeliveryRefusal::OpsItemPriority(short(node)));
            }
            "title" if node.as_str().is_none_or(|text| text.is_empty() || text.chars().count() > 1024) => {
                request.refuse(DeliveryRefusal::OpsItemTitle);
            }
            _ => {}
        }
    }
    request.unverified(DeliveryUnverified::OpsItemMembers);
    "ssm:CreateOpsItem"
}

fn is_between(node: &Node, least: u32, most: u32) -> bool {
    let text = match &node.value {
        Value::Number(text) | Value::String(text) => text,
        _ => return false,
    };
    text.parse::<u32>().is_ok_and(|number| (least..=most).contains(&number))
}

pub(super) fn incident(request: &mut Request<'_>) -> &'static str {
    /// The most characters of `rawData`.
    const MAX_RAW: usize = 10_000;
    let arn = request.target.arn.clone();
    request.setting("responsePlanArn", arn);
    let spans = |span| super::Source::Event { spans: vec![span] };
    if let Some((text, span)) = request.envelope("source") {
        request.part("triggerDetails.source", text, false, spans(span));
    }
    if let Some((text, span)) = request.envelope("time") {
        request.part("triggerDetails.timestamp", text, false, spans(span));
    }
    request.payload_as("triggerDetails.rawData");
    if request.payload.text.chars().count() > MAX_RAW {
        request.unverified(DeliveryUnverified::IncidentRawData);
    }
    request.unverified(DeliveryUnverified::IncidentDetails);
    "ssm-incidents:StartIncident"
}
