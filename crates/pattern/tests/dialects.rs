//! What each dialect leaves out, and how it reads the payload of a record.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use rulepad_document::{Lang, Role, Words, json};
use rulepad_pattern::dialect::record;
use rulepad_pattern::{Dialect, Event, matches, parse_in};

fn codes(pattern: &str, dialect: Dialect) -> Vec<String> {
    parse_in(pattern, dialect).diagnostics.iter().map(|found| found.code.to_string()).collect()
}

/// Match, no match, or the reason for which the record is dropped.
fn outcome(dialect: Dialect, pattern: &str, event: &str) -> Result<bool, String> {
    let parsed = parse_in(pattern, dialect);
    let event = json::parse(event, Role::Event);
    let read = record::read(dialect, event.valid().unwrap(), parsed.json.as_ref());
    if let Some(dropped) = read.dropped {
        return Err(dropped.words(Lang::En));
    }
    let pattern =
        read.ignored.iter().fold(parsed.valid().unwrap().clone(), |rest, field| rest.without(field));
    Ok(matches(&pattern, &Event::new(&read.root).unwrap()).unwrap())
}

#[test]
fn operators_a_dialect_lacks_are_named() {
    let wildcard = r#"{"a": [{"wildcard": "x*"}]}"#;
    let not_prefix = r#"{"a": [{"anything-but": {"prefix": "x"}}]}"#;
    let cidr = r#"{"a": [{"cidr": "10.0.0.0/8"}]}"#;
    let any_case = r#"{"a": [{"prefix": {"equals-ignore-case": "x"}}]}"#;
    let table = [
        (Dialect::Archive, [false, false, false, false]),
        (Dialect::Pipes, [true, true, false, false]),
        (Dialect::EventSourceMapping, [true, true, true, true]),
        (Dialect::SnsAttributes, [false, false, false, true]),
        (Dialect::SnsBody, [false, false, false, true]),
    ];
    for (dialect, refused) in table {
        for (pattern, refused) in [wildcard, not_prefix, cidr, any_case].into_iter().zip(refused) {
            let found = codes(pattern, dialect).contains(&"dialect.operator".to_owned());
            assert_eq!(found, refused, "{dialect:?} {pattern}");
        }
    }
    assert!(!codes(wildcard, Dialect::Rule).contains(&"dialect.operator".to_owned()));
    assert_eq!(codes(r#"{"a": [{"anything-but": ["x"]}]}"#, Dialect::EventSourceMapping), [""; 0]);
}

#[test]
fn answers_differ_by_service() {
    let text = r#"{"a": "x"}"#;
    let answer = |dialect| parse_in(text, dialect).aws_error(text);
    assert_eq!(answer(Dialect::EventSourceMapping).as_deref(), Some("Invalid filter pattern definition."));
    assert_eq!(answer(Dialect::Pipes), None);
    assert!(
        answer(Dialect::SnsBody)
            .unwrap()
            .starts_with("Invalid parameter: FilterPolicy: \"a\" must be an object or an array\n at [Source")
    );
}

#[test]
fn sns_counts_keys_combinations_and_wildcards() {
    let keys = r#"{"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}"#;
    assert_eq!(codes(keys, Dialect::SnsAttributes), ["dialect.sns-keys"]);
    let list: Vec<String> = (0..13).map(|n| n.to_string()).collect();
    let many = format!(r#"{{"a":[{0}],"b":[{0}]}}"#, list.join(","));
    assert_eq!(codes(&many, Dialect::SnsAttributes), ["dialect.sns-combinations"]);
    assert_eq!(codes(r#"{"a":{"b":["x"]}}"#, Dialect::SnsAttributes), ["dialect.sns-nested"]);
    assert_eq!(codes(r#"{"a":{"b":["x"]}}"#, Dialect::SnsBody), [""; 0]);
    let wildcards = r#"{"a":[{"wildcard":"a*b"},{"wildcard":"b*c"},{"wildcard":"c*d"},{"wildcard":"d*e"}]}"#;
    assert!(codes(wildcards, Dialect::SnsBody).contains(&"dialect.sns-wildcards".to_owned()));
    assert_eq!(codes(r#"{"a":[{"numeric":[">",2000000000]}]}"#, Dialect::SnsBody), ["dialect.sns-number"]);
}

#[test]
fn sqs_bodies_are_read_as_the_filter_asks() {
    let sqs =
        |body: &str| format!(r#"{{"messageId":"1","body":{},"eventSource":"aws:sqs"}}"#, json::quote(body));
    let ask = |pattern: &str, body: &str| outcome(Dialect::EventSourceMapping, pattern, &sqs(body));
    assert_eq!(ask(r#"{"body":{"n":[1]}}"#, r#"{"n":1}"#), Ok(true));
    assert_eq!(ask(r#"{"body":{"n":[2]}}"#, r#"{"n":1}"#), Ok(false));
    assert_eq!(ask(r#"{"body":["hello"]}"#, "hello"), Ok(true));
    assert!(ask(r#"{"body":{"n":[1]}}"#, "hello").is_err(), "JSON asked, plain text found");
    assert!(ask(r#"{"body":["hello"]}"#, r#"{"n":1}"#).is_err(), "plain text asked, JSON found");
    assert_eq!(ask(r#"{"messageId":["1"]}"#, "hello"), Ok(true), "metadata alone");
}

#[test]
fn kinesis_and_kafka_payloads_are_decoded() {
    let record = r#"{"kinesis":{"data":"eyJuIjoxfQ=="},"eventSource":"aws:kinesis"}"#;
    assert_eq!(outcome(Dialect::EventSourceMapping, r#"{"data":{"n":[1]}}"#, record), Ok(true));
    let flat = r#"{"data":"eyJuIjoxfQ==","eventSource":"aws:kinesis"}"#;
    assert_eq!(outcome(Dialect::Pipes, r#"{"data":{"n":[2]}}"#, flat), Ok(false));
    let plain = r#"{"data":"aGVsbG8=","eventSource":"aws:kinesis"}"#;
    assert!(outcome(Dialect::Pipes, r#"{"data":{"n":[2]}}"#, plain).is_err());
    let kafka = r#"{"topic":"t","value":"aGVsbG8=","eventSource":"aws:kafka"}"#;
    assert_eq!(outcome(Dialect::Pipes, r#"{"value":["hello"]}"#, kafka), Ok(true));
    assert_eq!(
        outcome(Dialect::Pipes, r#"{"value":{"n":[1]},"topic":["t"]}"#, kafka),
        Ok(true),
        "payload ignored"
    );
    assert_eq!(outcome(Dialect::Pipes, r#"{"value":{"n":[1]},"topic":["u"]}"#, kafka), Ok(false));
}

#[test]
fn sns_attributes_have_types() {
    let message = r#"{"Sns":{"Message":"{\"n\":1}","MessageAttributes":{
        "store":{"Type":"String","Value":"shop"},
        "price":{"Type":"Number","Value":"12.50"},
        "tags":{"Type":"String.Array","Value":"[\"a\",null,true]"},
        "blob":{"Type":"Binary","Value":"AAAA"}}}}"#;
    for (pattern, matched) in [
        (r#"{"store":["shop"]}"#, true),
        (r#"{"price":[{"numeric":[">",12]}]}"#, true),
        (r#"{"price":["12.50"]}"#, false),
        (r#"{"tags":[null]}"#, true),
        (r#"{"blob":[{"exists":false}]}"#, true),
    ] {
        assert_eq!(outcome(Dialect::SnsAttributes, pattern, message), Ok(matched), "{pattern}");
    }
    assert_eq!(outcome(Dialect::SnsBody, r#"{"n":[1]}"#, message), Ok(true));
    assert!(outcome(Dialect::SnsBody, r#"{"n":[1]}"#, r#"{"Message":"hello"}"#).is_err());
    let bare = r#"{"MessageAttributes":{}}"#;
    assert!(outcome(Dialect::SnsAttributes, r#"{"x":[{"exists":false}]}"#, bare).is_err());
}

#[test]
fn archives_leave_replayed_events_out() {
    let event = r#"{"source":"aws.s3","replay-name":"march"}"#;
    assert!(outcome(Dialect::Archive, r#"{"source":["aws.s3"]}"#, event).is_err());
    assert_eq!(outcome(Dialect::Rule, r#"{"source":["aws.s3"]}"#, event), Ok(true));
}
