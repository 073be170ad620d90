//! A value to print: scalars as they were written, whichever texts they came from.

use crate::document::Document;
use rulepad_document::json::{self, Layout, Node, Parts, Printed, Value};
use std::borrow::Cow;

/// A value put together from parts of several texts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    /// A JSON literal, byte for byte.
    Scalar(String),
    Array(Vec<Tree>),
    /// Keys are JSON literals with their quotes.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The value as it is written in its text.
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

    /// A string that is not in the text.
    pub fn string(text: &str) -> Self {
        Self::Scalar(json::quote(text))
    }

    /// An object with these keys; members without a value are left out.
    pub fn object<'k>(members: impl IntoIterator<Item = (&'k str, Option<Self>)>) -> Self {
        let member = |(key, value): (&str, Option<Self>)| Some((json::quote(key), value?));
        Self::Object(members.into_iter().filter_map(member).collect())
    }

    /// JSON with indents.
    pub fn pretty(&self) -> String {
        json::print(self, Layout::Indented)
    }

    /// JSON without white space.
    pub fn compact(&self) -> String {
        json::print(self, Layout::Compact)
    }
}

impl Printed for Tree {
    type Member = (String, Self);

    fn parts(&self) -> Parts<'_, Self> {
        match self {
            Self::Scalar(literal) => Parts::Scalar(literal.into()),
            Self::Array(items) => Parts::Array(items),
            Self::Object(members) => Parts::Object(members),
        }
    }

    fn member((key, value): &Self::Member) -> (Cow<'_, str>, &Self) {
        (key.into(), value)
    }
}
