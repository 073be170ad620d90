//! Input paths: the grammar AWS documents, what a path selects, and why it selects nothing.

mod read;
mod select;

pub(crate) use read::read;
pub use select::{Miss, Selected};
pub(crate) use select::{miss, select};

use rulepad_document::Span;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathStep {
    /// `.name`
    Key(String),
    /// `[0]`
    Index(usize),
    /// `[*]`
    All,
}

/// A path as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReadPath {
    /// The steps, when every one of them could be made out.
    pub steps: Option<Vec<PathStep>>,
    /// The first thing that is not in the grammar.
    pub fault: Option<Fault>,
    /// Whether bracket notation for keys is all that is wrong.
    pub only_brackets: bool,
    /// The same path in the grammar, where that is obvious.
    pub fixed: Option<String>,
}

/// Where a path leaves the grammar, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The place in the path.
    pub span: Span,
    /// What is there.
    pub kind: FaultKind,
}

/// The ways in which a path leaves the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    Empty,
    Space,
    NoDollar,
    NoDot,
    EmptyName,
    DotBeforeBracket,
    Brackets,
    IndexOfRoot,
    Unclosed,
    Descent,
    Filter,
    Slice,
    Negative,
    Union,
    Function,
    Character(char),
    Index,
}

/// Whether `.name` can write this key: letters, digits, `_`, `-` and `/`.
pub(crate) fn addressable(key: &str) -> bool {
    !key.is_empty() && key.chars().all(is_name)
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/')
}

/// The path in the grammar for these steps; `None` where a key cannot be written in it.
pub(crate) fn print(steps: &[PathStep]) -> Option<String> {
    let mut out = String::from("$");
    for step in steps {
        match step {
            PathStep::Key(key) if addressable(key) => {
                out.push('.');
                out.push_str(key);
            }
            PathStep::Key(_) => return None,
            PathStep::Index(_) | PathStep::All if out.len() == 1 => return None,
            PathStep::Index(index) => out.push_str(&format!("[{index}]")),
            PathStep::All => out.push_str("[*]"),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests;
