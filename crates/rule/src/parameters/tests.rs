//! Each property: one full example that is accepted, and a broken twin for each rule.

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
    let mut mended = own.parameters.clone();
    for _ in 0..8 {
        let found = check(0, &target(ECS, &mended));
        let Some(fix) = found.iter().find_map(|found| found.first_fix()) else { break };
        mended = apply(&mended, &fix.edits);
    }
    let wanted = r#"{@T, "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["s"], "AssignPublicIp": "ENABLED", "SecurityGroups": ["g"]}}}"#;
    assert_eq!(mended, text(wanted));
}

#[test]
fn values_have_their_types_and_limits() {
    broken(ECS, r#"{@T, "TaskCount": "2"}"#, "target.parameters-type", r#""2""#, r#"{@T, "TaskCount": 2}"#);
    broken(ECS, r#"{@T, "TaskCount": 2.0}"#, "target.parameters-type", "2.0", r#"{@T, "TaskCount": 2}"#);
    broken(ECS, r#"{@T, "TaskCount": 2.5}"#, "target.parameters-type", "2.5", "");
    broken(ECS, r#"{@T, "TaskCount": 1e1}"#, "target.parameters-type", "1e1", "");
    broken(ECS, r#"{@T, "TaskCount": 0}"#, "target.parameters-range", "0", r#"{@T, "TaskCount": 1}"#);
    broken(
        ECS,
        r#"{@T, "TaskCount": 99999999999999999999}"#,
        "target.parameters-range",
        "99999999999999999999",
        r#"{@T, "TaskCount": 10}"#,
    );
    broken(ECS, r#"{@T, "TaskCount": null}"#, "target.parameters-type", "null", "");
    broken(
        ECS,
        r#"{@T, "EnableExecuteCommand": "true"}"#,
        "target.parameters-type",
        r#""true""#,
        r#"{@T, "EnableExecuteCommand": true}"#,
    );
    broken(
        ECS,
        r#"{@T, "LaunchType": "ec2"}"#,
        "target.parameters-choice",
        r#""ec2""#,
        r#"{@T, "LaunchType": "EC2"}"#,
    );
    broken(
        ECS,
        r#"{@T, "LaunchType": "$.detail.type"}"#,
        "target.parameters-choice",
        r#""$.detail.type""#,
        "",
    );
    broken(
        ECS,
        r#"{@T, "Tags": {"Key": "k", "Value": "v"}}"#,
        "target.parameters-type",
        r#"{"Key": "k", "Value": "v"}"#,
        r#"{@T, "Tags": [{"Key": "k", "Value": "v"}]}"#,
    );
    broken(
        ECS,
        r#"{@T, "Tags": [{"Key": "k"}]}"#,
        "target.parameters-lacks",
        "{",
        r#"{@T, "Tags": [{"Key": "k", "Value": "value"}]}"#,
    );
    broken(
        ECS,
        r#"{@T, "Group": "⟨⟩"}"#.replace("⟨⟩", &"g".repeat(256)).as_str(),
        "target.parameters-too-long",
        &format!("\"{}\"", "g".repeat(256)),
        "",
    );
    let subnets = |count: usize| {
        let list = vec!["\"s\""; count].join(",");
        format!(r#"{{@T, "NetworkConfiguration": {{"awsvpcConfiguration": {{"Subnets": [{list}]}}}}}}"#)
    };
    assert_eq!(check(0, &target(ECS, &text(&subnets(16)))), []);
    let found = check(0, &target(ECS, &text(&subnets(17))));
    assert_eq!(
        found[0].reference.as_ref().unwrap().located(""),
        "Parameter Subnets is not valid. Reason: size must be in between 1 and 16."
    );
    broken(ECS, &subnets(0), "target.parameters-count", "[]", "");
    broken(BATCH, r#"{"JobDefinition": "", "JobName": "n"}"#, "target.parameters-empty", r#""""#, "");
    broken(
        BATCH,
        r#"{"JobDefinition": "d", "JobName": 7}"#,
        "target.parameters-type",
        "7",
        r#"{"JobDefinition": "d", "JobName": "7"}"#,
    );
    broken(
        BATCH,
        "{\n  \"JobDefinition\": \"d\"\n}",
        "target.parameters-lacks",
        "{",
        "{\n  \"JobDefinition\": \"d\",\n  \"JobName\": \"my-job\"\n}",
    );
    broken(
        BATCH,
        r#"{"JobDefinition": "d", "JobName": "m", "JobName": "n"}"#,
        "target.parameters-duplicate",
        r#""JobName""#,
        r#"{"JobDefinition": "d", "JobName": "n"}"#,
    );
    broken(
        BATCH,
        r#"{"JobDefinition": "d", "JobName": "n", "RetryStrategy": {"Attempts": 11}}"#,
        "target.parameters-range",
        "11",
        r#"{"JobDefinition": "d", "JobName": "n", "RetryStrategy": {"Attempts": 10}}"#,
    );
    broken(
        RUN,
        r#"{"RunCommandTargets": [{"Key": "tag:*", "Values": ["a"]}]}"#,
        "target.parameters-form",
        r#""tag:*""#,
        "",
    );
    broken(
        RUN,
        r#"{"RunCommandTargets": [{"Key": "InstanceIds", "Values": "i-1"}]}"#,
        "target.parameters-type",
        r#""i-1""#,
        r#"{"RunCommandTargets": [{"Key": "InstanceIds", "Values": ["i-1"]}]}"#,
    );
    broken(
        SAGEMAKER,
        r#"{"PipelineParameterList": [{"Name": "a_b", "Value": "v"}]}"#,
        "target.parameters-form",
        r#""a_b""#,
        "",
    );
    broken(
        SAGEMAKER,
        r#"{"PipelineParameterList": [{"Name": "a", "Value": true}]}"#,
        "target.parameters-type",
        "true",
        r#"{"PipelineParameterList": [{"Name": "a", "Value": "true"}]}"#,
    );
}

#[test]
fn paths_stand_where_aws_replaces_them() {
    broken(
        KINESIS,
        r#"{"PartitionKeyPath": "detail.user"}"#,
        "path.grammar",
        r#""detail.user""#,
        r#"{"PartitionKeyPath": "$.detail.user"}"#,
    );
    broken(
        BATCH,
        r#"{"JobDefinition": "d", "JobName": "$.detail.name"}"#,
        "target.parameters-path-fixed",
        r#""$.detail.name""#,
        "",
    );
    broken(
        REDSHIFT,
        r#"{"Database": "d", "Sql": "SELECT '$.detail.x'"}"#,
        "target.parameters-path-part",
        r#""SELECT '$.detail.x'""#,
        "",
    );
    broken(REDSHIFT, r#"{"Database": "$.detail..x", "Sql": "$1"}"#, "path.grammar", r#""$.detail..x""#, "");
    broken(
        DESTINATION,
        r#"{"HeaderParameters": {"$.id": "v"}}"#,
        "target.parameters-path-key",
        r#""$.id""#,
        "",
    );
}

#[test]
fn members_fit_each_other_and_the_target() {
    broken(
        ECS,
        r#"{@T, "LaunchType": "FARGATE"}"#,
        "target.parameters-fargate",
        r#""FARGATE""#,
        r#"{@T, "LaunchType": "FARGATE", "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["subnet-0123456789abcdef0"]}}}"#,
    );
    broken(
        ECS,
        r#"{@T, "PlatformVersion": "1.4.0", "LaunchType": "EC2"}"#,
        "target.parameters-ec2",
        r#""PlatformVersion""#,
        r#"{@T, "LaunchType": "EC2"}"#,
    );
    broken(
        ECS,
        r#"{@T, "LaunchType": "EC2", "CapacityProviderStrategy": []}"#,
        "target.parameters-together",
        r#""LaunchType""#,
        r#"{@T, "CapacityProviderStrategy": []}"#,
    );
    broken(
        ECS,
        r#"{@T, "PlacementConstraints": [{"type": "distinctInstance", "expression": "e"}]}"#,
        "target.parameters-together",
        r#""expression""#,
        r#"{@T, "PlacementConstraints": [{"type": "distinctInstance"}]}"#,
    );
    broken(
        ECS,
        r#"{"TaskDefinitionArn": "my-task:1"}"#,
        "target.parameters-task-definition",
        r#""my-task:1""#,
        "",
    );
    broken(
        ECS,
        r#"{@T, "CapacityProviderStrategy": [{"capacityProvider": "a", "base": 1}, {"capacityProvider": "b", "base": 2}]}"#,
        "target.parameters-bases",
        "2",
        r#"{@T, "CapacityProviderStrategy": [{"capacityProvider": "a", "base": 1}, {"capacityProvider": "b", "base": 0}]}"#,
    );
    let far = TASK.replace("us-east-1", "eu-west-1");
    let far = far.trim_start_matches("\"TaskDefinitionArn\": ");
    broken(ECS, &format!("{{\"TaskDefinitionArn\": {far}}}"), "target.parameters-task-definition", far, "");
    broken(
        REDSHIFT,
        r#"{"Database": "d", "Sql": "a", "Sqls": ["b"]}"#,
        "target.parameters-together",
        r#""Sql""#,
        r#"{"Database": "d", "Sqls": ["b"]}"#,
    );
    broken(
        REDSHIFT,
        r#"{"Database": "d", "DbUser": "u", "SecretManagerArn": "arn:aws:secretsmanager:us-east-1:1:secret:s", "Sql": "a"}"#,
        "target.parameters-together",
        r#""DbUser""#,
        r#"{"Database": "d", "SecretManagerArn": "arn:aws:secretsmanager:us-east-1:1:secret:s", "Sql": "a"}"#,
    );
    broken(
        REDSHIFT,
        r#"{"Database": "d"}"#,
        "target.parameters-no-statement",
        "{",
        r#"{"Database": "d", "Sql": "SELECT 1"}"#,
    );
    broken(
        GATEWAY,
        r#"{"PathParameterValues": ["1"], "HeaderParameters": {"X-Amz-Date": "d", "X-Id": "1"}}"#,
        "target.parameters-header",
        r#""X-Amz-Date""#,
        r#"{"PathParameterValues": ["1"], "HeaderParameters": {"X-Id": "1"}}"#,
    );
    broken(
        DESTINATION,
        r#"{"HeaderParameters": {"host": "d"}}"#,
        "target.parameters-header-written",
        r#""host""#,
        "",
    );
    broken(DESTINATION, r#"{"HeaderParameters": {"X Id": "d"}}"#, "target.parameters-form", r#""X Id""#, "");
    broken(DESTINATION, r#"{"HeaderParameters": {"X-Id": "é"}}"#, "target.parameters-form", r#""é""#, "");
    broken(
        GATEWAY,
        r#"{"PathParameterValues": ["1", "2"]}"#,
        "target.parameters-path-values",
        r#"["1", "2"]"#,
        "",
    );
    broken(GATEWAY, r#"{"PathParameterValues": [" "]}"#, "target.parameters-form", r#"" ""#, "");
    let found = check(0, &target(GATEWAY, ""));
    assert_eq!(found[0].code, "target.arn-values");
    assert_eq!(found[0].span().of(&target(GATEWAY, "").arn), "*");
    let endpoint = |endpoint: &str| Target { endpoint: endpoint.into(), ..target(DESTINATION, "") };
    assert_eq!(check(0, &endpoint("POST https://a.example/b")), []);
    let found = check(0, &endpoint("POST https://a.example/*/b"));
    assert_eq!(
        (found[0].code.as_ref(), found[0].span()),
        ("target.endpoint-values", rulepad_document::Span::new(23, 24))
    );
}

#[test]
fn every_starter_is_accepted_and_names_real_members() {
    for resource in [ECS, BATCH, DESTINATION, GATEWAY, KINESIS, SQS, FIFO, REDSHIFT, SAGEMAKER, APPSYNC, RUN]
    {
        let own = target(resource, "");
        let kind = own.kind().unwrap();
        let text = starter(kind, &own.arn).unwrap();
        assert_eq!(check(0, &target(resource, &text)), [], "{text}");
    }
    assert_eq!(starter(Kind::Lambda, ""), None);
    for kind in Kind::ALL {
        assert_eq!(kind.parameters().is_some(), members(kind).is_some(), "{kind:?}");
    }
}

/// Names and texts at the `|`, and the text after the first choice.
fn offered(resource: &str, text: &str) -> (Vec<String>, String) {
    let at = text.find('|').unwrap();
    let text = text.replace('|', "");
    let found = offers(target(resource, "").kind().unwrap(), &text, at);
    let names = found.options.iter().map(|option| option.name.clone()).collect();
    let mut after = text;
    if let Some(first) = found.options.first() {
        after.replace_range(found.span.range(), &first.insert);
    }
    (names, after)
}

#[test]
fn members_and_words_are_offered() {
    let (names, after) = offered(BATCH, r#"{|}"#);
    assert_eq!(names, ["JobDefinition", "JobName", "ArrayProperties", "RetryStrategy"]);
    assert_eq!(after, r#"{"JobDefinition": ""}"#);
    let (names, after) = offered(BATCH, r#"{"JobDefinition": "d", |}"#);
    assert_eq!((names.len(), after.as_str()), (3, r#"{"JobDefinition": "d", "JobName": ""}"#));
    let (_, after) = offered(BATCH, r#"{|"JobDefinition": "d"}"#);
    assert_eq!(after, r#"{"JobName": "", "JobDefinition": "d"}"#);
    assert_eq!(offered(ECS, r#"{"LaunchType": "|"}"#).0, ["FARGATE", "EC2", "EXTERNAL"]);
    assert_eq!(offered(ECS, r#"{"LaunchType": |}"#).1, r#"{"LaunchType": "FARGATE"}"#);
    assert_eq!(offered(ECS, r#"{"LaunchType": "E|"}"#).1, r#"{"LaunchType": "FARGATE"}"#);
    assert_eq!(offered(ECS, r#"{"EnableExecuteCommand": |}"#).0, ["true", "false"]);
    let (names, _) = offered(ECS, r#"{"NetworkConfiguration": {"awsvpcConfiguration": {"Sub|": []}}}"#);
    assert_eq!(names, ["Subnets", "SecurityGroups", "AssignPublicIp"]);
    assert_eq!(offered(ECS, r#"{"Tags": [{"Key": "k", |}]}"#).0, ["Value"]);
    assert_eq!(offered(ECS, r#"{"Tags": [|]}"#).0, ["{}"]);
    for text in ["|", "[|]", r#"{"Group": "|"}"#, r#"{"Nothing": {|}}"#] {
        assert_eq!(offered(ECS, text).0, [""; 0], "{text}");
    }
    assert_eq!(offers(Kind::Lambda, "{}", 1), Offers::default());
}

#[test]
fn instances_are_found_by_id_or_tag() {
    let of = |key: &str| format!(r#"{{"RunCommandTargets": [{{"Key": "{key}", "Values": ["a"]}}]}}"#);
    let code = "target.parameters-run-key";
    broken(RUN, &of("instanceIds"), code, r#""instanceIds""#, &of("InstanceIds"));
    broken(RUN, &of("Tag:Name"), code, r#""Tag:Name""#, &of("tag:Name"));
    broken(RUN, &of("Name"), code, r#""Name""#, "");
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
