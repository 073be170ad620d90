//! Where JSONata 2.0.6 and the engine disagree.
//!
//! Some differences are in the expression (`??`), others depend on values: the calls that can differ are watched while
//! they are evaluated. Of 1,686 cases of the official suite, 54 have another answer in 2.0.6, and each has a difference
//! here (`tests/official.rs`).

use super::{bound, called};
use crate::engine::cost::{TooMuch, json_within};
use crate::engine::number;
use crate::unverified::Difference;
use jlens_core::ast::{BinaryOp, FallbackOp, Node, NodeId, NodeKind};
use jlens_core::audit::ValueRef;
use serde_json::Value as Json;
use std::collections::{BTreeSet, HashMap};

/// A part whose value decides whether the versions disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Watched {
    /// The pattern of `$contains`.
    ContainsPattern,
    /// The object of `$each`.
    EachObject,
    /// An argument of `$pad`.
    PadArgument,
    /// The picture of `$formatNumber`.
    Picture,
    /// A value that becomes a string.
    ToString,
    /// A grouping of a path with `@` or `#`.
    Grouping,
}

/// What can differ in an expression.
#[derive(Clone, Debug, Default)]
pub(crate) struct Versions {
    /// Differences whatever the values are.
    pub always: BTreeSet<Difference>,
    /// Parts whose values decide.
    pub watched: HashMap<NodeId, Watched>,
}

/// What can differ in an expression.
pub(crate) fn versions(root: &Node) -> Versions {
    let bound = bound(root);
    let mut out = Versions::default();
    let mut called_at = BTreeSet::new();
    root.walk(&mut |node| match &node.kind {
        NodeKind::Fallback { op: FallbackOp::Coalesce, .. } => {
            out.always.insert(Difference::Coalescing);
        }
        NodeKind::Fallback { op: FallbackOp::Default, .. } => {
            out.always.insert(Difference::Default);
        }
        NodeKind::Lambda(definition) => {
            let variadic = definition.signature.as_ref().is_some_and(|own| own.definition.contains('+'));
            out.always.extend(variadic.then_some(Difference::VariadicSignature));
        }
        NodeKind::Binary { op: BinaryOp::Concat, lhs, rhs } => {
            out.watched.insert(lhs.id, Watched::ToString);
            out.watched.insert(rhs.id, Watched::ToString);
        }
        NodeKind::Function { procedure, args } | NodeKind::Partial { procedure, args } => {
            if let Some(name) = called(procedure) {
                called_at.insert(procedure.span.start);
                if !bound.contains(name) {
                    call(name, args, &mut out);
                }
            }
        }
        NodeKind::Apply { lhs, rhs } => {
            if let NodeKind::Function { procedure, .. } = &rhs.kind {
                applied(called(procedure).unwrap_or_default(), lhs, &mut out);
            }
        }
        _ => {}
    });
    root.walk(&mut |node| {
        if node.attrs.group.is_some() && has_tuples(node) {
            out.watched.insert(node.id, Watched::Grouping);
        }
        // A function that is handed on may be called with anything.
        if let NodeKind::Variable { name } = &node.kind
            && !called_at.contains(&node.span.start)
            && !bound.contains(name.as_str())
        {
            out.always.extend(handed_on(name));
        }
    });
    out
}

fn call(name: &str, args: &[Node], out: &mut Versions) {
    let mut watch = |node: Option<&Node>, what: Watched| {
        if let Some(node) = node {
            out.watched.insert(node.id, what);
        }
    };
    match name {
        "contains" => watch(args.last(), Watched::ContainsPattern),
        "each" => watch(args.first().filter(|_| args.len() > 1), Watched::EachObject),
        "pad" => args.iter().for_each(|argument| watch(Some(argument), Watched::PadArgument)),
        "formatNumber" => args.iter().for_each(|argument| watch(Some(argument), Watched::Picture)),
        "string" => args.iter().for_each(|argument| watch(Some(argument), Watched::ToString)),
        "toMillis" if args.iter().any(|argument| !is_iso(argument)) => {
            out.always.extend((args.len() > 1).then_some(Difference::ToMillisPicture));
        }
        _ => {}
    }
}

