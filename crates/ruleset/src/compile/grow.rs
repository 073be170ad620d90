//! The tree of sub-rules.

use crate::decide::marks::Condition;
use crate::decide::tree::{Edge, Group, Node, Stretch, Sub, Target, Tree};
use crate::names::NONE;

/// Sub-rules that share the conditions on the way to a node.
struct Shared {
    node: u32,
    depth: usize,
    subs: std::ops::Range<usize>,
}

/// Puts the sub-rules into the tree; their conditions are in it already.
pub(crate) fn grow(tree: &mut Tree, mut subs: Vec<Sub>, conditions: &[Condition]) {
    subs.sort_by(|a, b| {
        let own = |sub: &Sub| sub.conditions.of(&tree.conditions);
        own(a).cmp(own(b)).then(a.rule.cmp(&b.rule))
    });
    tree.nodes.push(Node::default());
    let mut open = vec![Shared { node: 0, depth: 0, subs: 0..subs.len() }];
    while let Some(shared) = open.pop() {
        let node = node(tree, &shared, &subs, conditions, &mut open);
        if let Some(place) = tree.nodes.get_mut(shared.node as usize) {
            *place = node;
        }
    }
    tree.from_root = vec![Edge::NOWHERE; conditions.len()];
    if let Some(root) = tree.nodes.first_mut() {
        for edge in root.edges.of(&tree.edges) {
            if let Some(place) = tree.from_root.get_mut(edge.condition as usize) {
                *place = *edge;
            }
        }
    }
    tree.subs = subs;
}

fn node(
    tree: &mut Tree,
    shared: &Shared,
    subs: &[Sub],
    conditions: &[Condition],
    open: &mut Vec<Shared>,
) -> Node {
    let next = |at: usize| {
        let own = subs.get(at)?.conditions.of(&tree.conditions);
        own.get(shared.depth).copied()
    };
    // Sorted, so those of which nothing is left come first.
    let mut at = shared.subs.start;
    while at < shared.subs.end && next(at).is_none() {
        at += 1;
    }
    let done = shared.subs.start..at;
    let mut runs = Vec::new();
    while at < shared.subs.end {
        let condition = next(at);
        let start = at;
        while at < shared.subs.end && next(at) == condition {
            at += 1;
        }
        runs.push((condition.unwrap_or(NONE), start..at));
    }
    let start = tree.matched.len() as u32;
    let alone = |at: usize| subs.get(at).filter(|sub| !sub.shared).map_or(NONE, |sub| sub.rule);
    tree.matched.extend(done.map(|at| (at as u32, alone(at))));
    let matched = Stretch { start, end: tree.matched.len() as u32 };
    let (mut edges, mut absent, mut by_field) = (Vec::new(), Vec::new(), Vec::new());
    for (condition, run) in runs {
        let target = if run.len() == 1 {
            Target::Rule(run.start as u32)
        } else {
            tree.nodes.push(Node::default());
            let node = tree.nodes.len() as u32 - 1;
            open.push(Shared { node, depth: shared.depth + 1, subs: run });
            Target::Node(node)
        };
        let edge = Edge::new(condition, target, completes(target, shared.depth, subs));
        match conditions.get(condition as usize) {
            Some(own) if own.absence => absent.push(edge),
            Some(own) if own.open => by_field.push((own.field, edge)),
            _ => edges.push(edge),
        }
    }
    let groups = groups(tree, &by_field);
    let edges = append(&mut tree.edges, &edges);
    let absent = append(&mut tree.edges, &absent);
    Node { depth: shared.depth as u32, matched, edges, absent, groups }
}

/// The rule that one more condition completes, if it has no other sub-rule.
fn completes(target: Target, depth: usize, subs: &[Sub]) -> Option<u32> {
    let Target::Rule(sub) = target else { return None };
    let sub = subs.get(sub as usize)?;
    let is_last = sub.conditions.end - sub.conditions.start == depth as u32 + 1;
    (is_last && !sub.shared).then_some(sub.rule)
}

/// Groups by field; conditions are numbered field by field, so each group is one run.
fn groups(tree: &mut Tree, edges: &[(u32, Edge)]) -> Stretch {
    let start = tree.groups.len() as u32;
    for run in edges.chunk_by(|a, b| a.0 == b.0) {
        let (whole, other): (Vec<Edge>, Vec<Edge>) =
            run.iter().map(|(_, edge)| *edge).partition(|edge| edge.completes != NONE);
        let field = run.first().map_or(NONE, |(field, _)| *field);
        for edges in [whole, other] {
            if edges.is_empty() {
                continue;
            }
            let rules: Vec<u32> =
                edges.iter().map(|edge| edge.completes).filter(|rule| *rule != NONE).collect();
            let rules = append(&mut tree.rules, &rules);
            let edges = append(&mut tree.edges, &edges);
            tree.groups.push(Group { field, edges, rules });
        }
    }
    Stretch { start, end: tree.groups.len() as u32 }
}

fn append<T: Copy>(list: &mut Vec<T>, own: &[T]) -> Stretch {
    let start = list.len() as u32;
    list.extend_from_slice(own);
    Stretch { start, end: list.len() as u32 }
}
