//! Large events stay quick to try, and hostile ones stop.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use rulepad_document::{Role, json};
use rulepad_pattern::{Event, explain, matches, parse};

fn tried(pattern: &str, event: &str) -> Option<bool> {
    let parsed = parse(pattern);
    let event = json::parse(event, Role::Event);
    matches(parsed.valid().unwrap(), &Event::new(event.valid().unwrap()).unwrap())
}

fn elements(count: usize, element: impl Fn(usize) -> String) -> String {
    let all: Vec<String> = (0..count).map(element).collect();
    format!("[{}]", all.join(","))
}

#[test]
fn long_arrays_of_objects_get_a_verdict() {
    let pattern = r#"{"x": {"a": [1], "b": [1], "c": [{"exists": false}]}}"#;
    let apart = elements(20_000, |at| if at % 2 == 0 { "{\"a\":1}".into() } else { "{\"b\":1}".into() });
    assert_eq!(tried(pattern, &format!("{{\"x\":{apart}}}")), Some(false));
    let last = elements(20_000, |at| format!("{{\"a\":1,\"b\":{}}}", u8::from(at == 19_999)));
    assert_eq!(tried(pattern, &format!("{{\"x\":{last}}}")), Some(true));
    let siblings = elements(3_000, |_| "{\"a\":1}".into());
    let two = format!("{{\"x\":{siblings},\"y\":{siblings}}}");
    assert_eq!(tried(r#"{"x":{"a":[1]},"y":{"a":[1],"b":[2]}}"#, &two), Some(false));
}

#[test]
fn a_conflict_among_many_elements_is_named() {
    let parsed = parse(r#"{"x": {"a": [1], "b": [1]}}"#);
    let text = elements(5_000, |at| if at % 2 == 0 { "{\"a\":1}".into() } else { "{\"b\":1}".into() });
    let text = format!("{{\"x\":{text}}}");
    let event = json::parse(&text, Role::Event);
    let found = explain(parsed.valid().unwrap(), &Event::new(event.valid().unwrap()).unwrap());
    assert_eq!(found.alternatives.first().unwrap().conflict, [0, 1]);
    assert!(!found.exhausted);
}

#[test]
fn too_many_ways_to_combine_stop() {
    let many = elements(300, |_| "{\"k\":1}".into());
    let event = format!("{{\"a\":{many},\"b\":{many},\"c\":{many},\"z\":[{{\"p\":1}},{{\"q\":1}}]}}");
    let pattern = r#"{"a":{"k":[1]},"b":{"k":[1]},"c":{"k":[1]},"z":{"p":[1],"q":[1]}}"#;
    assert_eq!(tried(pattern, &event), None);
}
