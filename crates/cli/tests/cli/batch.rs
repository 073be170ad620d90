//! `rulepad batch`: every line is answered, whatever stands before it.

use crate::program::rulepad;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

fn answers(input: &[u8]) -> Vec<Value> {
    let run = rulepad(&["batch"], input);
    assert_eq!((run.code, run.about.as_str()), (0, ""), "{}", run.out);
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn lines(lines: &[Value]) -> Vec<u8> {
    lines.iter().flat_map(|line| format!("{line}\n").into_bytes()).collect()
}

#[test]
fn patterns_give_verdicts() {
    let input = lines(&[
        json!({"id": "a", "pattern": r#"{"n": [9007199254740993]}"#, "event": r#"{"n": 9007199254740993}"#}),
        json!({"pattern": r#"{"n": [9007199254740992]}"#, "event": r#"{"n": 9007199254740993}"#}),
        json!({"id": 7, "pattern": r#"{"n": 1}"#, "event": "{}"}),
        json!({"id": null, "pattern": r#"{"n": [1]}"#, "event": "{"}),
    ]);
    let answers = answers(&input);
    assert_eq!(answers[0], json!({"id": "a", "result": "match"}));
    assert_eq!(answers[1], json!({"id": 2, "result": "no_match"}));
    assert_eq!(answers[2]["result"], "pattern_error");
    let message = answers[2]["message"].as_str().unwrap();
    assert!(message.starts_with("Event pattern is not valid. Reason: \"n\" must be an object or an array\n"));
    assert_eq!((&answers[3]["id"], &answers[3]["result"]), (&json!(4), &json!("event_error")));
    assert_eq!(answers.len(), 4);
}

#[test]
fn a_line_may_name_who_reads_the_pattern() {
    let wildcard = r#"{"body": {"key": [{"wildcard": "*.json"}]}}"#;
    let record = r#"{"body": "{\"key\": \"a.json\"}"}"#;
    let answers = answers(&lines(&[
        json!({"pattern": wildcard, "event": record}),
        json!({"dialect": "pipes", "pattern": wildcard, "event": record}),
        json!({"dialect": "pipes", "pattern": r#"{"body": {"key": [{"suffix": ".json"}]}}"#, "event": record}),
        json!({"dialect": "event_source_mapping", "pattern": "{}", "event": record}),
        json!({"dialect": "pipes", "pattern": r#"{"body": {"a": [1]}}"#, "event": ""}),
        json!({"dialect": "rules", "pattern": "{}", "event": "{}"}),
    ]));
    let results: Vec<_> = answers.iter().map(|answer| answer["result"].as_str()).collect();
    let error = Some("pattern_error");
    assert_eq!(results, [Some("no_match"), error, Some("match"), error, Some("event_error"), None]);
    assert_eq!(answers[1]["message"], "an EventBridge Pipes filter has no `wildcard`");
    assert_eq!(answers[3]["message"], "Invalid filter pattern definition.");
    assert_eq!(answers[4]["message"], "the event is empty");
    assert!(answers[5]["error"].as_str().unwrap().contains("rules"), "{}", answers[5]);
}

#[test]
fn each_input_option_gives_its_payload() {
    let event = r#"{"detail": {"n": 9007199254740993, "s": "x"}, "time": "2026-03-02T04:05:06Z"}"#;
    let answers = answers(&lines(&[
        json!({"id": "event", "event": event}),
        json!({"id": "path", "event": event, "input_path": "$.detail"}),
        json!({"id": "constant", "event": event, "input": "{ \"a\": 1.0 }"}),
        json!({"id": "map", "event": event, "input_template": "\"<s> <n>\"",
               "input_paths_map": {"s": "$.detail.s", "n": "$.detail.n"}}),
        json!({"id": "text map", "event": event, "input_template": "{\"n\": <n>}",
               "input_paths_map": "{\"n\": \"$.detail.n\"}"}),
        json!({"id": "reserved", "event": event, "rule_name": "r", "rule_arn": "arn:x", "ingestion_time": "t",
               "input_template":
                   "\"<aws.events.rule-name> <aws.events.rule-arn> <aws.events.event.ingestion-time>\""}),
        json!({"id": "two", "event": event, "input_path": "$.detail", "input": "{}"}),
        json!({"id": "refused", "event": event, "input_template": "{\"a\": <nope>}"}),
        json!({"id": "nothing", "event": event, "input_path": "$.none"}),
        json!({"id": "broken", "event": "{"}),
    ]));
    let outcomes: Vec<&str> = answers.iter().map(|answer| answer["outcome"].as_str().unwrap()).collect();
    let delivered = ["delivered"; 6];
    assert_eq!(outcomes, [&delivered[..], &["error", "error", "not_delivered", "error"]].concat());
    let payload = |at: usize| answers[at]["payload"].as_str().unwrap();
    assert_eq!(payload(0), event.replace(": ", ":").replace(", ", ","));
    assert_eq!(payload(1), r#"{"n":9007199254740993,"s":"x"}"#);
    assert_eq!(payload(2), r#"{ "a": 1.0 }"#);
    assert_eq!(payload(3).trim_matches('"'), "x 9007199254740993");
    assert!(payload(4).contains("9007199254740993"), "{}", payload(4));
    assert_eq!(payload(5).trim_matches('"'), "r arn:x t");
    let sentence = "Only one of Input, InputPath, or InputTransformer must be provided for target target.";
    assert_eq!(answers[6], json!({"id": "two", "outcome": "error", "message": sentence}));
    assert!(answers[8]["message"].as_str().unwrap().starts_with("not verified: "));
    assert!(answers[9]["message"].is_string());
}

#[test]
fn bad_lines_are_numbered_and_the_rest_goes_on() {
    let good = json!({"pattern": r#"{"a": ["b"]}"#, "event": r#"{"a": "b"}"#});
    let mut input = format!("{good}\r\n\n   \nnot json\n").into_bytes();
    input.extend_from_slice(b"{\"event\": \"\xff\"}\n");
    input.extend_from_slice(b"{\"pattern\": \"{}\"}\n[1]\n");
    // The last line has no line end.
    input.extend_from_slice(good.to_string().as_bytes());
    let answers = answers(&input);
    assert_eq!(answers.len(), 6, "{answers:?}");
    assert_eq!(answers[0], json!({"id": 1, "result": "match"}));
    for (answer, (number, error)) in answers[1..5].iter().zip([
        (4, "not a line of this format"),
        (5, "not UTF-8 at byte 11"),
        (6, "no \"event\""),
        (7, "not a line of this format"),
    ]) {
        assert_eq!(answer["line"], number);
        assert!(answer["error"].as_str().unwrap().contains(error), "{answer}");
    }
    assert_eq!(answers[5], json!({"id": 8, "result": "match"}));
}

#[test]
fn a_line_too_long_is_left_out() {
    let mut input = vec![b'x'; (16 << 20) + 5];
    input.extend_from_slice(b"\n{\"event\": \"{}\"}\n");
    let answers = answers(&input);
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0], json!({"line": 1, "error": "the line is longer than 16 MiB: split it"}));
    assert_eq!(answers[1], json!({"id": 2, "outcome": "delivered", "payload": "{}"}));
}

#[test]
fn each_answer_comes_before_the_next_line_is_sent() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rulepad"))
        .arg("batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for number in 1..=3 {
        input.write_all(b"{\"event\": \"{}\"}\n").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(answer["id"], number);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rulepad"))
        .arg("batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    let writing = std::thread::spawn(move || {
        for _ in 0..10_000 {
            if input.write_all(b"{\"event\": \"{}\"}\n").is_err() {
                break;
            }
        }
    });
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn batch_takes_no_file() {
    let run = rulepad(&["batch", "lines.ndjson"], b"");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.about.contains("lines.ndjson"), "{}", run.about);
}
