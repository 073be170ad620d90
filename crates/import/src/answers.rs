//! Answers and records that hold a rule or a filter within something else: CloudTrail, AWS Config, Cloud Control,
//! `get-event-source-mapping`, `describe-pipe`, `describe-archive`, `get-subscription-attributes`.

use super::api_names::raised;
use super::calls::{CallTime, Calls, Operation, last};
use super::filters::{self, FilterResource};
use super::notes::{ImportNotes, is_given};
use super::requests::RequestPart;
use super::{Form, RuleLabel, documents, rule};
use crate::{aws, diagnostics};
use rulepad_document::json::{Member, Node, Value};

type Found = (Form, Vec<RequestPart>);

/// What such a text is, and its parts; `None` where it is none of them.
pub(super) fn read(root: &Node, notes: &mut ImportNotes) -> Option<Found> {
    let has = |name: &str| root.get(name).is_some_and(is_given);
    if has("eventName") && has("eventSource") {
        return Some((Form::CloudTrail, trail(&[root], notes)));
    }
    if let Some(detail) =
        root.get("detail").filter(|own| own.get("eventName").is_some() && own.get("eventSource").is_some())
        && root.get("detail-type").and_then(Node::as_str).is_some()
    {
        return Some((Form::CloudTrail, trail(&[detail], notes)));
    }
    if let Some(records) = list(root, "Records").filter(|all| {
        all.iter().any(|own| {
            own.get("eventName").is_some_and(is_given)
                && own
                    .get("eventSource")
                    .and_then(Node::as_str)
                    .is_some_and(|own| own.ends_with(".amazonaws.com"))
        })
    }) {
        return Some((Form::CloudTrail, trail(&records.iter().collect::<Vec<_>>(), notes)));
    }
    if let Some(events) =
        list(root, "Events").filter(|all| all.iter().any(|own| own.get("CloudTrailEvent").is_some()))
    {
        let records: Vec<Node> = events.iter().filter_map(|own| inner(own.get("CloudTrailEvent")?)).collect();
        return Some((Form::CloudTrail, trail(&records.iter().collect::<Vec<_>>(), notes)));
    }
    if let Some(found) = config(root, notes) {
        return Some((Form::Config, found));
    }
    if let Some(found) = control(root, notes) {
        return Some((Form::CloudControl, found));
    }
    if let Some(items) = list(root, "EventSourceMappings") {
        more(root, &["NextMarker"], notes);
        let parts = items.iter().flat_map(|item| mapping(item, notes)).collect();
        return Some((Form::EventSourceMapping, parts));
    }
    if has("EventSourceMappingArn")
        || (has("UUID") && (has("FunctionArn") || has("EventSourceArn")))
        || (has("FilterCriteria") && (has("FunctionName") || has("EventSourceArn")))
    {
        return Some((Form::EventSourceMapping, mapping(root, notes)));
    }
    if let Some(own) = root
        .get("Attributes")
        .filter(|own| own.get("SubscriptionArn").is_some() || own.get("FilterPolicy").is_some())
    {
        let topic = own
            .get("TopicArn")
            .and_then(Node::as_str)
            .map_or(RuleLabel::Resource(FilterResource::Subscription), |arn| last(arn).into());
        return Some((
            Form::Subscription,
            parts(filters::read(FilterResource::Subscription, &topic, own, notes)),
        ));
    }
    if root.get("FilterPolicy").is_some_and(|own| own.members().is_some() || own.as_str().is_some()) {
        // The name that a part of a template with the same members gets.
        let topic =
            root.get("TopicArn").and_then(Node::as_str).map_or("Subscription".to_owned(), last).into();
        return Some((
            Form::Subscription,
            parts(filters::read(FilterResource::Subscription, &topic, root, notes)),
        ));
    }
    if (has("Source") && has("Target") && (has("Arn") || has("RoleArn") || has("SourceParameters")))
        || root.get("SourceParameters").is_some_and(|own| own.get("FilterCriteria").is_some())
    {
        let name = root.get("Name").and_then(Node::as_str);
        let name = name.map_or(RuleLabel::Resource(FilterResource::Pipe), |name| name.to_owned().into());
        return Some((Form::Pipe, parts(filters::read(FilterResource::Pipe, &name, root, notes))));
    }
    if has("ArchiveName") || has("ArchiveArn") {
        let arn = notes.any_text(root, "ArchiveArn");
        let name = root.get("ArchiveName").and_then(Node::as_str).map_or(last(&arn), str::to_owned).into();
        return Some((Form::Archive, parts(filters::read(FilterResource::Archive, &name, root, notes))));
    }
    names(root, notes)
}

