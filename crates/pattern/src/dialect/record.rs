//! What a dialect tries the pattern on: the payload inside a record, read as the service reads it.

use super::Dialect;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rulepad_document::json::{self, Member, Node, Value};
use rulepad_document::{Role, Span};

/// A record made ready for matching.
#[derive(Clone, Debug)]
pub struct Record {
    /// What the pattern is tried on. Values that stood inside a string have that string's span.
    pub root: Node,
    /// What was done, a sentence each.
    pub notes: Vec<String>,
    /// Why the record is dropped whatever the pattern says.
    pub dropped: Option<String>,
    /// Payload keys whose conditions the service ignores for this record.
    pub ignored: Vec<&'static str>,
}

/// Reads a record as the dialect's service does. `pattern` is the pattern's JSON: whether it asks for a
/// plain text or for JSON under a payload key decides how that payload is read.
#[must_use]
pub fn read(dialect: Dialect, event: &Node, pattern: Option<&Node>) -> Record {
    let mut record = Record { root: event.clone(), notes: Vec::new(), dropped: None, ignored: Vec::new() };
    match dialect {
        Dialect::Rule => {}
        Dialect::Archive => archive(event, &mut record),
        Dialect::Pipes | Dialect::EventSourceMapping => payloads(event, pattern, &mut record),
        Dialect::SnsAttributes => attributes(event, pattern, &mut record),
        Dialect::SnsBody => body(event, pattern, &mut record),
    }
    record
}

fn archive(event: &Node, record: &mut Record) {
    if event.get("replay-name").is_some() {
        record.dropped = Some(
            "replayed events are not archived again: AWS adds `\"replay-name\": [{\"exists\": false}]`"
                .to_owned(),
        );
    }
}

/// The keys under which sources carry their payload, and whether it comes in base64.
const PAYLOADS: [(&str, bool); 4] = [("body", false), ("data", true), ("key", true), ("value", true)];

fn payloads(event: &Node, pattern: Option<&Node>, record: &mut Record) {
    let source = event.get("eventSource").and_then(Node::as_str).unwrap_or_default();
    for (key, encoded) in PAYLOADS {
        let nested = event.get("kinesis").and_then(|kinesis| kinesis.get(key));
        let Some(payload) = event.get(key).or(nested) else { continue };
        let Some(wanted) = pattern.and_then(|pattern| asked(pattern, key)) else {
            // No condition reads it; its fields may be what a condition elsewhere means.
            let text = payload.as_str().unwrap_or_default();
            let plain = Some(text).filter(|_| encoded).and_then(decode).unwrap_or_else(|| text.to_owned());
            if let Some(value) = structured(&plain, payload.span) {
                put(&mut record.root, key, value);
            }
            continue;
        };
        let Some(text) = payload.as_str() else {
            record
                .notes
                .push(format!("`{key}` is taken as JSON already read; the source sends it as a string."));
            put(&mut record.root, key, payload.clone());
            continue;
        };
        let decoded = if encoded { decode(text) } else { None };
        if decoded.is_some() {
            record.notes.push(format!("`{key}` was decoded from base64."));
        }
        let plain = decoded.unwrap_or_else(|| text.to_owned());
        let value = structured(&plain, payload.span);
        let wants_json = wanted.members().is_some();
        let kind = Source::of(source, key);
        match (wants_json, value) {
            (true, Some(value)) => {
                record.notes.push(format!("`{key}` was read as JSON."));
                put(&mut record.root, key, value);
            }
            (false, None) => {
                put(&mut record.root, key, Node { span: payload.span, value: Value::String(plain) });
            }
            (wants_json, _) if kind == Source::Messages => {
                let (asked, got) = if wants_json { ("JSON", "plain text") } else { ("plain text", "JSON") };
                record.dropped = Some(format!(
                    "the filter asks for {asked} in `{key}` and the record has {got}: the record is dropped"
                ));
            }
            _ => {
                record.notes.push(format!(
                    "`{key}` has another format than the filter asks for: its conditions are ignored."
                ));
                if matches!(key, "key" | "value") && encoded && decode(text).is_none() {
                    record.notes.push(format!(
                        "With a schema registry and `EventRecordFormat` `JSON`, Lambda filters `{key}` as it was decoded: paste it decoded."
                    ));
                }
                record.ignored.push(key);
            }
        }
    }
}

/// What a pattern asks of a payload key, at the top or in a branch of `$or`.
fn asked<'n>(pattern: &'n Node, key: &str) -> Option<&'n Node> {
    pattern.get(key).or_else(|| match pattern.get("$or").map(|branches| &branches.value) {
        Some(Value::Array(branches)) => branches.iter().find_map(|branch| branch.get(key)),
        _ => None,
    })
}

/// How a source takes a payload whose format is not the one the filter asks for.
#[derive(PartialEq)]
enum Source {
    /// SQS, Kinesis, DynamoDB: the record is dropped.
    Messages,
    /// Kafka, MQ: the payload is left out of the filter.
    Lenient,
}

impl Source {
    fn of(source: &str, key: &str) -> Self {
        let lenient = ["kafka", "Kafka", "amq", "rmq", "mq"].iter().any(|name| source.contains(name));
        if lenient || matches!(key, "key" | "value") { Self::Lenient } else { Self::Messages }
    }
}

fn decode(text: &str) -> Option<String> {
    let bytes = STANDARD.decode(text.trim()).ok()?;
    String::from_utf8(bytes).ok().filter(|text| !text.is_empty())
}

/// The text as JSON, where it is an object or an array.
fn structured(text: &str, span: Span) -> Option<Node> {
    let parsed = json::parse(text, Role::Event);
    let root = parsed.valid()?;
    let container = matches!(root.value, Value::Object(_) | Value::Array(_));
    container.then(|| moved(root, span))
}

