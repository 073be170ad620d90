//! Printing: compact or indented, with numbers as they were written.

use super::{Member, Node, Value};
use std::borrow::Cow;

/// A value that prints as JSON.
pub trait Printed: Sized {
    /// A key with its value.
    type Member;

    /// What the value is made of.
    fn parts(&self) -> Parts<'_, Self>;

    /// The key of a member, a JSON literal with its quotes, and its value.
    fn member(member: &Self::Member) -> (Cow<'_, str>, &Self);
}

/// What a value is made of.
pub enum Parts<'v, V: Printed> {
    /// A JSON literal.
    Scalar(Cow<'v, str>),
    /// `[…]`
    Array(&'v [V]),
    /// `{…}`
    Object(&'v [V::Member]),
}

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Without white space.
    Compact,
    /// With two-space indents; arrays of scalars that fit 72 columns are on one line.
    Indented,
}

/// How wide an array of scalars on one line may be.
const WIDTH: usize = 72;

impl Printed for Node {
    type Member = Member;

    fn parts(&self) -> Parts<'_, Self> {
        match &self.value {
            Value::Null | Value::Invalid => Parts::Scalar("null".into()),
            Value::Bool(value) => Parts::Scalar(if *value { "true" } else { "false" }.into()),
            Value::Number(text) => Parts::Scalar(text.into()),
            Value::String(text) => Parts::Scalar(quote(text).into()),
            Value::Array(items) => Parts::Array(items),
            Value::Object(members) => Parts::Object(members),
        }
    }

    fn member(member: &Member) -> (Cow<'_, str>, &Self) {
        (quote(&member.key).into(), &member.value)
    }
}

/// Compact JSON: no spaces, key order and number spelling as written. [`Value::Invalid`] prints as
/// `null`; print only texts without errors.
#[must_use]
pub fn compact(node: &Node) -> String {
    print(node, Layout::Compact)
}

/// A string without quotes, or any other value as compact JSON.
#[must_use]
pub fn text_of(node: &Node) -> String {
    node.as_str().map_or_else(|| compact(node), str::to_owned)
}

/// JSON with two-space indents; arrays of scalars that fit 72 columns are on one line.
#[must_use]
pub fn pretty(node: &Node) -> String {
    print(node, Layout::Indented)
}

/// A value as JSON.
#[must_use]
pub fn print<V: Printed>(value: &V, layout: Layout) -> String {
    let mut out = String::new();
    write(value, layout, 0, &mut out);
    out
}

/// A JSON string literal for the text, quotes included.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn write<V: Printed>(value: &V, layout: Layout, depth: usize, out: &mut String) {
    match value.parts() {
        Parts::Scalar(literal) => out.push_str(&literal),
        Parts::Array(items) => {
            let line = if layout == Layout::Indented { one_line(items) } else { None };
            if let Some(line) = line.filter(|line| line.len() + depth * 2 <= WIDTH) {
                out.push_str(&line);
            } else {
                block(items, ['[', ']'], layout, depth, out, |item, out| {
                    write(item, layout, depth + 1, out);
                });
            }
        }
        Parts::Object(members) => {
            block(members, ['{', '}'], layout, depth, out, |member, out| {
                let (key, value) = V::member(member);
                out.push_str(&key);
                out.push_str(if layout == Layout::Indented { ": " } else { ":" });
                write(value, layout, depth + 1, out);
            });
        }
    }
}

fn one_line<V: Printed>(items: &[V]) -> Option<String> {
    let scalar = |item| match V::parts(item) {
        Parts::Scalar(literal) => Some(literal),
        Parts::Array(_) | Parts::Object(_) => None,
    };
    let literals: Option<Vec<Cow<'_, str>>> = items.iter().map(scalar).collect();
    literals.map(|literals| format!("[{}]", literals.join(", ")))
}

fn block<I>(
    items: &[I],
    [open, close]: [char; 2],
    layout: Layout,
    depth: usize,
    out: &mut String,
    write: impl Fn(&I, &mut String),
) {
    out.push(open);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        line(layout, depth + 1, out);
        write(item, out);
    }
    if !items.is_empty() {
        line(layout, depth, out);
    }
    out.push(close);
}

fn line(layout: Layout, depth: usize, out: &mut String) {
    if layout == Layout::Indented {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    }
}
