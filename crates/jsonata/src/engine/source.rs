//! Events as the engine reads them: a level at a time, from the project's own trees.

use super::number;
use crate::outcome::Part;
use crate::reads::part;
use jlens_core::input::{Sink, Source, Sources};
use rulepad_document::json::{Node, Value};
use std::rc::Rc;

/// The arrays and objects of the events, each with a number, from which the engine reads.
pub(crate) struct Containers<'e> {
    entries: Vec<Entry<'e>>,
}

struct Entry<'e> {
    node: &'e Node,
    event: u32,
    /// The part of the event that it is in.
    part: Part,
    /// The numbers of the arrays and objects right inside, in their order.
    inside: Vec<u32>,
}

impl<'e> Containers<'e> {
    /// The containers of the events, the number of each event's root first where it is one.
    pub fn new(events: &[&'e Node]) -> (Rc<Self>, Vec<Option<u32>>) {
        let mut entries: Vec<Entry<'e>> = Vec::new();
        let roots = events
            .iter()
            .zip(0..)
            .map(|(node, event)| add(&mut entries, node, event, Part::Event, true))
            .collect();
        (Rc::new(Self { entries }), roots)
    }

    /// The value with this number, the number of its event, and the part that it is in.
    pub fn node(&self, number: u32) -> Option<(&'e Node, u32, Part)> {
        self.entries.get(number as usize).map(|entry| (entry.node, entry.event, entry.part))
    }
}

/// Adds a value's containers; `None` for a scalar. Depth is bounded by the parser's.
fn add<'e>(
    entries: &mut Vec<Entry<'e>>,
    node: &'e Node,
    event: u32,
    own: Part,
    is_event: bool,
) -> Option<u32> {
    let children: Vec<(Part, &'e Node)> = match &node.value {
        Value::Array(items) => items.iter().map(|item| (own, item)).collect(),
        Value::Object(members) => members
            .iter()
            .map(|member| (if is_event { part(&member.key) } else { own }, &member.value))
            .collect(),
        _ => return None,
    };
    let number = u32::try_from(entries.len()).ok()?;
    entries.push(Entry { node, event, part: own, inside: Vec::new() });
    let inside: Vec<u32> =
        children.into_iter().filter_map(|(part, child)| add(entries, child, event, part, false)).collect();
    if let Some(entry) = entries.get_mut(number as usize) {
        entry.inside = inside;
    }
    Some(number)
}

impl<'e> Sources<'e> for Level<'e> {
    fn read(&self, number: u32, sink: &mut Sink<'_, 'e>) -> Result<(), String> {
        let Some(entry) = self.0.entries.get(number as usize) else { return Ok(()) };
        let mut inside = entry.inside.iter().copied();
        match &entry.node.value {
            Value::Array(items) => {
                sink.reserve(items.len());
                for item in items {
                    write(self, item, &mut inside, sink);
                }
            }
            Value::Object(members) => {
                sink.reserve(members.len());
                for member in members {
                    sink.key(&member.key);
                    write(self, &member.value, &mut inside, sink);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// The containers as the engine holds them: the first field is shared by all values of one evaluation.
pub(crate) struct Level<'e>(Rc<Containers<'e>>, std::rc::Weak<Level<'e>>);

impl<'e> Level<'e> {
    fn new(containers: Rc<Containers<'e>>) -> Rc<Self> {
        Rc::new_cyclic(|own| Self(containers, own.clone()))
    }
}

fn write<'e>(
    level: &Level<'e>,
    node: &'e Node,
    inside: &mut impl Iterator<Item = u32>,
    sink: &mut Sink<'_, 'e>,
) {
    match &node.value {
        Value::Null | Value::Invalid => sink.null(),
        Value::Bool(value) => sink.bool(*value),
        Value::Number(text) => {
            let value = number::read(text);
            if value.is_finite() { sink.number(value) } else { sink.null() }
        }
        Value::String(text) => sink.string(text),
        Value::Array(_) | Value::Object(_) => {
            let (Some(own), Some(number)) = (level.1.upgrade(), inside.next()) else { return sink.null() };
            if matches!(node.value, Value::Array(_)) {
                sink.array_of(&own, number)
            } else {
                sink.object_of(&own, number)
            }
        }
    }
}

/// The input of an evaluation: one event, or an array of events.
pub(crate) struct Input<'e> {
    level: Rc<Level<'e>>,
    events: Vec<&'e Node>,
    roots: Vec<Option<u32>>,
    batch: bool,
}

impl<'e> Input<'e> {
    /// The input over these events.
    pub fn new(events: &[&'e Node], batch: bool) -> (Self, Rc<Containers<'e>>) {
        let (containers, roots) = Containers::new(events);
        let level = Level::new(containers.clone());
        (Self { level, events: events.to_vec(), roots, batch }, containers)
    }

    /// What the engine gives for a container of the events identifies it by this.
    pub fn level(&self) -> Rc<Level<'e>> {
        self.level.clone()
    }
}

impl<'e> Source<'e> for Input<'e> {
    fn read(&self, sink: &mut Sink<'_, 'e>) -> Result<(), String> {
        let items =
            Items { level: self.level.clone(), events: self.events.clone(), roots: self.roots.clone() };
        if self.batch {
            sink.array(items);
            Ok(())
        } else {
            items.read(sink)
        }
    }
}

/// The events one after the other.
struct Items<'e> {
    level: Rc<Level<'e>>,
    events: Vec<&'e Node>,
    roots: Vec<Option<u32>>,
}

impl<'e> Source<'e> for Items<'e> {
    fn read(&self, sink: &mut Sink<'_, 'e>) -> Result<(), String> {
        for (event, root) in self.events.iter().zip(&self.roots) {
            write(&self.level, event, &mut root.iter().copied(), sink);
        }
        Ok(())
    }
}
