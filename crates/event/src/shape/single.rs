//! Requests, and single records and messages.

use super::{Shape, text};
use crate::fields::{ENTRY_MEMBERS, FIELDS};
use crate::kind::{Carrier, EntriesKind};
use rulepad_document::json::{Node, Value};

/// Requests, and what is sent around an event.
pub(super) fn request(node: &Node) -> Option<Shape<'_>> {
    let has = |key: &str| node.get(key).is_some();
    let payload = |carrier, payload| Some(Shape::Payload { carrier, payload });
    if is_log_line(node) {
        return payload(Carrier::LogLine, node.get("message"));
    }
    if is_container_line(node) {
        return payload(Carrier::ContainerLine, node.get("log"));
    }
    if has("EventPattern") && has("Event") {
        return payload(Carrier::TestRequest, node.get("Event"));
    }
    if is_entry(node) {
        return Some(Shape::Entries { kind: EntriesKind::One, items: vec![node] });
    }
    if let Some(data) = node.get("awslogs") {
        return payload(Carrier::LogsSubscriptionEvent, data.get("data"));
    }
    if has("requestContext") && has("requestPayload") {
        return payload(Carrier::Destination, node.get("requestPayload"));
    }
    if has("requestContext") && has("body") {
        let encoded = matches!(node.get("isBase64Encoded").map(|flag| &flag.value), Some(Value::Bool(true)));
        let carrier = if encoded { Carrier::EncodedHttpRequest } else { Carrier::HttpRequest };
        return payload(carrier, node.get("body"));
    }
    None
}

/// Docker calls the member that names the output `stream`, FireLens calls it `source`.
fn is_container_line(node: &Node) -> bool {
    let output = |key: &str| matches!(text(node, key), Some("stdout" | "stderr"));
    text(node, "log").is_some() && (output("stream") || output("source"))
}

/// One record, message or CloudTrail event.
pub(super) fn record(node: &Node) -> Option<Shape<'_>> {
    let has = |key: &str| node.get(key).is_some();
    let source = text(node, "eventSource").unwrap_or_default();
    let payload = |carrier, payload| Some(Shape::Payload { carrier, payload });
    if is_cloudtrail(node) {
        return Some(Shape::CloudTrailRecord);
    }
    if is_looked_up(node) {
        return payload(Carrier::LookedUpEvent, node.get("CloudTrailEvent"));
    }
    if source == "aws:s3" && has("eventName") {
        return Some(Shape::S3Record);
    }
    if source == "aws:dynamodb" || (has("dynamodb") && has("eventName")) {
        return Some(Shape::StreamChange);
    }
    if let Some(message) = node.get("Sns") {
        return payload(Carrier::SnsRecord, message.get("Message"));
    }
    if is_sns(node) {
        return payload(Carrier::SnsNotification, node.get("Message"));
    }
    if let Some(data) = node.get("kinesis").filter(|_| source == "aws:kinesis") {
        return payload(Carrier::KinesisRecord, data.get("data"));
    }
    if source == "aws:kinesis" {
        return payload(Carrier::StreamRecord, node.get("data"));
    }
    if has("SequenceNumber") && has("PartitionKey") {
        return payload(Carrier::KinesisAnswer, node.get("Data"));
    }
    if is_kafka(node) || (has("topic") && has("partition") && has("offset")) {
        return payload(Carrier::KafkaRecord, node.get("value"));
    }
    let broker = (has("messageID") || has("basicProperties")) && text(node, "data").is_some();
    if broker || matches!(source, "aws:mq" | "aws:amq" | "aws:rmq") {
        return payload(Carrier::MqMessage, node.get("data"));
    }
    if is_sqs(node) {
        let answer = has("Body") || (has("MessageId") && !has("body"));
        let carrier = if answer { Carrier::SqsMessage } else { Carrier::SqsRecord };
        return payload(carrier, node.get(carrier.path()));
    }
    None
}

fn is_entry(node: &Node) -> bool {
    let count = |names: &[&str]| names.iter().filter(|name| node.get(name).is_some()).count();
    count(&FIELDS) == 0 && count(&ENTRY_MEMBERS) >= 2 && count(&["DetailType", "Detail"]) >= 1
}

pub(super) fn is_cloudtrail(node: &Node) -> bool {
    let service = text(node, "eventSource").is_some_and(|source| source.contains(".amazonaws.com"));
    let names = ["eventVersion", "eventName", "eventID", "awsRegion", "userIdentity", "eventType"];
    let known = names.iter().filter(|name| node.get(name).is_some()).count();
    (service && known >= 2)
        || (known >= 4 && node.get("s3").is_none() && node.get("dynamodb").is_none() && !is_record(node))
}

/// Whether the value says that it is a record of an event source, such as `aws:sqs`.
fn is_record(node: &Node) -> bool {
    text(node, "eventSource").is_some_and(|source| source.starts_with("aws:"))
}

pub(super) fn is_looked_up(node: &Node) -> bool {
    node.get("CloudTrailEvent").is_some()
}

pub(super) fn is_kafka(node: &Node) -> bool {
    matches!(text(node, "eventSource"), Some("aws:kafka" | "SelfManagedKafka"))
}

fn is_sns(node: &Node) -> bool {
    let known = [
        "Type",
        "MessageId",
        "TopicArn",
        "Message",
        "Timestamp",
        "SignatureVersion",
        "MessageAttributes",
        "MessageStructure",
    ];
    let count = known.iter().filter(|name| node.get(name).is_some()).count();
    node.get("TopicArn").is_some() && count >= 3
}

pub(super) fn is_sqs(node: &Node) -> bool {
    let has = |key: &str| node.get(key).is_some();
    text(node, "eventSource") == Some("aws:sqs")
        || (has("messageId") && (has("body") || has("receiptHandle")))
        || (has("MessageId") && (has("Body") || has("ReceiptHandle")))
}

/// A line of Lambda's JSON log format, or of Powertools (Lambda developer guide, `monitoring-cloudwatchlogs-logformat`,
/// checked 2026-11-29).
fn is_log_line(node: &Node) -> bool {
    const BESIDE: [&str; 8] = [
        "requestId",
        "AWSRequestId",
        "function_request_id",
        "logger",
        "service",
        "location",
        "xray_trace_id",
        "function_name",
    ];
    let has = |key: &&str| node.get(key).is_some();
    has(&"level") && (has(&"timestamp") || has(&"time")) && has(&"message") && BESIDE.iter().any(has)
}

pub(super) fn is_log_event(node: &Node) -> bool {
    text(node, "message").is_some() && node.get("timestamp").is_some() && node.get("ingestionTime").is_some()
}

/// The field `@message` of a row of Logs Insights.
pub(super) fn message_of(row: &Node) -> Option<&Node> {
    let Value::Array(fields) = &row.value else { return None };
    fields.iter().find(|field| text(field, "field") == Some("@message") && field.get("value").is_some())
}
