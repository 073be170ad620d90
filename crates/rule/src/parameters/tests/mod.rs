//! Each property: one full example that is accepted, and a broken twin for each rule.

mod offers;
mod together;
mod values;

use super::*;
use crate::Code;
use proptest::prelude::*;
use rulepad_document::diagnostic::apply;
use std::collections::BTreeMap;

fn target(resource: &str, parameters: &str) -> Target {
    let arn = format!("arn:aws:{}", resource.replace('@', "us-east-1:123456789012"));
    Target { id: "t".into(), arn, parameters: parameters.into(), ..Target::default() }
}

const ECS: &str = "ecs:@:cluster/c";
const BATCH: &str = "batch:@:job-queue/q";
const DESTINATION: &str = "events:@:api-destination/d/1";
const GATEWAY: &str = "execute-api:@:abc/prod/POST/pets/*";
const KINESIS: &str = "kinesis:@:stream/s";
const SQS: &str = "sqs:@:q";
const FIFO: &str = "sqs:@:q.fifo";
const REDSHIFT: &str = "redshift:@:cluster:c";
const SAGEMAKER: &str = "sagemaker:@:pipeline/p";
const APPSYNC: &str = "appsync:@:endpoints/graphql-api/a";
const RUN: &str = "ssm:us-east-1::document/AWS-RunShellScript";

const TASK: &str = r#""TaskDefinitionArn": "arn:aws:ecs:us-east-1:123456789012:task-definition/t:1""#;

/// `@T` is a task definition.
fn text(of: &str) -> String {
    of.replace("@T", TASK)
}

