//! A request as the properties of its resource (CloudFormation schemas of `AWS::EventsV2`, checked 2026-11-29). The
//! members are those of the request, except where the schema has others.

use crate::message::{Loss, MOST_TAGS, RequestKind};
use crate::plan::Entry;
use crate::{Format, plan::shown};
use rulepad_document::json::build::{list, member, node, object, string};
use rulepad_document::json::{Member, Node, Value};
use rulepad_subscriber::draft::Block;

/// What AWS answers and takes nowhere.
const ANSWERED: [&str; 6] =
    ["SubscriberArn", "SubscriberDetails", "Revoked", "CreationTime", "LastModifiedTime", "ResponseMetadata"];

/// What AWS answers about an event source and takes nowhere; its `Type` and `State` too.
const ANSWERED_OF_SOURCES: [&str; 4] = ["EventSourceArn", "State", "Type", "WebhookUrl"];

/// The request without what AWS alone sets.
pub(crate) fn request(entry: &Entry) -> Vec<Member> {
    let is_source = entry.kind == RequestKind::EventSource;
    let answered = |key: &str| ANSWERED.contains(&key) || (is_source && ANSWERED_OF_SOURCES.contains(&key));
    let members = entry.request.members().unwrap_or_default();
    members.iter().filter(|own| !answered(&own.key)).cloned().collect()
}

/// The properties of the resource; `None` where there is no such resource.
pub(crate) fn of(entry: &Entry, format: Format, losses: &mut Vec<Loss>) -> Option<Vec<Member>> {
    let name = entry.shown_name();
    if let Some(configuration) = entry.request.get("Configuration")
        && configuration.get("WebhookEventsConfiguration").is_some()
    {
        losses.push(Loss::Webhook { name, format });
        return None;
    }
    let mut properties = Vec::new();
    for own in request(entry) {
        match own.key.as_str() {
            "ClientToken" => {
                losses.push(Loss::Member { name: name.clone(), member: own.key, format });
            }
            "Tags" => properties.push(member("Tags", tags(&own.value, &name, losses))),
            "PointInTimeConfiguration" => {
                properties.push(member(&own.key, times(&own.value, &name, losses)));
            }
            "InvokeConfiguration" => {
                properties.push(member(&own.key, invoke(&own.value, &name, format, losses)));
            }
            _ => properties.push(own),
        }
    }
    Some(properties)
}

/// The map of the API as the list of a resource.
fn tags(own: &Node, name: &str, losses: &mut Vec<Loss>) -> Node {
    let Some(members) = own.members() else { return own.clone() };
    if members.len() > MOST_TAGS {
        losses.push(Loss::Tags { name: name.to_owned(), count: members.len() });
    }
    let tag =
        |own: &Member| object([("Key", Some(string(own.key.as_str()))), ("Value", Some(own.value.clone()))]);
    list(members.iter().take(MOST_TAGS).map(tag))
}

/// Seconds since 1970, which the API takes as a text of a time too.
fn times(own: &Node, name: &str, losses: &mut Vec<Loss>) -> Node {
    let Some(members) = own.members() else { return own.clone() };
    let mut written = Vec::new();
    for own in members {
        let known = match own.key.as_str() {
            "StartingPoint" => "StartingPoint",
            "EndPoint" => "EndPoint",
            _ => {
                written.push(own.clone());
                continue;
            }
        };
        let (text, seconds) = match &own.value.value {
            Value::Number(text) => (text.clone(), text.parse::<i64>().ok()),
            Value::String(text) => (text.clone(), text.parse().ok().or_else(|| rulepad_event::seconds(text))),
            _ => {
                written.push(own.clone());
                continue;
            }
        };
        match seconds {
            Some(seconds) => written.push(member(known, node(Value::Number(seconds.to_string())))),
            None => losses.push(Loss::Time { name: name.to_owned(), member: known, text }),
        }
    }
    node(Value::Object(written))
}

fn invoke(own: &Node, name: &str, format: Format, losses: &mut Vec<Loss>) -> Node {
    let Some(members) = own.members() else { return own.clone() };
    let mut written = Vec::new();
    for own in members {
        if own.key == Block::Msk.name() {
            losses.push(Loss::Block { name: name.to_owned(), block: Block::Msk, format });
            continue;
        }
        for attributes in ["MessageAttributes", "MessageSystemAttributes"] {
            for attribute in own.value.get(attributes).and_then(Node::members).unwrap_or_default() {
                if attribute.value.members().is_some() && attribute.value.get("DataType").is_none() {
                    losses.push(Loss::NoDataType { name: name.to_owned(), attribute: shown(&attribute.key) });
                }
            }
        }
        written.push(own.clone());
    }
    node(Value::Object(written))
}
