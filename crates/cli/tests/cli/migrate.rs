//! `rulepad migrate`: what becomes of a rule, and the files of its subscribers.

use crate::program::{Files, rulepad};
use serde_json::Value;

const BUS: &str = "arn:aws:events:us-east-1:111122223333:event-busv2/orders/abcdefghij0123456789abcde";

const RULE: &str = r#"{
  "PutRule": {"Name": "builds", "EventPattern": "{\"source\":[\"aws.codebuild\"],\"detail\":{\"build-status\":[\"FAILED\"]}}"},
  "PutTargets": {"Rule": "builds", "Targets": [
    {"Id": "q", "Arn": "arn:aws:sqs:us-east-1:111122223333:q", "InputPath": "$.detail"},
    {"Id": "g", "Arn": "arn:aws:appsync:us-east-1:111122223333:endpoints/graphql-api/x"}
  ]}
}"#;

const EVENT: &str = r#"{"source": "aws.codebuild", "detail-type": "CodeBuild Build State Change",
  "detail": {"build-status": "FAILED", "duration": 1.50}}"#;

#[test]
fn a_rule_becomes_a_subscriber_for_each_target() {
    let run = rulepad(&["migrate", "--bus", BUS], RULE.as_bytes());
    assert_eq!((run.code, run.about.as_str()), (1, ""), "{run:?}");
    for part in [
        "builds: 1 subscriber for 2 targets\n",
        "  the bus needs an event source for `aws.codebuild`\n",
        "\ntarget q: becomes the subscriber builds-q\n",
        "  changed: a subscriber always needs a role",
        "\ntarget g: becomes no subscriber\n  lost: a subscriber cannot have",
    ] {
        assert!(run.out.contains(part), "{part}\n{}", run.out);
    }
    let whole = RULE.replace(
        ",\n    {\"Id\": \"g\", \"Arn\": \"arn:aws:appsync:us-east-1:111122223333:endpoints/graphql-api/x\"}",
        "",
    );
    let run = rulepad(&["migrate", "--bus", BUS], whole.as_bytes());
    assert_eq!(run.code, 0, "{run:?}");
    let run = rulepad(&["migrate"], whole.as_bytes());
    assert_eq!(run.code, 0, "without a bus, its ARN is no error: {run:?}");
}

#[test]
fn payloads_are_compared_on_events() {
    let files = Files::new("migrate");
    let (rule, event) = (files.file("rule.json", RULE), files.file("event.json", EVENT));
    let run = rulepad(&["migrate", &rule, "--bus", BUS, "--event", &event], b"");
    let told =
        "  event 1: both match; the payloads differ in how numbers are spelled\n    payload of the rule:\n";
    assert!(run.code == 1 && run.out.contains(told), "{run:?}");
    assert!(run.out.contains("\"duration\":1.50}\n    payload of the subscriber:\n"), "{}", run.out);
    let equal = EVENT.replace("1.50", "1.5");
    let event = files.file("equal.json", equal.replace("FAILED", "SUCCEEDED"));
    let run = rulepad(&["migrate", &rule, "--bus", BUS, "--event", &event], b"");
    assert!(run.out.contains("  event 1: neither matches; the payloads are equal\n"), "{run:?}");
    let korean = rulepad(&["migrate", &rule, "--bus", BUS, "--event", &event, "--lang", "ko"], b"");
    assert!(korean.out.contains("이벤트 1: 규칙 불일치, 구독자 불일치. 페이로드가 같습니다."), "{korean:?}");
}

#[test]
fn every_format_has_the_event_source_and_the_subscriber() {
    let page = rulepad(&["help", "migrate"], b"").out;
    let (_, names) = page.rsplit_once("\n\n").unwrap();
    let mut written = 0;
    for name in names.lines().filter_map(|line| line.split_whitespace().next()) {
        let run = rulepad(&["migrate", "--format", name, "--bus", BUS], RULE.as_bytes());
        assert_eq!(run.code, 1, "{name}: {run:?}");
        for part in ["builds-q", "builds-aws.codebuild", "$events.Data.detail"] {
            assert!(run.out.contains(part), "{name} lacks {part}: {}", run.out);
        }
        assert!(run.about.contains("target g: becomes no subscriber\n"), "{name}: {}", run.about);
        let asked = rulepad(&["migrate", "--format", name], RULE.as_bytes());
        let is_asked =
            ["EventBusArn", "EVENT_BUS_ARN", "event_bus_arn"].iter().any(|own| asked.out.contains(own));
        assert!(is_asked && !asked.out.contains("event-busv2/orders"), "{name}: {}", asked.out);
        written += 1;
    }
    assert_eq!(written, 9, "{page}");
}

#[test]
fn a_template_has_the_role_and_the_bus_as_a_parameter() {
    let run = rulepad(&["migrate", "--format", "cloudformation-json"], RULE.as_bytes());
    let template: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(template["Parameters"]["EventBusArn"]["Description"], "The ARN of the custom event bus");
    let subscriber = &template["Resources"]["BuildsQSubscriber"];
    assert_eq!(subscriber["Properties"]["EventBusArn"]["Ref"], "EventBusArn");
    assert_eq!(subscriber["DependsOn"], "BuildsAwsCodebuildEventSource");
    let role = &subscriber["Properties"]["InvokeConfiguration"]["RoleArn"]["Fn::GetAtt"][0];
    let role = &template["Resources"][role.as_str().unwrap()]["Properties"];
    assert_eq!(role["Policies"][0]["PolicyDocument"]["Statement"][0]["Action"], "sqs:SendMessage");
    assert!(
        run.about.contains("note: Set the parameter `EventBusArn` to the ARN of the custom event bus.\n"),
        "{run:?}"
    );
}

#[test]
fn nothing_is_written_where_there_is_no_subscriber() {
    let run =
        rulepad(&["migrate", "--format", "boto3"], br#"{"Name": "r", "ScheduleExpression": "rate(1 hour)"}"#);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{run:?}");
    assert!(run.about.contains("lost: the rule has no event pattern"), "{run:?}");
    let run = rulepad(&["migrate", "--format", "word"], RULE.as_bytes());
    assert!(run.code == 2 && run.about.contains("there is no format `word`: write "), "{run:?}");
    let run = rulepad(&["migrate", "-", "--event", "-"], RULE.as_bytes());
    assert!(run.code == 2 && run.about.contains("standard input"), "{run:?}");
}
