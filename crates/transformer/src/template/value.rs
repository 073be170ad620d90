//! The value of a variable, ready for every place it may stand in.

use crate::input::ALL_ELEMENTS;
use crate::input_path::{self, FaultKind, Read, Selected};
use crate::provenance::{self, Sourced};
use rulepad_document::Span;
use rulepad_document::json::{Node, Value, quote};
use rulepad_document::words::en;

/// How a value behaves in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Nothing,
    Text,
    Number,
    Bool,
    Null,
    /// An object or array.
    Nested,
}

/// A value and what is not verified about it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bound {
    pub of: Kind,
    /// Of a string its characters, of anything else its compact JSON.
    pub raw: String,
    /// As compact JSON, with the places of an object's or array's own values.
    json: Sourced,
    /// For a person to read.
    pub kind: &'static str,
    /// Where it stands in the event.
    pub spans: Vec<Span>,
    pub notes: Vec<String>,
}

impl Bound {
    /// A string that does not come from the event.
    pub fn text(text: &str) -> Self {
        Self {
            of: Kind::Text,
            raw: text.to_owned(),
            json: Sourced::whole(quote(text), None),
            kind: "a string",
            spans: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// A value of the event.
    pub fn node(node: &Node) -> Self {
        let json = provenance::sourced(node);
        let (of, raw) = match &node.value {
            Value::String(text) => (Kind::Text, text.clone()),
            Value::Number(_) => (Kind::Number, json.text.clone()),
            Value::Bool(_) => (Kind::Bool, json.text.clone()),
            Value::Null | Value::Invalid => (Kind::Null, json.text.clone()),
            Value::Array(_) | Value::Object(_) => (Kind::Nested, json.text.clone()),
        };
        Self { of, raw, json, kind: en::a(node.value.kind()), spans: vec![node.span], notes: Vec::new() }
    }

    /// What a path selects. One that is not in the grammar selects nothing: EventBridge does not check
    /// paths when it stores them (user guide, `eb-transform-target-input`).
    pub fn path(read: &Read, event: &Node) -> Self {
        let steps = read.steps.as_deref().filter(|_| read.fault.is_none());
        let mut bound = match steps.map_or(Selected::Nothing, |steps| input_path::select(steps, event)) {
            Selected::One(node) => Self::node(node),
            Selected::Many(nodes) => Self::many(&nodes, event.span),
            Selected::Nothing => Self::nothing(),
        };
        if steps.is_some_and(<[_]>::is_empty) {
            bound
                .notes
                .push("that `$` alone selects the whole event follows from the grammar only".to_owned());
        }
        if let Some(FaultKind::Character(c)) = read.fault.as_ref().map(|fault| fault.kind) {
            bound.notes.push(format!(
                "that a path cannot name a key with `{c}` follows from the characters the user guide lists"
            ));
        }
        bound
    }

    fn nothing() -> Self {
        Self {
            of: Kind::Nothing,
            raw: String::new(),
            json: Sourced::default(),
            kind: "nothing",
            spans: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn many(nodes: &[&Node], around: Span) -> Self {
        let json = provenance::gathered(nodes, around);
        Self {
            of: Kind::Nested,
            raw: json.text.clone(),
            json,
            kind: "an array",
            spans: nodes.iter().map(|node| node.span).collect(),
            notes: vec![ALL_ELEMENTS.to_owned()],
        }
    }

    /// The value as compact JSON; `None` when there is none.
    pub fn json(&self) -> Option<&str> {
        (self.of != Kind::Nothing).then_some(self.json.text.as_str())
    }

    /// The stretches of an object or array, which has several places in the event.
    pub fn parts(&self) -> Option<impl Iterator<Item = (&str, Span)>> {
        (self.of == Kind::Nested).then(|| self.json.parts())
    }

    /// Whether the characters of the value, put between quotes, are not the value of that JSON string.
    pub fn breaks_quotes(&self) -> bool {
        self.raw.chars().any(|c| c == '"' || c == '\\' || c < ' ')
    }
}
