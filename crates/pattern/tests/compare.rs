//! What is said of two patterns holds for the events given, and for events nobody chose.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod generated;

use proptest::prelude::*;
use rulepad_document::{Role, json};
use rulepad_pattern::compare::{Comparison, Relation, compare};
use rulepad_pattern::{Event, Pattern, matches, parse};

fn pattern(text: &str) -> Pattern {
    parse(text).valid().unwrap().clone()
}

fn verdict(pattern: &Pattern, text: &str) -> bool {
    let event = Event::new(json::parse(text, Role::Event).valid().unwrap()).unwrap();
    matches(pattern, &event).unwrap()
}

fn relation(a: &str, b: &str) -> Relation {
    let (a, b) = (pattern(a), pattern(b));
    let found = compare(&a, &b);
    assert!(shows(&a, &b, &found));
    found.relation
}

/// Whether each event shows what it stands for.
fn shows(a: &Pattern, b: &Pattern, found: &Comparison) -> bool {
    let told = |event: &Option<String>, verdicts: (bool, bool)| {
        event.as_ref().is_none_or(|event| (verdict(a, event), verdict(b, event)) == verdicts)
    };
    told(&found.only_a, (true, false))
        && told(&found.only_b, (false, true))
        && told(&found.both, (true, true))
        && told(&found.both_in_list, (true, true))
}

