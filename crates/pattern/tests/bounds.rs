//! Texts made to be large when they are read: work and memory have an end, and the end is reported.

use rulepad_document::Role;
use rulepad_document::json;
use rulepad_pattern::{self as pattern, Event, Message};

fn codes(text: &str) -> Vec<String> {
    let mut codes: Vec<String> =
        pattern::parse(text).diagnostics.iter().map(|found| found.code.to_string()).collect();
    codes.dedup();
    codes
}

fn members(count: usize, value: &str) -> String {
    (0..count).map(|at| format!("\"k{at}\":{value}")).collect::<Vec<_>>().join(",")
}

#[test]
fn long_names_over_many_fields_are_refused() {
    let long =
        |name: usize, count: usize| format!("{{\"{}\":{{{}}}}}", "n".repeat(name), members(count, "[1]"));
    assert!(!codes(&long(2000, 300)).iter().any(|code| code == "pattern.names-too-long"));
    assert!(codes(&long(100_000, 1000)).iter().any(|code| code == "pattern.names-too-long"));
    let deep =
        (0..500).fold("[1]".to_owned(), |text, _| format!("{{\"{}\":[1],\"x\":{text}}}", "n".repeat(200)));
    assert_eq!(codes(&deep), ["pattern.too-long"]);
}

#[test]
fn many_conditions_beside_many_branches_are_refused() {
    let branches: Vec<String> = (0..1000).map(|at| format!("{{\"b\":[{at}]}}")).collect();
    let text = format!("{{{},\"$or\":[{}]}}", members(8000, "[1]"), branches.join(","));
    assert!(codes(&text).iter().any(|code| code == "pattern.too-many-conditions"), "{:?}", codes(&text));
    let text = format!("{{{},\"$or\":[{}]}}", members(20, "[1]"), branches.join(","));
    assert_eq!(codes(&text), ["pattern.too-long"]);
}

#[test]
fn what_is_too_much_is_reported_at_its_place() {
    let text = format!("{{\"{}\":{{{}}}}}", "n".repeat(100_000), members(1000, "[1]"));
    let parsed = pattern::parse(&text);
    let found = parsed.diagnostics.iter().find(|found| found.code == "pattern.names-too-long").unwrap();
    assert_eq!(found.message, Message::NamesTooLong { mebibytes: 4 });
    assert_eq!(found.help[0].text, Message::SplitIntoRules);
    assert_eq!(found.span().of(&text), "\"k40\"");
}

#[test]
fn an_event_of_long_names_has_no_verdict() {
    let pattern = pattern::parse("{\"source\":[\"a\"]}");
    let verdict = |detail: &str| {
        let event = json::parse(&format!("{{\"source\":\"a\",\"detail\":{detail}}}"), Role::Event);
        let event = Event::new(event.valid().unwrap()).unwrap();
        pattern::matches(pattern.valid().unwrap(), &event)
    };
    let long =
        |name: usize, count: usize| format!("{{\"{}\":{{{}}}}}", "n".repeat(name), members(count, "1"));
    assert_eq!(verdict(&long(1000, 1000)), Some(true));
    assert_eq!(verdict(&long(100_000, 1000)), None);
    // Each element of the innermost list stands in every list around it.
    let deep = format!("{}{}{}", "[".repeat(600), ["{\"a\":1}"; 20_000].join(","), "]".repeat(600));
    assert_eq!(verdict(&deep), None);
    assert_eq!(verdict(&format!("{}1{}", "[".repeat(600), "]".repeat(600))), Some(true));
}
