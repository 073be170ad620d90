//! Sub-rules by the conditions they share, the rarest condition first.

use crate::names::NONE;

/// Set in [`Edge::to`] where one sub-rule is left.
const LEAF: u32 = 1 << 31;

/// From a node to what is left when a condition holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub condition: u32,
    to: u32,
    /// The rule that is completed; [`NONE`] where something is left to ask.
    pub completes: u32,
}

/// What an edge leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Another node.
    Node(u32),
    /// One sub-rule, whose other conditions are asked one by one.
    Rule(u32),
}

impl Edge {
    /// The edge to nowhere.
    pub const NOWHERE: Self = Self { condition: NONE, to: NONE, completes: NONE };

    pub fn new(condition: u32, to: Target, completes: Option<u32>) -> Self {
        let to = match to {
            Target::Node(node) => node,
            Target::Rule(rule) => rule | LEAF,
        };
        Self { condition, to, completes: completes.unwrap_or(NONE) }
    }

    #[inline(always)]
    pub fn target(self) -> Target {
        if self.to & LEAF == 0 { Target::Node(self.to) } else { Target::Rule(self.to & !LEAF) }
    }
}

/// A stretch of one of the tree's lists.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stretch {
    pub start: u32,
    pub end: u32,
}

impl Stretch {
    #[inline(always)]
    pub fn of<T>(self, list: &[T]) -> &[T] {
        list.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// What is left when the conditions on the way to a node hold.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Node {
    /// How many conditions are on the way.
    pub depth: u32,
    /// Sub-rules of which nothing is left, in [`Tree::matched`].
    pub matched: Stretch,
    /// Edges for conditions that hold only if a value is accepted, sorted by condition.
    pub edges: Stretch,
    /// Edges for conditions that accept absence.
    pub absent: Stretch,
    /// Edges for conditions that accept what they do not refuse, by field.
    pub groups: Stretch,
}

/// Edges for conditions on one field that accept what they do not refuse, sorted by condition.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    pub field: u32,
    pub edges: Stretch,
    /// For edges that each complete a rule: the rules' numbers in the same order; empty otherwise.
    pub rules: Stretch,
}

/// A sub-rule: the conditions that must hold together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sub {
    /// The number of its rule.
    pub rule: u32,
    /// Whether the rule has others.
    pub shared: bool,
    /// Its conditions, the rarest first.
    pub conditions: Stretch,
    /// The same by name, as AWS's engine tries them.
    pub by_name: Stretch,
}

/// The tree; the first node is its root.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tree {
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    pub groups: Vec<Group>,
    /// The numbers of sub-rules, each with its rule's if it has no other sub-rule.
    pub matched: Vec<(u32, u32)>,
    /// The numbers of rules.
    pub rules: Vec<u32>,
    pub subs: Vec<Sub>,
    /// The numbers of conditions.
    pub conditions: Vec<u32>,
    /// The edge from the root of each condition that accepts values.
    pub from_root: Vec<Edge>,
}

impl Tree {
    pub fn bytes(&self) -> usize {
        size_of_val(self.nodes.as_slice())
            + size_of_val(self.edges.as_slice())
            + size_of_val(self.groups.as_slice())
            + size_of_val(self.matched.as_slice())
            + size_of_val(self.rules.as_slice())
            + size_of_val(self.subs.as_slice())
            + size_of_val(self.conditions.as_slice())
            + size_of_val(self.from_root.as_slice())
    }
}
