//! The value of a variable, ready for every place of a template.

use crate::input_path::{self, FaultKind, ReadPath, Selected};
use crate::provenance::{self, Sourced};
use crate::unverified::Unverified;
use rulepad_document::Span;
use rulepad_document::json::{self, Node, Value, quote};

/// How a value behaves in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behaviour {
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
    pub of: Behaviour,
    /// Of a string its characters, of anything else its compact JSON.
    pub raw: String,
    /// As compact JSON, with the places of an object's or array's own values.
    json: Sourced,
    /// Its kind; `None` where the path selects nothing.
    pub kind: Option<json::ValueKind>,
    /// Where it is in the event.
    pub spans: Vec<Span>,
    pub unverified: Vec<Unverified>,
}

impl Bound {
    /// A string that does not come from the event.
    pub fn text(text: &str) -> Self {
        Self {
            of: Behaviour::Text,
            raw: text.to_owned(),
            json: Sourced::whole(quote(text), None),
            kind: Some(json::ValueKind::String),
            spans: Vec::new(),
            unverified: Vec::new(),
        }
    }

    /// A value of the event.
    pub fn node(node: &Node) -> Self {
        let json = provenance::sourced(node);
        let (of, raw) = match &node.value {
            Value::String(text) => (Behaviour::Text, text.clone()),
            Value::Number(_) => (Behaviour::Number, json.text.clone()),
            Value::Bool(_) => (Behaviour::Bool, json.text.clone()),
            Value::Null | Value::Invalid => (Behaviour::Null, json.text.clone()),
            Value::Array(_) | Value::Object(_) => (Behaviour::Nested, json.text.clone()),
        };
        Self { of, raw, json, kind: Some(node.value.kind()), spans: vec![node.span], unverified: Vec::new() }
    }

    /// What a path selects. One that is not in the grammar selects nothing: EventBridge does not check
    /// paths when it stores them (user guide, `eb-transform-target-input`).
    pub fn path(read: &ReadPath, event: &Node) -> Self {
        let steps = read.steps.as_deref().filter(|_| read.fault.is_none());
        let mut bound = match steps.map_or(Selected::Nothing, |steps| input_path::select(steps, event)) {
            Selected::One(node) => Self::node(node),
            Selected::Many(nodes) => Self::many(&nodes, event.span),
            Selected::Nothing => Self::nothing(),
        };
        if steps.is_some_and(<[_]>::is_empty) {
            bound.unverified.push(Unverified::DollarAlone);
        }
        if let Some(FaultKind::Character(c)) = read.fault.as_ref().map(|fault| fault.kind) {
            bound.unverified.push(Unverified::KeyCharacter(c));
        }
        bound
    }

    fn nothing() -> Self {
        Self {
            of: Behaviour::Nothing,
            raw: String::new(),
            json: Sourced::default(),
            kind: None,
            spans: Vec::new(),
            unverified: Vec::new(),
        }
    }

    fn many(nodes: &[&Node], around: Span) -> Self {
        let json = provenance::gathered(nodes, around);
        Self {
            of: Behaviour::Nested,
            raw: json.text.clone(),
            json,
            kind: Some(json::ValueKind::Array),
            spans: nodes.iter().map(|node| node.span).collect(),
            unverified: vec![Unverified::AllElements],
        }
    }

    /// The value as compact JSON; `None` when there is none.
    pub fn json(&self) -> Option<&str> {
        (self.of != Behaviour::Nothing).then_some(self.json.text.as_str())
    }

    /// The stretches of an object or array, which has several places in the event.
    pub fn parts(&self) -> Option<impl Iterator<Item = (&str, Span)>> {
        (self.of == Behaviour::Nested).then(|| self.json.parts())
    }

    /// Whether the characters of the value, put between quotes, are not the value of that JSON string.
    pub fn breaks_quotes(&self) -> bool {
        self.raw.chars().any(|c| c == '"' || c == '\\' || c < ' ')
    }
}
