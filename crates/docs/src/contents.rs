//! What a document contains, whatever its language.

use crate::example::Example;
use crate::message::Problem;
use crate::{html, markdown};
use std::ops::Range;

/// The language of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// HTML.
    Html,
    /// Markdown, with HTML in it.
    Markdown,
}

impl Kind {
    /// The endings of the names of files, without their dots.
    pub const ENDINGS: [(&str, Self); 5] = [
        ("md", Self::Markdown),
        ("markdown", Self::Markdown),
        ("mdx", Self::Markdown),
        ("html", Self::Html),
        ("htm", Self::Html),
    ];

    /// The language of a file, by its name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        Self::ENDINGS.iter().find(|(own, _)| *own == ending).map(|(_, kind)| *kind)
    }
}

/// A link of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Its address.
    pub address: String,
    /// Where it is, in bytes.
    pub at: usize,
}

/// The examples and links of a document, in their order, and what is wrong with how they are written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Contents {
    pub examples: Vec<Example>,
    pub links: Vec<Link>,
    pub problems: Vec<(usize, Problem)>,
}

/// Reads a document.
pub(crate) fn read(text: &str, kind: Kind) -> Contents {
    match kind {
        Kind::Html => html::read(text),
        Kind::Markdown => markdown::read(text),
    }
}

/// The bytes of a text; empty where the range does not fit.
pub(crate) fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}
