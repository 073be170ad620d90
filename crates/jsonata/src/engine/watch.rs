//! What is seen while an expression is evaluated: how much it builds and how deep it goes, the values of the parts that
//! make up the result, and where versions of JSONata disagree.

use super::cost::{Costs, Replacing, TooMuch, items, json_within, size};
use super::filtered::Filters;
use crate::checks::versions::{Watched, seen};
use crate::unverified::Difference;
use jlens_core::ast::{BinaryOp, Node, NodeId, NodeKind};
use jlens_core::audit::{Outcome, Tracer, ValueRef};
use jlens_core::{CancelToken, Span as EngineSpan};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What to look at.
pub(crate) struct Watch<'w> {
    /// The parts whose values are kept: each is evaluated once at most.
    pub shape: &'w Shape,
    /// The parts that decide whether versions disagree.
    pub watched: &'w HashMap<NodeId, Watched>,
    /// The arguments that make results large.
    pub costs: &'w Costs,
    /// How many bytes all values together may take.
    pub most: usize,
    /// Stops the evaluation.
    pub stop: CancelToken,
    /// What was seen.
    pub seen: Seen,
    depth: usize,
    replacing: Replacing,
}

/// What is kept of the value of a part of the skeleton.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kept {
    /// Nothing, or a function.
    Nothing,
    /// A scalar, or all of a value that becomes text.
    Json(Json),
    /// An array of so many items.
    Array(usize),
    /// An object.
    Object,
}

/// The parts whose values make up the result. Each is evaluated once at most.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    /// All of them.
    pub parts: BTreeSet<NodeId>,
    /// Those that are joined with `&`, whose values are kept whole.
    pub joined: BTreeSet<NodeId>,
}

/// What was seen of an evaluation.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// The values of the parts of the skeleton that were evaluated.
    pub values: BTreeMap<NodeId, Kept>,
    /// What the predicates let through.
    pub filters: Filters,
    /// Where versions disagree.
    pub differences: BTreeSet<Difference>,
    /// Whether the value of the whole expression is a function.
    pub ends_in_function: bool,
    /// How many bytes were built.
    pub built: usize,
    /// How deep the evaluation went, in nested parts.
    pub deepest: usize,
    /// The part that was entered last.
    pub last: Option<EngineSpan>,
}

impl<'w> Watch<'w> {
    /// A watch that has seen nothing.
    pub fn new(
        shape: &'w Shape,
        watched: &'w HashMap<NodeId, Watched>,
        costs: &'w Costs,
        most: usize,
    ) -> Self {
        let stop = CancelToken::new();
        Self {
            shape,
            watched,
            costs,
            most,
            stop,
            seen: Seen::default(),
            depth: 0,
            replacing: Replacing::default(),
        }
    }

    fn build(&mut self, bytes: usize) {
        self.seen.built = self.seen.built.saturating_add(bytes);
        if self.seen.built > self.most {
            self.stop.cancel();
        }
    }
}

impl Tracer for Watch<'_> {
    fn enter(&mut self, node: &Node, input: ValueRef<'_>) {
        self.depth += 1;
        self.seen.deepest = self.seen.deepest.max(self.depth);
        // Where the evaluation stops is the part that was entered last before that.
        if !self.stop.is_cancelled() {
            self.seen.last = Some(node.span);
        }
        if self.costs.contexts.contains(&node.id) {
            self.replacing.context(node.id, input);
        }
        if matches!(node.kind, NodeKind::Wildcard) && input.type_name() == "function" {
            self.seen.differences.insert(Difference::WildcardFunction);
        }
    }

    fn filter_begin(&mut self, predicate: &Node) {
        self.seen.filters.begin(predicate.span);
    }

    fn filter_item(&mut self, _: &Node, index: usize, _: ValueRef<'_>, passed: bool) {
        self.seen.filters.item(index, passed);
    }

    fn filter_end(&mut self, _: &Node) {
        self.seen.filters.end();
    }

    fn exit(&mut self, node: &Node, outcome: Outcome<'_>) {
        self.depth = self.depth.saturating_sub(1);
        let Outcome::Value(value) = outcome else { return };
        if self.depth == 0 {
            self.seen.ends_in_function = value.type_name() == "function";
        }
        if builds(node) {
            self.build(size(value));
        }
        if let Some((cost, call)) = self.costs.arguments.get(&node.id) {
            let bytes = self.replacing.cost(*cost, *call, value);
            self.build(bytes);
        }
        if let Some(watched) = self.watched.get(&node.id) {
            match seen(*watched, value, self.most) {
                Ok(difference) => self.seen.differences.extend(difference),
                Err(TooMuch) => self.stop.cancel(),
            }
        }
        if self.shape.parts.contains(&node.id) {
            match self.kept(node, value) {
                Ok(kept) => {
                    self.seen.values.insert(node.id, kept);
                }
                Err(TooMuch) => self.stop.cancel(),
            }
        }
    }
}

