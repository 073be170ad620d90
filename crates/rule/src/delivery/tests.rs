use super::*;
use rulepad_document::Role;
use rulepad_document::json::parse;
use rulepad_transformer::{Input, Outcome, Surroundings, render};

const EVENT: &str = r#"{"version":"0","id":"e1","detail-type":"Order Placed","source":"shop","account":"123456789012",
    "time":"2026-03-02T04:05:06Z","region":"us-east-1","resources":[],
    "detail":{"orderId":"o/1 ü","n":7,"tags":["a","b"],"user":{"id":"u1"}}}"#;

/// A target in us-east-1 of account 123456789012.
fn target(resource: &str) -> Target {
    let arn = format!("arn:aws:{}", resource.replace('@', "us-east-1:123456789012"));
    Target { id: "t".into(), arn, ..Target::default() }
}

fn with(resource: &str, input: &str, parameters: &str) -> Target {
    let input = match input {
        "" => Input::MatchedEvent,
        text if text.starts_with('$') => Input::Path(text.into()),
        text => Input::Transformer {
            paths: r#"{"n":"$.detail.n","o":"$.detail.orderId"}"#.into(),
            template: text.into(),
        },
    };
    Target { input, parameters: parameters.into(), ..target(resource) }
}

fn delivered(target: &Target) -> Delivery {
    let event = parse(EVENT, Role::Event).root.unwrap();
    let rendered = render(&target.input, &event, &Surroundings::default(), 0, "t");
    match rendered.outcome {
        Outcome::Delivered(payload) | Outcome::Unknown { would_be: Some(payload), .. } => {
            let delivery = deliver(target, &payload, &event).unwrap().worded(Lang::En);
            for part in delivery.parts.iter().filter(|part| part.source == Source::Payload) {
                assert_eq!(part.text, payload.text);
            }
            delivery
        }
        other => panic!("{other:?}"),
    }
}

fn part<'d>(delivery: &'d Delivery, name: &str) -> &'d str {
    delivery.parts.iter().find(|part| part.name == name).map_or("", |part| &part.text)
}

#[test]
fn what_is_no_target_receives_nothing() {
    let event = parse(EVENT, Role::Event).root.unwrap();
    let none = target("s3:::bucket");
    assert_eq!(deliver(&none, &Payload::default(), &event), None);
    assert_eq!(deliver(&Target::default(), &Payload::default(), &event), None);
}