/// Answers that have names only: which call gives the rest.
fn names(root: &Node, notes: &mut ImportNotes) -> Option<Found> {
    const LISTS: [(&str, Form, &str); 4] = [
        ("RuleNames", Form::RuleNames, aws::DESCRIBE_RULE),
        ("Archives", Form::Archive, aws::DESCRIBE_ARCHIVE),
        ("Pipes", Form::Pipe, aws::DESCRIBE_PIPE),
        ("Subscriptions", Form::Subscription, aws::SUBSCRIPTION_ATTRIBUTES),
    ];
    for (key, form, call) in LISTS {
        if let Some(Value::Array(_)) = root.get(key).map(|own| &own.value) {
            let span = root.members()?.iter().find(|own| own.key == key)?.key_span;
            notes.diagnostics.push(diagnostics::names_only(span, key, call));
            return Some((form, Vec::new()));
        }
    }
    let arn = root.get("RuleArn").filter(|_| root.members().is_some_and(|own| own.len() == 1))?;
    notes.diagnostics.push(diagnostics::names_only(arn.span, "RuleArn", aws::DESCRIBE_RULE));
    Some((Form::RuleNames, Vec::new()))
}

fn mapping(item: &Node, notes: &mut ImportNotes) -> Vec<RequestPart> {
    let function = ["FunctionName", "FunctionArn", "UUID"]
        .iter()
        .map(|name| notes.any_text(item, name))
        .find(|own| !own.is_empty());
    let label = function.map_or(RuleLabel::Resource(FilterResource::Mapping), |arn| last(&arn).into());
    parts(filters::read(FilterResource::Mapping, &label, item, notes))
}

fn parts(found: Vec<super::FoundRule>) -> Vec<RequestPart> {
    found.into_iter().flat_map(|rule| [RequestPart::Rule(Box::new(rule)), RequestPart::End]).collect()
}

fn more(root: &Node, tokens: &[&str], notes: &mut ImportNotes) {
    let token = tokens.iter().find_map(|token| root.get(token).filter(|own| is_given(own)));
    notes.diagnostics.extend(token.map(|token| diagnostics::more(token.span)));
}

fn list<'n>(root: &'n Node, key: &str) -> Option<&'n [Node]> {
    match &root.get(key)?.value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

/// Records of CloudTrail: the calls that make rules and filters (CloudTrail user guide, record contents).
fn trail(records: &[&Node], notes: &mut ImportNotes) -> Vec<RequestPart> {
    let mut calls = Calls::default();
    let mut others: Vec<&Node> = Vec::new();
    // Answers have the latest first, files have them in no order.
    let mut records = records.to_vec();
    if records.iter().all(|record| time(record).is_some()) {
        records.sort_by_key(|record| time(record));
    }
    for record in records {
        let Some(name) = record.get("eventName") else { continue };
        let source = record.get("eventSource").and_then(Node::as_str).unwrap_or_default();
        let service = source.trim_end_matches(".amazonaws.com");
        // Lambda's records have the version of its API behind the name.
        let operation =
            name.as_str().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
        let request = record.get("requestParameters").filter(|own| own.members().is_some());
        match (Operation::named(service, operation), request) {
            (Some(operation), Some(request)) => {
                // What was refused changed nothing.
                let is_change = matches!(
                    operation,
                    Operation::DisableRule
                        | Operation::EnableRule
                        | Operation::DeleteRule
                        | Operation::RemoveTargets
                );
                if is_change && record.get("errorCode").is_some_and(is_given) {
                    continue;
                }
                if let Some(error) = record.get("errorCode").filter(|own| is_given(own)) {
                    calls
                        .notes
                        .diagnostics
                        .push(diagnostics::trail_failed(error.span, error.as_str().unwrap_or_default()));
                }
                let request = pascal(request);
                if let Some(hidden) = hidden(&request) {
                    calls.notes.diagnostics.push(diagnostics::trail_hidden(hidden.span));
                }
                calls.call(operation, &request, CallTime::InOrder);
            }
            _ => others.push(name),
        }
    }
    if let (Some(first), true) = (others.first(), calls.is_empty()) {
        notes.diagnostics.push(diagnostics::trail_other(first.span, first.as_str().unwrap_or_default()));
    }
    let (parts, mut found) = calls.into_parts();
    notes.diagnostics.append(&mut found);
    parts
}

fn time(record: &Node) -> Option<&str> {
    record.get("eventTime").and_then(Node::as_str)
}

