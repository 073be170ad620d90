//! How much memory a call takes, told by its arguments: the result of a call at the end of a function is not seen where the
//! call is.

use crate::checks::{bound, called};
use jlens_core::ast::{Node, NodeId, NodeKind};
use jlens_core::audit::{CaptureLimits, ValueRef};
use serde_json::Value as Json;
use std::collections::{BTreeSet, HashMap};
use std::fmt::{self, Write};

/// How many bytes an item of an array takes at least.
const ITEM: usize = 16;

/// How an argument makes the result of its call large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cost {
    /// By all that is in it.
    Deep,
    /// By how many items it has.
    Items,
    /// By its value: the width of `$pad`.
    Value,
    /// By its value or by all that is in it: the call may be of any function.
    Any,
    /// As the first, second or third argument of `$replace`, which writes the third for each place where the first holds
    /// the second.
    Replace(usize),
    /// As the third argument of a `$replace` whose first is not known.
    ReplaceUnknown,
}

/// The arguments that make results large.
#[derive(Clone, Debug, Default)]
pub(crate) struct Costs {
    /// What an argument costs, and the call that it is of.
    pub arguments: HashMap<NodeId, (Cost, NodeId)>,
    /// The calls of `$replace` that take their text from the context.
    pub contexts: BTreeSet<NodeId>,
    /// Whether `$replace` may be called with a plain text, in which it cannot be stopped.
    pub replaces: bool,
}

/// The arguments that make results large, by their node.
pub(crate) fn costs(root: &Node) -> Costs {
    let bound = bound(root);
    let built_in: BTreeSet<&str> =
        jlens_core::function_catalog().into_iter().map(|function| function.name).collect();
    let is_built_in = |name: &str| built_in.contains(name) && !bound.contains(name);
    // Where a function is a value, a call by another name may be of that function.
    let mut procedures = BTreeSet::new();
    let mut is_value = false;
    root.walk(&mut |node| match &node.kind {
        NodeKind::Function { procedure, .. } | NodeKind::Partial { procedure, .. } => {
            procedures.insert(procedure.span.start);
            is_value |= matches!(node.kind, NodeKind::Partial { .. });
        }
        NodeKind::Variable { name } if is_built_in(name) => {
            is_value |= !procedures.contains(&node.span.start);
        }
        _ => {}
    });
    let mut out = Costs::default();
    root.walk(&mut |node| {
        out.replaces |= matches!(&node.kind, NodeKind::Variable { name } if name == "replace");
        let (name, given): (Option<&str>, Vec<&Node>) = match &node.kind {
            NodeKind::Function { procedure, args } | NodeKind::Partial { procedure, args } => {
                (called(procedure), args.iter().collect())
            }
            NodeKind::Apply { lhs, rhs } => match &rhs.kind {
                NodeKind::Function { procedure, args } => {
                    (called(procedure), std::iter::once(&**lhs).chain(args).collect())
                }
                _ => (called(rhs), vec![&**lhs]),
            },
            _ => return,
        };
        // A function that is handed on is called for each item.
        let hands_on = given.iter().any(|argument| called(argument).is_some_and(is_built_in));
        let is_partial = matches!(node.kind, NodeKind::Partial { .. });
        let of_replace = |at: usize, from_context: bool| match at + usize::from(from_context) {
            2 if is_partial => Cost::ReplaceUnknown,
            at @ 0..=2 => Cost::Replace(at),
            _ => Cost::Items,
        };
        let name = name.filter(|name| is_built_in(name));
        let from_context = name == Some("replace") && given.len() == 2;
        if from_context {
            out.contexts.insert(node.id);
        }
        for (at, argument) in given.iter().enumerate() {
            let cost = match name {
                _ if hands_on => Cost::Deep,
                Some("pad") => Cost::Value,
                Some("replace") => of_replace(at, from_context),
                Some(name) if makes_text(name) => Cost::Deep,
                Some(name) if makes_arrays(name) => Cost::Items,
                None if is_value && given.len() > 2 => of_replace(at, false),
                None if is_value => Cost::Any,
                _ => continue,
            };
            out.arguments.insert(argument.id, (cost, node.id));
        }
    });
    out
}

fn makes_text(name: &str) -> bool {
    matches!(
        name,
        "string"
            | "substring"
            | "substringBefore"
            | "substringAfter"
            | "lowercase"
            | "uppercase"
            | "trim"
            | "match"
            | "replace"
            | "split"
            | "join"
            | "base64encode"
            | "base64decode"
            | "encodeUrl"
            | "encodeUrlComponent"
            | "decodeUrl"
            | "decodeUrlComponent"
            | "clone"
            | "eval"
    )
}

