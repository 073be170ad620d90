//! Literals of JavaScript, TypeScript and Python, and what `util.inspect` and `repr` print of objects: the same
//! values as JSON, with the places where they are.
//!
//! Nothing is run. A value that only the program knows, or that the printer cut, is [`Value::Invalid`] in the tree
//! and listed with its place.

mod call;
mod number;
mod read;
mod string;
#[cfg(test)]
mod tests;
mod tokens;

use crate::json::{Member, Node, Value};
use crate::text::Span;
use read::LiteralReader;

/// The deepest nesting that is read.
pub const MAX_DEPTH: usize = 200;

/// The language a literal is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// JavaScript or TypeScript, or what Node.js prints.
    JavaScript,
    /// Python, or what it prints.
    Python,
}

/// A literal that was read.
#[derive(Clone, Debug)]
pub struct Literal {
    /// The value.
    pub root: Node,
    /// One past its last byte.
    pub end: usize,
    /// The language that shows; `None` where the text is JSON as it is.
    pub language: Option<Language>,
    /// The values that are not known, in the order of the text.
    pub unknown: Vec<Unknown>,
}

/// A part of a literal that has no value here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// Where it is.
    pub span: Span,
    /// Why it has none.
    pub kind: UnknownKind,
}

/// Why a part of a literal has no value here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownKind {
    /// The printer cut it: `[Object]`, `... 3 more items`.
    Cut,
    /// Only the program knows it: a variable, a call, a text with `${…}`.
    Expression,
    /// `undefined`, which JSON does not have: `JSON.stringify` drops the member.
    Undefined,
}

/// The arguments of a call.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    /// The arguments without a name.
    pub positional: Vec<Node>,
    /// Python's keyword arguments.
    pub named: Vec<Member>,
    /// One past the closing parenthesis.
    pub end: usize,
    /// The values that are not known.
    pub unknown: Vec<Unknown>,
}

/// The text is no literal from this byte on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LiteralStop {
    /// Where reading stopped.
    pub at: usize,
}

/// Reads the literal that starts at a byte of the text, after white space and comments. What follows an object or a
/// list is not read.
/// Work is in proportion to the text.
///
/// # Errors
/// Where the text is no literal.
pub fn read(text: &str, at: usize) -> Result<Literal, LiteralStop> {
    let mut reader = LiteralReader::new(text, at);
    let root = reader.root()?;
    Ok(Literal { root, end: reader.at, language: reader.language(), unknown: reader.unknown })
}

/// Reads the arguments of a call whose opening parenthesis is at a byte of the text.
///
/// # Errors
/// Where the text is no list of arguments.
pub fn arguments(text: &str, at: usize) -> Result<Arguments, LiteralStop> {
    let mut reader = LiteralReader::new(text, at);
    let mut arguments = reader.arguments()?;
    arguments.end = reader.at;
    arguments.unknown = reader.unknown;
    Ok(arguments)
}

/// The value without the parts that are not known; `None` where nothing of it is.
#[must_use]
pub fn known(node: &Node) -> Option<Node> {
    let value = match &node.value {
        Value::Invalid => return None,
        Value::Array(items) => Value::Array(items.iter().filter_map(known).collect()),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .filter_map(|member| Some(Member { value: known(&member.value)?, ..member.clone() }))
                .collect(),
        ),
        other => other.clone(),
    };
    Some(Node { span: node.span, value })
}