fn field(matchers: &str) -> String {
    format!(r#"{{"detail": {{"x": [{matchers}]}}}}"#)
}

#[test]
fn relations_of_one_field() {
    use Relation::{Disjoint, Narrower, Overlapping, Same, Wider};
    for (a, b, expected) in [
        (r#""a", "b""#, r#""b", "a""#, Same),
        ("300", "3.0e2", Same),
        (r#""10.0.0.1""#, r#""010.0.0.1""#, Same),
        (r#""10.0.0.1""#, r#"{"exactly": "10.0.0.1"}"#, Wider),
        (r#"{"prefix": "a"}"#, r#"{"prefix": "ab"}"#, Wider),
        (r#"{"prefix": "a"}"#, r#"{"wildcard": "a*"}"#, Same),
        (r#"{"prefix": "a"}"#, r#"{"suffix": "b"}"#, Overlapping),
        (r#"{"prefix": "a"}"#, r#"{"prefix": "b"}"#, Disjoint),
        (r#"{"wildcard": "*a*b*"}"#, r#"{"wildcard": "*ab*"}"#, Wider),
        (r#"{"wildcard": "a*"}, {"wildcard": "*a"}"#, r#"{"wildcard": "a*a"}"#, Wider),
        (r#"{"equals-ignore-case": "ab"}"#, r#""ab", "aB", "Ab", "AB""#, Same),
        (r#"{"equals-ignore-case": "ab"}"#, r#""ab", "AB""#, Wider),
        (r#"{"numeric": [">", 0]}"#, r#"{"numeric": [">", 0, "<", 9]}, {"numeric": [">=", 9]}"#, Same),
        (r#"{"numeric": [">", 0]}"#, r#"{"numeric": [">", 0, "<", 9]}, {"numeric": [">", 9]}"#, Wider),
        (r#"{"cidr": "10.0.0.0/8"}"#, r#"{"cidr": "10.0.0.0/9"}, {"cidr": "10.128.0.0/9"}"#, Same),
        (r#"{"cidr": "10.0.0.0/8"}"#, r#"{"cidr": "10.0.0.0/9"}"#, Wider),
        (r#"{"anything-but": "a"}"#, r#"{"exists": true}"#, Narrower),
        (r#"{"anything-but": "a"}, "a""#, r#"{"exists": true}"#, Same),
        (r#"{"anything-but": {"prefix": "a"}}, {"prefix": "a"}"#, r#"{"exists": true}"#, Same),
        (r#"{"exists": false}"#, r#"{"exists": true}"#, Disjoint),
        (r#"{"exists": true}, {"exists": false}"#, r#""a""#, Wider),
        ("1", r#""1""#, Disjoint),
    ] {
        assert_eq!(relation(&field(a), &field(b)), expected, "{a} {b}");
    }
}

#[test]
fn relations_of_several_fields() {
    use Relation::{Disjoint, Narrower, Overlapping, Same, Wider};
    for (a, b, expected) in [
        (r#"{"source": ["a"]}"#, r#"{"source": ["a"], "region": ["b"]}"#, Wider),
        (r#"{"source": ["a"]}"#, r#"{"region": ["b"]}"#, Overlapping),
        (
            r#"{"source": ["a", "b"], "region": ["c"]}"#,
            r#"{"$or": [{"source": ["a"]}, {"source": ["b"]}], "region": ["c"]}"#,
            Same,
        ),
        (r#"{"detail": {"x": ["a"]}}"#, r#"{"detail.x": ["a"]}"#, Same),
        (r#"{"source": ["a"], "region": ["b"]}"#, r#"{"source": ["a"], "region": ["c"]}"#, Disjoint),
        (
            r#"{"$or": [{"source": ["a"]}, {"region": ["b"]}]}"#,
            r#"{"$or": [{"source": ["a"], "region": ["b"]}, {"source": ["a"], "region": [{"anything-but": "b"}, {"exists": false}]}]}"#,
            Wider,
        ),
        (
            r#"{"source": ["a"], "region": ["b"]}"#,
            r#"{"$or": [{"source": ["a"]}, {"region": ["b"]}]}"#,
            Narrower,
        ),
    ] {
        assert_eq!(relation(a, b), expected, "{a} {b}");
    }
}

#[test]
fn a_list_can_match_what_no_value_does() {
    let found = compare(&pattern(&field(r#""a""#)), &pattern(&field(r#""b""#)));
    assert_eq!(found.relation, Relation::Disjoint);
    assert!(found.both_in_list.unwrap().contains(r#""x": ["a", "b"]"#));
    // No event has a list for its source.
    let found = compare(&pattern(r#"{"source": ["a"]}"#), &pattern(r#"{"source": ["b"]}"#));
    assert_eq!((found.relation, found.both_in_list), (Relation::Disjoint, None));
}

#[test]
fn what_is_not_followed_is_not_called_complete() {
    let of = |a: &str, b: &str| compare(&pattern(&field(a)), &pattern(&field(b))).complete;
    assert!(of(r#"{"prefix": "a"}"#, r#"{"wildcard": "*b*"}"#));
    assert!(of(r#"{"cidr": "10.0.0.0/8"}"#, r#""10.0.0.1""#));
    assert!(!of(r#"{"cidr": "10.0.0.0/8"}"#, r#"{"prefix": "10.7"}"#));
}

#[test]
fn work_is_bounded() {
    let many = |names: &[&str]| {
        let pairs: Vec<String> = names
            .iter()
            .map(|name| format!(r#"{{"$or": [{{"{name}": ["a"]}}, {{"{name}x": ["b"]}}]}}"#))
            .enumerate()
            .map(|(at, group)| format!(r#""g{at}": {group}"#))
            .collect();
        pattern(&format!("{{{}}}", pairs.join(", ")))
    };
    let a = many(&["p", "q", "r", "s", "t", "u", "v", "w", "x"]);
    let b = many(&["p", "q", "r", "s", "t", "u", "v", "w", "y"]);
    let found = compare(&a, &b);
    assert!(shows(&a, &b, &found));
    assert!(matches!(found.relation, Relation::Overlapping | Relation::Unknown));
}

fn turned(relation: Relation) -> Relation {
    match relation {
        Relation::Wider => Relation::Narrower,
        Relation::Narrower => Relation::Wider,
        other => other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_pattern_is_the_same_as_itself(text in generated::pattern()) {
        let pattern = pattern(&text);
        prop_assert_eq!(compare(&pattern, &pattern).relation, Relation::Same);
    }

    #[test]
    fn the_order_does_not_matter(a in generated::pattern(), b in generated::pattern()) {
        let (a, b) = (pattern(&a), pattern(&b));
        let (there, back) = (compare(&a, &b), compare(&b, &a));
        prop_assert_eq!(there.relation, turned(back.relation));
        prop_assert_eq!(there.complete, back.complete);
    }

    #[test]
    fn events_show_what_they_stand_for(a in generated::pattern(), b in generated::pattern()) {
        let (a, b) = (pattern(&a), pattern(&b));
        let found = compare(&a, &b);
        prop_assert!(shows(&a, &b, &found));
        let events = (found.only_a.is_some(), found.only_b.is_some(), found.both.is_some());
        let fits = match found.relation {
            Relation::Same => !events.0 && !events.1,
            Relation::Wider => events.0 && !events.1,
            Relation::Narrower => !events.0 && events.1,
            Relation::Overlapping => events == (true, true, true),
            Relation::Disjoint => events == (true, true, false),
            Relation::Unknown => false,
        };
        prop_assert!(fits, "{:?}", found.relation);
    }

    #[test]
    fn any_event_bears_it_out(
        a in generated::pattern(),
        b in generated::pattern(),
        events in prop::collection::vec(generated::event(1), 20),
        lists in prop::collection::vec(generated::event(3), 20),
    ) {
        let (a, b) = (pattern(&a), pattern(&b));
        let found = compare(&a, &b).relation;
        for (text, single) in events.iter().map(|text| (text, true)).chain(lists.iter().map(|text| (text, false))) {
            let (first, second) = (verdict(&a, text), verdict(&b, text));
            let fits = match found {
                Relation::Same => first == second,
                Relation::Wider => first || !second,
                Relation::Narrower => second || !first,
                Relation::Disjoint => !(single && first && second),
                Relation::Overlapping | Relation::Unknown => true,
            };
            prop_assert!(fits, "{:?} {}", found, text);
        }
    }
}
