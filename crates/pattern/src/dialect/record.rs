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
    /// What was done.
    pub notes: Vec<Note>,
    /// Why the record is dropped whatever the pattern says.
    pub dropped: Option<Dropped>,
    /// Payload keys whose conditions the service ignores for this record.
    pub ignored: Vec<&'static str>,
}

/// What was done to a record, or what to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A payload that is JSON already, which the source sends as a string.
    TakenAsRead {
        /// The key of the payload.
        key: &'static str,
    },
    /// A payload in base64.
    Decoded {
        /// The key of the payload.
        key: &'static str,
    },
    /// A string that holds JSON.
    ReadAsJson {
        /// The key of the payload.
        key: &'static str,
    },
    /// The filter asks for JSON and there is plain text, or the other way round.
    OtherFormat {
        /// The key of the payload.
        key: &'static str,
    },
    /// A payload that a schema registry may decode.
    SchemaRegistry {
        /// The key of the payload.
        key: &'static str,
    },
    /// A message without attributes, where the policy looks at them.
    NoAttributes,
    /// An attribute that SNS does not filter on.
    Binary {
        /// The name of the attribute.
        attribute: String,
    },
    /// The policy looks at attributes, and the body has this field.
    FieldOfBody {
        /// The name in the policy.
        name: String,
    },
    /// The body is the `default` text of a message for several protocols.
    DefaultText,
    /// The body was read as JSON.
    MessageAsJson,
    /// The policy looks at the body, and there is an attribute of this name.
    IsAttribute {
        /// The name in the policy.
        name: String,
    },
}

/// Why a record is dropped whatever the pattern says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// A replayed event, which is not archived again.
    Replayed,
    /// The payload has another format than the filter asks for.
    OtherFormat {
        /// The key of the payload.
        key: &'static str,
        /// Whether the filter asks for JSON, and the record has plain text.
        asks_json: bool,
    },
    /// A message without attributes meets no `exists: false` of SNS.
    WithoutAttributes,
    /// The body of the message is not JSON.
    BodyNotJson,
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
        record.dropped = Some(Dropped::Replayed);
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
            record.notes.push(Note::TakenAsRead { key });
            put(&mut record.root, key, payload.clone());
            continue;
        };
        let decoded = if encoded { decode(text) } else { None };
        if decoded.is_some() {
            record.notes.push(Note::Decoded { key });
        }
        let plain = decoded.unwrap_or_else(|| text.to_owned());
        let value = structured(&plain, payload.span);
        let wants_json = wanted.members().is_some();
        let kind = Source::of(source, key);
        match (wants_json, value) {
            (true, Some(value)) => {
                record.notes.push(Note::ReadAsJson { key });
                put(&mut record.root, key, value);
            }
            (false, None) => {
                put(&mut record.root, key, Node { span: payload.span, value: Value::String(plain) });
            }
            (wants_json, _) if kind == Source::Messages => {
                record.dropped = Some(Dropped::OtherFormat { key, asks_json: wants_json });
            }
            _ => {
                record.notes.push(Note::OtherFormat { key });
                if matches!(key, "key" | "value") && encoded && decode(text).is_none() {
                    record.notes.push(Note::SchemaRegistry { key });
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
            record.notes.push(Note::NoAttributes);
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
                record.notes.push(Note::Binary { attribute: member.key.clone() });
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
            record.notes.push(Note::FieldOfBody { name: name.to_owned() });
        }
    }
    let asks_absence = pattern.is_some_and(|pattern| json::compact(pattern).contains("{\"exists\":false}"));
    if kept.is_empty() && asks_absence {
        record.dropped = Some(Dropped::WithoutAttributes);
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
            record.notes.push(if is_structured(message) { Note::DefaultText } else { Note::MessageAsJson });
            for name in names(pattern) {
                let attributes = message.get("MessageAttributes");
                if root.get(name).is_none() && attributes.is_some_and(|own| own.get(name).is_some()) {
                    record.notes.push(Note::IsAttribute { name: name.to_owned() });
                }
            }
            record.root = root;
        }
        (None, Some(_)) => {
            record.dropped = Some(Dropped::BodyNotJson);
        }
        (None, None) => record.root = text.clone(),
    }
}
