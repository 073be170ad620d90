//! A value to print: scalars as they were written, whichever texts they came from.

use crate::document::Document;
use rulepad_document::json::{self, Node, Value};

/// A value put together from parts of several texts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    /// A JSON literal, byte for byte.
    Scalar(String),
    Array(Vec<Tree>),
    /// Keys are JSON literals with their quotes.
    Object(Vec<(String, Tree)>),
}

/// How wide an array of scalars may stand on one line.
const WIDTH: usize = 72;

impl Tree {
    /// The value as it stands in its text.
    pub fn of(node: &Node, document: &Document) -> Self {
        match &node.value {
            Value::Array(items) => Self::Array(items.iter().map(|item| Self::of(item, document)).collect()),
            Value::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|member| {
                        let key = document.literal(member.key_span, || json::quote(&member.key));
                        (key, Self::of(&member.value, document))
                    })
                    .collect(),
            ),
            _ => Self::Scalar(document.literal(node.span, || json::compact(node))),
        }
    }

    /// A string of our own.
    pub fn string(text: &str) -> Self {
        Self::Scalar(json::quote(text))
    }

    /// An object with these keys; members without a value are left out.
    pub fn object<'k>(members: impl IntoIterator<Item = (&'k str, Option<Self>)>) -> Self {
        let member = |(key, value): (&str, Option<Self>)| Some((json::quote(key), value?));
        Self::Object(members.into_iter().filter_map(member).collect())
    }

    /// JSON with two-space indents; arrays of scalars that fit 72 columns stay on one line.
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out
    }

    /// JSON without white space.
    pub fn compact(&self) -> String {
        match self {
            Self::Scalar(literal) => literal.clone(),
            Self::Array(items) => {
                let items: Vec<String> = items.iter().map(Self::compact).collect();
                format!("[{}]", items.join(","))
            }
            Self::Object(members) => {
                let members: Vec<String> =
                    members.iter().map(|(key, value)| format!("{key}:{}", value.compact())).collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }

    fn write(&self, depth: usize, out: &mut String) {
        match self {
            Self::Scalar(literal) => out.push_str(literal),
            Self::Array(items) => match one_line(items).filter(|line| line.len() + depth * 2 <= WIDTH) {
                Some(line) => out.push_str(&line),
                None => block(items.iter().map(|item| (None, item)), ['[', ']'], depth, out),
            },
            Self::Object(members) => {
                block(members.iter().map(|(key, value)| (Some(key), value)), ['{', '}'], depth, out);
            }
        }
    }
}

fn one_line(items: &[Tree]) -> Option<String> {
    let literals: Option<Vec<&str>> = items
        .iter()
        .map(|item| match item {
            Tree::Scalar(literal) => Some(literal.as_str()),
            _ => None,
        })
        .collect();
    literals.map(|literals| format!("[{}]", literals.join(", ")))
}

fn block<'t>(
    items: impl ExactSizeIterator<Item = (Option<&'t String>, &'t Tree)>,
    [open, close]: [char; 2],
    depth: usize,
    out: &mut String,
) {
    out.push(open);
    let empty = items.len() == 0;
    for (at, (key, value)) in items.enumerate() {
        if at > 0 {
            out.push(',');
        }
        line(depth + 1, out);
        if let Some(key) = key {
            out.push_str(key);
            out.push_str(": ");
        }
        value.write(depth + 1, out);
    }
    if !empty {
        line(depth, out);
    }
    out.push(close);
}

fn line(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}
