//! JSON that was written for values of another notation, with the place each value had there.

use crate::json::{Node, Value, compact, quote};
use crate::text::Span;

/// JSON of our own for a value, and where its parts were.
#[derive(Clone, Debug, Default)]
pub struct Rewritten {
    /// The JSON text, without white space.
    pub text: String,
    /// The place of each value and key in the text, and the place it had, in the order of the text.
    places: Vec<(Span, Span)>,
}

/// Writes a value as JSON. Nesting must be bounded by the reader that made the value.
#[must_use]
pub fn rewrite(node: &Node) -> Rewritten {
    let mut out = Rewritten::default();
    out.write(node);
    crate::order::sort_by_key(&mut out.places, |(own, _)| (own.start, std::cmp::Reverse(own.end)));
    out
}

impl Rewritten {
    /// Where a part of the text was: the place of the innermost value around it.
    #[must_use]
    pub fn origin(&self, span: Span) -> Span {
        let after = self.places.partition_point(|(own, _)| own.start <= span.start);
        let around = self.places.get(..after).unwrap_or_default().iter().rev();
        around
            .take(64)
            .find(|(own, _)| own.covers(span))
            .or_else(|| self.places.first())
            .map(|(_, origin)| *origin)
            .unwrap_or_default()
    }

    fn write(&mut self, node: &Node) {
        let start = self.text.len();
        match &node.value {
            Value::Array(items) => {
                self.text.push('[');
                for (at, item) in items.iter().enumerate() {
                    self.text.push_str(if at > 0 { "," } else { "" });
                    self.write(item);
                }
                self.text.push(']');
            }
            Value::Object(members) => {
                self.text.push('{');
                for (at, member) in members.iter().enumerate() {
                    self.text.push_str(if at > 0 { "," } else { "" });
                    let start = self.text.len();
                    self.text.push_str(&quote(&member.key));
                    self.places.push((Span::new(start, self.text.len()), member.key_span));
                    self.text.push(':');
                    self.write(&member.value);
                }
                self.text.push('}');
            }
            _ => self.text.push_str(&compact(node)),
        }
        self.places.push((Span::new(start, self.text.len()), node.span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_and_key_keeps_its_place() {
        let text = "{ a: [ 'x', {b: 1} ], c: null }";
        let rewritten = rewrite(&crate::literal::read(text, 0).unwrap().root);
        assert_eq!(rewritten.text, r#"{"a":["x",{"b":1}],"c":null}"#);
        let origin = |part: &str| {
            let start = rewritten.text.find(part).unwrap();
            rewritten.origin(Span::new(start, start + part.len())).of(text)
        };
        for (part, was) in
            [("\"a\"", "a"), ("\"x\"", "'x'"), ("{\"b\":1}", "{b: 1}"), ("1", "1"), ("null", "null")]
        {
            assert_eq!(origin(part), was);
        }
        assert_eq!(rewritten.origin(Span::at(0)).of(text), text);
    }
}
