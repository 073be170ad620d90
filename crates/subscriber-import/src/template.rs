//! CloudFormation and SAM: `AWS::EventsV2::Subscriber`, `EventSource` and `EventBus` (schemas checked 2026-11-29).

use crate::form::Form;
use crate::found::{FoundBus, Imported, Later, Request};
use crate::message::{condition, tags as bad_tags, update_only};
use rulepad_cloudformation::{Resolver, Template};
use rulepad_document::json::{Member, Node, Value};

const SUBSCRIBER: &str = "AWS::EventsV2::Subscriber";
const EVENT_SOURCE: &str = "AWS::EventsV2::EventSource";
const EVENT_BUS: &str = "AWS::EventsV2::EventBus";

/// Members that are numbers; all other values of a resource are texts, whatever a template has for them.
const NUMBERS: [&str; 6] = [
    "MaxBatchSize",
    "MaxBatchWindowInSeconds",
    "MaxRetryAttempts",
    "MaxEventAgeInSeconds",
    "StartingPoint",
    "EndPoint",
];

/// Reads a template.
pub(crate) fn read(template: &Template) -> Imported {
    let mut read = Imported::of(if template.is_sam() { Form::Sam } else { Form::CloudFormation });
    read.diagnostics.extend(template.diagnostics.iter().map(|found| found.clone().lift()));
    let resolver = Resolver::new(template);
    for resource in template.resources() {
        let Member { key, key_span, value } = resource;
        let request = match value.get("Type").and_then(Node::as_str) {
            Some(SUBSCRIBER) => Request::Subscriber,
            Some(EVENT_SOURCE) => Request::EventSource,
            Some(EVENT_BUS) => {
                let name = value.get("Properties").and_then(|own| own.get("Name"));
                let name = name.and_then(|name| resolver.value(name));
                let name = name.as_ref().and_then(Node::as_str).unwrap_or_default().to_owned();
                read.buses.push(FoundBus { label: key.clone(), name });
                let _ = (resolver.take_found(), resolver.take_references(), resolver.take_assumed());
                continue;
            }
            _ => continue,
        };
        let nothing = Node { span: *key_span, value: Value::Object(Vec::new()) };
        let raw = value.get("Properties").unwrap_or(&nothing);
        let mut own = resolver.value(raw).unwrap_or_else(|| nothing.clone());
        let ambiguous = template.ambiguous_within(raw.span).iter();
        read.diagnostics.extend(ambiguous.map(|found| found.clone().lift()));
        let _ = resolver.take_found();
        for name in resolver.take_assumed() {
            read.diagnostics.push(condition(*key_span, &name));
        }
        if let Some(name) = value.get("Condition").and_then(Node::as_str) {
            read.diagnostics.push(condition(*key_span, name));
        }
        as_request(&mut own, &mut read);
        let references = resolver.take_references();
        read.add(request, key, own, &Later::new(&references));
    }
    if let Some(span) = resolver.take_exhausted() {
        read.diagnostics.push(crate::message::property(span, "Fn::…"));
    }
    read
}

/// The properties as the members of a request.
pub(crate) fn as_request(own: &mut Node, read: &mut Imported) {
    let Value::Object(members) = &mut own.value else { return };
    if let Some(at) = members.iter().position(|own| own.key == "ResumePosition") {
        let resume = members.remove(at);
        read.diagnostics.push(update_only(resume.key_span, &resume.key));
    }
    for own in members.iter_mut() {
        if own.key == "Tags" {
            match as_map(&own.value) {
                Some(map) => own.value = map,
                None => read.diagnostics.push(bad_tags(own.value.span)),
            }
        }
        as_texts(&own.key, &mut own.value);
        as_numbers(&own.key, &mut own.value);
    }
}

/// A list of keys and values as a map; a map as it is.
fn as_map(tags: &Node) -> Option<Node> {
    let items = match &tags.value {
        Value::Array(items) => items,
        Value::Object(_) => return Some(tags.clone()),
        _ => return None,
    };
    let mut members: Vec<Member> = Vec::new();
    for item in items {
        let key = item.get("Key")?;
        let name = match &key.value {
            Value::String(text) | Value::Number(text) => text.clone(),
            _ => return None,
        };
        let value = item.get("Value")?.clone();
        members.retain(|own| own.key != name);
        members.push(Member { key: name, key_span: key.span, value });
    }
    Some(Node { span: tags.span, value: Value::Object(members) })
}

/// Templates may spell numbers as texts, and texts as numbers: CloudFormation makes each what it must be.
fn as_texts(name: &str, node: &mut Node) {
    let is_number = NUMBERS.contains(&name);
    match &mut node.value {
        Value::Array(items) => items.iter_mut().for_each(|item| as_texts(name, item)),
        Value::Object(members) => members.iter_mut().for_each(|own| as_texts(&own.key, &mut own.value)),
        Value::Number(text) if !is_number => node.value = Value::String(std::mem::take(text)),
        Value::Bool(on) if !is_number => node.value = Value::String(on.to_string()),
        _ => {}
    }
}

/// Texts that must be numbers.
pub(crate) fn as_numbers(name: &str, node: &mut Node) {
    match &mut node.value {
        Value::Array(items) => items.iter_mut().for_each(|item| as_numbers(name, item)),
        Value::Object(members) => members.iter_mut().for_each(|own| as_numbers(&own.key, &mut own.value)),
        Value::String(text) if NUMBERS.contains(&name) && text.parse::<i64>().is_ok() => {
            node.value = Value::Number(std::mem::take(text));
        }
        _ => {}
    }
}
