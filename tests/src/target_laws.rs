//! Laws of what arrives at targets of every kind, and of what an event log holds, over broken texts.

use super::Dice;
use rulepad_workbench::Lang;
use rulepad_workbench::{Draft, Input, Key, Outcome, Rule, Source, Table, Target, TargetKind, evaluate};
use rulepad_workbench::{event_log, suggest_keys};

const EVENTS: [&str; 4] = [
    r#"{"id":"e","source":"s","account":"123456789012","region":"us-east-1","time":"2026-03-02T04:05:06Z","detail":{"é":1,"a":["x",{"b":2.50}],"n":null,"t":"a\"\\\n\u0000"}}"#,
    r#"{"id":7,"time":[],"region":{},"detail":{"a":"","b":"$.detail.a"}}"#,
    r#"{"detail":{"a":{"a":{"a":[[["😀"]]]}}}}"#,
    "{}",
];

const INPUTS: [&str; 12] = [
    r#"{"timestamp": <a>, "message": <b>}"#,
    r#"{"containerOverrides": [{"name": "c", "command": [<a>], "environment": [{"name": "n", "value": "<b>"}]}]}"#,
    r#"{"ContainerOverrides": {"Environment": []}, "Parameters": {"p": <a>}, "DependsOn": [{"jobId": "j"}]}"#,
    r#"{"buildType": "BATCH", "environmentVariablesOverride": [{"name": "n", "value": <a>}]}"#,
    r#"{"variables": [{"name": "n", "value": "<b>"}], "sourceRevisions": []}"#,
    r#"{"Parameters": {"commands": ["<a>"]}, "DocumentName": "D", "DocumentVersion": 1}"#,
    r#"{"title": <a>, "severity": <b>, "priority": 9}"#,
    r#"{"id": <a>, "note": null}"#,
    "\"line <a>\"\n\"line <b>\"",
    "\"<b>\"",
    "[<a>]",
    "<a>",
];

const PARAMETERS: [&str; 12] = [
    "",
    r#"{"TaskDefinitionArn": "$.detail.a", "Tags": [{"Key": "k", "Value": "$.id"}], "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["$.detail.a[0]"]}}}"#,
    r#"{"JobDefinition": "d", "JobName": "$.detail.b", "ArrayProperties": {"Size": 2}}"#,
    r#"{"PathParameterValues": ["$.detail.t", "$.detail.a[*]", 7, null], "HeaderParameters": {"X": "$.detail.t", "Host": "h"}, "QueryStringParameters": {"é": "$.detail"}}"#,
    r#"{"PartitionKeyPath": "$.detail.a[*].b"}"#,
    r#"{"MessageGroupId": "$.detail.t"}"#,
    r#"{"Database": "$.id", "Sql": "$.detail.t", "Sqls": ["$.none"], "WithEvent": true}"#,
    r#"{"PipelineParameterList": [{"Name": "n", "Value": "$"}]}"#,
    r#"{"GraphQLOperation": "mutation M($id: ID!, $note: S! = 1 { m }"}"#,
    r#"{"RunCommandTargets": [{"Key": "tag:x", "Values": ["$.id"]}, {"Key": 7}]}"#,
    r#"{"MessageGroupId": "$..a", "MessageGroupId": "$"}"#,
    "[[]]",
];

const ENDPOINTS: [&str; 6] =
    ["", "POST https://é.example/*/*?a=*", "https://h", "GET", "*", "put  https://h/%/* x"];

/// The text, or the text with a slip of the finger.
fn slipped(text: &str, dice: &mut Dice) -> String {
    const SLIPS: [&str; 12] = ["", "\"", ",", "[", "}", ":", "$", ".", "é", "7", "\\", "<"];
    let mut chars: Vec<String> = text.chars().map(String::from).collect();
    let slips = if dice.roll(3) == 0 { 1 + dice.roll(2) } else { 0 };
    for _ in 0..slips {
        let at = dice.roll(chars.len());
        let slip = SLIPS[dice.roll(SLIPS.len())].to_owned();
        match chars.get_mut(at) {
            Some(c) if dice.roll(2) == 0 => *c = slip,
            _ => chars.insert(at.min(chars.len()), slip),
        }
    }
    chars.concat()
}

