//! Where the bytes of a payload come from that is a copy of a value of the event.

use rulepad_document::json::{self, Node, Value};
use rulepad_document::{Role, Span};
use rulepad_jsonata::{Origin, Part, Piece, Place};

/// The origin of each byte of a text that is the value of a node. Only white space and escapes may differ.
pub(super) fn pieces(text: &str, source: &Node, part: Part) -> Vec<Piece> {
    let mut found = Pieces { part, out: Vec::new(), at: 0 };
    let parsed = json::parse(text, Role::Event);
    match parsed.single() {
        Some(copy) if parsed.valid().is_some() => found.copy(copy, source),
        _ => {}
    }
    found.until(text.len(), source.span);
    found.out
}

struct Pieces {
    part: Part,
    out: Vec<Piece>,
    /// Up to where the text has an origin.
    at: usize,
}

impl Pieces {
    /// What is up to this byte comes from this value.
    fn until(&mut self, end: usize, source: Span) {
        if end > self.at {
            let places = vec![Place { event: 0, part: self.part, span: source }];
            let out = Span::new(self.at, end);
            self.out.push(Piece { out, origin: Origin::Event { span: Span::default(), places } });
            self.at = end;
        }
    }

    fn copy(&mut self, copy: &Node, source: &Node) {
        match (&copy.value, &source.value) {
            (Value::Object(copies), Value::Object(sources)) if copies.len() == sources.len() => {
                for (copy, own) in copies.iter().zip(sources) {
                    self.until(copy.value.span.range().start, source.span);
                    self.copy(&copy.value, &own.value);
                }
            }
            (Value::Array(copies), Value::Array(sources)) if copies.len() == sources.len() => {
                for (copy, own) in copies.iter().zip(sources) {
                    self.until(copy.span.range().start, source.span);
                    self.copy(copy, own);
                }
            }
            _ => {}
        }
        self.until(copy.span.range().end, source.span);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_comes_from_its_own() {
        let text = r#"{"a": [1, "x"], "b": {}}"#;
        let source = json::parse(text, Role::Event).root.unwrap();
        let copy = json::compact(&source);
        let found = pieces(&copy, &source, Part::Data);
        assert_eq!(found.iter().map(|own| own.out.of(&copy)).collect::<String>(), copy);
        let of = |part: &str| {
            let own = found.iter().find(|own| own.out.of(&copy) == part).unwrap();
            let Origin::Event { places, .. } = &own.origin else { panic!("{own:?}") };
            places[0].span.of(text)
        };
        assert_eq!((of("1"), of("\"x\""), of("{}")), ("1", "\"x\"", "{}"));
        assert_eq!(of(","), "[1, \"x\"]");
    }

    #[test]
    fn what_is_no_json_comes_from_the_whole() {
        let source = json::parse("\"aGk=\"", Role::Event).root.unwrap();
        let found = pieces("aGk=", &source, Part::Data);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].out, Span::new(0, 4));
    }
}
