//! The constructors of an expression, which give the payload its skeleton.

use super::copied::{self, is_copy, text};
use super::origin::{arguments, is_text_of};
use super::path::{Found, flattened, of_container, select};
use super::placed;
use super::writer::Writer;
use crate::Events;
use crate::engine::built::Built;
use crate::engine::own;
use crate::engine::source::Containers;
use crate::engine::watch::{Kept, Seen, Shape};
use crate::expression::Expression;
use crate::outcome::{Origin, Place};
use jlens_core::ast::{BinaryOp, Node, NodeKind};
use rulepad_document::Span;
use rulepad_document::json::quote;
use serde_json::Value as Json;

/// The parts whose values make up the result.
pub(crate) fn shape(root: &Node) -> Shape {
    let mut out = Shape::default();
    collect(root, false, &mut out);
    out
}

fn collect(node: &Node, joined: bool, out: &mut Shape) {
    out.parts.insert(node.id);
    if joined {
        out.joined.insert(node.id);
    }
    let is_joined = match &node.kind {
        NodeKind::Binary { op: BinaryOp::Concat, .. } => true,
        NodeKind::Block { .. } | NodeKind::Condition { .. } => joined,
        _ => false,
    };
    for part in parts(node) {
        collect(part, is_joined, out);
    }
}

/// The parts right inside a constructor; none of anything else.
fn parts(node: &Node) -> Vec<&Node> {
    let attributes = &node.attrs;
    if !attributes.predicate.is_empty() || !attributes.stages.is_empty() || attributes.group.is_some() {
        return Vec::new();
    }
    match &node.kind {
        NodeKind::Block { exprs, .. } => exprs.last().into_iter().collect(),
        NodeKind::Object { pairs } => pairs.iter().flat_map(|(key, value)| [key, value]).collect(),
        NodeKind::Array { items } => items.iter().collect(),
        NodeKind::Binary { op: BinaryOp::Concat, lhs, rhs } | NodeKind::Fallback { lhs, rhs, .. } => {
            vec![lhs, rhs]
        }
        NodeKind::Condition { then, otherwise, .. } => {
            std::iter::once(&**then).chain(otherwise.as_deref()).collect()
        }
        _ => Vec::new(),
    }
}

/// Writes a result along its skeleton.
pub(crate) struct Shaped<'s, 'e> {
    pub(super) expression: &'s Expression,
    pub(super) events: Events<'e>,
    containers: &'s Containers<'e>,
    seen: &'s Seen,
    out: Writer,
}

impl<'s, 'e> Shaped<'s, 'e> {
    pub fn new(
        expression: &'s Expression,
        events: Events<'e>,
        containers: &'s Containers<'e>,
        seen: &'s Seen,
        is_text: bool,
    ) -> Self {
        Self { expression, events, containers, seen, out: Writer::new(is_text) }
    }

    pub fn write(&mut self, built: &Built) {
        let root = own(self.expression.inner().compiled.ast());
        self.part(root, built);
    }

    pub fn into_writer(self) -> Writer {
        self.out
    }

