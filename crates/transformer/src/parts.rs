//! An input transformer taken apart, for programs that write it in another language.
//!
//! ```
//! use rulepad_transformer::parts::{Body, JsonPart, TextPart, parts};
//!
//! let parts = parts(r#"{"id": "$.detail.id"}"#, r#"{"text": "order <id>"}"#).unwrap();
//! let Body::Json(JsonPart::Object(members)) = &parts.body else { panic!() };
//! let text = vec![TextPart::Text("order ".into()), TextPart::Value("id".into())];
//! assert_eq!(members[0].value, JsonPart::String(text));
//! ```

use crate::input::{OfTarget, Surroundings};
use crate::message::Message;
use crate::path::Path;
use crate::paths_map;
use crate::rendering::Outcome;
use crate::template::{Placeholder, Template, Token};
use crate::transform::transform;
use crate::unverified::{NotDelivered, Unverified};
use rulepad_document::Span;
use rulepad_document::json::{Node, Value};

/// A template whose placeholders are all defined, and the paths of its variables.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// The template.
    pub body: Body,
    /// The entries of the map in their order; `None` for a path that selects nothing because it is not in the grammar.
    /// A placeholder without an entry is a reserved variable.
    pub variables: Vec<(String, Option<Path>)>,
}

/// A template by its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// What is rendered must be JSON.
    Json(JsonPart),
    /// Every byte is delivered as it is written, quotes and line breaks too.
    Text(Vec<TextPart>),
}

/// A part of a template of JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum JsonPart {
    /// `{…}`
    Object(Vec<MemberPart>),
    /// `[…]`
    Array(Vec<JsonPart>),
    /// `"…"`: the texts are those between the quotes, with their escapes.
    String(Vec<TextPart>),
    /// `<name>` outside of quotes.
    Value(String),
    /// `-<name>`
    Negative(String),
    /// A number, `true`, `false` or `null`, as it is written.
    Literal(String),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberPart {
    /// The key: a string, or a placeholder.
    pub key: JsonPart,
    /// The key without its escapes; `None` where it has a placeholder.
    pub name: Option<String>,
    /// The value.
    pub value: JsonPart,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPart {
    /// Text as it is written.
    Text(String),
    /// The value of a variable.
    Value(String),
}

/// Why an input transformer cannot be taken apart.
#[derive(Clone, Debug, PartialEq)]
pub enum NoParts {
    /// PutTargets refuses it.
    Refused(Message),
    /// A text without quotes, which is not delivered.
    TextWithoutQuotes,
    /// A string that is never closed; what AWS does with it is not known.
    UnclosedString,
    /// It starts as JSON, and no values make JSON of it but by chance.
    NotJson,
}

/// Takes an input transformer apart: the map as JSON text, blank for none, and the template.
///
/// # Errors
/// Where AWS refuses it, or delivers nothing whatever the event is.
pub fn parts(paths: &str, template: &str) -> Result<Parts, NoParts> {
    let map = paths_map::read(paths, 0, None);
    let read = Template::read(template, 0);
    let nothing = Node { span: Span::new(0, 0), value: Value::Object(Vec::new()) };
    let target = OfTarget { index: 0, id: "" };
    match transform(&map, &read, &nothing, &Surroundings::default(), target).outcome {
        Outcome::Refused { message } => return Err(NoParts::Refused(message)),
        Outcome::NotDelivered { reason: Message::NotDelivered(NotDelivered::TextWithoutQuotes), .. } => {
            return Err(NoParts::TextWithoutQuotes);
        }
        Outcome::Unknown { reason: Message::Unverified(Unverified::UnclosedString), .. } => {
            return Err(NoParts::UnclosedString);
        }
        Outcome::Delivered(_) | Outcome::NotDelivered { .. } | Outcome::Unknown { .. } => {}
    }
    let body = if read.is_json() {
        let root = read.json().single().ok_or(NoParts::NotJson)?;
        Body::Json(json(&read, root)?)
    } else {
        Body::Text(texts(&read, Span::new(0, template.len())))
    };
    let path = |read: crate::input_path::ReadPath| read.steps.filter(|_| read.fault.is_none()).map(Path::of);
    let variables = map.entries.into_iter().map(|entry| (entry.name, path(entry.read))).collect();
    Ok(Parts { body, variables })
}

/// A value of the template, of which the node has strings for placeholders. Nesting is bounded by the parser.
fn json(template: &Template<'_>, node: &Node) -> Result<JsonPart, NoParts> {
    Ok(match &node.value {
        Value::Object(members) => {
            let member = |member: &rulepad_document::json::Member| {
                let key = string(template, member.key_span)?;
                let constant = match &key {
                    JsonPart::String(parts) => parts.iter().all(|part| matches!(part, TextPart::Text(_))),
                    _ => false,
                };
                let name = constant.then(|| member.key.clone());
                Ok(MemberPart { key, name, value: json(template, &member.value)? })
            };
            JsonPart::Object(members.iter().map(member).collect::<Result<_, NoParts>>()?)
        }
        Value::Array(items) => {
            JsonPart::Array(items.iter().map(|item| json(template, item)).collect::<Result<_, _>>()?)
        }
        Value::String(_) => string(template, node.span)?,
        Value::Number(_) | Value::Bool(_) | Value::Null => {
            JsonPart::Literal(node.span.of(template.text).to_owned())
        }
        Value::Invalid => return Err(NoParts::NotJson),
    })
}

/// What is at the place of a string: a string, a placeholder, or a run of both.
fn string(template: &Template<'_>, span: Span) -> Result<JsonPart, NoParts> {
    if template.loose_runs().contains(&span) {
        let negative = |one: &&Placeholder| {
            let text = span.of(template.text);
            !one.quoted && text.strip_prefix('-') == Some(one.span.of(template.text))
        };
        let only = template.placeholders().filter(|one| span.covers(one.span)).find(negative);
        return only.map(|one| JsonPart::Negative(one.name.clone())).ok_or(NoParts::NotJson);
    }
    if let Some(whole) = template.placeholders().find(|one| one.span == span) {
        return Ok(JsonPart::Value(whole.name.clone()));
    }
    let Span { start, end } = span;
    Ok(JsonPart::String(texts(template, Span { start: start + 1, end: end.saturating_sub(1) })))
}

/// The texts and variables of a stretch.
fn texts(template: &Template<'_>, stretch: Span) -> Vec<TextPart> {
    let part = |token: &Token| match token {
        Token::Placeholder(one) => stretch.covers(one.span).then(|| TextPart::Value(one.name.clone())),
        Token::Text(span) => {
            let cut = Span { start: span.start.max(stretch.start), end: span.end.min(stretch.end) };
            (cut.start < cut.end).then(|| TextPart::Text(cut.of(template.text).to_owned()))
        }
    };
    template.lexed.tokens.iter().filter_map(part).collect()
}