#[test]
fn a_path_is_replaced_by_the_original_events_value() {
    let delivery = delivered(&with("sqs:@:q.fifo", "\"<n>\"", r#"{"MessageGroupId":"$.detail.user.id"}"#));
    assert_eq!(part(&delivery, "MessageGroupId"), "u1");
    assert_eq!(part(&delivery, "MessageBody"), "\"7\"");
    let group = delivery.parts.iter().find(|part| part.name == "MessageGroupId").unwrap();
    let Source::Event { spans } = &group.source else { panic!() };
    assert_eq!(spans[0].of(EVENT), "\"u1\"");
    assert_eq!(delivery.refused, None);
    let missing = delivered(&with("sqs:@:q.fifo", "", r#"{"MessageGroupId":"$.detail.none"}"#));
    assert!(missing.unverified[0].contains("selects nothing"), "{:?}", missing.unverified);
    let number = delivered(&with("sqs:@:q", "", r#"{"MessageGroupId":"$.detail.n"}"#));
    assert_eq!(part(&number, "MessageGroupId"), "7");
    assert!(number.unverified[0].contains("a number"));
    assert!(delivered(&target("sqs:@:q.fifo")).refused.is_some());
    let broken = delivered(&with("sqs:@:q", "", "{\"MessageGroupId\": "));
    assert!(broken.unverified[0].contains("not a JSON object"));
}

#[test]
fn sizes_are_held_against_the_service() {
    let event = parse(EVENT, Role::Event).root.unwrap();
    let of = |resource: &str, size: usize| {
        let payload = Payload { text: "x".repeat(size), ..Payload::default() };
        deliver(&target(resource), &payload, &event).unwrap().worded(Lang::En)
    };
    assert_eq!(of("sqs:@:q", 262_144).refused, None);
    assert!(of("sqs:@:q", 262_145).notes.iter().any(|text| text.contains("262145 bytes")));
    assert!(of("sqs:@:q", 1_048_577).refused.is_some());
    let raised = of("sns:@:t", 262_145);
    assert!(
        raised.refused.is_none() && raised.notes.iter().any(|text| text.contains("`MaximumMessageSize`"))
    );
    assert!(of("sns:@:t", 1_048_577).refused.unwrap().contains("1048577"));
    assert!(of("firehose:@:deliverystream/s", 1_024_001).refused.is_some());
}

#[test]
fn several_lines_are_not_one_value() {
    let lambda = delivered(&with("lambda:@:function:f", "\"a\"\n\"b\"", ""));
    assert_eq!(part(&lambda, "event"), "");
    assert!(lambda.unverified.iter().any(|text| text.contains("not one JSON value")));
    let machine = delivered(&with("states:@:stateMachine:m", "\"a\"\n\"b\"", ""));
    assert!(machine.refused.is_some());
    assert!(machine.notes.iter().any(|text| text.contains("`FailedInvocations`")));
}

#[test]
fn a_target_that_is_refused_loses_no_event() {
    let task = delivered(&with("ecs:@:cluster/c", "{}", ""));
    assert!(task.refused.is_some());
    assert!(!task.notes.iter().any(|text| text.contains("FailedInvocations")), "{:?}", task.notes);
}

#[test]
fn a_failed_event_goes_to_the_dead_letter_queue() {
    let dead = "arn:aws:sqs:us-east-1:123456789012:dead";
    let target = Target { dead_letter_arn: dead.into(), ..target("sns:@:t.fifo") };
    let delivery = delivered(&target);
    let note = delivery.notes.iter().find(|text| text.contains(dead)).unwrap();
    for attribute in ["RULE_ARN", "TARGET_ARN", "ERROR_CODE", "ERROR_MESSAGE", "RETRY_ATTEMPTS"] {
        assert!(note.contains(attribute), "{note}");
    }
    assert!(delivery.unverified.iter().any(|text| text.contains("ERROR_CODE")));
}

#[test]
fn only_a_whole_value_is_a_path_and_only_where_the_guide_lists_it() {
    let sql = |text: &str| format!(r#"{{"Database":"d","Sql":"{text}"}}"#);
    let inner = delivered(&with("redshift:@:cluster:c", "", &sql("SELECT $.detail.n")));
    assert_eq!(part(&inner, "Sql"), "SELECT $.detail.n");
    assert!(inner.notes.iter().any(|text| text.starts_with("A path inside a longer text")));
    let money = delivered(&with("redshift:@:cluster:c", "", &sql("SELECT '$5.00'")));
    assert!(!money.notes.iter().any(|text| text.starts_with("A path inside")));
    let targets = r#"{"RunCommandTargets":[{"Key":"tag:x","Values":["$.detail.n"]}]}"#;
    let command = delivered(&with("ssm:us-east-1::document/D", r#"{"Parameters":{}}"#, targets));
    assert_eq!(part(&command, "Targets"), r#"[{"Key":"tag:x","Values":["$.detail.n"]}]"#);
    assert!(command.unverified.iter().any(|text| text.contains("RunCommandTargets")));
    let launch = r#"{"TaskDefinitionArn":"t","LaunchType":"$.detail.n","Tags":[{"Key":"$.detail.user.id"}]}"#;
    let task = delivered(&with("ecs:@:cluster/c", "", launch));
    assert_eq!((part(&task, "tags"), part(&task, "launchType")), (r#"[{"key":"u1"}]"#, "$.detail.n"));
}

#[test]
fn the_work_of_many_paths_is_bounded() {
    let event = format!(r#"{{"detail":{{"a":[{}]}}}}"#, vec!["\"0123456789\""; 20_000].join(","));
    let event = parse(&event, Role::Event).root.unwrap();
    let values = vec!["\"$.detail.a[*]\""; 5_000].join(",");
    let mut target = with("redshift:@:cluster:c", "", &format!(r#"{{"Database":"d","Sqls":[{values}]}}"#));
    target.input = Input::Constant("1".into());
    let payload = Payload { text: "1".into(), ..Payload::default() };
    let delivery = deliver(&target, &payload, &event).unwrap().worded(Lang::En);
    assert!(part(&delivery, "Sqls").len() < 10 << 20);
    assert!(delivery.unverified.iter().any(|text| text.contains("more of the event than is shown")));
}
