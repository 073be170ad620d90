//! From marks to rules: which sub-rules have all their conditions.

pub(crate) mod elements;
pub(crate) mod marks;
pub(crate) mod search;
pub(crate) mod tree;

use crate::names::NONE;
use elements::Elements;
use marks::{Condition, Marks, holds};
use search::{Search, Seen};
use tree::{Edge, Group, Node, Target, Tree};

/// How the conditions on the way to a node hold.
#[derive(Clone, Copy, Debug, Default)]
struct Way {
    /// How many hold in an element only.
    elements: u32,
    /// Whether one may hold by absence within elements.
    absence: bool,
}

impl Way {
    #[inline(always)]
    fn with(self, bits: u8) -> Self {
        if bits & holds::FREE != 0 {
            return self;
        }
        Self { elements: self.elements + 1, absence: self.absence || bits & holds::ABSENT != 0 }
    }

    /// Whether nothing has to be chosen together.
    #[inline(always)]
    fn is_sure(self) -> bool {
        self.elements <= 1 && !self.absence
    }
}

/// Buffers of the decision, and its result.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decision {
    pub matched: Vec<u32>,
    pub undecided: Vec<u32>,
    stack: Vec<(u32, Way)>,
    /// For each rule with several sub-rules the generation in which it matched.
    done: Vec<u32>,
    left_out: Vec<usize>,
    search: Search,
}

/// One event's decision.
struct Decide<'d> {
    tree: &'d Tree,
    conditions: &'d [Condition],
    marks: &'d Marks,
    elements: &'d Elements,
    out: &'d mut Decision,
    left: u64,
}

impl Decision {
    /// Writes the rules that match into `matched`, and those of which the work limit was reached into
    /// `undecided`. `left` is what all searches of the event may cost.
    pub fn run(
        &mut self,
        tree: &Tree,
        conditions: &[Condition],
        marks: &Marks,
        elements: &Elements,
        rules: usize,
        left: u64,
    ) {
        self.matched.clear();
        self.undecided.clear();
        self.stack.clear();
        if self.done.len() < rules {
            self.done.resize(rules, 0);
        }
        let mut decide = Decide { tree, conditions, marks, elements, out: self, left };
        decide.root();
        while let Some((node, way)) = decide.out.stack.pop() {
            if let Some(node) = tree.nodes.get(node as usize) {
                decide.node(node, way);
            }
        }
        if !self.undecided.is_empty() {
            let done = &self.done;
            let matched = |rule: &u32| done.get(*rule as usize) == Some(&marks.generation());
            self.undecided.retain(|rule| !matched(rule));
            self.undecided.sort_unstable();
            self.undecided.dedup();
        }
    }
}

impl Decision {
    /// Leaves every rule undecided.
    pub fn give_up(&mut self, rules: &[u32]) -> &[u32] {
        self.undecided.clear();
        self.undecided.extend_from_slice(rules);
        &self.undecided
    }
}

