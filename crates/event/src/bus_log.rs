//! A record of the log of an event bus to the event it is about (EventBridge user guide, `eb-event-logs-schema`, checked
//! 2026-11-29).

use crate::diagnostics as say;
use crate::document::Document;
use crate::made::{Envelope, MadeEvent};
use crate::step::ReadingStep;
use crate::time::Moment;
use crate::tree::Tree;
use rulepad_document::json::{self, Node, Value};

/// The event of a record. With `IncludeDetail` `FULL` it has the event's detail.
pub(crate) fn event(record: &Node, document: &Document) -> MadeEvent {
    let details = record.get("details");
    let text = |key: &str| details.and_then(|details| details.get(key)).and_then(Node::as_str);
    let tree = |key: &str| details.and_then(|details| details.get(key)).map(|node| Tree::of(node, document));
    let arn: Vec<&str> =
        record.get("resource_arn").and_then(Node::as_str).unwrap_or_default().split(':').collect();
    let part = |at: usize| arn.get(at).filter(|part| !part.is_empty()).map(|part| Tree::string(part));
    let step = record.get("message_type").and_then(Node::as_str).unwrap_or_default();
    let detail = details.and_then(|details| details.get("event_detail").or_else(|| details.get("detail")));
    let detail = detail.and_then(|node| match node.as_str() {
        Some(text) => {
            let parsed = json::parse_unchecked(text, rulepad_document::Role::Event);
            parsed.valid().map(written)
        }
        None => (node.value != Value::Null).then(|| Tree::of(node, document)),
    });
    let span = document.span(record);
    let mut problems = Vec::new();
    if detail.is_none() {
        problems.push(say::bus_log_without_event(span));
    }
    let time = details.and_then(|details| details.get("source_time_ms")).and_then(|node| match &node.value {
        Value::Number(text) | Value::String(text) => Moment::epoch(text),
        _ => None,
    });
    let time = time.map(Moment::text);
    let (event, made) = Envelope {
        detail_type: tree("detail_type").or_else(|| tree("detail-type")),
        source: tree("source"),
        account: tree("caller_account_id").or_else(|| part(4)),
        time: time.as_deref().map(Tree::string),
        region: part(3),
        resources: tree("resources"),
        detail,
    }
    .event();
    let id = record.get("event_id").map(|node| Tree::of(node, document));
    let event = match (event, id) {
        (Tree::Object(members), Some(id)) => Tree::Object(
            members
                .into_iter()
                .map(|(key, value)| if key == "\"id\"" { (key, id.clone()) } else { (key, value) })
                .collect(),
        ),
        (event, _) => event,
    };
    let mut steps = vec![ReadingStep::BusLogStep(step.to_owned())];
    let made: Vec<&str> = made.into_iter().filter(|field| *field != "id").collect();
    if !made.is_empty() {
        steps.push(ReadingStep::MadeUp(made));
    }
    if let Some(input) = text("target_input").or_else(|| text("input")) {
        steps.push(ReadingStep::TargetInput(input.chars().take(200).collect()));
    }
    if let Some(error) =
        record.get("error").and_then(|error| error.get("error_message")).and_then(Node::as_str)
    {
        steps.push(ReadingStep::StepFailed(error.to_owned()));
    }
    let title = match (text("source"), text("detail_type")) {
        (Some(source), Some(kind)) => format!("{source} · {kind} · {step}"),
        _ => step.to_owned(),
    };
    MadeEvent { event, title, steps, problems }
}

/// A value of a separate text, printed as JSON.
fn written(node: &Node) -> Tree {
    match &node.value {
        Value::Array(items) => Tree::Array(items.iter().map(written).collect()),
        Value::Object(members) => Tree::Object(
            members.iter().map(|member| (json::quote(&member.key), written(&member.value))).collect(),
        ),
        _ => Tree::Scalar(json::compact(node)),
    }
}