/// `x ~> $f(…)`: `x` is the first argument.
fn applied(name: &str, lhs: &Node, out: &mut Versions) {
    let what = match name {
        "each" => Watched::EachObject,
        "pad" => Watched::PadArgument,
        "formatNumber" => Watched::Picture,
        "string" => Watched::ToString,
        "toMillis" => {
            out.always.insert(Difference::ToMillisPicture);
            return;
        }
        _ => return,
    };
    out.watched.insert(lhs.id, what);
}

/// Whether an argument cannot be a picture.
fn is_iso(argument: &Node) -> bool {
    matches!(&argument.kind, NodeKind::String { value } if !value.contains('['))
}

fn handed_on(name: &str) -> Option<Difference> {
    match name {
        "contains" => Some(Difference::ContainsNothing),
        "each" => Some(Difference::EachNothing),
        "pad" => Some(Difference::PadFraction),
        "formatNumber" => Some(Difference::FormatNumberPicture),
        "string" => Some(Difference::LongInteger),
        "toMillis" => Some(Difference::ToMillisPicture),
        _ => None,
    }
}

fn has_tuples(node: &Node) -> bool {
    let mut any = node.attrs.tuple;
    if let NodeKind::Path { steps, .. } = &node.kind {
        any |= steps
            .iter()
            .any(|step| step.attrs.tuple || step.attrs.focus.is_some() || step.attrs.index.is_some());
    }
    any
}

/// The difference that a value of a watched part makes; an error where looking at it would take more bytes than `most`.
pub(crate) fn seen(
    watched: Watched,
    value: ValueRef<'_>,
    most: usize,
) -> Result<Option<Difference>, TooMuch> {
    let json = match watched {
        Watched::ToString | Watched::Grouping => json_within(value, most)?,
        Watched::ContainsPattern | Watched::EachObject | Watched::PadArgument | Watched::Picture => None,
    };
    Ok(difference(watched, value, json.as_ref()))
}

fn difference(watched: Watched, value: ValueRef<'_>, json: Option<&Json>) -> Option<Difference> {
    match watched {
        Watched::ContainsPattern => value.is_undefined().then_some(Difference::ContainsNothing),
        Watched::EachObject => value.is_undefined().then_some(Difference::EachNothing),
        Watched::PadArgument => {
            let width = (value.type_name() == "number").then(|| value.to_json()).flatten()?.as_f64()?;
            (width.fract() != 0.0).then_some(Difference::PadFraction)
        }
        Watched::Picture => match value.type_name() {
            "string" => {
                let picture = value.to_json()?;
                let picture = picture.as_str()?;
                let without_digit = !picture.contains(|c: char| c == '#' || c.is_numeric());
                (without_digit || picture.contains('e')).then_some(Difference::FormatNumberPicture)
            }
            // Options give other characters their meaning.
            "object" => Some(Difference::FormatNumberPicture),
            _ => None,
        },
        Watched::ToString => match value.type_name() {
            "number" | "array" | "object" => has_long_integer(json?).then_some(Difference::LongInteger),
            _ => None,
        },
        Watched::Grouping => {
            let empty = json?.as_object()?.is_empty();
            empty.then_some(Difference::GroupNothing)
        }
    }
}

/// Whether a value has an integer that 15 digits do not hold.
fn has_long_integer(value: &Json) -> bool {
    match value {
        Json::Number(own) => {
            let own = own.as_f64().unwrap_or(0.0);
            own.fract() == 0.0 && own.abs() >= 1e15 && number::read(&format!("{own:.14e}")) != own
        }
        Json::Array(items) => items.iter().any(has_long_integer),
        Json::Object(members) => members.values().any(has_long_integer),
        _ => false,
    }
}
