//! What an expression reads of the events, found without evaluating it.

use crate::Events;
use crate::functions;
use crate::outcome::{Part, Place};
use jlens_core::reads::Read;
use rulepad_document::json::{Node, Value};
use std::collections::BTreeMap;

/// The fields below `$events` that can have influence on the result of an expression: an upper bound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reads(Reading);

/// What is read of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reading {
    /// All of it.
    Whole,
    /// These fields of an object, or of the objects of an array; of a value that is neither, the value.
    Fields(BTreeMap<String, Reading>),
}

impl Default for Reading {
    fn default() -> Self {
        Self::Fields(BTreeMap::new())
    }
}

/// What painting finds out about the events on its way.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Remarks {
    /// An object that is read has a key twice.
    pub duplicate_keys: bool,
    /// A value that is read is not JSON.
    pub broken: bool,
}

impl Reads {
    /// What an expression reads, and the variables that it does not bind itself, functions aside.
    pub(crate) fn of(body: &str) -> (Self, Vec<String>) {
        let Ok(expression) = jlens_core::Expression::compile(body) else {
            return (Self(Reading::Whole), Vec::new());
        };
        let found = expression.reads_with(&functions::bindings(0, 0));
        let mut out = Self::default();
        // `$` and names are read from the events as well.
        for read in found.input().into_iter().chain(found.binding("events")) {
            out.0.unite(&Reading::of(read));
        }
        if found.every_binding() {
            out.0 = Reading::Whole;
        }
        let variables = found.bindings().keys().filter(|name| *name != "events" && !is_function(name));
        (out, variables.cloned().collect())
    }

    /// Whether the whole events can have influence.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0 == Reading::Whole
    }

    /// Whether nothing of the events has influence.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.0 == Reading::default()
    }

    /// The values of the events that can have influence, in their order.
    #[must_use]
    pub fn places(&self, events: Events<'_>) -> Vec<Place> {
        self.painted(events).0
    }

    pub(crate) fn painted(&self, events: Events<'_>) -> (Vec<Place>, Remarks) {
        let mut out = (Vec::new(), Remarks::default());
        if !self.is_nothing() {
            for (event, node) in (0..).zip(events.list()) {
                paint(&self.0, node, Place { event, part: Part::Event, span: node.span }, true, &mut out);
            }
        }
        out
    }
}

/// Whether a name is that of a function, which reads nothing itself.
fn is_function(name: &str) -> bool {
    functions::EXTRA.iter().any(|(own, ..)| *own == name)
        || jlens_core::function_catalog().iter().any(|function| function.name == name)
}

impl Reading {
    fn of(read: &Read) -> Self {
        match read.fields() {
            None => Self::Whole,
            Some(fields) => {
                Self::Fields(fields.iter().map(|(name, read)| (name.clone(), Self::of(read))).collect())
            }
        }
    }

    fn unite(&mut self, other: &Self) {
        match (&mut *self, other) {
            (Self::Whole, _) => {}
            (_, Self::Whole) => *self = Self::Whole,
            (Self::Fields(own), Self::Fields(others)) => {
                for (name, read) in others {
                    own.entry(name.clone()).or_default().unite(read);
                }
            }
        }
    }
}

fn paint(reading: &Reading, node: &Node, place: Place, is_event: bool, out: &mut (Vec<Place>, Remarks)) {
    let here = Place { span: node.span, ..place };
    if let (Reading::Fields(fields), Value::Object(members)) = (reading, &node.value) {
        out.1.duplicate_keys |=
            fields.keys().any(|name| members.iter().filter(|member| member.key == *name).nth(1).is_some());
    }
    match (reading, &node.value) {
        (_, Value::Invalid) => {
            out.1.broken = true;
            out.0.push(here);
        }
        (Reading::Whole, _) => {
            out.0.push(here);
            look_inside(node, &mut out.1);
        }
        (Reading::Fields(fields), Value::Object(members)) if !fields.is_empty() => {
            for member in members {
                let Some(reading) = fields.get(&member.key) else { continue };
                let part = if is_event { part(&member.key) } else { place.part };
                paint(reading, &member.value, Place { part, ..place }, false, out);
            }
        }
        (Reading::Fields(fields), Value::Array(items)) if !fields.is_empty() => {
            for item in items {
                paint(reading, item, place, is_event, out);
            }
        }
        // That the value is there, and of which kind, is read.
        (Reading::Fields(_), _) => out.0.push(here),
    }
}

fn look_inside(node: &Node, remarks: &mut Remarks) {
    match &node.value {
        Value::Invalid => remarks.broken = true,
        Value::Array(items) => items.iter().for_each(|item| look_inside(item, remarks)),
        Value::Object(members) => {
            let mut keys: Vec<&str> = members.iter().map(|member| member.key.as_str()).collect();
            keys.sort_unstable();
            remarks.duplicate_keys |=
                keys.windows(2).any(|pair| matches!(pair, [one, other] if one == other));
            members.iter().for_each(|member| look_inside(&member.value, remarks));
        }
        _ => {}
    }
}

/// The part of an event that a member is.
pub(crate) fn part(key: &str) -> Part {
    match key {
        "Data" => Part::Data,
        "Metadata" => Part::Metadata,
        "SystemMetadata" => Part::SystemMetadata,
        _ => Part::Event,
    }
}
