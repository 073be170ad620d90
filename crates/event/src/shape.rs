//! What a JSON value is: an event, a list, or something with an event inside.

use rulepad_document::json::{Node, Value};

/// What a value is, told from its structure.
pub(crate) enum Shape<'n> {
    /// An event, or an object nothing else is known of.
    Event,
    /// Several values, each with a shape of its own.
    List {
        name: &'static str,
        noun: &'static str,
        items: Vec<&'n Node>,
        /// What each of them carries, where the list says it.
        carries: Option<Carries>,
    },
    /// Something with a text inside that may be an event.
    Payload { name: &'static str, path: &'static str, payload: Option<&'n Node>, coding: Coding },
    /// A CloudTrail record.
    Trail,
    /// A record of an S3 event notification.
    Notification,
    /// A record of a DynamoDB stream.
    Change,
    /// The entries of a PutEvents request.
    Entries { name: &'static str, items: Vec<&'n Node> },
    /// A record of the log of a bus.
    BusLog,
    /// A CloudTrail digest file, which has no events.
    Digest,
    /// Neither an object nor a list.
    Scalar,
}

/// What the items of a list carry: their name, the path of the payload, how it is written.
pub(crate) type Carries = (&'static str, &'static str, Coding);

/// How a payload is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    Text,
    /// A line of a log, which may hold no event.
    Line,
    Base64,
    /// Base64 of a gzip file.
    Gzip,
}

impl Shape<'_> {
    /// What the value is, with its article.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Event => "one event",
            Self::List { name, .. } | Self::Payload { name, .. } | Self::Entries { name, .. } => name,
            Self::Trail => "a CloudTrail record",
            Self::Notification => "a record of an S3 event notification",
            Self::Change => "a record of a DynamoDB stream",
            Self::BusLog => "a record of a bus's log",
            Self::Digest => "a CloudTrail digest file",
            Self::Scalar => "no event",
        }
    }
}

/// The members of PutEvents's `PutEventsRequestEntry`, in AWS's order.
pub(crate) const ENTRY_MEMBERS: [&str; 7] =
    ["Time", "Source", "Resources", "DetailType", "Detail", "EventBusName", "TraceHeader"];

/// The shape of a value.
pub(crate) fn shape(node: &Node) -> Shape<'_> {
    match &node.value {
        Value::Array(items) => list(items),
        Value::Object(_) => object(node),
        _ => Shape::Scalar,
    }
}

fn list(items: &[Node]) -> Shape<'_> {
    let all: Vec<&Node> = items.iter().collect();
    if any(&all, |item| item.get("@message").is_some()) {
        let name = "the rows of Logs Insights";
        return Shape::List { name, noun: "row", items: all, carries: Some(ROW) };
    }
    let first = all.iter().find_map(|item| match shape_of_item(item) {
        Shape::Event | Shape::Scalar => None,
        found => Some(found),
    });
    let (name, noun) = match first {
        Some(Shape::Entries { .. }) => {
            return Shape::Entries { name: "a list of PutEvents entries", items: all };
        }
        Some(Shape::Trail) => ("a list of CloudTrail records", "record"),
        Some(Shape::Notification) => ("a list of S3 notification records", "record"),
        Some(Shape::Change) => ("a list of DynamoDB stream records", "record"),
        Some(Shape::Payload { .. }) => ("a list of records", "record"),
        _ => ("a list of events", "event"),
    };
    Shape::List { name, noun, items: all, carries: None }
}

/// The shape of a list's item; a list in a list is looked into no further.
fn shape_of_item(item: &Node) -> Shape<'_> {
    match &item.value {
        Value::Object(_) => object(item),
        _ => Shape::Scalar,
    }
}

fn object(node: &Node) -> Shape<'_> {
    let has = |key: &str| node.get(key).is_some();
    if has("detail-type") || (has("source") && has("detail")) {
        return Shape::Event;
    }
    if has("digestS3Object") || (has("logFiles") && has("digestStartTime")) {
        return Shape::Digest;
    }
    if has("message_type") && has("event_id") && has("details") {
        return Shape::BusLog;
    }
    container(node).or_else(|| request(node)).or_else(|| single(node)).unwrap_or(Shape::Event)
}