/// The value with every span set to that of the string it stood in.
fn moved(node: &Node, span: Span) -> Node {
    let value = match &node.value {
        Value::Array(items) => Value::Array(items.iter().map(|item| moved(item, span)).collect()),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|member| Member {
                    key: member.key.clone(),
                    key_span: span,
                    value: moved(&member.value, span),
                })
                .collect(),
        ),
        other => other.clone(),
    };
    Node { span, value }
}

fn put(root: &mut Node, key: &str, value: Node) {
    let Value::Object(members) = &mut root.value else { return };
    members.retain(|member| member.key != key);
    members.push(Member { key: key.to_owned(), key_span: value.span, value });
}

/// The message inside an SNS record or a Lambda event of one.
fn message(event: &Node) -> &Node {
    let first = match event.get("Records").map(|records| &records.value) {
        Some(Value::Array(items)) => items.first(),
        _ => None,
    };
    let record = first.unwrap_or(event);
    record.get("Sns").unwrap_or(record)
}

fn attributes(event: &Node, pattern: Option<&Node>, record: &mut Record) {
    let message = message(event);
    let none = Node { span: message.span, value: Value::Object(Vec::new()) };
    let attributes = match message.get("MessageAttributes") {
        Some(attributes) => attributes,
        // SNS looks at attributes alone: an envelope without them has none.
        None if is_envelope(message) => {
            record
                .notes
                .push("The message has no `MessageAttributes`: a policy on attributes sees none.".to_owned());
            &none
        }
        None => message,
    };
    let Some(members) = attributes.members() else { return };
    let mut kept = Vec::new();
    for member in members {
        let kind = member.value.get("Type").or_else(|| member.value.get("DataType")).and_then(Node::as_str);
        let text = member.value.get("Value").or_else(|| member.value.get("StringValue"));
        let value = match (kind, text) {
            (Some("Binary"), _) => {
                record.notes.push(format!("`{}` is binary, which SNS does not filter on.", member.key));
                continue;
            }
            (Some(kind), Some(text)) => attribute(kind, text),
            _ => member.value.clone(),
        };
        kept.push(Member { key: member.key.clone(), key_span: member.key_span, value });
    }
    for name in names(pattern) {
        let is_attribute = kept.iter().any(|member| member.key == name);
        if !is_attribute && body_of(message).is_some_and(|body| body.get(name).is_some()) {
            record.notes.push(format!(
                "`{name}` is a field of the message body: with `FilterPolicyScope` `MessageBody` the policy looks there."
            ));
        }
    }
    let asks_absence = pattern.is_some_and(|pattern| json::compact(pattern).contains("{\"exists\":false}"));
    if kept.is_empty() && asks_absence {
        record.dropped =
            Some("a message without any attribute meets no `exists: false` of SNS: it needs one other attribute at least".to_owned());
    }
    record.root = Node { span: attributes.span, value: Value::Object(kept) };
}

/// The top-level names that a policy asks for.
fn names(pattern: Option<&Node>) -> impl Iterator<Item = &str> {
    pattern.and_then(Node::members).unwrap_or_default().iter().map(|member| member.key.as_str())
}

/// Whether an object is a message with its envelope, or a request that publishes one, rather than attributes.
fn is_envelope(message: &Node) -> bool {
    let has = |key: &str| message.get(key).is_some();
    has("Message") || has("TopicArn") || has("TargetArn") || (has("Type") && has("MessageId"))
}

/// The body of a message as JSON, where it is an object or a list.
fn body_of(message: &Node) -> Option<Node> {
    let text = message.get("Message")?;
    let Some(plain) = text.as_str() else { return Some(text.clone()) };
    let parsed = structured(plain, text.span)?;
    match parsed.get("default").filter(|_| is_structured(message)) {
        Some(default) => structured(default.as_str()?, text.span),
        None => Some(parsed),
    }
}

/// Whether `Message` holds a text for each protocol.
fn is_structured(message: &Node) -> bool {
    message.get("MessageStructure").and_then(Node::as_str) == Some("json")
}

fn attribute(kind: &str, text: &Node) -> Node {
    let plain = text.as_str().unwrap_or_default();
    let value = match kind {
        "Number" => Some(Value::Number(plain.to_owned())),
        "String.Array" => structured(plain, text.span).map(|node| node.value),
        _ => None,
    };
    Node { span: text.span, value: value.unwrap_or_else(|| text.value.clone()) }
}

fn body(event: &Node, pattern: Option<&Node>, record: &mut Record) {
    let message = message(event);
    let Some(text) = message.get("Message") else { return };
    let parsed = text.as_str().and_then(|_| body_of(message));
    match (parsed, text.as_str()) {
        (Some(root), _) => {
            record.notes.push(if is_structured(message) {
                "The `default` text of `Message` was read as JSON: `MessageStructure` is `json`.".to_owned()
            } else {
                "`Message` was read as JSON.".to_owned()
            });
            for name in names(pattern) {
                let attributes = message.get("MessageAttributes");
                if root.get(name).is_none() && attributes.is_some_and(|own| own.get(name).is_some()) {
                    record.notes.push(format!(
                        "`{name}` is a message attribute: with `FilterPolicyScope` `MessageAttributes` the policy looks there."
                    ));
                }
            }
            record.root = root;
        }
        (None, Some(_)) => {
            record.dropped = Some(
                "the message body is not JSON, and a filter on the body delivers nothing then".to_owned(),
            );
        }
        (None, None) => record.root = text.clone(),
    }
}
