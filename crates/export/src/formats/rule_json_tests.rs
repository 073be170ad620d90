//! The exported requests, read back by this project's parser and by another one.

use crate::test_support::{Worded, target};
use crate::{Format, Subject, export};
use proptest::prelude::*;
use rulepad_document::json::{Node, compact, parse};
use rulepad_document::{Lang, Role};
use rulepad_pattern::Dialect;
use rulepad_rule::{Rule, State, Target};
use rulepad_transformer::Input;
use serde_json::{Value as Json, json};

const PATTERN: &str = r#"{
  "source": ["aws.codebuild"],
  "detail-type": ["CodeBuild Build State Change"],
  "detail": {
    "build-status": ["SUCCEEDED", "FAILED", "STOPPED"],
    "project-name": ["test-codebuild-project"]
  }
}"#;

fn node(text: &str) -> Node {
    parse(text, Role::Pattern).root.unwrap()
}

fn rule() -> Rule {
    Rule {
        name: "codebuild-state-change".into(),
        description: "CodeBuild build state changes for test-codebuild-project".into(),
        ..Rule::default()
    }
}

fn targets() -> Vec<Target> {
    let template = "{\"project\": <project>, \"status\": <status>, \"rule\": <aws.events.rule-name>, \"message\": \"Build <build-id> of <project> is <status>.\"}";
    let paths = "{ \"build-id\": \"$.detail.build-id\",\n \"project\": \"$.detail.project-name\", \"status\": \"$.detail.build-status\" }";
    let transformer = Input::Transformer { paths: paths.into(), template: template.into() };
    let constant = Input::Constant("{\"trigger\":\"codebuild-state-change\",\"version\":1}".into());
    vec![
        target("lambda-matched-event", "lambda:@:function:build-handler", Input::MatchedEvent),
        target("sns-transformed", "sns:@:build-notifications", transformer),
        target("sqs-detail-only", "sqs:@:build-events", Input::Path("$.detail".into())),
        Target {
            role_arn: "arn:aws:iam::123456789012:role/eventbridge-start-build-workflow".into(),
            ..target("sfn-constant", "states:@:stateMachine:build-workflow", constant)
        },
    ]
}

fn exported(rule: &Rule, pattern: &Node, targets: &[Target]) -> Worded {
    let subject =
        Subject { rule, pattern: Some(pattern), dialect: Dialect::Rule, targets, event: "", references: &[] };
    export(Format::RuleJson, &subject).worded(Lang::En)
}

fn text(rule: &Rule, pattern: &str, targets: &[Target]) -> String {
    exported(rule, &node(pattern), targets).text
}

#[test]
fn a_rule_with_four_targets_is_the_recorded_file() {
    let file = exported(&rule(), &node(PATTERN), &targets());
    assert_eq!(file.text, include_str!("../../testdata/codebuild-state-change.json"));
    assert_eq!(file.file_name, "codebuild-state-change.json");
    assert_eq!(file.media_type, "application/json");
    assert_eq!(file, exported(&rule(), &node(PATTERN), &targets()));
}

#[test]
fn notes_name_the_policies_a_person_still_has_to_write() {
    let notes = exported(&rule(), &node(PATTERN), &targets()).notes;
    assert_eq!(notes.len(), 3, "{notes:?}");
    assert_eq!(
        notes[0],
        "Target `lambda-matched-event`: the resource policy of the Lambda function must allow \
         `events.amazonaws.com` to `lambda:InvokeFunction`."
    );
    let fifo = target("q", "sqs:@:q.fifo", Input::MatchedEvent);
    let task = target("t", "ecs:@:cluster/c", Input::MatchedEvent);
    let notes = exported(&rule(), &node("{}"), &[fifo, task]).notes;
    assert!(notes.iter().any(|note| note.contains("add `SqsParameters`")), "{notes:?}");
    assert!(notes.iter().any(|note| note.contains("`EcsParameters`")), "{notes:?}");
    assert!(notes.iter().any(|note| note.contains("add `RoleArn`")), "{notes:?}");
}

#[test]
fn settings_of_delivery_are_written_as_typed() {
    let full = Target {
        parameters: r#"{"JobName": "n", "JobDefinition": "d", "RetryStrategy": {"Attempts": 3}}"#.into(),
        dead_letter_arn: "arn:aws:sqs:us-east-1:123456789012:dead".into(),
        retry_attempts: "0".into(),
        event_age: "3600".into(),
        role_arn: "arn:aws:iam::123456789012:role/r".into(),
        ..target("b", "batch:@:job-queue/q", Input::MatchedEvent)
    };
    let file = exported(&rule(), &node("{}"), std::slice::from_ref(&full));
    let json: Json = serde_json::from_str(&file.text).unwrap();
    let written = &json["PutTargets"]["Targets"][0];
    assert_eq!(
        written["BatchParameters"],
        json!({"JobName": "n", "JobDefinition": "d", "RetryStrategy": {"Attempts": 3}})
    );
    assert_eq!(written["DeadLetterConfig"], json!({"Arn": "arn:aws:sqs:us-east-1:123456789012:dead"}));
    assert_eq!(written["RetryPolicy"], json!({"MaximumRetryAttempts": 0, "MaximumEventAgeInSeconds": 3600}));
    assert_eq!(file.notes, [""; 0], "nothing is left to add");

    let broken =
        Target { parameters: "{".into(), retry_attempts: "186".into(), event_age: "90".into(), ..full };
    let file = exported(&rule(), &node("{}"), &[broken]);
    let json: Json = serde_json::from_str(&file.text).unwrap();
    let written = &json["PutTargets"]["Targets"][0];
    assert_eq!(written["RetryPolicy"], json!({"MaximumEventAgeInSeconds": 90}));
    assert_eq!(written["BatchParameters"], Json::Null);
    assert!(file.notes.iter().any(|note| note.contains("`BatchParameters` is not valid JSON")));
    assert!(file.notes.iter().any(|note| note.contains("retry policy")));
}