fn makes_arrays(name: &str) -> bool {
    matches!(
        name,
        "append"
            | "reverse"
            | "shuffle"
            | "distinct"
            | "sort"
            | "zip"
            | "spread"
            | "keys"
            | "merge"
            | "map"
            | "filter"
            | "each"
            | "sift"
    )
}

/// What is known of the calls of `$replace` that are being evaluated.
#[derive(Debug, Default)]
pub(crate) struct Replacing(HashMap<NodeId, (String, Option<String>)>);

impl Replacing {
    /// The text of a call comes from its context.
    pub fn context(&mut self, call: NodeId, input: ValueRef<'_>) {
        self.0.insert(call, (text(input).unwrap_or_default(), None));
    }

    /// How many bytes the value of an argument stands for.
    pub fn cost(&mut self, cost: Cost, call: NodeId, value: ValueRef<'_>) -> usize {
        match cost {
            Cost::Deep => weight(value),
            Cost::Items => items(value).saturating_mul(ITEM),
            Cost::Value | Cost::Any if value.type_name() == "number" => {
                let width = value.to_json().as_ref().and_then(Json::as_f64).unwrap_or(0.0).abs();
                if width < 1e8 { width as usize } else { 0 }
            }
            Cost::Value => size(value),
            Cost::Any => weight(value),
            Cost::Replace(0) => {
                let text = text(value).unwrap_or_default();
                let bytes = text.len();
                self.0.insert(call, (text, None));
                bytes
            }
            Cost::Replace(1) => {
                if let Some((_, pattern)) = self.0.get_mut(&call) {
                    *pattern = text(value);
                }
                0
            }
            Cost::Replace(_) => {
                let with = size(value);
                let (text, pattern) = self.0.remove(&call).unwrap_or_default();
                let times = match pattern.filter(|pattern| !pattern.is_empty()) {
                    Some(pattern) => text.matches(pattern.as_str()).count(),
                    // A regular expression may match each character.
                    None => text.len(),
                };
                times.saturating_mul(with)
            }
            Cost::ReplaceUnknown => size(value).saturating_mul(1024),
        }
    }
}

fn text(value: ValueRef<'_>) -> Option<String> {
    match (value.type_name() == "string").then(|| value.to_json()).flatten() {
        Some(Json::String(text)) => Some(text),
        _ => None,
    }
}

/// How many bytes a value takes at least, without what is inside the items of an array: that was counted when it was
/// built.
pub(crate) fn size(value: ValueRef<'_>) -> usize {
    match value.type_name() {
        "string" => value.to_json().and_then(|json| json.as_str().map(str::len)).unwrap_or(0),
        "array" | "object" => items(value).saturating_mul(ITEM),
        _ => 0,
    }
}

/// How many bytes a value takes as JSON: a value that is in it several times counts each time. More than the engine
/// prints, 256 MiB, counts as no end.
fn weight(value: ValueRef<'_>) -> usize {
    struct Count {
        bytes: usize,
        failed: bool,
    }
    impl Write for Count {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            // The engine writes this instead of a value that is too long; a string would have quotes.
            self.failed |= text == "<invalid>";
            self.bytes = self.bytes.saturating_add(text.len());
            Ok(())
        }
    }
    let mut count = Count { bytes: 0, failed: false };
    let written = write!(count, "{value:?}");
    if count.failed || written.is_err() { usize::MAX } else { count.bytes }
}

/// A value as JSON; an error where it would take more bytes than these.
pub(crate) fn json_within(value: ValueRef<'_>, most: usize) -> Result<Option<Json>, TooMuch> {
    let is_large = matches!(value.type_name(), "array" | "object") && weight(value) > most;
    if is_large { Err(TooMuch) } else { Ok(value.to_json()) }
}

/// A value that takes too many bytes.
pub(crate) struct TooMuch;

/// How many items an array or an object has.
pub(crate) fn items(value: ValueRef<'_>) -> usize {
    // The engine gives what it shortened as the text `… 12 more`, in an array or as the only member of an object.
    let limits = CaptureLimits { max_items: 0, max_string: 0, max_depth: 1, ..CaptureLimits::default() };
    let shortened = value.capture(&limits);
    let count = match &shortened {
        Some(Json::Array(items)) => items.first(),
        Some(Json::Object(members)) => members.values().next(),
        _ => None,
    };
    let count = count.and_then(Json::as_str).unwrap_or_default();
    let digits: String = count.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}
