//! What a JSON value is, of all that a person can have of an event.

use super::{Call, Published};
use rulepad_document::json::{Node, Value};

/// What a value is.
pub(super) enum Shape<'n> {
    /// Several of the others.
    List(&'n [Node]),
    /// An entry of a call.
    Entry(Call),
    /// `{Data, Metadata, SystemMetadata}`.
    WithMetadata,
    /// A log record with its details.
    Log(&'n Node),
    /// The record of a failed batch.
    DeadLetter,
    /// A classic event.
    Classic,
    /// A CloudEvent.
    CloudEvent,
    /// A payload.
    Raw,
}

/// What a value is; `published` decides between an envelope and a payload that looks like one.
pub(super) fn shape(root: &Node, published: Published) -> Shape<'_> {
    match &root.value {
        Value::Object(_) => object(root, published),
        Value::Array(items) if !items.is_empty() && items.iter().all(|item| is_known(item, published)) => {
            Shape::List(items)
        }
        _ => Shape::Raw,
    }
}

/// Whether an element of a list is an event or an entry itself, so that the list is no payload.
fn is_known(item: &Node, published: Published) -> bool {
    let is_object = matches!(item.value, Value::Object(_));
    is_object && !matches!(object(item, published), Shape::Raw | Shape::List(_))
}

fn object(root: &Node, published: Published) -> Shape<'_> {
    let has = |key: &str| root.get(key).is_some();
    let list = |key: &str| match root.get(key).map(|node| &node.value) {
        Some(Value::Array(items)) => Some(items.as_slice()),
        _ => None,
    };
    let string = |key: &str| root.get(key).and_then(Node::as_str).is_some();
    if let Some(entries) = list("Entries")
        && !entries.is_empty()
        && entries.iter().all(|entry| entry_of(entry).is_some())
    {
        return Shape::List(entries);
    }
    if let Some(call) = entry_of(root) {
        return Shape::Entry(call);
    }
    if has("Data") && has("SystemMetadata") {
        return Shape::WithMetadata;
    }
    if string("message_type")
        && let Some(details) = root.get("details").filter(|details| details.members().is_some())
    {
        return Shape::Log(details);
    }
    if string("subscriberArn") && list("failedMessages").is_some() {
        return Shape::DeadLetter;
    }
    if string("specversion") && string("id") && string("type") && string("source") {
        return Shape::CloudEvent;
    }
    let envelope = has("detail") && (has("source") || has("detail-type"));
    match published {
        Published::PutEvents => Shape::Classic,
        Published::Recognize if envelope => Shape::Classic,
        Published::Recognize | Published::PutRawEvents => Shape::Raw,
    }
}

/// The call of which a value is an entry.
fn entry_of(node: &Node) -> Option<Call> {
    let members = node.members()?;
    let has = |key: &str| node.get(key).is_some();
    if has("DetailType") && (has("Source") || has("Detail")) || has("Source") && has("Detail") {
        return Some(Call::PutEvents);
    }
    // Events have fields of AWS in their system metadata, entries do not.
    let system = node.get("SystemMetadata").and_then(Node::members);
    let is_event = system.is_some_and(|own| own.iter().any(|member| member.key.starts_with("aws:")));
    let known = ["Data", "Metadata", "SystemMetadata"];
    let only = members.iter().all(|member| known.contains(&member.key.as_str()));
    let is_bytes = node.get("Data").and_then(Node::as_str).is_some();
    let is_entry = only && is_bytes && !is_event && (system.is_some() || has("Metadata"));
    is_entry.then_some(Call::PutRawEvents)
}