/// A value that CloudTrail leaves out.
fn hidden(node: &Node) -> Option<&Node> {
    match &node.value {
        Value::String(text) if text.starts_with("HIDDEN_DUE_TO_SECURITY_REASONS") || text == "***" => {
            Some(node)
        }
        Value::Array(items) => items.iter().find_map(hidden),
        Value::Object(members) => members.iter().find_map(|own| hidden(&own.value)),
        _ => None,
    }
}

/// CloudTrail writes the members of a request with a small first letter; keys that the person chose stay.
fn pascal(node: &Node) -> Node {
    const OWN_KEYS: [&str; 4] =
        ["inputPathsMap", "headerParameters", "queryStringParameters", "awsvpcConfiguration"];
    let value = match &node.value {
        Value::Array(items) => Value::Array(items.iter().map(pascal).collect()),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|own| {
                    let chosen = OWN_KEYS.contains(&own.key.as_str());
                    let key =
                        if own.key == "awsvpcConfiguration" { own.key.clone() } else { raised(&own.key) };
                    let value = if chosen && own.key != "awsvpcConfiguration" {
                        own.value.clone()
                    } else {
                        pascal(&own.value)
                    };
                    Member { key, key_span: own.key_span, value }
                })
                .collect(),
        ),
        other => other.clone(),
    };
    Node { span: node.span, value }
}

/// A JSON text within a string, all of it at the place of the string.
pub(super) fn inner(node: &Node) -> Option<Node> {
    match &node.value {
        Value::String(text) => Some(documents::placed(documents::one(text)?, node.span)),
        Value::Object(_) => Some(node.clone()),
        _ => None,
    }
}

/// Items of AWS Config: the resource is `configuration`.
fn config(root: &Node, notes: &mut ImportNotes) -> Option<Vec<RequestPart>> {
    let items: Vec<&Node> = if let Some(item) = root.get("configurationItem") {
        vec![item]
    } else if let Some(items) =
        list(root, "configurationItems").or_else(|| list(root, "baseConfigurationItems"))
    {
        items.iter().collect()
    } else if let Some(item) = root.get("detail").and_then(|own| own.get("configurationItem")) {
        vec![item]
    } else if root.get("resourceType").is_some() && root.get("configuration").is_some() {
        vec![root]
    } else {
        return None;
    };
    let mut parts = Vec::new();
    for item in items {
        let kind = notes.any_text(item, "resourceType");
        let name = [notes.any_text(item, "resourceName"), notes.any_text(item, "resourceId")];
        let name = name.iter().find(|name| !name.is_empty()).map_or(kind.clone(), |name| last(name));
        match item.get("configuration").and_then(inner) {
            Some(own) => parts.extend(resource(&kind, &name, &own, notes)),
            None => notes.diagnostics.push(diagnostics::resource_type(item.span, &name, &kind)),
        }
    }
    Some(parts)
}

/// An answer of Cloud Control's `get-resource` or `list-resources`.
fn control(root: &Node, notes: &mut ImportNotes) -> Option<Vec<RequestPart>> {
    let kind = notes.any_text(root, "TypeName");
    let items: Vec<&Node> = match (root.get("ResourceDescription"), list(root, "ResourceDescriptions")) {
        (Some(one), _) => vec![one],
        (None, Some(items)) => items.iter().collect(),
        _ => return None,
    };
    let mut parts = Vec::new();
    for item in items {
        let name = notes.any_text(item, "Identifier");
        if let Some(own) = item.get("Properties").and_then(inner) {
            parts.extend(resource(&kind, &last(&name), &own, notes));
        }
    }
    Some(parts)
}

/// A resource with the members that CloudFormation gives it.
fn resource(kind: &str, name: &str, own: &Node, notes: &mut ImportNotes) -> Vec<RequestPart> {
    let mut own = own.clone();
    super::template::as_texts(&mut own);
    if kind == "AWS::Events::Rule" {
        if let Value::Object(members) = &mut own.value {
            // The identifier beside the name.
            members.retain(|own| own.key != "Id");
        }
        let mut found = rule::rule(&own, notes);
        found.targets.get_or_insert_default();
        found.notes = notes.take_notes();
        return vec![RequestPart::Rule(Box::new(found)), RequestPart::End];
    }
    match FilterResource::of_type(kind) {
        Some(filtered) => parts(filters::read(filtered, &name.to_owned().into(), &own, notes)),
        None => {
            notes.diagnostics.push(diagnostics::resource_type(own.span, name, kind));
            Vec::new()
        }
    }
}