#[test]
fn a_full_example_of_each_property_is_accepted() {
    let full = [
        (
            ECS,
            r#"{@T, "TaskCount": 10, "LaunchType": "FARGATE", "PlatformVersion": "1.4.0", "Group": "$.detail.group",
                "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["subnet-1", "$.detail.subnet"],
                "SecurityGroups": ["sg-1"], "AssignPublicIp": "ENABLED"}}, "EnableECSManagedTags": true,
                "EnableExecuteCommand": false, "PropagateTags": "TASK_DEFINITION", "ReferenceId": "r",
                "Tags": [{"Key": "k", "Value": ""}], "PlacementConstraints": [{"type": "memberOf", "expression": "e"}],
                "PlacementStrategy": [{"type": "spread", "field": "instanceId"}]}"#,
        ),
        (
            ECS,
            r#"{@T, "CapacityProviderStrategy": [{"capacityProvider": "FARGATE_SPOT", "weight": 1, "base": 0}]}"#,
        ),
        (ECS, r#"{"TaskDefinitionArn": "$.detail.task"}"#),
        (
            BATCH,
            r#"{"JobDefinition": "d:1", "JobName": "n", "ArrayProperties": {"Size": 2}, "RetryStrategy": {"Attempts": 10}}"#,
        ),
        (
            DESTINATION,
            r#"{"HeaderParameters": {"X-Id": "$.id", "Content-Type": "text/plain"}, "QueryStringParameters": {"a b": "c"}}"#,
        ),
        (GATEWAY, r#"{"PathParameterValues": ["$.detail.id"]}"#),
        ("execute-api:@:abc/*/POST/pets/*", r#"{"PathParameterValues": ["prod", "$.detail.id"]}"#),
        ("execute-api:@:abc/*/POST/pets/*", r#"{"PathParameterValues": ["$.detail.id"]}"#),
        (KINESIS, r#"{"PartitionKeyPath": "$.detail.user[0]"}"#),
        (KINESIS, ""),
        (SQS, r#"{"MessageGroupId": "g"}"#),
        (SQS, " "),
        (FIFO, r#"{"MessageGroupId": "$.detail-type"}"#),
        (
            REDSHIFT,
            r#"{"Database": "d", "SecretManagerArn": "arn:aws:secretsmanager:us-east-1:1:secret:s", "Sqls": ["a", "b"], "StatementName": "s", "WithEvent": true}"#,
        ),
        (REDSHIFT, r#"{"Database": "d", "DbUser": "u", "Sql": "$.detail.sql"}"#),
        (SAGEMAKER, r#"{"PipelineParameterList": [{"Name": "a-B", "Value": "$.detail.x"}]}"#),
        (APPSYNC, r#"{"GraphQLOperation": "mutation M($a: A) { m(a: $a) { b } }"}"#),
        (
            RUN,
            r#"{"RunCommandTargets": [{"Key": "tag:Name", "Values": ["a", "b"]}, {"Key": "InstanceIds", "Values": ["i-1"]}]}"#,
        ),
        ("lambda:@:function:f", ""),
    ];
    for (resource, of) in full {
        assert_eq!(check(0, &target(resource, &text(of))), [], "{resource} {of}");
    }
}

/// What is underlined, and the text after the fix; `""` where there is none.
#[track_caller]
fn broken(resource: &str, of: &str, code: &str, underlined: &str, fixed: &str) {
    let own = target(resource, &text(of));
    let found = check(0, &own);
    let [found] = found.as_slice() else { panic!("{of}: {found:#?}") };
    assert_eq!(
        (found.code.as_ref(), found.span().of(&own.parameters)),
        (code, underlined),
        "{of}: {found:?}"
    );
    let after = found.first_fix().map(|fix| apply(&own.parameters, &fix.edits)).unwrap_or_default();
    assert_eq!(after, text(fixed), "{of}: {found:?}");
    if !after.is_empty() {
        assert_eq!(check(0, &target(resource, &after)), [], "{after}");
    }
}

#[test]
fn what_a_kind_takes_is_known() {
    broken("lambda:@:function:f", "{}", "target.parameters-not-taken", "{}", "");
    broken(BATCH, "[]", "target.parameters-type", "[]", "");
    broken(
        BATCH,
        "",
        "target.parameters-missing",
        "",
        "{\n  \"JobDefinition\": \"my-job-definition\",\n  \"JobName\": \"my-job\"\n}",
    );
    broken(FIFO, "", "target.parameters-missing", "", "{\n  \"MessageGroupId\": \"my-group\"\n}");
    broken(FIFO, "{}", "target.parameters-message-group", "{", r#"{"MessageGroupId": "my-group"}"#);
    broken(FIFO, r#"{"MessageGroupId": ""}"#, "target.parameters-message-group", r#""""#, "");
    broken(SQS, r#"{"MessageGroupId": "g",}"#, "json.trailing-comma", ",", r#"{"MessageGroupId": "g"}"#);
    for resource in [ECS, BATCH, REDSHIFT, APPSYNC, RUN, FIFO] {
        let found = check(0, &target(resource, ""));
        assert_eq!(found[0].code, "target.parameters-missing", "{resource}");
    }
    let found = check(0, &target(ECS, ""));
    assert_eq!(
        found[0].reference.as_ref().unwrap().located(""),
        "Parameter(s) EcsParameters must be specified for target: t."
    );
    assert_eq!(check(0, &target(REDSHIFT, ""))[0].reference, None);
}

#[test]
fn members_of_other_tools_are_respelt() {
    let task = |name: &str| TASK.replace("TaskDefinitionArn", name);
    for name in ["task_definition_arn", "taskDefinitionArn", "TaskDefinition", "TaskDefinitonArn"] {
        let of = format!("{{{}}}", task(name));
        broken(ECS, &of, "target.parameters-unknown", &format!("{name:?}"), "{@T}");
    }
    broken(
        ECS,
        r#"{@T, "network_configuration": {"awsvpcConfiguration": {"Subnets": ["s"]}}}"#,
        "target.parameters-unknown",
        r#""network_configuration""#,
        r#"{@T, "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["s"]}}}"#,
    );
    broken(ECS, r#"{@T, "Colour": "red"}"#, "target.parameters-unknown", r#""Colour""#, "");
    broken(ECS, r#"{"EcsParameters": {@T}}"#, "target.parameters-wrapped", r#""EcsParameters""#, "{@T}");
    broken(ECS, r#"{"ecs_target": {@T}}"#, "target.parameters-wrapped", r#""ecs_target""#, "{@T}");
    broken(
        BATCH,
        r#"{"JobDefinition": "d", "JobName": "n", "array_size": 3}"#,
        "target.parameters-misplaced",
        r#""array_size""#,
        r#"{"JobDefinition": "d", "JobName": "n", "ArrayProperties": {"Size": 3}}"#,
    );
    let own = target(
        ECS,
        &text(
            r#"{@T, "network_configuration": {"subnets": ["s"], "assign_public_ip": true, "security_groups": ["g"]}}"#,
        ),
    );
    let codes: Vec<String> = check(0, &own).into_iter().map(|found| found.code.into_owned()).collect();
    assert_eq!(
        codes[1..4],
        ["target.parameters-misplaced", "target.parameters-misplaced", "target.parameters-choice"]
    );
    let mut fixed = own.parameters.clone();
    for _ in 0..8 {
        let found = check(0, &target(ECS, &fixed));
        let Some(fix) = found.iter().find_map(|found| found.first_fix()) else { break };
        fixed = apply(&fixed, &fix.edits);
    }
    let wanted = r#"{@T, "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["s"], "AssignPublicIp": "ENABLED", "SecurityGroups": ["g"]}}}"#;
    assert_eq!(fixed, text(wanted));
}

fn counts(found: &[Diagnostic<Message>], errors_only: bool) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for found in found.iter().filter(|found| !errors_only || found.is_error()) {
        *counts.entry(found.code.to_string()).or_default() += 1;
    }
    counts
}

proptest! {
    /// A text with a piece taken out or put in: nothing panics, spans fit, and each fix helps.
    #[test]
    fn every_fix_of_a_damaged_text_helps(
        resource in prop::sample::select(vec![ECS, BATCH, DESTINATION, GATEWAY, KINESIS, FIFO, REDSHIFT, SAGEMAKER, RUN]),
        start in 0usize..400,
        length in 0usize..12,
        piece in prop::sample::select(vec![
            "", "\"", ",", "{", "]", "null", "\"2\"", "$.a", "_", "é", "\"Subnets\": [\"s\"], ", "\"sql\": \"a\", ", "12", "true",
        ]),
    ) {
        let empty = target(resource, "");
        let mut text = starter(empty.kind().unwrap(), &empty.arn).unwrap();
        let start = (0..=start.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let end = (start + length).min(text.len());
        text.replace_range(start..end, piece);
        let found = check(0, &target(resource, &text));
        let (all, errors) = (counts(&found, false), counts(&found, true));
        for diagnostic in &found {
            prop_assert!(text.get(diagnostic.span().range()).is_some());
            let own: &str = &diagnostic.code;
            let is_own = diagnostic.code.of::<Code>().is_some();
            for help in diagnostic.help.iter().filter(|help| !help.edits.is_empty() && is_own) {
                let after = check(0, &target(resource, &apply(&text, &help.edits)));
                prop_assert!(counts(&after, false).get(own) < all.get(own), "{text} {diagnostic:?}");
                for (code, count) in counts(&after, true) {
                    prop_assert!(errors.get(&code) >= Some(&count), "{text} {diagnostic:?} {code}");
                }
            }
        }
    }
}
