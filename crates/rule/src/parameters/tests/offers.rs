//! What is offered: starters, members and words.

use super::*;

#[test]
fn every_starter_is_accepted_and_names_real_members() {
    for resource in [ECS, BATCH, DESTINATION, GATEWAY, KINESIS, SQS, FIFO, REDSHIFT, SAGEMAKER, APPSYNC, RUN]
    {
        let own = target(resource, "");
        let kind = own.kind().unwrap();
        let text = starter(kind, &own.arn).unwrap();
        assert_eq!(check(0, &target(resource, &text)), [], "{text}");
    }
    assert_eq!(starter(TargetKind::Lambda, ""), None);
    for kind in TargetKind::ALL {
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
    assert_eq!(offers(TargetKind::Lambda, "{}", 1), Offers::default());
}

#[test]
fn instances_are_found_by_id_or_tag() {
    let of = |key: &str| format!(r#"{{"RunCommandTargets": [{{"Key": "{key}", "Values": ["a"]}}]}}"#);
    let code = "target.parameters-run-key";
    broken(RUN, &of("instanceIds"), code, r#""instanceIds""#, &of("InstanceIds"));
    broken(RUN, &of("Tag:Name"), code, r#""Tag:Name""#, &of("tag:Name"));
    broken(RUN, &of("Name"), code, r#""Name""#, "");
}
