//! The places of a pattern in the text that it is a string of.

use crate::filter::Filter;
use crate::message::Diagnostic;
use rulepad_document::aligned::{Aligned, align};
use rulepad_document::json::{Node, quote};
use rulepad_document::{Role, Span};

/// A filter with its place in the text of the subscriber.
#[derive(Clone, Debug)]
pub struct PlacedFilter {
    /// The filter.
    pub filter: Filter,
    /// Where its pattern is.
    pub place: PlacedText,
}

/// The place of a text in another, which has it in a string.
#[derive(Clone, Debug)]
pub struct PlacedText {
    /// Where the string is.
    span: Span,
    /// Where the bytes of the text are; `None` where the string has none that fit.
    aligned: Option<Aligned>,
    /// Whether the text is written in a string, so that edits need escapes.
    is_string: bool,
}

impl PlacedText {
    /// Finds `inner`, the value of a node, in the text of the node.
    #[must_use]
    pub fn new(node: &Node, inner: &str, text: &str) -> Self {
        let is_string = node.as_str().is_some();
        Self { span: node.span, aligned: align(node.span.of(text), inner), is_string }
    }

    /// A diagnostic of the inner text with its places in the outer.
    #[must_use]
    pub fn place(&self, mut found: Diagnostic) -> Diagnostic {
        for label in &mut found.labels {
            label.role = Role::Import;
            label.span = self.at(label.span);
        }
        for edit in found.help.iter_mut().flat_map(|help| &mut help.edits) {
            edit.span = self.at(edit.span);
            if self.is_string {
                let quoted = quote(&edit.text);
                let inside = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
                inside.unwrap_or_default().clone_into(&mut edit.text);
            }
        }
        if self.aligned.is_none() {
            // An edit of the whole string would not be the one that was meant.
            found.help.iter_mut().for_each(|help| help.edits.clear());
        }
        found
    }

    fn at(&self, span: Span) -> Span {
        let Some(aligned) = &self.aligned else { return self.span };
        let start = self.span.range().start;
        let origin = |at: usize| (start + aligned.origin(at)).min(self.span.range().end);
        let range = span.range();
        // The end is behind the last byte: an escape is longer in the text.
        let end = if range.is_empty() { origin(range.start) } else { origin(range.end) };
        Span::new(origin(range.start), end.max(origin(range.start)))
    }
}
