//! The input option of a target as the transformer of a subscriber.

mod path;
mod template;
mod writer;

use crate::change::{Change, InputLoss};
use path::Selection;
use rulepad_document::Role;
use rulepad_document::json::{self, Node, Value};
use rulepad_jsonata::Use;
use rulepad_transformer::path::Path;
use rulepad_transformer::{Input, Surroundings};
use writer::{Helper, Writer, literal};

/// What the target takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Any text: queues, topics, streams, HTTP endpoints.
    Text,
    /// JSON: Lambda functions, state machines, event buses.
    Json,
}

/// An input option as a transformer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigratedInput {
    /// The expression of a `JSONATA` transformer, with its delimiters; `None` for `RAW`.
    pub expression: Option<String>,
    /// What behaves differently, sorted, each once.
    pub changes: Vec<Change>,
}

/// Writes an input option as a transformer. Of `around`, the name and the ARN of the rule become constants.
///
/// # Errors
/// Where no transformer does the same.
pub fn input(classic: &Input, around: &Surroundings, takes: Takes) -> Result<MigratedInput, InputLoss> {
    let mut writer = Writer::default();
    let body = match classic {
        Input::MatchedEvent => return Ok(MigratedInput { expression: None, changes: Vec::new() }),
        Input::Path(text) => by_path(text, takes, &mut writer)?,
        Input::Constant(text) => constant(text, takes, &mut writer)?,
        Input::Transformer { paths, template } => {
            template::write(paths, template, around, takes, &mut writer)?
        }
    };
    let (expression, changes) = writer.finish(&body);
    let length = expression.chars().count();
    if length > Use::Transformer.most() {
        return Err(InputLoss::TooLong(length));
    }
    if rulepad_jsonata::parse(&expression, Role::Input(0), Use::Transformer).expression.is_none() {
        return Err(InputLoss::NotAnExpression);
    }
    Ok(MigratedInput { expression: Some(expression), changes })
}

/// The path of a parameter of a target; `None` where it cannot be written.
pub(crate) fn dynamic(text: &str) -> Option<String> {
    path::select(&Path::parse(text)?).map(|selection| selection.expression)
}

/// `InputPath`: the bytes of the value, where the target takes a text.
fn by_path(text: &str, takes: Takes, writer: &mut Writer) -> Result<String, InputLoss> {
    let path = Path::of_input(text).ok_or_else(|| InputLoss::NoPath(text.to_owned()))?;
    let Selection { expression, other_shape, .. } =
        path::select(&path).ok_or_else(|| InputLoss::NestedArrays(text.to_owned()))?;
    writer.note(Change::NumberSpelling);
    if !path.steps().is_empty() {
        writer.note(Change::NothingSelected(text.to_owned()));
        if takes == Takes::Json {
            writer.note(Change::NullFails(text.to_owned()));
            writer.note(Change::StringResult);
        }
    }
    if other_shape {
        writer.note(Change::OtherShape(text.to_owned()));
    }
    Ok(match takes {
        Takes::Text => writer.call(Helper::Json, &expression),
        Takes::Json => expression,
    })
}

/// `Input`: JSON is JSONata. A string or `null` is written as a text.
fn constant(text: &str, takes: Takes, writer: &mut Writer) -> Result<String, InputLoss> {
    let parsed = json::parse(text, Role::Input(0));
    let root = parsed.single().ok_or(InputLoss::ConstantNotJson)?;
    if matches!(root.value, Value::String(_) | Value::Null) {
        if takes == Takes::Json {
            writer.note(Change::StringResult);
        }
        return Ok(literal(text.trim()));
    }
    json_value(root, text, writer)
}

/// JSON as JSONata. Nesting is bounded by the parser.
fn json_value(node: &Node, text: &str, writer: &mut Writer) -> Result<String, InputLoss> {
    Ok(match &node.value {
        Value::Object(members) => {
            let mut written = Vec::new();
            for (at, member) in members.iter().enumerate() {
                if members.iter().skip(at + 1).any(|later| later.key == member.key) {
                    writer.note(Change::RepeatedKey(member.key.clone()));
                    continue;
                }
                let key = writer.string(member.key_span.of(text));
                written.push(format!("{key}: {}", json_value(&member.value, text, writer)?));
            }
            format!("{{{}}}", written.join(", "))
        }
        Value::Array(items) => {
            let items: Result<Vec<String>, _> =
                items.iter().map(|item| json_value(item, text, writer)).collect();
            format!("[{}]", items?.join(", "))
        }
        Value::String(_) => writer.string(node.span.of(text)),
        Value::Number(_) => writer.number(node.span.of(text))?,
        Value::Null | Value::Bool(_) => node.span.of(text).to_owned(),
        Value::Invalid => return Err(InputLoss::ConstantNotJson),
    })
}
