//! Events made for patterns show what they are made to show.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod generated;

use proptest::prelude::*;
use rulepad_document::{Role, json};
use rulepad_pattern::witness::{NoWitness, Witness, failing_events, matching_event, matching_event_from};
use rulepad_pattern::{Event, Pattern, explain, matches, parse};

fn pattern(text: &str) -> Pattern {
    parse(text).valid().unwrap().clone()
}

fn event(text: &str) -> Event {
    Event::new(json::parse(text, Role::Event).valid().unwrap()).unwrap()
}

/// One value of the event a pattern got, as compact JSON.
fn value_at(text: &str, path: &[&str]) -> Option<String> {
    let root = json::parse(text, Role::Event).root.unwrap();
    path.iter().try_fold(&root, |node, key| node.get(key)).map(json::compact)
}

fn fails_only(pattern: &Pattern, number: usize, text: &str) -> bool {
    let explanation = explain(pattern, &event(text));
    let only = explanation
        .alternatives
        .iter()
        .any(|finding| finding.failed == [number] && finding.conflict.is_empty());
    only && explanation.verdict() == Some(false)
}

/// The deciding value of the one condition's event: what its span covers.
fn near_miss(matchers: &str) -> String {
    let pattern = pattern(&format!(r#"{{"detail": {{"x": [{matchers}]}}}}"#));
    let (_, found) = failing_events(&pattern).remove(0);
    let found = found.unwrap();
    found.changed.map_or("absent", |span| span.of(&found.event)).to_owned()
}

fn accepted(matchers: &str) -> String {
    let pattern = pattern(&format!(r#"{{"detail": {{"x": [{matchers}]}}}}"#));
    let found = matching_event(&pattern).unwrap();
    value_at(&found.event, &["detail", "x"]).unwrap_or("absent".to_owned())
}

#[test]
fn a_matching_event_reads_like_an_event() {
    let pattern = pattern(
        r#"{"source": ["aws.s3"], "detail-type": ["Object Created"], "resources": [{"prefix": "arn:"}],
            "detail": {"bucket": {"name": ["shop-uploads"]}, "object": {"key": [{"wildcard": "orders/*/*.json"}],
            "size": [{"numeric": [">", 0, "<=", 1000]}]}, "error": [{"exists": false}]}}"#,
    );
    let expected = r#"{
  "version": "0",
  "id": "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
  "detail-type": "Object Created",
  "source": "aws.s3",
  "account": "111122223333",
  "time": "2026-01-15T09:30:00Z",
  "region": "us-east-1",
  "resources": ["arn:aws:s3:::example-bucket"],
  "detail": {
    "bucket": {
      "name": "shop-uploads"
    },
    "object": {
      "key": "orders/example/example.json",
      "size": 500
    }
  }
}"#;
    assert_eq!(matching_event(&pattern), Ok(Witness { event: expected.to_owned(), changed: None }));
}

#[test]
fn accepted_values_are_telling() {
    for (matchers, value) in [
        (r#""running", "stopped""#, r#""running""#),
        ("300.0", "300.0"),
        ("1e400", "1e400"),
        ("null", "null"),
        (r#"{"prefix": "FAIL"}"#, r#""FAIL-example""#),
        (r#"{"suffix": ".png"}"#, r#""example.png""#),
        (r#"{"equals-ignore-case": "Running"}"#, r#""Running""#),
        (r#"{"equals-ignore-case": "ǅ"}"#, r#""ǆ""#),
        (r#"{"wildcard": "a\\*b*"}"#, r#""a*b-example""#),
        (r#"{"numeric": [">=", 7]}"#, "7"),
        (r#"{"numeric": [">", 7]}"#, "8"),
        (r#"{"numeric": [">", 0.25, "<", 0.26]}"#, "0.255"),
        (r#"{"numeric": ["=", 0.10]}"#, "0.10"),
        (r#"{"cidr": "10.0.0.0/8"}"#, r#""10.0.0.1""#),
        (r#"{"cidr": "2001:db8::/32"}"#, r#""2001:db8::1""#),
        (r#"{"anything-but": ["a", "b"]}"#, r#""example""#),
        (r#"{"anything-but": "example"}"#, r#""other""#),
        (r#"{"anything-but": 5}"#, "6"),
        (r#"{"anything-but": {"wildcard": "*"}}"#, "1"),
        (r#"{"exists": true}"#, r#""example""#),
        (r#"{"exists": false}"#, "absent"),
    ] {
        assert_eq!(accepted(matchers), value, "{matchers}");
    }
}

#[test]
fn near_misses_are_just_outside() {
    for (matchers, value) in [
        (r#""running""#, r#""Running""#),
        (r#""running", "Running""#, r#""runninh""#),
        (r#""10.0.0.1""#, r#""10.0.0.2""#),
        ("300", "301"),
        ("1e400", r#""1e400""#),
        ("true", "false"),
        ("null", r#""null""#),
        (r#"{"prefix": "aws."}"#, r#""aws-example""#),
        (r#"{"prefix": ""}"#, "1"),
        (r#"{"suffix": ".png"}"#, r#""example-png""#),
        (r#"{"equals-ignore-case": "on"}"#, r#""oo""#),
        (r#"{"wildcard": "orders/*.json"}"#, r#""orders/example-json""#),
        (r#"{"numeric": [">", 0, "<=", 100]}"#, "101"),
        (r#"{"numeric": [">", 0, "<", 100]}"#, "100"),
        (r#"{"numeric": ["<", 0.5]}"#, "0.5"),
        (r#"{"cidr": "10.0.0.0/8"}"#, r#""11.0.0.0""#),
        (r#"{"cidr": "255.0.0.0/8"}"#, r#""254.255.255.255""#),
        (r#"{"anything-but": ["a", "b"]}"#, r#""a""#),
        (r#"{"anything-but": {"suffix": ".tmp"}}"#, r#""example.tmp""#),
        (r#"{"exists": true}"#, "absent"),
        (r#"{"exists": false}"#, r#""example""#),
    ] {
        assert_eq!(near_miss(matchers), value, "{matchers}");
    }
}

#[test]
fn what_cannot_be_shown_has_a_reason() {
    let reason = |text: &str, number: usize| failing_events(&pattern(text)).remove(number).1.unwrap_err();
    let name = || "detail.x".to_owned();
    assert_eq!(
        reason(r#"{"detail": {"x": [{"exists": true}, {"exists": false}]}}"#, 0),
        NoWitness::AlwaysHolds { name: name() }
    );
    assert_eq!(
        reason(r#"{"detail": {"x": ["a"]}, "detail.x": ["b"]}"#, 0),
        NoWitness::Replaced { name: name() }
    );
    assert_eq!(
        reason(
            r#"{"$or": [{"detail": {"x": ["a"]}}, {"detail": {"x": [{"anything-but": "a"}, {"exists": false}]}}]}"#,
            0
        ),
        NoWitness::OtherBranch { name: name() }
    );
    // Nothing lies between two doubles.
    let narrow = r#"{"detail": {"x": [{"numeric": [">", 0.1, "<", 0.10000000000000002]}], "y": ["a"]}}"#;
    assert_eq!(matching_event(&pattern(narrow)), Err(NoWitness::NeverHolds { name: name() }));
    assert_eq!(reason(narrow, 1), NoWitness::NeverHolds { name: name() });
}

#[test]
fn a_field_that_is_value_and_parent_has_an_event() {
    let pattern = pattern(r#"{"detail": {"a": [1]}, "detail.a.b": [2], "detail.a.c": [{"exists": false}]}"#);
    let found = matching_event(&pattern).unwrap();
    assert_eq!(value_at(&found.event, &["detail"]).as_deref(), Some(r#"{"a":1,"a.b":2}"#));
    for (number, found) in failing_events(&pattern) {
        assert!(fails_only(&pattern, number, &found.unwrap().event));
    }
}

#[test]
fn values_stand_above_each_other() {
    let pattern = pattern(r#"{"x": {"y": [1], "y.z": [3], "w": [4]}, "x": [2]}"#);
    let found = matching_event(&pattern).unwrap();
    assert_eq!(value_at(&found.event, &["x"]).as_deref(), Some("2"));
    assert_eq!(value_at(&found.event, &["x.y.z"]).as_deref(), Some("3"));
}

#[test]
fn many_parts_of_a_name_stay_one_key() {
    let name = vec!["a"; 1500].join(".");
    let pattern = pattern(&format!(r#"{{"{name}": [1], ".x": [2], "": {{"": [3]}}}}"#));
    assert!(matching_event(&pattern).is_ok());
}

#[test]
fn a_sample_keeps_what_does_not_hinder() {
    let wanted = pattern(
        r#"{"source": ["aws.ec2"], "detail": {"state": ["stopped"], "error": [{"exists": false}],
            "disks": {"type": ["ssd"], "size": [{"numeric": [">", 10]}]}}}"#,
    );
    for (sample, expected) in [
        (
            r#"{"source":"aws.ec2","detail":{"state":"running","disks":[{"type":"ssd","size":20}],"more":1.50}}"#,
            r#"{"source":"aws.ec2","detail":{"state":"stopped","disks":[{"type":"ssd","size":20}],"more":1.50}}"#,
        ),
        (
            r#"{"source":"aws.ec2","detail":{"state":"stopped","error":"e","disks":[{"type":"hdd","size":20},{"type":"ssd","size":5}]}}"#,
            r#"{"source":"aws.ec2","detail":{"state":"stopped","disks":[{"type":"hdd","size":20},{"type":"ssd","size":11}]}}"#,
        ),
        (
            r#"{"source":"aws.ec2","detail":{"state":"stopped","disks":[{"type":"hdd","size":20},{"type":"ssd"}]}}"#,
            r#"{"source":"aws.ec2","detail":{"state":"stopped","disks":[{"type":"hdd","size":20},{"type":"ssd","size":11}]}}"#,
        ),
        (
            r#"{"source":"aws.ec2"}"#,
            r#"{"source":"aws.ec2","detail":{"state":"stopped","disks":{"type":"ssd","size":11}}}"#,
        ),
    ] {
        let node = json::parse(sample, Role::Event).root.unwrap();
        let found = matching_event_from(&wanted, Some(&node)).unwrap();
        let compact = json::compact(&json::parse(&found.event, Role::Event).root.unwrap());
        assert_eq!(compact, expected);
        assert_eq!(matches(&wanted, &event(&found.event)), Some(true));
    }
    let state = pattern(r#"{"detail": {"state": ["stopped"]}}"#);
    let node = json::parse(r#"{"detail": {"state": "running"}}"#, Role::Event).root.unwrap();
    let found = matching_event_from(&state, Some(&node)).unwrap();
    assert_eq!(found.changed.unwrap().of(&found.event), r#""stopped""#);
}

#[test]
fn a_sample_of_another_shape_gives_a_new_event() {
    let wanted = pattern(r#"{"source": ["aws.ec2"]}"#);
    for sample in ["[]", "1", r#"{"source": {"deep": 1}}"#] {
        let node = json::parse(sample, Role::Event).root.unwrap();
        let found = matching_event_from(&wanted, Some(&node)).unwrap();
        assert_eq!(matches(&wanted, &event(&found.event)), Some(true), "{sample}");
    }
}

/// The valid patterns among the recorded ones, every tenth line.
fn recorded() -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/recorded/pattern-verdicts.ndjson");
    let text = std::fs::read_to_string(path).unwrap();
    let texts = text.lines().step_by(10).filter_map(|line| {
        let row = json::parse(line, Role::Event).root?;
        Some(row.get("pattern")?.as_str()?.to_owned())
    });
    texts.filter(|text| parse(text).valid().is_some()).collect()
}

#[test]
fn recorded_patterns_have_events() {
    let (mut patterns, mut matched, mut conditions, mut failed, mut open) = (0, 0, 0, 0, 0);
    for text in recorded() {
        let pattern = pattern(&text);
        patterns += 1;
        match matching_event(&pattern) {
            Ok(found) => {
                assert_eq!(matches(&pattern, &event(&found.event)), Some(true), "{text}");
                matched += 1;
            }
            Err(why) => panic!("{why:?} {text}"),
        }
        for (number, found) in failing_events(&pattern) {
            conditions += 1;
            match found {
                Ok(found) => {
                    assert!(fails_only(&pattern, number, &found.event), "{number} {text} {}", found.event);
                    failed += 1;
                }
                Err(NoWitness::NotFound | NoWitness::TooMuchWork) => open += 1,
                Err(_) => {}
            }
        }
    }
    assert!(patterns > 300);
    assert_eq!(matched, patterns, "each of the recorded patterns can match");
    assert!(failed * 100 >= conditions * 95, "{failed} of {conditions} conditions have an event");
    assert!(open * 100 <= conditions * 2, "{open} of {conditions} conditions have neither event nor reason");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_matching_event_matches(text in generated::pattern()) {
        let pattern = pattern(&text);
        match matching_event(&pattern) {
            Ok(found) => prop_assert_eq!(matches(&pattern, &event(&found.event)), Some(true)),
            Err(why) => prop_assert!(matches!(why, NoWitness::NeverHolds { .. }), "{:?}", why),
        }
    }

    #[test]
    fn an_event_made_of_a_sample_matches(text in generated::pattern(), sample in generated::event(2)) {
        let pattern = pattern(&text);
        let node = json::parse(&sample, Role::Event).root.unwrap();
        match matching_event_from(&pattern, Some(&node)) {
            Ok(found) => prop_assert_eq!(matches(&pattern, &event(&found.event)), Some(true)),
            Err(why) => prop_assert!(matches!(why, NoWitness::NeverHolds { .. }), "{:?}", why),
        }
    }

    #[test]
    fn a_failing_event_fails_one_condition(text in generated::pattern()) {
        let pattern = pattern(&text);
        for (number, found) in failing_events(&pattern) {
            if let Ok(found) = found {
                prop_assert!(fails_only(&pattern, number, &found.event), "{} {}", number, found.event);
            }
        }
    }

    #[test]
    fn what_is_said_to_be_impossible_is_not_seen(text in generated::pattern(), tried in generated::event(1)) {
        let pattern = pattern(&text);
        for (number, found) in failing_events(&pattern) {
            if let Err(why) = found {
                prop_assert!(!fails_only(&pattern, number, &tried), "{} {:?}", number, why);
            }
        }
    }
}
