//! The script as a shell runs it, and what is said of events that AWS refuses.

use super::*;
use crate::Subject;
use crate::formats::text::shell::tests::calls;
use crate::test_support::Worded;
use rulepad_document::Lang;
use rulepad_pattern::Dialect;
use rulepad_rule::{Rule, Target};

fn exported(pattern: &str, event: &str) -> Worded {
    let pattern = parse(pattern, Role::Pattern).root.unwrap();
    let rule = Rule { name: "r".into(), ..Rule::default() };
    let subject = Subject {
        rule: &rule,
        pattern: Some(&pattern),
        dialect: Dialect::Rule,
        targets: &[Target::default()],
        event,
        references: &[],
    };
    export(&Marked { subject, typed: None, later: &[], url_suffix: None }).worded(Lang::En)
}

#[test]
fn the_event_arrives_as_it_is_typed() {
    let hard = "it's $HOME `date` ${a}\\nEOF";
    let events = [
        format!("{{\"id\": \"{hard}\",\n\"n\": [4.0, 1e400]}}"),
        "{\"a\":\n\"EOF\"\n}".to_owned(),
        "[\nEOF\n]".to_owned(),
        format!("{{\"long\": \"{}\"}}", "é'".repeat(100_000)),
    ];
    for event in events {
        let exported = exported(r#"{"$or": [{"a": ["x'y"]}, {"b": [4.0]}]}"#, &event);
        let (calls, read) = calls(&exported.text);
        let [call] = &calls[..] else { panic!("{calls:?}") };
        assert_eq!(call[..2], ["events", "test-event-pattern"]);
        let option = |name: &str| call[call.iter().position(|word| word == name).unwrap() + 1].clone();
        assert_eq!(option("--query"), "Result");
        let sent = if option("--event") == "file:///dev/stdin" { read } else { option("--event") };
        assert_eq!(sent.trim_end(), event);
    }
}

#[test]
fn the_region_is_that_of_the_event_where_the_rule_names_none() {
    let text = exported(r#"{"a": ["x"]}"#, r#"{"region": "eu-west-1"}"#).text;
    assert!(text.contains("AWS_REGION:=eu-west-1"), "{text}");
    let text = exported(r#"{"a": ["x"]}"#, r#"{"region": "x-$(date)"}"#).text;
    assert!(!text.contains("AWS_REGION"), "{text}");
}

#[test]
fn what_aws_refuses_of_the_event_is_said() {
    let notes = |event: &str| exported(r#"{"a": ["x"]}"#, event).notes;
    let whole =
        r#"{"id":"i","detail-type":"d","source":"s","account":"a","time":"t","region":"r","resources":[]}"#;
    assert_eq!(notes(whole), [""; 0]);
    assert_eq!(notes(""), ["There is no event yet: AWS answers `Parameter Event is not valid.`"]);
    for event in ["[]", "\"x\"", "{"] {
        assert_eq!(
            notes(event),
            ["The event is not a JSON object: AWS answers `Parameter Event is not valid.`"]
        );
    }
    let found = notes(&whole.replace("\"id\":\"i\",", "").replace("\"time\":\"t\"", "\"time\":1"));
    assert_eq!(found[0], "The event lacks `id`: AWS answers `Parameter Event is not valid.`");
    assert!(found[1].starts_with("`time` of the event should be strings"), "{found:?}");
    assert!(notes(&whole.replace(",\"resources\":[]", ""))[0].contains("`resources`"));
}
