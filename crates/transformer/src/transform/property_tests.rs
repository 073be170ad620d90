//! Properties: no text panics, and every byte of a payload has one origin.

use crate::{Input, Origin, Outcome, Surroundings, render};
use crate::{Payload, Piece};
use proptest::prelude::*;
use rulepad_document::json::{Value, compact, parse};
use rulepad_document::{Lang, Role};

fn payload(outcome: &Outcome) -> Option<&Payload> {
    match outcome {
        Outcome::Delivered(payload) | Outcome::NotDelivered { would_be: payload, .. } => Some(payload),
        Outcome::Unknown { would_be, .. } => would_be.as_ref(),
        Outcome::Refused { .. } => None,
    }
}

/// Every byte has exactly one origin, in order, and text of the template is that text.
fn covered(payload: &Payload, template: &str, event: &str) {
    let mut at = 0;
    for Piece { out, origin } in &payload.pieces {
        assert_eq!(out.start, at, "{payload:?}");
        assert!(out.end > out.start);
        at = out.end;
        let shown = payload.text.get(out.range()).expect("on character boundaries");
        if let Origin::Template { span } = origin {
            assert_eq!(span.of(template), shown);
        }
        if let Origin::Event { span } = origin {
            pointed(shown, *span, event);
        }
        if let Origin::Variable { event_spans, .. } = origin {
            for span in event_spans {
                assert!(event.get(span.range()).is_some_and(|text| !text.is_empty()), "{payload:?}");
            }
        }
    }
    assert_eq!(at as usize, payload.text.len());
}

/// A scalar or key of the payload is that scalar or key of the event.
fn pointed(shown: &str, span: rulepad_document::Span, event: &str) {
    let from = event.get(span.range()).expect("inside the event");
    let value = parse(from, Role::Event).root.expect("a value or a key");
    let shown = shown.trim_start_matches(['{', ',']).trim_end_matches(':');
    match value.value {
        Value::Array(_) | Value::Object(_) => assert!(shown.chars().all(|c| "[]{},".contains(c)), "{shown}"),
        _ => assert_eq!(compact(&value), shown),
    }
}

fn check(input: &Input, event_text: &str) {
    let event = parse(event_text, Role::Event);
    let Some(event) = event.root else { return };
    let rendered = render(input, &event, &Surroundings::default(), 0, "t").worded(Lang::En);
    let (template, sources) = match input {
        Input::Transformer { paths, template } => {
            (template.as_str(), vec![paths.as_str(), template.as_str()])
        }
        Input::Path(text) | Input::Constant(text) => (text.as_str(), vec![text.as_str()]),
        Input::MatchedEvent => ("", vec![]),
    };
    if let Some(payload) = payload(&rendered.outcome) {
        covered(payload, template, event_text);
    }
    // Diagnostics of JSON belong to the reader of JSON.
    for diagnostic in rendered.diagnostics.iter().filter(|one| !one.is_of_json()) {
        for label in &diagnostic.labels {
            let text = match label.role {
                Role::Event => event_text,
                Role::InputPathsMap(_) => sources[0],
                _ => template,
            };
            assert!(text.get(label.span.range()).is_some(), "{diagnostic:?}");
        }
    }
}

fn template() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("<a>".to_owned()),
        Just("<b>".to_owned()),
        Just("\"<a>\"".to_owned()),
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("<aws.events.event>".to_owned()),
        Just("<".to_owned()),
        Just("{\"k\":".to_owned()),
        Just("}".to_owned()),
        Just(",".to_owned()),
        Just("\n".to_owned()),
        Just("\\u003ca\\u003e".to_owned()),
        ".{0,6}",
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn path() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("$"),
        Just(".a"),
        Just("."),
        Just("[0]"),
        Just("[*]"),
        Just("['a']"),
        Just("['"),
        Just("]"),
        Just("é"),
        Just(".."),
        Just("[?("),
        Just(" "),
        Just("b"),
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn provenance_covers_every_byte(
        template in template(), a in path(), b in path(), string in ".{0,8}", number in 0..100_i32,
    ) {
        let quote = rulepad_document::json::quote;
        let event = format!("{{\"a\":[{{\"a\":{}}},{number},null],\"b\":{{\"a\":{}}}}}", quote(&string), quote(&string));
        let paths = format!("{{\"a\":{},\"b\":{}}}", quote(&a), quote(&b));
        check(&Input::Transformer { paths, template }, &event);
        check(&Input::Path(a), &event);
        check(&Input::MatchedEvent, &event);
    }

    #[test]
    fn arbitrary_texts_never_panic(paths in ".{0,40}", template in ".{0,40}", event in ".{0,40}") {
        check(&Input::Constant(template.clone()), &event);
        check(&Input::Path(paths.clone()), &event);
        check(&Input::Transformer { paths, template: template.clone() }, &event);
        check(&Input::Transformer { paths: String::new(), template }, &event);
    }
}
