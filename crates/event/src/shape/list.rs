//! Lists of records, messages and events.

use super::single::{is_cloudtrail, is_kafka, is_log_event, is_looked_up, is_sqs, message_of};
use super::{Shape, any, array, by_name, object, text};
use crate::kind::{Carrier, EntriesKind, ListKind};
use rulepad_document::json::{Node, Value};

/// The shape of an array.
pub(super) fn list(items: &[Node]) -> Shape<'_> {
    let all: Vec<&Node> = items.iter().collect();
    if any(&all, |item| item.get("@message").is_some()) {
        return Shape::List { kind: ListKind::Rows, items: all, carrier: Some(Carrier::Row) };
    }
    let first = all.iter().find_map(|item| match shape_of_item(item) {
        Shape::Event | Shape::Scalar => None,
        found => Some(found),
    });
    let kind = match first {
        Some(Shape::Entries { .. }) => return Shape::Entries { kind: EntriesKind::List, items: all },
        Some(Shape::CloudTrailRecord) => ListKind::CloudTrailRecords,
        Some(Shape::S3Record) => ListKind::S3Records,
        Some(Shape::StreamChange) => ListKind::StreamRecords,
        Some(Shape::Payload { .. }) => ListKind::Records,
        _ => ListKind::Events,
    };
    Shape::List { kind, items: all, carrier: None }
}

/// The shape of a list's item; a list in a list is looked into no further.
fn shape_of_item(item: &Node) -> Shape<'_> {
    match &item.value {
        Value::Object(_) => object(item),
        _ => Shape::Scalar,
    }
}

/// Objects that hold a list of records, messages or events.
pub(super) fn container(node: &Node) -> Option<Shape<'_>> {
    let plain = |kind, items| Some(Shape::List { kind, items, carrier: None });
    let carrying = |kind, items, carrier| Some(Shape::List { kind, items, carrier: Some(carrier) });
    if let Some(items) = array(node, "Records") {
        return plain(records(&items, node), items);
    }
    if let Some(items) = array(node, "Entries") {
        return Some(Shape::Entries { kind: EntriesKind::Request, items });
    }
    if let Some(items) = array(node, "Messages").filter(|items| any(items, is_sqs)) {
        return plain(ListKind::ReceiveMessage, items);
    }
    if let Some(items) = array(node, "Events").filter(|items| any(items, is_looked_up)) {
        return plain(ListKind::LookupEvents, items);
    }
    if let Some(items) = array(node, "records").filter(|_| text(node, "deliveryStreamArn").is_some()) {
        return carrying(ListKind::Firehose, items, Carrier::FirehoseRecord);
    }
    if let Some(items) = by_name(node, "records").filter(|_| is_kafka(node)) {
        return carrying(ListKind::LambdaKafka, items, Carrier::KafkaRecord);
    }
    if let Some(items) = array(node, "messages").filter(|_| text(node, "eventSource") == Some("aws:mq")) {
        return carrying(ListKind::LambdaMq, items, Carrier::MqMessage);
    }
    if let Some(items) = by_name(node, "rmqMessagesByQueue") {
        return carrying(ListKind::LambdaRabbitMq, items, Carrier::RabbitMqMessage);
    }
    if let Some(rows) = array(node, "results").filter(|rows| any(rows, |row| message_of(row).is_some())) {
        let items = rows.into_iter().filter_map(message_of).collect();
        return carrying(ListKind::QueryResults, items, Carrier::RowField);
    }
    if let Some(items) = array(node, "events").filter(|_| text(node, "eventSource") == Some("aws:docdb")) {
        return carrying(ListKind::LambdaDocumentDb, items, Carrier::DocumentDbRecord);
    }
    if let Some(items) = array(node, "logEvents") {
        return carrying(ListKind::LogsSubscription, items, Carrier::LogEvent);
    }
    if let Some(items) = array(node, "events").filter(|items| any(items, is_log_event)) {
        return carrying(ListKind::LogsAnswer, items, Carrier::LogEvent);
    }
    None
}

/// What a list called `Records` is, by its first record that names its source.
fn records(items: &[&Node], around: &Node) -> ListKind {
    let output = around.get("MillisBehindLatest").is_some() || around.get("NextShardIterator").is_some();
    match items.iter().find_map(|item| text(item, "eventSource").or_else(|| text(item, "EventSource"))) {
        Some("aws:sqs") => ListKind::LambdaSqs,
        Some("aws:sns") => ListKind::LambdaSns,
        Some("aws:kinesis") => ListKind::LambdaKinesis,
        Some("aws:dynamodb") => ListKind::LambdaDynamoDb,
        Some("aws:s3") => ListKind::S3Notification,
        _ if any(items, is_cloudtrail) => ListKind::CloudTrailLog,
        _ if output || any(items, |item| text(item, "SequenceNumber").is_some()) => ListKind::GetRecords,
        _ => ListKind::Records,
    }
}
