//! The places of a pattern in the text that it is a string of.

use crate::filter::Filter;
use crate::message::Diagnostic;
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
    /// A place of the text and that of the string, wherever what lies between two places differs; `None` where the string
    /// does not read as the text.
    runs: Option<Vec<(usize, usize)>>,
    /// Whether the text is written in a string, so that edits need escapes.
    is_string: bool,
}

impl PlacedText {
    /// Finds `inner`, the value of a node, in the text of the node.
    #[must_use]
    pub fn new(node: &Node, inner: &str, text: &str) -> Self {
        let is_string = node.as_str().is_some();
        let source = node.span.of(text);
        let runs = if is_string { runs(source, inner) } else { Some(vec![(0, 0)]) };
        Self { span: node.span, runs, is_string }
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
        if self.runs.is_none() {
            // An edit of the whole string would not be the one that was meant.
            found.help.iter_mut().for_each(|help| help.edits.clear());
        }
        found
    }

    /// The place in the outer text of a place of the inner one.
    #[must_use]
    pub fn at(&self, span: Span) -> Span {
        let Some(runs) = &self.runs else { return self.span };
        let own = self.span.range();
        let origin = |at: usize| {
            let after = runs.partition_point(|(inner, _)| *inner <= at);
            let run = after.checked_sub(1).and_then(|before| runs.get(before));
            let within = run.map_or(at, |(inner, source)| source + at - inner);
            (own.start + within).min(own.end)
        };
        let range = span.range();
        let start = origin(range.start);
        Span::new(start, origin(range.end).max(start))
    }
}

/// Where the bytes of a text are in the JSON string that it was read from, quotes included. An escape is one place.
fn runs(source: &str, inner: &str) -> Option<Vec<(usize, usize)>> {
    let mut found = Vec::new();
    let (mut at, mut read) = (1, 0);
    for wanted in inner.chars() {
        if found.last().is_none_or(|(inner, source): &(usize, usize)| read - inner != at - source) {
            found.push((read, at));
        }
        let rest = source.get(at..)?;
        at += match rest.strip_prefix('\\') {
            None if rest.starts_with(wanted) => wanted.len_utf8(),
            None => return None,
            // A character beyond the first plane is a pair.
            Some(escape) if escape.starts_with('u') => 6 * wanted.len_utf16(),
            Some(_) => 2,
        };
        read += wanted.len_utf8();
    }
    found.push((read, at));
    (source.get(at..) == Some("\"")).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::json;

    #[test]
    fn places_in_a_string_are_those_of_its_escapes() {
        let text = r#"{"a": " {\"é\": \u00e9\ud83d\ude00\n}"}"#;
        let root = json::parse(text, Role::Import).root.unwrap();
        let node = root.get("a").unwrap();
        let inner = node.as_str().unwrap();
        let place = PlacedText::new(node, inner, text);
        let at = |part: &str| {
            let start = inner.find(part).unwrap();
            place.at(Span::new(start, start + part.len())).of(text)
        };
        assert_eq!((at(" {"), at("\"é\""), at("é😀")), (" {", r#"\"é\""#, r"\u00e9\ud83d\ude00"));
        assert_eq!((at("😀\n"), at("}")), (r"\ud83d\ude00\n", "}"));
        assert_eq!(place.at(Span::new(inner.len(), inner.len())).of(text), "");
        assert_eq!(runs("\"a\"", "b"), None);
        assert_eq!(runs("'a'", "a"), None);
    }
}
