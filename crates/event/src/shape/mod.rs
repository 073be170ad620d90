//! What a JSON value is: an event, a list, or something with an event inside.

mod list;
mod single;

use crate::kind::{Carrier, EntriesKind, ListKind, ShapeKind};
use crate::wanted::Wanted;
use rulepad_document::json::{Node, Value};

/// What a value is, as far as its structure shows, with its parts.
pub(crate) enum Shape<'n> {
    /// An event, or an object nothing else is known of.
    Event,
    /// Several values, each with its own shape.
    List {
        kind: ListKind,
        items: Vec<&'n Node>,
        /// What each of them is, where the list decides it.
        carrier: Option<Carrier>,
    },
    /// Something with a text inside that may be an event.
    Payload { carrier: Carrier, payload: Option<&'n Node> },
    /// A CloudTrail record.
    CloudTrailRecord,
    /// A record of an S3 event notification.
    S3Record,
    /// A record of a DynamoDB stream.
    StreamChange,
    /// The entries of a PutEvents request.
    Entries { kind: EntriesKind, items: Vec<&'n Node> },
    /// A record of the log of a bus.
    BusLogRecord,
    /// A CloudTrail digest file, which has no events.
    Digest,
    /// Neither an object nor a list.
    Scalar,
}

impl Shape<'_> {
    /// The shape without its parts.
    pub fn kind(&self) -> ShapeKind {
        match self {
            Self::Event => ShapeKind::Event,
            Self::List { kind, .. } => ShapeKind::List(*kind),
            Self::Payload { carrier, .. } => ShapeKind::Carrier(*carrier),
            Self::CloudTrailRecord => ShapeKind::CloudTrailRecord,
            Self::S3Record => ShapeKind::S3Record,
            Self::StreamChange => ShapeKind::StreamChange,
            Self::Entries { kind, .. } => ShapeKind::Entries(*kind),
            Self::BusLogRecord => ShapeKind::BusLogRecord,
            Self::Digest => ShapeKind::Digest,
            Self::Scalar => ShapeKind::Scalar,
        }
    }
}

/// The shape of a value.
pub(crate) fn shape(node: &Node) -> Shape<'_> {
    match &node.value {
        Value::Array(items) => list::list(items),
        Value::Object(_) => object(node),
        _ => Shape::Scalar,
    }
}

fn object(node: &Node) -> Shape<'_> {
    let has = |key: &str| node.get(key).is_some();
    if has_event_fields(node) {
        return Shape::Event;
    }
    if has("digestS3Object") || (has("logFiles") && has("digestStartTime")) {
        return Shape::Digest;
    }
    if has("message_type") && has("event_id") && has("details") {
        return Shape::BusLogRecord;
    }
    list::container(node)
        .or_else(|| single::request(node))
        .or_else(|| single::record(node))
        .unwrap_or(Shape::Event)
}

/// Whether a value of this shape is what is wanted, as it is.
pub(crate) fn is_plain(shape: &Shape, wanted: Wanted) -> bool {
    match (shape, wanted) {
        (Shape::Event, _) | (Shape::StreamChange, Wanted::Events) => true,
        (Shape::List { .. } | Shape::Scalar, _) => false,
        (Shape::Payload { carrier, .. }, Wanted::Records) => !carrier.is_answer(),
        (_, Wanted::Records) => true,
        (Shape::Payload { carrier, .. }, Wanted::Messages) => carrier.is_sns(),
        _ => false,
    }
}

/// Whether a value is an event for sure, or something known to carry one.
pub(crate) fn looks_like_event(node: &Node) -> bool {
    match shape(node) {
        Shape::Event => has_event_fields(node),
        Shape::Scalar => false,
        _ => true,
    }
}

/// Whether an object has the fields that events alone have together.
fn has_event_fields(node: &Node) -> bool {
    let has = |key: &str| node.get(key).is_some();
    has("detail-type") || (has("source") && has("detail"))
}

fn any(items: &[&Node], test: impl Fn(&Node) -> bool) -> bool {
    items.iter().any(|item| test(item))
}

fn text<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    node.get(key).and_then(Node::as_str)
}

fn array<'n>(node: &'n Node, key: &str) -> Option<Vec<&'n Node>> {
    match &node.get(key)?.value {
        Value::Array(items) => Some(items.iter().collect()),
        _ => None,
    }
}

/// The items of the lists under every name of an object, such as Kafka's `topic-partition`.
fn by_name<'n>(node: &'n Node, key: &str) -> Option<Vec<&'n Node>> {
    let lists = node.get(key)?.members()?.iter().map(|member| match &member.value.value {
        Value::Array(items) => items.iter().collect(),
        _ => vec![&member.value],
    });
    Some(lists.flat_map(|list: Vec<&Node>| list).collect())
}