impl Watch<'_> {
    fn kept(&self, node: &Node, value: ValueRef<'_>) -> Result<Kept, TooMuch> {
        Ok(match value.type_name() {
            "array" if !self.shape.joined.contains(&node.id) => Kept::Array(items(value)),
            "object" if !self.shape.joined.contains(&node.id) => Kept::Object,
            _ => json_within(value, self.most)?.map_or(Kept::Nothing, Kept::Json),
        })
    }
}

/// Whether the part makes a value that was not there before.
fn builds(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Binary { op, .. } => matches!(op, BinaryOp::Concat | BinaryOp::Range),
        NodeKind::Function { .. }
        | NodeKind::Apply { .. }
        | NodeKind::Array { .. }
        | NodeKind::Transform(_) => true,
        NodeKind::Path { .. } => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::cost::costs;
    use super::*;
    use jlens_core::{Bindings, Expression, Options};

    fn watched(text: &str, most: usize) -> (Result<(), String>, Seen) {
        let expression = Expression::compile(text).unwrap();
        let (shape, differences) = (Shape::default(), HashMap::new());
        let costs = costs(&expression.ast().root);
        let mut watch = Watch::new(&shape, &differences, &costs, most);
        let options = Options::new().cancel_token(watch.stop.clone());
        let stop = watch.stop.clone();
        let result = expression.evaluate_traced(None, &Bindings::new(), &options, &mut watch);
        {
            let result = result.map(|_| ()).map_err(|error| error.code().to_owned());
            // What was stopped behind its last step has a value.
            (if stop.is_cancelled() { Err("U1003".to_owned()) } else { result }, watch.seen)
        }
    }

    #[test]
    fn what_is_built_is_counted() {
        for (text, from, to) in [
            ("$uppercase('0123456789')", 10, 60),
            ("$pad('', 1000)", 1000, 2100),
            ("$count([1..1000])", 16_000, 50_000),
            ("'abc' & 'def'", 6, 20),
            ("$merge([{'a': 1}, {'b': 2}])", 32, 200),
        ] {
            let (result, seen) = watched(text, 1 << 20);
            assert_eq!(result, Ok(()), "{text}");
            assert!((from..to).contains(&seen.built), "{text}: {}", seen.built);
        }
    }

    #[test]
    fn an_evaluation_that_builds_too_much_stops() {
        for text in [
            "$map([1..1000], function($i) { $pad('', 10000 + $i) })",
            "$map([1..1000], function($i) { [1..10000] })",
            "($s := $pad('', 10000); $map([1..1000], function($i) { $s & $i }))",
            "($s := $pad('', 10000); $map([1..1000], function($i) { $uppercase($s) }))",
            "($s := $pad('', 10000); $map($map([1..1000], function($i) { $s }), $uppercase))",
            "($s := $pad('', 10000); $map([1..1000], function($i) { $s }) ~> $map($uppercase))",
            "($s := $pad('', 1000); $p := $map([1..100], function($i) { $s }); \
              $map([1..1000], function($i) { $join($p) }))",
            "($s := $pad('', 10000); $map([1..1000], function($i) { $split($s, '') }))",
            "$replace($pad('', 2000, 'a'), 'a', $pad('', 2000, 'b'))",
            "$pad('', 2000, 'a').$replace(/a/, $pad('', 2000, 'b'))",
            "($r := $replace; $r($pad('', 2000, 'a'), 'a', $pad('', 2000, 'b')))",
            "($r := $replace(?, 'a', $pad('', 2000, 'b')); $r($pad('', 2000, 'a')))",
            "($p := $pad; $map([1..1000], function($i) { $p('', 10000) }))",
            "($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f('0123456789', 22))",
        ] {
            let (result, _) = watched(text, 1 << 20);
            assert!(
                matches!(result.as_ref().map_err(String::as_str), Err("U1003" | "U1001")),
                "{text}: {result:?}"
            );
        }
    }
}
