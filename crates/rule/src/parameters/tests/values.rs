//! Types, limits and places of values.

use super::*;

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
