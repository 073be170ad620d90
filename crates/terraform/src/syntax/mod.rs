//! Terraform's language: its text as a tree with the place of everything. After an error the other blocks are read.

mod body;
mod cursor;
mod expression;
mod heredoc;
mod problem;
mod template;
mod tree;

pub use problem::SyntaxProblem;
pub use tree::*;

use cursor::Cursor;
use rulepad_document::Span;

/// An error of the text.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it was noticed.
    pub at: usize,
    /// What is wrong.
    pub problem: SyntaxProblem,
    /// What was not read because of it.
    pub skipped: Span,
}

/// A whole file, and what is wrong with it.
pub fn parse(text: &str, source: SourceId) -> (Body, Vec<Fault>) {
    body::file(text, source)
}

/// A text that is one template, as that of `templatefile`.
pub fn parse_template(text: &str) -> Result<Vec<TemplatePart>, Fault> {
    let mut cursor = Cursor::new(text, 0);
    template::whole(&mut cursor)
}

#[cfg(test)]
mod tests;