/// Objects that hold a list of records, messages or events.
fn container(node: &Node) -> Option<Shape<'_>> {
    let named = |name, noun, items| Some(Shape::List { name, noun, items, carries: None });
    let carry = |name, noun, items, carries| Some(Shape::List { name, noun, items, carries: Some(carries) });
    if let Some(items) = array(node, "Records") {
        return named(records(&items, node), "record", items);
    }
    if let Some(items) = array(node, "Entries") {
        return Some(Shape::Entries { name: "a PutEvents request", items });
    }
    if let Some(items) = array(node, "Messages").filter(|items| any(items, is_sqs)) {
        return named("the answer of SQS's ReceiveMessage", "message", items);
    }
    if let Some(items) = array(node, "Events").filter(|items| any(items, is_look_up)) {
        return named("the answer of CloudTrail's LookupEvents", "event", items);
    }
    if let Some(items) = array(node, "records").filter(|_| text(node, "deliveryStreamArn").is_some()) {
        let carries = ("a Firehose record", "data", Coding::Base64);
        return carry("a Firehose transformation event", "record", items, carries);
    }
    if let Some(items) = by_name(node, "records").filter(|_| is_kafka(node)) {
        let carries = ("a Kafka record", "value", Coding::Base64);
        return carry("a Lambda event with Kafka records", "record", items, carries);
    }
    if let Some(items) = array(node, "messages").filter(|_| text(node, "eventSource") == Some("aws:mq")) {
        let carries = ("an Amazon MQ message", "data", Coding::Base64);
        return carry("a Lambda event with Amazon MQ messages", "message", items, carries);
    }
    if let Some(items) = by_name(node, "rmqMessagesByQueue") {
        let carries = ("a RabbitMQ message", "data", Coding::Base64);
        return carry("a Lambda event with RabbitMQ messages", "message", items, carries);
    }
    if let Some(rows) = array(node, "results").filter(|rows| any(rows, |row| message_of(row).is_some())) {
        let items = rows.into_iter().filter_map(message_of).collect();
        return carry("the answer of Logs Insights' GetQueryResults", "row", items, FIELD);
    }
    if let Some(items) = array(node, "events").filter(|_| text(node, "eventSource") == Some("aws:docdb")) {
        let carries = ("a DocumentDB record", "event", Coding::Text);
        return carry("a Lambda event with DocumentDB records", "record", items, carries);
    }
    if let Some(items) = array(node, "logEvents") {
        return carry("the data of a CloudWatch Logs subscription", "log event", items, LOG_EVENT);
    }
    if let Some(items) = array(node, "events").filter(|items| any(items, is_log_event)) {
        return carry("an answer of CloudWatch Logs", "log event", items, LOG_EVENT);
    }
    None
}

/// A line of CloudWatch Logs.
const LOG_EVENT: Carries = ("a log event", "message", Coding::Line);

/// A row of CloudWatch Logs Insights.
const ROW: Carries = ("a row of Logs Insights", "@message", Coding::Line);

/// A field of a row, as the API answers.
const FIELD: Carries = ("a row of Logs Insights", "value", Coding::Line);

/// What a list called `Records` is, by its first record that says.
fn records(items: &[&Node], around: &Node) -> &'static str {
    let output = around.get("MillisBehindLatest").is_some() || around.get("NextShardIterator").is_some();
    match items.iter().find_map(|item| text(item, "eventSource").or_else(|| text(item, "EventSource"))) {
        Some("aws:sqs") => "a Lambda event with SQS records",
        Some("aws:sns") => "a Lambda event with SNS records",
        Some("aws:kinesis") => "a Lambda event with Kinesis records",
        Some("aws:dynamodb") => "a Lambda event with DynamoDB stream records",
        Some("aws:s3") => "an S3 event notification",
        _ if any(items, is_trail) => "a CloudTrail log file",
        _ if output || any(items, |item| text(item, "SequenceNumber").is_some()) => {
            "the answer of Kinesis's GetRecords"
        }
        _ => "a list of records",
    }
}

