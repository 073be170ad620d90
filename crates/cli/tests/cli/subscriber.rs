//! `rulepad test --dialect subscriber`: exit codes and what it prints.

use crate::program::{Files, rulepad};
use serde_json::Value;

const EVENT: &str = r#"{"source": "com.shop", "detail-type": "Order", "detail": {"total": 700}}"#;

const SUBSCRIBER: &str = r#"{
  "Name": "large",
  "EventBusArn": "arn:aws:events:us-east-1:111122223333:event-busv2/orders/abcdefghij0123456789abcde",
  "FilterConfiguration": {"Filters": [
    {"Scope": "DATA", "Pattern": "{\"detail\":{\"total\":[{\"numeric\":[\">\",500]}]}}"},
    {"Scope": "SYSTEM_METADATA", "Pattern": "{\"aws:Source\":[\"com.shop\"]}"}
  ]},
  "InvokeConfiguration": {
    "TargetArn": "arn:aws:sqs:us-east-1:111122223333:orders",
    "RoleArn": "arn:aws:iam::111122223333:role/deliver"
  }
}"#;

fn test(arguments: &[&str], event: &str) -> crate::program::Run {
    let all = [&["test", "--dialect", "subscriber", "--event", "-"], arguments].concat();
    rulepad(&all, event.as_bytes())
}

#[test]
fn a_subscriber_file_has_a_verdict_scope_by_scope() {
    let files = Files::new("subscriber");
    let file = files.file("s.json", SUBSCRIBER);
    let run = test(&["--subscriber", &file, "--explain"], EVENT);
    assert_eq!((run.code, run.about.as_str()), (0, ""), "{}", run.out);
    assert!(
        run.out.contains("\nA failed delivery is retried up to 5 times within 300 seconds"),
        "{}",
        run.out
    );
    assert!(run.out.contains("permissions of the role:\n{\n"), "{}", run.out);
    let lines: Vec<&str> = run.out.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(
        lines,
        [
            "Match: the subscriber gets the event",
            "note: Read as an event published with `PutEvents`: its envelope is `Data`.",
            "✓ DATA: The one condition is met",
            "  ✓ detail.total is 700; the pattern accepts a number greater than 500.",
            "✓ SYSTEM_METADATA: The one condition is met",
            "  ✓ aws:Source is \"com.shop\", as the pattern requires.",
            "payload:",
            "{\"source\":\"com.shop\",\"detail-type\":\"Order\",\"detail\":{\"total\":700}}",
            "not verified: The order of keys and the white space of what AWS writes are not documented.",
            "not verified: No verdicts of subscribers have been recorded; operators are evaluated as in rules.",
        ]
    );
    let run = test(&["--subscriber", &file], &EVENT.replace("700", "7"));
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("✕ DATA") && run.out.contains("✓ SYSTEM_METADATA"), "{}", run.out);
}

#[test]
fn places_are_those_of_the_file() {
    let files = Files::new("subscriber-places");
    let file =
        files.file("s.json", SUBSCRIBER.replace("numeric\\\":[\\\">\\\",500]", "wildcard\\\":\\\"5*\\\""));
    let run = test(&["--subscriber", &file], EVENT);
    assert_eq!(run.code, 2, "{}", run.out);
    let expected =
        format!("{file}:5:59: error: filters of a subscriber do not support `wildcard` [filter.wildcard]");
    assert!(run.out.contains(&expected), "{}", run.out);
    assert!(run.out.contains("AWS: Filter pattern must not contain wildcard matchers"), "{}", run.out);
}

