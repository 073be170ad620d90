//! Where a template takes one more placeholder.

use super::{Shape, Template};
use rulepad_document::Span;
use rulepad_document::json::Node;

/// The place at the end of a template.
pub(crate) enum InsertionPoint<'p> {
    /// The template has no text; the whole of it is replaced.
    Empty(Span),
    /// In this object of the template's text.
    Object(&'p Node),
    /// In this array.
    Array(&'p Node),
    /// Before the quote that closes the last line.
    Text(usize),
    /// Beside the only placeholder, of this name.
    Alone(&'p str, Span),
    /// The template is broken, or has text where none belongs.
    Nowhere,
}

impl Template<'_> {
    /// The place at the end of the template.
    pub fn insertion_point(&self) -> InsertionPoint<'_> {
        if self.text.trim().is_empty() {
            return InsertionPoint::Empty(Span::new(0, self.text.len()));
        }
        match self.shape {
            Shape::Object | Shape::Array => match self.skeleton() {
                Some(root) if root.members().is_some() => InsertionPoint::Object(root),
                Some(root) => InsertionPoint::Array(root),
                None => InsertionPoint::Nowhere,
            },
            Shape::Bare => {
                let only = self.placeholders().next();
                only.map_or(InsertionPoint::Nowhere, |only| InsertionPoint::Alone(&only.name, only.span))
            }
            Shape::Text => match (self.lexed.strings.last(), self.lexed.outside.first()) {
                (Some(last), None) if self.lexed.unclosed.is_none() => {
                    InsertionPoint::Text((last.end as usize).saturating_sub(1))
                }
                _ => InsertionPoint::Nowhere,
            },
        }
    }
}
