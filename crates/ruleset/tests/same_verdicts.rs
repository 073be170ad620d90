//! The set's verdicts are those of each pattern alone.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use proptest::prelude::*;
use rulepad_document::{Role, json};
use rulepad_pattern::{Event, matches, parse};
use rulepad_ruleset::RuleSet;

fn event(text: &str) -> Event {
    Event::new(json::parse(text, Role::Event).valid().unwrap()).unwrap()
}

fn value() -> impl Strategy<Value = String> {
    prop::sample::select(vec![r#""a""#, r#""b""#, "1", "1.0", "null", r#""10.0.0.1""#, r#""010.0.0.1""#])
        .prop_map(str::to_owned)
}

fn matcher() -> impl Strategy<Value = String> {
    let operators = prop::sample::select(vec![
        r#"{"exists": false}"#,
        r#"{"exists": true}"#,
        r#"{"prefix": "a"}"#,
        r#"{"anything-but": "a"}"#,
        r#"{"numeric": [">", 0]}"#,
    ]);
    prop_oneof![value(), operators.prop_map(str::to_owned)]
}

fn condition() -> impl Strategy<Value = String> {
    let field = prop::sample::select(vec!["x", "y", "z"]);
    (field, prop::collection::vec(matcher(), 1..3))
        .prop_map(|(field, list)| format!(r#""{field}": [{}]"#, list.join(",")))
}

fn pattern() -> impl Strategy<Value = String> {
    let fields = || prop::collection::vec(condition(), 1..3).prop_map(|list| list.join(","));
    let any_of = (fields(), fields()).prop_map(|(a, b)| format!(r#""$or": [{{{a}}},{{{b}}}]"#));
    prop_oneof![
        fields().prop_map(|fields| format!("{{{fields}}}")),
        (any_of, fields()).prop_map(|(any, fields)| format!("{{{any},{fields}}}")),
    ]
}

fn object() -> impl Strategy<Value = String> {
    let member = (prop::sample::select(vec!["x", "y", "z"]), prop::collection::vec(value(), 0..3))
        .prop_map(|(name, list)| format!(r#""{name}": [{}]"#, list.join(",")));
    prop::collection::vec(member, 0..4).prop_map(|members| format!("{{{}}}", members.join(",")))
}

proptest! {
    #[test]
    fn the_set_agrees_with_each_pattern(patterns in prop::collection::vec(pattern(), 1..12), text in object()) {
        let mut set = RuleSet::default();
        let mut alone = Vec::new();
        let event = event(&text);
        for text in &patterns {
            let parsed = parse(text);
            let pattern = parsed.valid().unwrap();
            if matches(pattern, &event) == Some(true) {
                alone.push(set.len());
            }
            set.add(pattern.clone());
        }
        prop_assert_eq!(set.matching(&event).matched, alone);
    }
}
