//! Where the value of a part comes from: literals, plain paths, calls of plain paths, and all else.

use super::path::{Found, select};
use super::shape::Shaped;
use crate::checks::called;
use crate::engine::{PREFIX, own};
use crate::outcome::{Origin, Place};
use crate::reads::Reads;
use jlens_core::ast::{Node, NodeKind};
use std::collections::{BTreeMap, BTreeSet};

impl<'e> Shaped<'_, 'e> {
    /// The value at a place that is an argument of a call.
    pub(super) fn argument(&self, node: &Node, place: Place) -> Option<Found<'e>> {
        let found =
            arguments(node)?.into_iter().filter_map(|argument| select(argument, self.events)).flatten();
        found.into_iter().find(|found| found.place == place)
    }

    /// Where the value of a part comes from.
    pub(super) fn origin(&self, node: &Node) -> Origin {
        let span = self.span(node);
        if is_literal(node) {
            return Origin::Expression { span };
        }
        if let Some(found) = select(node, self.events) {
            return Origin::Event { span, places: found.into_iter().map(|found| found.place).collect() };
        }
        let reads = self.reads(node);
        let places = reads.places(self.events);
        let Some(given) = arguments(node) else { return Origin::Computed { span, places } };
        let plain: Option<Vec<Vec<Found<'e>>>> = given
            .into_iter()
            .filter(|argument| !is_literal(argument))
            .map(|argument| select(argument, self.events))
            .collect();
        let Some(plain) = plain else { return Origin::Computed { span, places } };
        let mut from: Vec<Place> = plain.into_iter().flatten().map(|found| found.place).collect();
        // Nothing else has influence: what the call reads is what its arguments are.
        let within = |place: &Place| {
            from.iter()
                .any(|own| own.event == place.event && own.part == place.part && own.span.covers(place.span))
        };
        if from.is_empty() || !places.iter().all(within) {
            return Origin::Computed { span, places };
        }
        from.sort_unstable();
        from.dedup();
        Origin::MadeFrom { span, places: from }
    }

    /// What a part reads. The variables in it are put before it, as they are bound in the whole.
    fn reads(&self, node: &Node) -> Reads {
        let inner = self.expression.inner();
        let text = |node: &Node| {
            let place = |at: usize| at.saturating_sub(PREFIX.len());
            inner.body.get(place(node.span.start)..place(node.span.end)).unwrap_or_default()
        };
        let root = own(inner.compiled.ast());
        let mut before: BTreeMap<usize, &str> = BTreeMap::new();
        let mut known: BTreeSet<String> = BTreeSet::new();
        loop {
            let statements: Vec<&str> = before.values().copied().chain([text(node)]).collect();
            let (reads, variables) = Reads::of(&format!("({})", statements.join(";")));
            let new: Vec<String> = variables.into_iter().filter(|name| !known.contains(name)).collect();
            if new.is_empty() {
                return reads;
            }
            for name in new {
                let bound = bindings(root, &name);
                // A parameter, or a variable of a step: its value is not one of the whole.
                if bound.is_empty() {
                    return inner.reads.clone();
                }
                before.extend(bound.into_iter().map(|node| (node.span.start, text(node))));
                known.insert(name);
            }
        }
    }
}

/// Where a variable is bound with `:=`; nowhere if it is bound otherwise too.
fn bindings<'n>(root: &'n Node, name: &str) -> Vec<&'n Node> {
    let mut found = Vec::new();
    let mut otherwise = false;
    root.walk(&mut |node| {
        match &node.kind {
            NodeKind::Bind { lhs, .. } if called(lhs) == Some(name) => found.push(node),
            NodeKind::Lambda(definition) => otherwise |= definition.params.iter().any(|own| own == name),
            _ => {}
        }
        let attributes = &node.attrs;
        otherwise |= attributes.focus.as_deref() == Some(name) || attributes.index.as_deref() == Some(name);
    });
    if otherwise { Vec::new() } else { found }
}

fn is_literal(node: &Node) -> bool {
    let attributes = &node.attrs;
    if !attributes.predicate.is_empty() || !attributes.stages.is_empty() || attributes.group.is_some() {
        return false;
    }
    match &node.kind {
        NodeKind::String { .. } | NodeKind::Number { .. } | NodeKind::Bool { .. } | NodeKind::Null => true,
        NodeKind::Negate { expr } => is_literal(expr),
        NodeKind::Array { items } => items.iter().all(is_literal),
        NodeKind::Object { pairs } => pairs.iter().all(|(key, value)| is_literal(key) && is_literal(value)),
        NodeKind::Block { exprs, .. } => exprs.last().is_some_and(is_literal) && exprs.len() == 1,
        _ => false,
    }
}

/// Whether a part is `$string(…)`.
pub(super) fn is_text_of(node: &Node) -> bool {
    let name = match &node.kind {
        NodeKind::Function { procedure, .. } => called(procedure),
        NodeKind::Apply { rhs, .. } => match &rhs.kind {
            NodeKind::Function { procedure, .. } => called(procedure),
            _ => called(rhs),
        },
        _ => None,
    };
    name == Some("string")
}

/// The arguments of a call of a function by its name.
pub(super) fn arguments(node: &Node) -> Option<Vec<&Node>> {
    match &node.kind {
        NodeKind::Function { procedure, args } => {
            // The result of these depends on more than their arguments.
            let name = called(procedure)?;
            let is_plain = !matches!(name, "random" | "uuid" | "shuffle" | "now" | "millis");
            is_plain.then(|| args.iter().collect())
        }
        NodeKind::Apply { lhs, rhs } => {
            let mut given = match &rhs.kind {
                NodeKind::Function { .. } => arguments(rhs)?,
                NodeKind::Variable { .. } => Vec::new(),
                _ => return None,
            };
            given.insert(0, lhs);
            Some(given)
        }
        _ => None,
    }
}
