//! A filter matches what the pattern of the rule matches, and nothing more unless a loss or a change says so.

use proptest::prelude::*;
use rulepad_document::Role;
use rulepad_document::json::{parse, quote};
use rulepad_migrate::{Change, Loss, pattern};
use rulepad_pattern::operator::wildcard::Wildcard;
use rulepad_pattern::{Event, matches, parse_language};
use rulepad_subscriber::ParsedFilter;

/// Whether the pattern and its filter match the event, and whether something is listed.
fn both(text: &str, event: &str) -> (bool, bool, bool) {
    let classic = parse_language(text);
    assert_eq!(classic.diagnostics.iter().filter(|found| found.is_error()).count(), 0, "{text}");
    let migrated = pattern(text).unwrap();
    let event = Event::new(&parse(event, Role::Event).root.unwrap()).unwrap();
    let filter = ParsedFilter::new(&migrated.filter);
    let listed = !migrated.losses.is_empty() || !migrated.changes.is_empty();
    (matches(&classic.pattern, &event).unwrap(), matches(filter.valid().unwrap(), &event).unwrap(), listed)
}

fn wildcard() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&["a", "b", "\\*", "*", "ab", "\\\\"][..]), 1..5)
        .prop_map(|parts| parts.concat())
        .prop_filter("AWS refuses it", |text| Wildcard::parse(text).is_ok())
}

fn matcher() -> impl Strategy<Value = String> {
    prop_oneof![
        wildcard().prop_map(|text| format!("{{\"wildcard\": {}}}", quote(&text))),
        wildcard().prop_map(|text| format!("{{\"anything-but\": {{\"wildcard\": {}}}}}", quote(&text))),
        prop::collection::vec(wildcard(), 1..4).prop_map(|texts| {
            let texts: Vec<String> = texts.iter().map(|text| quote(text)).collect();
            format!("{{\"anything-but\": {{\"wildcard\": [{}]}}}}", texts.join(", "))
        }),
        Just("\"ab\"".to_owned()),
        Just("{\"prefix\": \"b\"}".to_owned()),
    ]
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[ab*\\\\]{0,4}".prop_map(|text| quote(&text)),
        1 => Just("1".to_owned()),
        1 => Just("null".to_owned()),
        1 => Just("[\"a\", \"b\", 1]".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_filter_matches_what_the_pattern_matches(one in matcher(), other in matcher(), x in value(), y in value()) {
        let event = format!("{{\"detail\": {{\"x\": {x}, \"y\": {y}}}}}");
        for text in [
            format!("{{\"detail\": {{\"x\": [{one}]}}}}"),
            format!("{{\"detail\": {{\"x\": [{one}], \"y\": [{other}, \"q\"]}}}}"),
            format!("{{\"detail\": {{\"$or\": [{{\"x\": [{one}]}}, {{\"y\": [{other}]}}]}}}}"),
        ] {
            let (classic, migrated, listed) = both(&text, &event);
            prop_assert!(migrated || !classic, "{text}\n{event}");
            prop_assert!(listed || classic == migrated, "{text}\n{event}");
        }
    }
}

#[test]
fn wildcards_are_written_in_other_operators() {
    let written = |matcher: &str| {
        let migrated = pattern(&format!("{{\"a\": [{matcher}]}}")).unwrap();
        let text = migrated.filter.pattern;
        let text =
            text.strip_prefix("{\"a\": [").and_then(|text| text.strip_suffix("]}")).unwrap().to_owned();
        (text, migrated.losses.len(), migrated.changes)
    };
    for (matcher, expected) in [
        (r#"{"wildcard": "abc*"}"#, r#"{"prefix": "abc"}"#),
        (r#"{"wildcard": "*abc"}"#, r#"{"suffix": "abc"}"#),
        (r#"{"wildcard": "a\\*c"}"#, r#""a*c""#),
        (r#"{"anything-but": {"wildcard": "a*"}}"#, r#"{"anything-but": {"prefix": "a"}}"#),
        (r#"{"anything-but": {"wildcard": ["*a", "*b"]}}"#, r#"{"anything-but": {"suffix": ["a", "b"]}}"#),
        (r#"{"anything-but": {"wildcard": "ab"}}"#, r#"{"anything-but": ["ab"]}"#),
    ] {
        assert_eq!(written(matcher), (expected.to_owned(), 0, Vec::new()), "{matcher}");
    }
    let any = (r#"{"exists": true}"#.to_owned(), 0, vec![Change::AnyType("a".to_owned())]);
    assert_eq!(written(r#"{"wildcard": "*"}"#), any);
    for (matcher, expected) in [
        (r#"{"wildcard": "abc*d"}"#, r#"{"prefix": "abc"}"#),
        (r#"{"wildcard": "a*bcd"}"#, r#"{"suffix": "bcd"}"#),
        (r#"{"wildcard": "*a*"}"#, r#"{"exists": true}"#),
        (
            r#"{"anything-but": {"wildcard": ["a*", "*b", "c*"]}}"#,
            r#"{"anything-but": {"prefix": ["a", "c"]}}"#,
        ),
        (r#"{"anything-but": {"wildcard": "a*b"}}"#, r#"{"exists": true}"#),
    ] {
        let (text, losses, _) = written(matcher);
        assert_eq!((text.as_str(), losses), (expected, 1), "{matcher}");
    }
}

#[test]
fn what_no_filter_can_be_is_refused() {
    assert_eq!(pattern("{\"a\": 1}"), Err(Loss::BadPattern));
    assert_eq!(pattern(" "), Err(Loss::BadPattern));
    let long = format!("{{\"a\": [{}]}}", quote(&"x".repeat(5000)));
    assert_eq!(pattern(&long), Err(Loss::LongPattern(long.len())));
}
