//! Members that depend on each other, and on the target.

use super::*;

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
