//! Answers and records that hold a rule or a filter within something else: CloudTrail, AWS Config, Cloud Control,
//! `get-event-source-mapping`, `describe-pipe`, `describe-archive`, `get-subscription-attributes`.

use super::calls::{Calls, Made, Operation, last};
use super::filters::{self, Filtered};
use super::requests::Part;
use super::said::{Said, is_given};
use super::{Form, documents, rule};
use crate::diagnostics as say;
use rulepad_document::json::{Member, Node, Value};

type Found = (Form, Vec<Part>);

/// What such a text is, and its parts; `None` where it is none of them.
pub(super) fn read(root: &Node, said: &mut Said) -> Option<Found> {
    let has = |name: &str| root.get(name).is_some_and(is_given);
    if has("eventName") && has("eventSource") {
        return Some((Form::CloudTrail, trail(&[root], said)));
    }
    if let Some(detail) =
        root.get("detail").filter(|own| own.get("eventName").is_some() && own.get("eventSource").is_some())
        && root.get("detail-type").and_then(Node::as_str).is_some()
    {
        return Some((Form::CloudTrail, trail(&[detail], said)));
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
        return Some((Form::CloudTrail, trail(&records.iter().collect::<Vec<_>>(), said)));
    }
    if let Some(events) =
        list(root, "Events").filter(|all| all.iter().any(|own| own.get("CloudTrailEvent").is_some()))
    {
        let records: Vec<Node> = events.iter().filter_map(|own| inner(own.get("CloudTrailEvent")?)).collect();
        return Some((Form::CloudTrail, trail(&records.iter().collect::<Vec<_>>(), said)));
    }
    if let Some(found) = config(root, said) {
        return Some((Form::Config, found));
    }
    if let Some(found) = control(root, said) {
        return Some((Form::CloudControl, found));
    }
    if let Some(items) = list(root, "EventSourceMappings") {
        more(root, &["NextMarker"], said);
        let parts = items.iter().flat_map(|item| mapping(item, said)).collect();
        return Some((Form::EventSourceMapping, parts));
    }
    if has("EventSourceMappingArn")
        || (has("UUID") && (has("FunctionArn") || has("EventSourceArn")))
        || (has("FilterCriteria") && (has("FunctionName") || has("EventSourceArn")))
    {
        return Some((Form::EventSourceMapping, mapping(root, said)));
    }
    if let Some(own) = root
        .get("Attributes")
        .filter(|own| own.get("SubscriptionArn").is_some() || own.get("FilterPolicy").is_some())
    {
        let topic = own.get("TopicArn").and_then(Node::as_str).map_or("subscription".to_owned(), last);
        return Some((Form::Subscription, parts(filters::read(Filtered::Subscription, &topic, own, said))));
    }
    if root.get("FilterPolicy").is_some_and(|own| own.members().is_some() || own.as_str().is_some()) {
        let topic = root.get("TopicArn").and_then(Node::as_str).map_or("Subscription".to_owned(), last);
        return Some((Form::Subscription, parts(filters::read(Filtered::Subscription, &topic, root, said))));
    }
    if (has("Source") && has("Target") && (has("Arn") || has("RoleArn") || has("SourceParameters")))
        || root.get("SourceParameters").is_some_and(|own| own.get("FilterCriteria").is_some())
    {
        let name = root.get("Name").and_then(Node::as_str).unwrap_or("pipe").to_owned();
        return Some((Form::Pipe, parts(filters::read(Filtered::Pipe, &name, root, said))));
    }
    if has("ArchiveName") || has("ArchiveArn") {
        let arn = said.any_text(root, "ArchiveArn");
        let name = root.get("ArchiveName").and_then(Node::as_str).map_or(last(&arn), str::to_owned);
        return Some((Form::Archive, parts(filters::read(Filtered::Archive, &name, root, said))));
    }
    names(root, said)
}

/// Answers that have names only: which call gives the rest.
fn names(root: &Node, said: &mut Said) -> Option<Found> {
    const LISTS: [(&str, Form, &str); 4] = [
        ("RuleNames", Form::RuleNames, "aws events describe-rule --name NAME"),
        ("Archives", Form::Archive, "aws events describe-archive --archive-name NAME"),
        ("Pipes", Form::Pipe, "aws pipes describe-pipe --name NAME"),
        ("Subscriptions", Form::Subscription, "aws sns get-subscription-attributes --subscription-arn ARN"),
    ];
    for (key, form, call) in LISTS {
        if let Some(Value::Array(_)) = root.get(key).map(|own| &own.value) {
            let span = root.members()?.iter().find(|own| own.key == key)?.key_span;
            said.found.push(say::import_names_only(span, key, call));
            return Some((form, Vec::new()));
        }
    }
    let arn = root.get("RuleArn").filter(|_| root.members().is_some_and(|own| own.len() == 1))?;
    said.found.push(say::import_names_only(arn.span, "RuleArn", "aws events describe-rule --name NAME"));
    Some((Form::RuleNames, Vec::new()))
}

