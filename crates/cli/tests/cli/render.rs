//! `rulepad render`: each input option, the reserved variables, and what is not delivered.

use crate::program::{Files, Run, rulepad};
use serde_json::Value;

const EVENT: &str = r#"{"region": "eu-west-1", "account": "111122223333", "time": "2026-03-02T04:05:06Z", "detail": {"n": 9007199254740993, "who": "Zoë"}}"#;

fn render(files: &Files, arguments: &[&str]) -> Run {
    let event = files.file("event.json", EVENT);
    rulepad(&[&["render", "--event", &event], arguments].concat(), b"")
}

fn delivered(payload: &str) -> Run {
    Run { code: 0, out: format!("{payload}\n"), about: String::new() }
}

#[test]
fn each_option_delivers() {
    let files = Files::new("options");
    let event = EVENT.replace(": ", ":").replace(", ", ",");
    assert_eq!(render(&files, &[]), delivered(&event));
    let detail = r#"{"n":9007199254740993,"who":"Zoë"}"#;
    assert_eq!(render(&files, &["--input-path", "$.detail"]), delivered(detail));

    let constant = files.file("constant.json", "{ \"a\": 1.0 }\r\n");
    assert_eq!(render(&files, &["--input", &constant]), delivered("{ \"a\": 1.0 }"));

    let paths = files.file("paths.json", r#"{"who": "$.detail.who"}"#);
    let template = files.file("template.json", r#"{"n": 9007199254740993, "who": <who>}"#);
    let run = render(&files, &["--template", &template, "--paths", &paths]);
    assert_eq!((run.code, run.about.as_str()), (0, ""));
    let payload: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(payload, serde_json::json!({"n": 9_007_199_254_740_993_u64, "who": "Zoë"}));
}

#[test]
fn reserved_variables_are_the_rules_own() {
    let files = Files::new("reserved");
    let template = files.file(
        "template",
        "\"<aws.events.rule-name> <aws.events.rule-arn> <aws.events.event.ingestion-time>\"\n",
    );
    let own = render(&files, &["--template", &template, "--rule-name", "orders"]);
    let expected = "orders arn:aws:events:eu-west-1:111122223333:rule/orders 2026-03-02T04:05:06Z";
    assert_eq!((own.code, own.out.trim_end().trim_matches('"')), (0, expected));

    let arguments = ["--template", &template, "--rule-name", "orders", "--rule-arn", "arn:x"];
    let given = render(&files, &[&arguments[..], &["--ingestion-time", "now"]].concat());
    assert_eq!((given.code, given.out.trim_end().trim_matches('"')), (0, "orders arn:x now"));
}

#[test]
fn two_options_are_refused_in_aws_s_words() {
    let files = Files::new("two");
    let constant = files.file("constant.json", "{}");
    let run = render(&files, &["--input-path", "$.detail", "--input", &constant]);
    let sentence = "Only one of Input, InputPath, or InputTransformer must be provided for target target.";
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.about.contains(sentence), "{}", run.about);
}

#[test]
fn refusals_name_the_file_and_the_place() {
    let files = Files::new("refusals");
    let template = files.file("template.json", "{\n  \"é😀\": <nope>\n}");
    let run = render(&files, &["--template", &template]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.about.contains(&format!("{template}:2:10: error: ")), "{}", run.about);
    assert!(run.about.contains("AWS refuses this target: "), "{}", run.about);

    let constant = files.file("constant.json", "{\"a\": }");
    let run = render(&files, &["--input", &constant]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.about.contains(&format!("{constant}:1:")), "{}", run.about);

    let run = rulepad(&["render", "--event", "-"], b"{\"a\": ");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.about.contains("<stdin>:1:"), "{}", run.about);
}

#[test]
fn nothing_selected_is_1_and_not_verified() {
    let files = Files::new("nothing");
    let run = render(&files, &["--input-path", "$.detail.none"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.about.contains("--input-path:1:1: warning: "), "{}", run.about);
    assert!(run.about.contains("\nnot verified: "), "{}", run.about);
}

#[test]
fn what_is_not_verified_is_said_beside_the_payload() {
    let files = Files::new("unverified");
    let run = render(&files, &["--input-path", "$.detail.n"]);
    assert_eq!((run.code, run.out.as_str()), (0, "9007199254740993\n"));
    assert!(run.about.starts_with("not verified: "), "{}", run.about);
}

#[test]
fn json_is_the_whole_report() {
    let files = Files::new("json");
    let run = render(&files, &["--input-path", "$.detail.who", "--format", "json"]);
    assert_eq!((run.code, run.about.as_str()), (0, ""));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["event"], serde_json::json!([]));
    assert_eq!(report["rendered"]["outcome"]["outcome"], "delivered");
    assert_eq!(report["rendered"]["outcome"]["text"], "\"Zoë\"");
}

#[test]
fn the_request_of_a_target_s_service_is_printed() {
    let files = Files::new("service");
    let parameters = files.file("parameters.json", r#"{"MessageGroupId": "$.detail.who"}"#);
    let queue = "arn:aws:sqs:eu-west-1:111122223333:q.fifo";
    let arguments = ["--input-path", "$.detail", "--arn", queue];
    let run = render(&files, &[&arguments[..], &["--parameters", &parameters]].concat());
    let expected = "sqs:SendMessage\n\
        QueueUrl: https://sqs.eu-west-1.amazonaws.com/111122223333/q.fifo\n\
        MessageBody: {\"n\":9007199254740993,\"who\":\"Zo\u{eb}\"}\n\
        MessageGroupId: Zo\u{eb}\n";
    assert_eq!(run.out, expected);
    assert_eq!(run.code, 1, "a letter outside ASCII is no part of a message group");
    assert!(run.about.starts_with("not taken: `MessageGroupId` holds"), "{}", run.about);
    let run = render(&files, &["--arn", "arn:aws:sqs:eu-west-1:111122223333:q"]);
    assert_eq!((run.code, run.out.lines().next()), (0, Some("sqs:SendMessage")));
    let run = render(&files, &["--arn", "arn:aws:s3:::bucket", "--input-path", "$.region"]);
    assert_eq!(run.out, "\"eu-west-1\"\n");
}