#[test]
fn properties_without_a_value_are_left_out() {
    let rule =
        Rule { name: "r".into(), state: State::Disabled, event_bus: "orders".into(), ..Rule::default() };
    let json: Json = serde_json::from_str(&text(&rule, "{}", &[])).unwrap();
    let expected = json!({"PutRule": {"Name": "r", "EventBusName": "orders", "EventPattern": "{}", "State": "DISABLED"}});
    assert_eq!(json, expected);
    let bare = Input::Transformer { paths: " ".into(), template: "\"x\"".into() };
    let json: Json = serde_json::from_str(&text(&rule, "{}", &[target("t", "sns:@:t", bare)])).unwrap();
    assert_eq!(json["PutTargets"]["Targets"][0]["InputTransformer"], json!({"InputTemplate": "\"x\""}));
    let rule = Rule { role_arn: "arn:aws:iam::123456789012:role/r".into(), ..rule };
    let json: Json = serde_json::from_str(&text(&rule, "{}", &[])).unwrap();
    assert_eq!(json["PutRule"]["RoleArn"], "arn:aws:iam::123456789012:role/r");
}

#[test]
fn numbers_and_order_of_the_pattern_stay() {
    let pattern = r#"{"z":[9007199254740993, 4.0, 3.0e2],"a":[{"numeric":[">",1E+2]}]}"#;
    let file = node(&text(&rule(), pattern, &[]));
    let written =
        file.get("PutRule").and_then(|rule| rule.get("EventPattern")).and_then(Node::as_str).unwrap();
    assert_eq!(written, r#"{"z":[9007199254740993,4.0,3.0e2],"a":[{"numeric":[">",1E+2]}]}"#);
}

#[test]
fn broken_drafts_are_written_as_far_as_they_go() {
    let paths = r#"{"a":"$.a","b":1,"a":"$.z"}"#;
    let input = Input::Transformer { paths: paths.into(), template: "{}".into() };
    let file = exported(&rule(), &node("{\"a\": }"), &[target("t", "sns:@:t", input)]);
    let json: Json = serde_json::from_str(&file.text).unwrap();
    assert_eq!(json["PutTargets"]["Targets"][0]["InputTransformer"]["InputPathsMap"], json!({"a": "$.z"}));
    assert!(file.notes.iter().any(|note| note.contains("`InputPathsMap`")));
    assert!(file.notes.iter().any(|note| note.contains("not valid JSON")));
}

#[test]
fn file_names_are_safe() {
    let named =
        |name: &str| exported(&Rule { name: name.into(), ..Rule::default() }, &node("{}"), &[]).file_name;
    assert_eq!(named(""), "rule.json");
    assert_eq!(named(".."), "rule.json");
    assert_eq!(named("../a b"), "..-a-b.json");
}

proptest! {
    #[test]
    fn every_text_comes_back(name in ".{0,12}", constant in ".{0,24}", template in ".{0,24}", key in ".{0,8}") {
        let quote = rulepad_document::json::quote;
        let rule = Rule { name: name.clone(), description: constant.clone(), ..Rule::default() };
        let paths = format!("{{{}:{}}}", quote(&key), quote(&template));
        let pattern = format!("{{{}:[{}]}}", quote(&key), quote(&constant));
        let targets = [
            target("a", "sns:@:t", Input::Constant(constant.clone())),
            target("b", "sns:@:t", Input::Transformer { paths, template: template.clone() }),
        ];
        let text = text(&rule, &pattern, &targets);
        prop_assert!(parse(&text, Role::Pattern).diagnostics.is_empty());
        let json: Json = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&json["PutRule"]["Name"], &name);
        let written = json["PutRule"]["EventPattern"].as_str().unwrap();
        prop_assert_eq!(written, compact(&node(&pattern)));
        prop_assert_eq!(&json["PutTargets"]["Targets"][0]["Input"], &constant);
        let transformer = &json["PutTargets"]["Targets"][1]["InputTransformer"];
        prop_assert_eq!(&transformer["InputTemplate"], &template);
        prop_assert_eq!(&transformer["InputPathsMap"][&key], &template);
    }
}

#[test]
fn no_format_writes_a_role_for_a_log_group() {
    let role_arn = "arn:aws:iam::123456789012:role/r".to_owned();
    let logs = Target { role_arn, ..target("log", "logs:@:log-group:/aws/events/g", Input::MatchedEvent) };
    let rule = rule();
    let pattern = node(PATTERN);
    for format in Format::ALL {
        let subject = Subject {
            rule: &rule,
            pattern: Some(&pattern),
            dialect: Dialect::Rule,
            targets: std::slice::from_ref(&logs),
            event: "",
            references: &[],
        };
        let file = export(format, &subject);
        assert!(!file.text.contains("role/r"), "{format:?}: {}", file.text);
    }
}