fn mapping(item: &Node, said: &mut Said) -> Vec<Part> {
    let function = ["FunctionName", "FunctionArn", "UUID"]
        .iter()
        .map(|name| said.any_text(item, name))
        .find(|own| !own.is_empty());
    let label = function.map_or("event source mapping".to_owned(), |arn| last(&arn));
    parts(filters::read(Filtered::Mapping, &label, item, said))
}

fn parts(found: Vec<super::FoundRule>) -> Vec<Part> {
    found.into_iter().flat_map(|rule| [Part::Rule(Box::new(rule)), Part::End]).collect()
}

fn more(root: &Node, tokens: &[&str], said: &mut Said) {
    let token = tokens.iter().find_map(|token| root.get(token).filter(|own| is_given(own)));
    said.found.extend(token.map(|token| say::import_more(token.span)));
}

fn list<'n>(root: &'n Node, key: &str) -> Option<&'n [Node]> {
    match &root.get(key)?.value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

/// Records of CloudTrail: the calls that make rules and filters (CloudTrail user guide, record contents).
fn trail(records: &[&Node], said: &mut Said) -> Vec<Part> {
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
                        .said
                        .found
                        .push(say::import_trail_failed(error.span, error.as_str().unwrap_or_default()));
                }
                let request = pascal(request);
                if let Some(hidden) = hidden(&request) {
                    calls.said.found.push(say::import_trail_hidden(hidden.span));
                }
                calls.call(operation, &request, Made::InOrder);
            }
            _ => others.push(name),
        }
    }
    if let (Some(first), true) = (others.first(), calls.is_empty()) {
        said.found.push(say::import_trail_other(first.span, first.as_str().unwrap_or_default()));
    }
    let (parts, mut found) = calls.into_parts();
    said.found.append(&mut found);
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
                        if own.key == "awsvpcConfiguration" { own.key.clone() } else { capital(&own.key) };
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

fn capital(key: &str) -> String {
    let mut chars = key.chars();
    chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
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
fn config(root: &Node, said: &mut Said) -> Option<Vec<Part>> {
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
        let kind = said.any_text(item, "resourceType");
        let name = [said.any_text(item, "resourceName"), said.any_text(item, "resourceId")];
        let name = name.iter().find(|name| !name.is_empty()).map_or(kind.clone(), |name| last(name));
        match item.get("configuration").and_then(inner) {
            Some(own) => parts.extend(resource(&kind, &name, &own, said)),
            None => said.found.push(say::import_resource_type(item.span, &name, &kind)),
        }
    }
    Some(parts)
}

/// An answer of Cloud Control's `get-resource` or `list-resources`.
fn control(root: &Node, said: &mut Said) -> Option<Vec<Part>> {
    let kind = said.any_text(root, "TypeName");
    let items: Vec<&Node> = match (root.get("ResourceDescription"), list(root, "ResourceDescriptions")) {
        (Some(one), _) => vec![one],
        (None, Some(items)) => items.iter().collect(),
        _ => return None,
    };
    let mut parts = Vec::new();
    for item in items {
        let name = said.any_text(item, "Identifier");
        if let Some(own) = item.get("Properties").and_then(inner) {
            parts.extend(resource(&kind, &last(&name), &own, said));
        }
    }
    Some(parts)
}

/// A resource with the members that CloudFormation gives it.
fn resource(kind: &str, name: &str, own: &Node, said: &mut Said) -> Vec<Part> {
    let mut own = own.clone();
    super::template::as_texts(&mut own);
    if kind == "AWS::Events::Rule" {
        if let Value::Object(members) = &mut own.value {
            // The identifier beside the name.
            members.retain(|own| own.key != "Id");
        }
        let mut found = rule::rule(&own, said);
        found.targets.get_or_insert_default();
        found.notes = said.take_notes();
        return vec![Part::Rule(Box::new(found)), Part::End];
    }
    match Filtered::of_type(kind) {
        Some(filtered) => parts(filters::read(filtered, name, &own, said)),
        None => {
            said.found.push(say::import_resource_type(own.span, name, kind));
            Vec::new()
        }
    }
}
