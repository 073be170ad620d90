//! Calls of `$eval`, and of the functions that EventBridge adds.

use super::{Checked, bound, called};
use crate::diagnostics;
use crate::functions::{ALGORITHMS, Algorithm, EXTRA};
use crate::message::{Arguments, Message};
use jlens_core::ast::{Node, NodeKind};
use rulepad_document::Diagnostic;
use std::collections::BTreeMap;

/// Reports `$eval`, and calls of AWS's functions that fail whatever the event is.
pub(crate) fn check(root: &Node, checked: Checked<'_>, found: &mut Vec<Diagnostic<Message>>) {
    let bound = bound(root);
    // `x ~> $f(y)` gives the function one argument more, and so does a step in front of it nothing.
    let mut applied: BTreeMap<usize, usize> = BTreeMap::new();
    root.walk(&mut |node| {
        if let NodeKind::Apply { rhs, .. } = &node.kind {
            applied.insert(rhs.span.start, 1);
        }
    });
    root.walk(&mut |node| match &node.kind {
        NodeKind::Variable { name } if name == "eval" && !bound.contains("eval") => {
            found.push(diagnostics::eval(checked, node));
        }
        NodeKind::Function { procedure, args } => {
            let Some(name) = called(procedure).filter(|name| !bound.contains(name)) else { return };
            let Some((function, least, most)) = EXTRA.into_iter().find(|(own, ..)| *own == name) else {
                return;
            };
            let before = applied.get(&node.span.start).copied().unwrap_or(0);
            let given = args.len() + before;
            if !(least..=most).contains(&given) {
                let what = Arguments::Count { function, given, least, most };
                found.push(diagnostics::arguments(checked, node, what));
                return;
            }
            let argument = |at: usize| at.checked_sub(before).and_then(|at| args.get(at));
            found.extend(values(function, argument, checked));
            if function == "random" && given == 0 {
                found.push(diagnostics::random_without_seed(checked, node));
            }
        }
        _ => {}
    });
}

/// What is wrong with arguments that are literals.
fn values<'n>(
    function: &str,
    argument: impl Fn(usize) -> Option<&'n Node>,
    checked: Checked<'_>,
) -> Option<Diagnostic<Message>> {
    match function {
        "hash" => {
            let node = argument(1)?;
            let NodeKind::String { value } = &node.kind else { return None };
            if Algorithm::of(value).is_some() {
                return None;
            }
            let plain = |name: &str| name.replace('-', "").to_uppercase();
            let meant = ALGORITHMS.iter().find(|(own, _)| plain(own) == plain(value)).map(|(own, _)| *own);
            Some(diagnostics::algorithm(checked, node, value, meant))
        }
        "partition" => {
            let node = argument(1)?;
            (number(node)?.floor() < 1.0)
                .then(|| diagnostics::arguments(checked, node, Arguments::PartitionSize))
        }
        "range" => {
            let node = argument(2)?;
            (number(node)?.floor() == 0.0)
                .then(|| diagnostics::arguments(checked, node, Arguments::RangeStep))
        }
        _ => None,
    }
}

/// The number that a literal is, with its sign.
fn number(node: &Node) -> Option<f64> {
    match &node.kind {
        NodeKind::Number { value } => Some(*value),
        NodeKind::Negate { expr } => number(expr).map(|value| -value),
        _ => None,
    }
}