impl Decide<'_> {
    fn root(&mut self) {
        let Some(root) = self.tree.nodes.first() else { return };
        self.special(root, Way::default());
        for condition in &self.marks.touched {
            if let Some(edge) = self.tree.from_root.get(*condition as usize)
                && edge.condition == *condition
            {
                self.follow(*edge, 0, self.marks.accepted(*condition), Way::default());
            }
        }
    }

    fn node(&mut self, node: &Node, way: Way) {
        self.special(node, way);
        let edges = node.edges.of(&self.tree.edges);
        let touched = &self.marks.touched;
        if edges.len() / 16 < touched.len() {
            for edge in edges {
                let bits = self.marks.accepted(edge.condition);
                if bits != 0 {
                    self.follow(*edge, node.depth, bits, way);
                }
            }
            return;
        }
        for condition in touched {
            if let Ok(at) = edges.binary_search_by_key(condition, |edge| edge.condition)
                && let Some(edge) = edges.get(at)
            {
                self.follow(*edge, node.depth, self.marks.accepted(*condition), way);
            }
        }
    }

    /// What does not depend on an accepted value.
    #[inline]
    fn special(&mut self, node: &Node, way: Way) {
        let sure = way.is_sure();
        for (sub, rule) in node.matched.of(&self.tree.matched) {
            if sure && *rule != NONE {
                self.out.matched.push(*rule);
            } else {
                self.finish(*sub, way);
            }
        }
        for edge in node.absent.of(&self.tree.edges) {
            let bits = self.holds(edge.condition);
            if bits != 0 {
                self.follow(*edge, node.depth, bits, way);
            }
        }
        for group in node.groups.of(&self.tree.groups) {
            let (all, free) = self.marks.values(group.field);
            if all == 0 {
                continue;
            }
            let edges = group.edges.of(&self.tree.edges);
            let whole = free > 0 && group.rules.end > group.rules.start && way.is_sure();
            if whole && self.marks.refused.len() < edges.len() / 16 {
                self.whole(group, edges, node.depth, way);
                continue;
            }
            for edge in edges {
                // A condition that refused no value holds by any of them.
                let bits = match self.marks.is_refused(edge.condition) {
                    true => self.holds(edge.condition),
                    false if free > 0 => holds::FREE,
                    false => holds::ELEMENT,
                };
                if bits != 0 {
                    self.follow(*edge, node.depth, bits, way);
                }
            }
        }
    }

    /// A group of which few conditions refused a value: the rules of all others match.
    fn whole(&mut self, group: &Group, edges: &[Edge], depth: u32, way: Way) {
        self.out.left_out.clear();
        for condition in &self.marks.refused {
            if let Ok(at) = edges.binary_search_by_key(condition, |edge| edge.condition) {
                self.out.left_out.push(at);
            }
        }
        self.out.left_out.sort_unstable();
        let rules = group.rules.of(&self.tree.rules);
        let mut from = 0;
        for at in &self.out.left_out {
            self.out.matched.extend_from_slice(rules.get(from..*at).unwrap_or_default());
            from = at + 1;
        }
        self.out.matched.extend_from_slice(rules.get(from..).unwrap_or_default());
        for at in 0..self.out.left_out.len() {
            let edge = self.out.left_out.get(at).and_then(|at| edges.get(*at)).copied();
            if let Some(edge) = edge {
                let bits = self.holds(edge.condition);
                if bits != 0 {
                    self.follow(edge, depth, bits, way);
                }
            }
        }
    }

    #[inline(always)]
    fn holds(&self, number: u32) -> u8 {
        self.conditions.get(number as usize).map_or(0, |condition| self.marks.holds(number, *condition))
    }

    #[inline]
    fn follow(&mut self, edge: Edge, depth: u32, bits: u8, way: Way) {
        let mut way = way.with(bits);
        if edge.completes != NONE && way.is_sure() {
            self.out.matched.push(edge.completes);
            return;
        }
        match edge.target() {
            Target::Node(node) => self.out.stack.push((node, way)),
            Target::Rule(number) => {
                let Some(sub) = self.tree.subs.get(number as usize) else { return };
                let conditions = sub.conditions.of(&self.tree.conditions);
                for condition in conditions.get(depth as usize + 1..).unwrap_or_default() {
                    let bits = self.holds(*condition);
                    if bits == 0 {
                        return;
                    }
                    way = way.with(bits);
                }
                self.finish(number, way);
            }
        }
    }

    /// Every condition of a sub-rule holds on its own.
    #[inline]
    fn finish(&mut self, number: u32, way: Way) {
        let Some(sub) = self.tree.subs.get(number as usize) else { return };
        let generation = self.marks.generation();
        if sub.shared && self.out.done.get(sub.rule as usize) == Some(&generation) {
            return;
        }
        if !way.is_sure() {
            let seen = Seen { marks: self.marks, elements: self.elements, conditions: self.conditions };
            let by_name = sub.by_name.of(&self.tree.conditions);
            match self.out.search.run(&seen, by_name, way.absence, &mut self.left) {
                Some(true) => {}
                Some(false) => return,
                None => {
                    self.out.undecided.push(sub.rule);
                    return;
                }
            }
        }
        if sub.shared
            && let Some(done) = self.out.done.get_mut(sub.rule as usize)
        {
            *done = generation;
        }
        self.out.matched.push(sub.rule);
    }
}
