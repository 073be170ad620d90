//! Where a template takes one more placeholder.

use super::parse::{self, Shape};
use rulepad_document::Span;
use rulepad_document::json::Node;
use std::collections::BTreeSet;

/// The place at the end of a template.
pub(crate) enum Spot {
    /// The template has no text; the whole of it is replaced.
    Empty(Span),
    /// In this object of the template's text.
    Object(Node),
    /// In this array.
    Array(Node),
    /// Before the quote that closes the last line.
    Text(usize),
    /// Beside the only placeholder, of this name.
    Alone(String, Span),
    /// The template is broken, or has text where none belongs.
    Nowhere,
}

/// The place at the end of a template.
pub(crate) fn spot(template: &str) -> Spot {
    if template.trim().is_empty() {
        return Spot::Empty(Span::new(0, template.len()));
    }
    let parsed = parse::parse(template);
    match parsed.shape {
        Shape::Object | Shape::Array => match parse::skeleton(&parsed.lexed, template) {
            Some(root) if root.members().is_some() => Spot::Object(root),
            Some(root) => Spot::Array(root),
            None => Spot::Nowhere,
        },
        Shape::Bare => {
            let only = parsed.lexed.placeholders().next();
            only.map_or(Spot::Nowhere, |only| Spot::Alone(only.name.clone(), only.span))
        }
        Shape::Text => match (parsed.lexed.strings.last(), parsed.lexed.outside.first()) {
            (Some(last), None) if parsed.lexed.unclosed.is_none() => {
                Spot::Text((last.end as usize).saturating_sub(1))
            }
            _ => Spot::Nowhere,
        },
    }
}

/// The names that stand in placeholders.
pub(crate) fn names(template: &str) -> BTreeSet<String> {
    parse::parse(template).lexed.placeholders().map(|one| one.name.clone()).collect()
}