fn target(kind: TargetKind, dice: &mut Dice) -> Target {
    let paths = r#"{"a": "$.detail.a", "b": "$.detail.t"}"#;
    let mut sample = kind.sample("us-east-1", "123456789012");
    if dice.roll(4) == 0 {
        sample.arn = slipped(&sample.arn, dice);
    }
    sample.input = match dice.roll(6) {
        0 => Input::MatchedEvent,
        1 => Input::Path(slipped("$.detail.a", dice)),
        2 => Input::Constant(slipped(INPUTS[dice.roll(INPUTS.len())], dice).replace(['<', '>'], "\"")),
        _ => Input::Transformer {
            paths: paths.to_owned(),
            template: slipped(INPUTS[dice.roll(INPUTS.len())], dice),
        },
    };
    sample.parameters = slipped(PARAMETERS[dice.roll(PARAMETERS.len())], dice);
    sample.endpoint = ENDPOINTS[dice.roll(ENDPOINTS.len())].to_owned();
    if dice.roll(2) == 0 {
        sample.dead_letter_arn = slipped("arn:aws:sqs:us-east-1:123456789012:dead", dice);
    }
    sample
}

#[test]
fn a_delivery_carries_the_payload_and_points_into_the_event() {
    let mut dice = Dice(7);
    let (mut deliveries, mut payloads, mut pointed, mut refused) = (0, 0, 0, 0);
    for round in 0..90 {
        let event = EVENTS[round % EVENTS.len()];
        let targets: Vec<Target> = TargetKind::ALL.into_iter().map(|kind| target(kind, &mut dice)).collect();
        let rule = Rule { name: "r".to_owned(), ..Rule::default() };
        let draft = Draft { event: event.to_owned(), targets, rule, ..Draft::default() };
        for (report, target) in evaluate(&draft, Lang::En).targets.iter().zip(&draft.targets) {
            for policy in &report.policies {
                let whole: serde_json::Value = serde_json::from_str(&policy.text).unwrap();
                assert!(whole.is_object() && !policy.title.is_empty(), "{}", policy.text);
            }
            let Some(delivery) = &report.delivery else { continue };
            deliveries += 1;
            refused += usize::from(delivery.refused.is_some());
            let rendered = report.rendered.as_ref().unwrap();
            let payload = match &rendered.outcome {
                Outcome::Delivered(payload) | Outcome::Unknown { would_be: Some(payload), .. } => payload,
                other => panic!("a delivery of {other:?}"),
            };
            for part in &delivery.parts {
                match &part.source {
                    Source::Payload => {
                        payloads += 1;
                        assert_eq!(part.text, payload.text, "{target:?}");
                    }
                    Source::Event { spans } => {
                        pointed += 1;
                        assert!(!spans.is_empty(), "{target:?}");
                        for span in spans {
                            assert!(
                                event.get(span.range()).is_some_and(|text| !text.is_empty()),
                                "{target:?}"
                            );
                        }
                    }
                    Source::Settings => {}
                }
                if part.is_json && part.source != Source::Payload {
                    let parsed = serde_json::from_str::<serde_json::Value>(&part.text);
                    assert!(parsed.is_ok(), "{} {} {target:?}", part.name, part.text);
                }
            }
            let sentences = delivery.notes.iter().chain(&delivery.refused);
            for sentence in sentences {
                assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{sentence}");
            }
            for reason in &delivery.unverified {
                assert!(!reason.ends_with('.') && !reason.is_empty(), "{reason}");
            }
            assert!(!delivery.operation.is_empty());
        }
    }
    assert!(deliveries > 500 && payloads > 300, "{deliveries} deliveries, {payloads} payloads");
    assert!(pointed > 100 && refused > 100, "{pointed} parts of the event, {refused} refusals");
}

#[test]
fn an_event_log_holds_each_key_once() {
    let mut dice = Dice(11);
    let (mut stored, mut replaced) = (0, 0);
    for _ in 0..300 {
        let payloads: Vec<String> =
            (0..6).map(|_| slipped(EVENTS[dice.roll(EVENTS.len())], &mut dice)).collect();
        let keys = payloads.iter().flat_map(|payload| suggest_keys(payload)).collect::<Vec<Key>>();
        let mut key = || keys.get(dice.roll(keys.len().max(1))).cloned().unwrap_or_default();
        let table = Table { partition: key(), sort: key() };
        let log = event_log(&table, &payloads, Lang::En);
        let (partition, sort) = table.check();
        let broken = partition.iter().chain(&sort).any(|found| found.is_error());
        assert_eq!(log.puts.len(), if broken { 0 } else { payloads.len() });
        for (at, put) in log.puts.iter().enumerate() {
            stored += usize::from(put.refused.is_none());
            assert!(put.aws.is_none() || put.refused.is_some());
            if put.refused.is_none() {
                assert!(put.size > 0 && put.partition.is_some());
                let _: serde_json::Value = serde_json::from_str(&put.item).unwrap();
            }
            if let Some(earlier) = put.replaces {
                replaced += 1;
                let other = &log.puts[earlier];
                assert!(earlier < at && put.refused.is_none() && other.refused.is_none());
                assert_eq!(other.replaced_by, Some(at));
            }
        }
    }
    assert!(stored > 200 && replaced > 50, "{stored} stored, {replaced} replaced");
}
