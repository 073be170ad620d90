//! Lossless JSON: every value knows its span, numbers keep their text, objects their duplicates.

pub mod build;
mod code;
pub mod fault;
mod insert;
mod parse;
mod print;
mod scan;

pub use code::Code;
pub use insert::{Written, append_items, append_member};
pub use parse::{MAX_DEPTH, Parsed, parse, parse_unchecked};
pub use print::{Layout, Parts, Printed, compact, pretty, print, quote, text_of};

use crate::text::Span;

/// A JSON value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// From the value's first byte to its last; of a string, the quotes are inside.
    pub span: Span,
    /// What stands there.
    pub value: Value,
}

/// What stands at a [`Node`].
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it was written.
    Number(String),
    /// A string, its escapes resolved. A lone surrogate, which no Rust string can hold, reads as `?`,
    /// as it does in the bytes AWS's engine compares.
    String(String),
    /// `[…]`
    Array(Vec<Node>),
    /// `{…}`, in the order of the text, duplicates included.
    Object(Vec<Member>),
    /// Something that is not JSON; a diagnostic says what.
    Invalid,
}

/// What kind a [`Value`] is, as far as a sentence names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// `null`
    Null,
    /// `true`
    True,
    /// `false`
    False,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
    /// Something that is not JSON.
    Invalid,
}

/// One `key: value` of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The key, its escapes resolved.
    pub key: String,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// Its value.
    pub value: Node,
}

impl Value {
    /// What kind of value it is.
    #[must_use]
    pub fn kind(&self) -> ValueKind {
        match self {
            Self::Null => ValueKind::Null,
            Self::Bool(true) => ValueKind::True,
            Self::Bool(false) => ValueKind::False,
            Self::Number(_) => ValueKind::Number,
            Self::String(_) => ValueKind::String,
            Self::Array(_) => ValueKind::Array,
            Self::Object(_) => ValueKind::Object,
            Self::Invalid => ValueKind::Invalid,
        }
    }
}

impl Node {
    /// The members of an object.
    #[must_use]
    pub fn members(&self) -> Option<&[Member]> {
        match &self.value {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The value of a key; of duplicates the last, as AWS reads them.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.members()?.iter().rev().find(|member| member.key == key).map(|member| &member.value)
    }

    /// The value of the first member with a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        match &mut self.value {
            Value::Object(members) => {
                members.iter_mut().find(|member| member.key == key).map(|member| &mut member.value)
            }
            _ => None,
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}