    /// What is kept of the value of a part, where it has one.
    fn value(&self, node: &Node) -> Option<&'s Kept> {
        self.seen.values.get(&node.id).filter(|kept| **kept != Kept::Nothing)
    }

    /// The text of a part that is a string.
    fn text(&self, node: &Node) -> Option<&'s str> {
        match self.value(node) {
            Some(Kept::Json(Json::String(text))) => Some(text),
            _ => None,
        }
    }

    fn was_evaluated(&self, node: &Node) -> bool {
        self.seen.values.contains_key(&node.id)
    }

    pub(super) fn span(&self, node: &Node) -> Span {
        placed(self.expression, node)
    }

    fn written(&self, node: &Node) -> Origin {
        Origin::Expression { span: self.span(node) }
    }

    fn part(&mut self, node: &Node, built: &Built) {
        let inside = parts(node);
        match (&node.kind, built) {
            (NodeKind::Block { .. } | NodeKind::Condition { .. }, _) => {
                match inside.into_iter().find(|part| self.was_evaluated(part)) {
                    Some(part) => self.part(part, built),
                    None => self.leaf(node, built),
                }
            }
            (NodeKind::Fallback { lhs, rhs, .. }, _) if !inside.is_empty() => {
                let chosen = if self.was_evaluated(rhs) { rhs } else { lhs };
                self.part(chosen, built);
            }
            (NodeKind::Object { pairs }, Built::Object(members)) if !inside.is_empty() => {
                if self.fits(pairs, members) {
                    self.object(node, pairs, members)
                } else {
                    self.leaf(node, built)
                }
            }
            (NodeKind::Array { items }, Built::Array(values)) if !inside.is_empty() || items.is_empty() => {
                match self.shares(items, values) {
                    Some(shares) => self.array(node, &shares),
                    None => self.leaf(node, built),
                }
            }
            (NodeKind::Binary { op: BinaryOp::Concat, .. }, Built::String(_)) if !inside.is_empty() => {
                let quotes = self.written(node);
                let is_text = self.out.is_text;
                self.out.push(if is_text { "" } else { "\"" }, quotes.clone());
                self.joined(node);
                self.out.push(if is_text { "" } else { "\"" }, quotes);
            }
            _ => self.leaf(node, built),
        }
    }

    /// Whether the members of an object are those that its pairs made.
    fn fits(&self, pairs: &[(Node, Node)], members: &[(String, Built)]) -> bool {
        let made: Vec<Option<&str>> = pairs
            .iter()
            .filter(|(_, value)| self.value(value).is_some())
            .map(|(key, _)| self.text(key))
            .collect();
        made.len() == members.len() && made.iter().zip(members).all(|(made, (key, _))| *made == Some(key))
    }

    fn object(&mut self, node: &Node, pairs: &[(Node, Node)], members: &[(String, Built)]) {
        let around = self.written(node);
        self.out.push("{", around.clone());
        let made: Vec<&(Node, Node)> =
            pairs.iter().filter(|(_, value)| self.value(value).is_some()).collect();
        for (at, ((key, value), (name, built))) in made.into_iter().zip(members).enumerate() {
            self.out.push(if at == 0 { "" } else { "," }, around.clone());
            let origin = self.origin(key);
            self.out.push(&quote(name), origin);
            self.out.push(":", around.clone());
            self.part(value, built);
        }
        self.out.push("}", around);
    }

    /// The values that each item of an array constructor gave; `None` where they do not add up.
    fn shares<'b, 'n>(&self, items: &'n [Node], values: &'b [Built]) -> Option<Vec<(&'n Node, &'b [Built])>> {
        let mut left = values;
        let mut out = Vec::new();
        for item in items {
            let count = match self.value(item) {
                None => 0,
                Some(Kept::Array(count)) if !matches!(item.kind, NodeKind::Array { .. }) => *count,
                Some(_) => 1,
            };
            let (own, rest) = left.split_at_checked(count)?;
            out.push((item, own));
            left = rest;
        }
        left.is_empty().then_some(out)
    }

    fn array(&mut self, node: &Node, shares: &[(&Node, &[Built])]) {
        let around = self.written(node);
        self.out.push("[", around.clone());
        let mut is_first = true;
        for (item, values) in shares {
            let whole = matches!(self.value(item), Some(Kept::Array(_)))
                && !matches!(item.kind, NodeKind::Array { .. });
            let found = if whole { self.selected(item, values) } else { None };
            for (at, value) in values.iter().enumerate() {
                self.out.push(if is_first { "" } else { "," }, around.clone());
                is_first = false;
                match found.as_ref().and_then(|found| found.get(at)) {
                    Some(found) => copied::write(*found, self.span(item), &mut self.out),
                    None if whole => self.computed(item, value),
                    None => self.part(item, value),
                }
            }
        }
        self.out.push("]", around);
    }

    /// The characters of a string that is joined with `&`.
    fn joined(&mut self, node: &Node) {
        if let (NodeKind::Binary { op: BinaryOp::Concat, lhs, rhs }, false) =
            (&node.kind, parts(node).is_empty())
        {
            self.joined(lhs);
            self.joined(rhs);
            return;
        }
        if let NodeKind::Block { .. } | NodeKind::Condition { .. } = node.kind
            && let Some(part) = parts(node).into_iter().find(|part| self.was_evaluated(part))
        {
            self.joined(part);
            return;
        }
        let text = match self.value(node) {
            Some(Kept::Json(Json::String(text))) => text.clone(),
            Some(Kept::Json(other)) => jlens_core::format_json(other, false),
            _ => return,
        };
        // A scalar of the event: its spelling may change.
        if let Some([found]) = select(node, self.events).as_deref() {
            copied::respelling(*found, &mut self.out.respelled);
        }
        let origin = self.origin(node);
        self.out.push_characters(&text, origin);
    }

    /// A part that is no constructor.
    fn leaf(&mut self, node: &Node, built: &Built) {
        let span = self.span(node);
        if let Some(found) = select(node, self.events) {
            if let [only] = found.as_slice()
                && is_copy(built, only.node, self.containers)
            {
                copied::write(*only, span, &mut self.out);
                return;
            }
            if let Built::Array(values) = built
                && let Some(found) = self.matching(found, values)
            {
                let places: Vec<Place> = found.iter().map(|found| found.place).collect();
                let around = Origin::Event { span, places };
                self.out.push("[", around.clone());
                for (at, found) in found.into_iter().enumerate() {
                    self.out.push(if at == 0 { "" } else { "," }, around.clone());
                    copied::write(found, span, &mut self.out);
                }
                self.out.push("]", around);
                return;
            }
        }
        self.computed(node, built);
    }

    /// The values that a plain path selects, where they are these.
    fn selected(&self, node: &Node, values: &[Built]) -> Option<Vec<Found<'e>>> {
        let found = select(node, self.events)?;
        self.matching(found, values)
    }

    fn matching(&self, found: Vec<Found<'e>>, values: &[Built]) -> Option<Vec<Found<'e>>> {
        let found = match found.as_slice() {
            [only] => match &only.node.value {
                rulepad_document::json::Value::Array(items) => {
                    items.iter().map(|item| super::path::inside(*only, item)).collect()
                }
                _ => found,
            },
            _ => flattened(found),
        };
        let same = found.len() == values.len()
            && found.iter().zip(values).all(|(found, value)| is_copy(value, found.node, self.containers));
        same.then_some(found)
    }

    /// A value that is no plain copy. Arrays and objects of the events in it are known as such.
    fn computed(&mut self, node: &Node, built: &Built) {
        let origin = self.origin(node);
        if is_text_of(node) {
            let given = arguments(node).unwrap_or_default();
            for found in given.into_iter().filter_map(|argument| select(argument, self.events)).flatten() {
                copied::respelling(found, &mut self.out.respelled);
            }
        }
        if let Origin::MadeFrom { span, places } = &origin
            && let [place] = places.as_slice()
            && let Some(found) = self.argument(node, *place)
            && is_copy(built, found.node, self.containers)
        {
            copied::write(found, *span, &mut self.out);
            return;
        }
        self.with_containers(built, self.span(node), &origin);
    }

    fn with_containers(&mut self, built: &Built, span: Span, origin: &Origin) {
        match built {
            Built::Input(number) => {
                if let Some((node, event, part)) = self.containers.node(*number) {
                    copied::write(of_container(node, event, part), span, &mut self.out);
                }
            }
            Built::Array(values) => {
                self.out.push("[", origin.clone());
                for (at, value) in values.iter().enumerate() {
                    self.out.push(if at == 0 { "" } else { "," }, origin.clone());
                    self.with_containers(value, span, origin);
                }
                self.out.push("]", origin.clone());
            }
            Built::Object(members) => {
                self.out.push("{", origin.clone());
                for (at, (key, value)) in members.iter().enumerate() {
                    let comma = if at == 0 { "" } else { "," };
                    self.out.push(&format!("{comma}{}:", quote(key)), origin.clone());
                    self.with_containers(value, span, origin);
                }
                self.out.push("}", origin.clone());
            }
            Built::String(text) => self.out.push_string(text, origin.clone()),
            scalar => self.out.push(&text(scalar, self.containers, false), origin.clone()),
        }
    }
}