/// Requests, and what is sent around an event.
fn request(node: &Node) -> Option<Shape<'_>> {
    let has = |key: &str| node.get(key).is_some();
    let payload = |name, path, payload, coding| Some(Shape::Payload { name, path, payload, coding });
    if is_log_line(node) {
        return payload("a structured line of a log", "message", node.get("message"), Coding::Line);
    }
    if has("EventPattern") && has("Event") {
        return payload("a TestEventPattern request", "Event", node.get("Event"), Coding::Text);
    }
    if is_entry(node) {
        return Some(Shape::Entries { name: "a PutEvents entry", items: vec![node] });
    }
    if let Some(data) = node.get("awslogs") {
        let name = "a CloudWatch Logs subscription event";
        return payload(name, "awslogs.data", data.get("data"), Coding::Gzip);
    }
    if has("requestContext") && has("requestPayload") {
        let name = "the record of a Lambda destination";
        return payload(name, "requestPayload", node.get("requestPayload"), Coding::Text);
    }
    if has("requestContext") && has("body") {
        let encoded = matches!(node.get("isBase64Encoded").map(|flag| &flag.value), Some(Value::Bool(true)));
        let coding = if encoded { Coding::Base64 } else { Coding::Text };
        return payload("an HTTP request to a Lambda function", "body", node.get("body"), coding);
    }
    None
}

/// One record, message or CloudTrail event.
fn single(node: &Node) -> Option<Shape<'_>> {
    let has = |key: &str| node.get(key).is_some();
    let source = text(node, "eventSource").unwrap_or_default();
    let payload = |name, path, payload, coding| Some(Shape::Payload { name, path, payload, coding });
    if is_trail(node) {
        return Some(Shape::Trail);
    }
    if is_look_up(node) {
        let name = "an event of CloudTrail's LookupEvents";
        return payload(name, "CloudTrailEvent", node.get("CloudTrailEvent"), Coding::Text);
    }
    if source == "aws:s3" && has("eventName") {
        return Some(Shape::Notification);
    }
    if source == "aws:dynamodb" || (has("dynamodb") && has("eventName")) {
        return Some(Shape::Change);
    }
    if let Some(message) = node.get("Sns") {
        return payload("an SNS record", "Sns.Message", message.get("Message"), Coding::Text);
    }
    if is_sns(node) {
        return payload("an SNS notification", "Message", node.get("Message"), Coding::Text);
    }
    if let Some(data) = node.get("kinesis").filter(|_| source == "aws:kinesis") {
        return payload("a Kinesis record", "kinesis.data", data.get("data"), Coding::Base64);
    }
    if source == "aws:kinesis" {
        return payload("a stream record", "data", node.get("data"), Coding::Base64);
    }
    if has("SequenceNumber") && has("PartitionKey") {
        return payload("a Kinesis record", "Data", node.get("Data"), Coding::Base64);
    }
    if is_kafka(node) || (has("topic") && has("partition") && has("offset")) {
        return payload("a Kafka record", "value", node.get("value"), Coding::Base64);
    }
    let broker = (has("messageID") || has("basicProperties")) && text(node, "data").is_some();
    if broker || matches!(source, "aws:mq" | "aws:amq" | "aws:rmq") {
        return payload("an Amazon MQ message", "data", node.get("data"), Coding::Base64);
    }
    if is_sqs(node) {
        let path = if has("Body") || (has("MessageId") && !has("body")) { "Body" } else { "body" };
        return payload("an SQS message", path, node.get(path), Coding::Text);
    }
    None
}

fn is_entry(node: &Node) -> bool {
    const ENVELOPE: [&str; 9] =
        ["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"];
    let count = |names: &[&str]| names.iter().filter(|name| node.get(name).is_some()).count();
    count(&ENVELOPE) == 0 && count(&ENTRY_MEMBERS) >= 2 && count(&["DetailType", "Detail"]) >= 1
}

fn is_trail(node: &Node) -> bool {
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

fn is_look_up(node: &Node) -> bool {
    node.get("CloudTrailEvent").is_some()
}

fn is_kafka(node: &Node) -> bool {
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

fn is_sqs(node: &Node) -> bool {
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

fn is_log_event(node: &Node) -> bool {
    text(node, "message").is_some() && node.get("timestamp").is_some() && node.get("ingestionTime").is_some()
}

/// The field `@message` of a row of Logs Insights.
fn message_of(row: &Node) -> Option<&Node> {
    let Value::Array(fields) = &row.value else { return None };
    fields.iter().find(|field| text(field, "field") == Some("@message") && field.get("value").is_some())
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