#[test]
fn what_aws_refuses_and_what_the_target_refuses_are_two_things() {
    let files = Files::new("subscriber-target");
    let refused = files.file("r.json", SUBSCRIBER.replace("arn:aws:sqs:us-east-1", "arn:aws:sqs:eu-west-1"));
    let run = test(&["--subscriber", &refused], EVENT);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.out.contains("[subscriber.target-region]"), "{}", run.out);
    let taken = files.file("t.json", SUBSCRIBER.replace(":orders\"", ":orders.fifo\""));
    let run = test(&["--subscriber", &taken, "--format", "json"], EVENT);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, &report["verdict"]), (0, &Value::from("match")));
    let target = &report["target"];
    assert_eq!((&target["refused_at_create"], &target["refused_by_target"]), (&false.into(), &true.into()));
    assert_eq!(target["findings"][0]["refusal"], "by_target");
}

#[test]
fn an_event_crosses_a_source_or_not() {
    let files = Files::new("event-source");
    let source = files.file(
        "s.json",
        r#"{"Name": "uploads", "EventBusArn": "arn:aws:events:us-east-1:111122223333:event-busv2/orders/abcdefghij0123456789abcde",
            "Configuration": {"AwsServiceEventsConfiguration": {"AwsService": "aws.s3", "Pattern": "{\"detail-type\": [\"Object Created\"]}"}}}"#,
    );
    let event = r#"{"source": "aws.s3", "detail-type": "Object Created", "detail": {}}"#;
    let run = test(&["--event-source", &source, "--explain"], event);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.starts_with("Match: the event comes to the bus\n"), "{}", run.out);
    assert_eq!(test(&["--event-source", &source], &event.replace("Created", "Deleted")).code, 1);
    assert_eq!(test(&["--event-source", &source, "--subscriber", &source], event).code, 2);
}

#[test]
fn filters_may_be_files() {
    let files = Files::new("subscriber-filters");
    let data = files.file("d.json", r#"{"total": [700]}"#);
    let system = files.file("s.json", r#"{"aws:Source": ["com.shop"]}"#);
    let run = test(&["--pattern", &data, "--system-metadata", &system], EVENT);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("[filter.for-put-raw-events]"), "{}", run.out);
    let run = test(&["--pattern", &data, "--published", "put-raw-events"], r#"{"total": 700}"#);
    assert_eq!(run.code, 0, "{}", run.out);
    let run = test(
        &["--pattern", &data, "--format", "json", "--lang", "ko"],
        r#"[{"Data": "eyJ0b3RhbCI6NzAwfQ==", "SystemMetadata": {"ContentType": "application/json"}}]"#,
    );
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, &report["verdict"]), (0, &Value::from("match")));
    assert_eq!(report["events"][0]["said"], "`PutRawEvents` 항목으로 읽었습니다.");
}

#[test]
fn wrong_arguments_are_2() {
    let files = Files::new("subscriber-arguments");
    let file = files.file("s.json", SUBSCRIBER);
    for (arguments, about) in [
        (vec!["--subscriber", &file, "--metadata", &file], "`--subscriber` has the filters already"),
        (vec![], "the filters are missing"),
        (vec!["--subscriber", &file, "--published", "put"], "`--published put` is not known"),
        (vec!["--wrong"], "--wrong"),
    ] {
        let run = test(&arguments, EVENT);
        assert!(run.code == 2 && run.about.contains(about), "{arguments:?}: {}", run.about);
    }
    let run = rulepad(&["test", "--subscriber", &file, "--event", "-", "--pattern", &file], b"{}");
    assert!(run.code == 2 && run.about.contains("write `--dialect subscriber` as well"), "{}", run.about);
}

#[test]
fn an_expression_that_gives_nothing_has_no_payload() {
    let files = Files::new("subscriber-nothing");
    let transformer = r#""Transformer": {"Type": "JSONATA", "JsonataConfiguration": {"Expression": "{% $events.Data.none %}"}},
  "InvokeConfiguration""#;
    let file = files.file("s.json", SUBSCRIBER.replace("\"InvokeConfiguration\"", transformer));
    let run = test(&["--subscriber", &file], EVENT);
    assert!(run.out.lines().any(|line| line == "no payload"), "{}", run.out);
    assert!(run.out.contains("[jsonata.nothing]"), "{}", run.out);
}
