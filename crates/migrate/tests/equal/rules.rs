//! Whole rules: the requests are those that AWS takes, and what is lost is listed.

use rulepad_document::Lang;
use rulepad_document::Words;
use rulepad_document::json::{compact, parse};
use rulepad_migrate::{Change, Loss, MigratedTarget, Payloads, compare, rule};
use rulepad_rule::{Rule, State, Tag, Target, TargetKind};
use rulepad_transformer::Input;

const BUS: &str = "arn:aws:events:eu-west-1:111122223333:event-busv2/orders/0123456789abcdefghijklmno";
const ROLE: &str = "arn:aws:iam::111122223333:role/deliver";
const PATTERN: &str = r#"{"source": ["com.shop"], "detail-type": ["Order"]}"#;

fn own() -> Rule {
    Rule { name: "orders".to_owned(), event_bus: "shop".to_owned(), ..Rule::default() }
}

fn target(arn: &str) -> Target {
    let arn = format!("arn:aws:{arn}");
    Target { id: "t1".to_owned(), arn, role_arn: ROLE.to_owned(), ..Target::default() }
}

fn migrated(target: &Target) -> MigratedTarget {
    let mut found = rule(&own(), PATTERN, std::slice::from_ref(target), BUS);
    assert_eq!(found.losses, []);
    found.targets.remove(0)
}

/// The request, in which AWS refuses nothing.
fn request(target: &MigratedTarget) -> String {
    let subscriber = target.subscriber.as_ref().unwrap_or_else(|| panic!("{:?}", target.losses));
    let problems: Vec<String> =
        subscriber.reading.problems.iter().map(|found| found.message.words(Lang::En)).collect();
    assert!(problems.is_empty(), "{problems:?}\n{}", subscriber.request);
    let refused = rulepad_subscriber::target::check(&subscriber.reading.subscriber);
    let refused: Vec<_> =
        refused.iter().filter(|found| found.refusal != rulepad_subscriber::target::Refusal::Nobody).collect();
    assert!(refused.is_empty(), "{refused:?}\n{}", subscriber.request);
    assert_eq!(subscriber.policies.len(), 2);
    compact(&parse(&subscriber.request, rulepad_document::Role::Import).root.unwrap())
}

#[test]
fn each_kind_of_target_gets_a_request_that_aws_takes() {
    let at = "eu-west-1:111122223333";
    for (arn, part) in [
        (format!("lambda:{at}:function:pay"), r#""LambdaParameters":{"InvocationType":"EVENT"}}"#),
        (
            format!("states:{at}:stateMachine:m"),
            r#""BatchConfiguration":{"MaxBatchSize":1,"MaxBatchWindowInSeconds":0}"#,
        ),
        (format!("sqs:{at}:queue"), r#""Transformer":{"Type":"RAW"}"#),
        (format!("sns:{at}:topic"), r#""RetryPolicy":{"MaxRetryAttempts":185,"MaxEventAgeInSeconds":86400}"#),
        (format!("kinesis:{at}:stream/s"), r#""PartitionKey":"{% $events.SystemMetadata.`aws:EventId` %}""#),
        (format!("firehose:{at}:deliverystream/f"), r#""Name":"orders-t1""#),
        (format!("events:{at}:event-bus/other"), r#""State""#),
        (format!("events:{at}:api-destination/d/0123"), r#""MaxBatchSize":1"#),
        (format!("execute-api:{at}:a1/prod/POST/orders"), r#""Scope":"DATA""#),
    ] {
        let found = migrated(&target(&arn));
        let request = request(&found);
        assert!(part == "\"State\"" || request.contains(part), "{request}");
        assert!(found.changes.contains(&Change::RolePolicies));
    }
}

#[test]
fn settings_are_kept() {
    let mut queue = target("sqs:eu-west-1:111122223333:orders.fifo");
    queue.parameters = r#"{"MessageGroupId": "g1"}"#.to_owned();
    queue.retry_attempts = "3".to_owned();
    queue.dead_letter_arn = "arn:aws:sqs:eu-west-1:111122223333:failed".to_owned();
    queue.role_arn.clear();
    let own = Rule {
        description: "What is sold".to_owned(),
        state: State::Disabled,
        tags: vec![Tag { key: "team".to_owned(), value: "shop".to_owned() }],
        ..own()
    };
    let found = rule(&own, PATTERN, &[queue], BUS);
    assert_eq!((found.losses, found.changes), (vec![], vec![Change::Stopped, Change::Publishers]));
    let target = &found.targets[0];
    let request = request(target);
    for part in [
        r#""Description":"What is sold""#,
        r#""State":"STOPPED""#,
        r#""Tags":{"team":"shop"}"#,
        r#""SqsParameters":{"MessageGroupId":"g1"}"#,
        r#""RetryPolicy":{"MaxRetryAttempts":3,"MaxEventAgeInSeconds":86400}"#,
        r#""OnFailureConfiguration":{"Arn":"arn:aws:sqs:eu-west-1:111122223333:failed"}"#,
        r#""RoleArn":"arn:aws:iam::111122223333:role/orders-t1""#,
    ] {
        assert!(request.contains(part), "{part}\n{request}");
    }
    assert_eq!(target.changes, [Change::NewRole, Change::QueueRecord]);
    let permissions = &target.subscriber.as_ref().unwrap().policies[1].text;
    assert_eq!(permissions.matches("sqs:SendMessage").count(), 2, "{permissions}");
}

#[test]
fn targets_of_other_services_become_universal_targets() {
    let at = "eu-west-1:111122223333";
    let of = |arn: &str, parameters: &str, input: Input| {
        let own = Target { parameters: parameters.to_owned(), input, ..target(arn) };
        let found = migrated(&own);
        let text = request(&found);
        let subscriber = &found.subscriber.as_ref().unwrap().reading.subscriber;
        let invoke = &subscriber.invoke.as_ref().unwrap().value;
        assert!(!text.contains("\"Transformer\"") && text.contains("\"MaxBatchSize\":1"), "{text}");
        let input = invoke.block(rulepad_subscriber::draft::Block::Universal).unwrap().get("Input").unwrap();
        (invoke.arn.as_ref().unwrap().value.clone(), input.as_str().unwrap().to_owned(), found.changes)
    };
    let constant = |text: &str| Input::Constant(text.to_owned());
    let (arn, input, changes) = of(
        &format!("ecs:{at}:cluster/c"),
        r#"{"TaskDefinitionArn": "t", "LaunchType": "FARGATE", "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["s"]}}, "Group": "$.source"}"#,
        constant(
            r#"{"containerOverrides": [{"name": "app", "environment": [{"name": "A", "value": "b"}]}]}"#,
        ),
    );
    assert_eq!(arn, "arn:aws:events:::aws-sdk:ecs:runTask");
    assert_eq!(
        input,
        r#"{% {"Cluster": "arn:aws:ecs:eu-west-1:111122223333:cluster/c", "TaskDefinition": "t", "LaunchType": "FARGATE", "NetworkConfiguration": {"AwsvpcConfiguration":{"Subnets":["s"]}}, "Group": $events.Data.source, "Overrides": {"ContainerOverrides":[{"Name":"app","Environment":[{"Name":"A","Value":"b"}]}]}} %}"#
    );
    assert!(changes.contains(&Change::PassRole) && changes.contains(&Change::UniversalTarget("ecs:runTask")));
    let (_, input, _) = of(
        &format!("batch:{at}:job-queue/q"),
        r#"{"JobDefinition": "d", "JobName": "n", "ArrayProperties": {"Size": 2}}"#,
        constant(r#"{"Parameters": {"bucket": "b"}}"#),
    );
    assert_eq!(
        input,
        r#"{"JobQueue":"arn:aws:batch:eu-west-1:111122223333:job-queue/q","JobDefinition":"d","JobName":"n","ArrayProperties":{"Size":2},"Parameters":{"bucket":"b"}}"#
    );
    let (arn, input, _) = of(
        &format!("redshift:{at}:cluster:c"),
        r#"{"Database": "db", "Sqls": ["select 1"], "SecretManagerArn": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s"}"#,
        Input::MatchedEvent,
    );
    assert_eq!(arn, "arn:aws:events:::aws-sdk:redshiftdata:batchExecuteStatement");
    assert!(
        input.starts_with(r#"{"ClusterIdentifier":"c","Database":"db","Sqls":["select 1"],"SecretArn""#),
        "{input}"
    );
    let (_, input, _) = of(
        &format!("sagemaker:{at}:pipeline/p"),
        r#"{"PipelineParameterList": [{"Name": "n", "Value": "$.detail.id"}]}"#,
        Input::MatchedEvent,
    );
    assert!(
        input.contains(r#""PipelineParameters": [{"Name": "n", "Value": $events.Data.detail.id}]"#),
        "{input}"
    );
    let (_, input, _) = of(
        "ssm:eu-west-1::document/AWS-RunShellScript",
        r#"{"RunCommandTargets": [{"Key": "tag:a", "Values": ["b"]}]}"#,
        constant(r#"{"commands": ["date"]}"#),
    );
    assert_eq!(
        input,
        r#"{"DocumentName":"AWS-RunShellScript","Targets":[{"Key":"tag:a","Values":["b"]}],"Parameters":{"commands":["date"]}}"#
    );
    let (_, input, _) =
        of(&format!("codebuild:{at}:project/p"), "", constant(r#"{"sourceVersion": "main"}"#));
    assert_eq!(input, r#"{"ProjectName":"p","SourceVersion":"main"}"#);
    let (_, input, changes) = of(&format!("logs:{at}:log-group:/aws/events/g"), "", Input::MatchedEvent);
    assert_eq!(
        input,
        r#"{% {"LogGroupName": "/aws/events/g", "LogStreamName": "orders-t1", "LogEvents": [{"Timestamp": $millis(), "Message": $string($events.Data)}]} %}"#
    );
    assert!(changes.contains(&Change::LogStream("orders-t1".to_owned())));
    let (arn, input, _) = of(&format!("events:{at}:target/stop-instance"), "", constant("\"i-0abc\""));
    assert_eq!(
        (&*arn, &*input),
        ("arn:aws:events:::aws-sdk:ec2:stopInstances", r#"{"InstanceIds":["i-0abc"]}"#)
    );
}

#[test]
fn every_sample_of_a_target_becomes_a_subscriber_or_says_why_not() {
    let mut made = 0;
    for kind in TargetKind::ALL {
        let own = Target { role_arn: ROLE.to_owned(), ..kind.sample("eu-west-1", "111122223333") };
        let found = migrated(&own);
        match &found.subscriber {
            Some(_) => {
                request(&found);
                made += 1;
            }
            None => assert_eq!(found.losses.len(), 1, "{kind:?}"),
        }
    }
    assert!(made > 20, "{made}");
}

#[test]
fn paths_in_parameters_become_expressions() {
    let mut stream = target("kinesis:eu-west-1:111122223333:stream/s");
    stream.parameters = r#"{"PartitionKeyPath": "$.detail.customer-id"}"#.to_owned();
    let found = request(&migrated(&stream));
    assert!(
        found.contains(r#""PartitionKey":"{% $string($events.Data.detail.`customer-id`) %}""#),
        "{found}"
    );
    let mut http = target("events:eu-west-1:111122223333:api-destination/d/0123");
    http.parameters =
        r#"{"PathParameterValues": ["$.detail.id", "all"], "HeaderParameters": {"x-shop": "$.source"}}"#
            .to_owned();
    let found = migrated(&http);
    let text = request(&found);
    assert!(text.contains(r#""PathParameterValues":["{% $events.Data.detail.id %}","all"]"#), "{text}");
    assert!(text.contains(r#""HeaderParameters":{"x-shop":"{% $events.Data.source %}"}"#), "{text}");
    assert!(found.changes.contains(&Change::NothingSelected("$.detail.id".to_owned())));
}

#[test]
fn inputs_become_transformers() {
    let mut topic = target("sns:eu-west-1:111122223333:topic");
    topic.input = Input::Transformer {
        paths: r#"{"id": "$.detail.id"}"#.to_owned(),
        template: r#""<aws.events.rule-name>: <id>""#.to_owned(),
    };
    let found = migrated(&topic);
    let mut arn = topic.clone();
    arn.input =
        Input::Transformer { paths: String::new(), template: r#""<aws.events.rule-arn>""#.to_owned() };
    let text = request(&migrated(&arn));
    assert!(text.contains("arn:aws:events:eu-west-1:111122223333:rule/shop/orders"), "{text}");
    assert!(
        request(&found).contains(r#"\"orders\" & \": \" & $t($events.Data.detail.id)"#),
        "{}",
        request(&found)
    );
    let mut bus = target("events:eu-west-1:111122223333:event-bus/other");
    bus.input = Input::Path("$.detail".to_owned());
    let found = migrated(&bus);
    assert_eq!((found.losses, found.subscriber.is_none()), (vec![Loss::BusInput], true));
}

#[test]
fn what_a_constant_loses_is_listed() {
    let changes = |text: &str| {
        let topic = target("sns:eu-west-1:111122223333:topic");
        let found = migrated(&Target { input: Input::Constant(text.to_owned()), ..topic });
        found.changes.into_iter().filter(|change| *change != Change::RolePolicies).collect::<Vec<_>>()
    };
    assert_eq!(changes(r#"{"a": 1.5, "b": "\ud83d\ude00"}"#), []);
    assert_eq!(changes(r#"{"a": [1.50]}"#), [Change::ConstantNumber("1.50".to_owned())]);
    assert_eq!(changes(r#"{"a": "\ud83d"}"#), [Change::LoneSurrogate("\\ud83d".to_owned())]);
    assert_eq!(changes(r#"{"a": 1, "a": 2}"#), [Change::RepeatedKey("a".to_owned())]);
}

#[test]
fn what_is_lost_is_listed() {
    let losses = |target: &Target| migrated(target).losses;
    let at = "eu-west-1:111122223333";
    assert_eq!(
        losses(&target(&format!("ecs:{at}:cluster/c"))),
        [Loss::Universal(TargetKind::Ecs, "ecs:runTask")]
    );
    assert_eq!(
        losses(&target(&format!("events:{at}:target/stop-instance"))),
        [Loss::Universal(TargetKind::Ec2Action, "ec2:stopInstances")]
    );
    assert_eq!(losses(&target("s3:::bucket")), [Loss::NotATarget("arn:aws:s3:::bucket".to_owned())]);
    let own_bus = Target { arn: BUS.to_owned(), ..target("") };
    assert_eq!(losses(&own_bus), [Loss::OwnBus]);
    let odd = Target { retry_attempts: "999".to_owned(), ..target(&format!("sqs:{at}:q")) };
    assert_eq!(losses(&odd), [Loss::Setting("MaximumRetryAttempts", "999".to_owned())]);
    let timed = Rule { schedule: "rate(1 hour)".to_owned(), ..own() };
    assert_eq!(rule(&timed, "", &[], BUS).losses, [Loss::ScheduleAlone("rate(1 hour)".to_owned())]);
    assert_eq!(rule(&timed, PATTERN, &[], BUS).losses, [Loss::Schedule("rate(1 hour)".to_owned())]);
}

fn origins(found: &rulepad_migrate::Migration) -> Vec<&str> {
    found.sources.iter().map(|source| source.origin.as_str()).collect()
}

#[test]
fn the_same_events_are_tried_on_both() {
    let mut topic = target("sns:eu-west-1:111122223333:topic");
    topic.input = Input::Path("$.detail".to_owned());
    let found = migrated(&topic);
    let event = |text: &str| {
        let (compared, problems) = compare(&own(), PATTERN, &topic, &found, BUS, text);
        assert!(problems.iter().all(|found| !found.is_error()), "{problems:?}");
        compared.into_iter().next().unwrap()
    };
    let of = |detail: &str| {
        event(&format!(r#"{{"source": "com.shop", "detail-type": "Order", "detail": {detail}}}"#))
    };
    let same = of(r#"{"id":7}"#);
    assert!(same.is_same(), "{same:?}");
    assert_eq!((same.rule.matches, same.rule.payload.as_deref()), (Some(true), Some(r#"{"id":7}"#)));
    assert_eq!(of(r#"{"id":1.50}"#).payloads, Payloads::NumberSpelling);
    let later = Target {
        arn: "arn:${AWS::Partition}:sns:${AWS::Region}:1:${Topic.TopicName}".to_owned(),
        ..topic.clone()
    };
    let found = rule(&own(), PATTERN, std::slice::from_ref(&later), BUS).targets.remove(0);
    assert_eq!(found.subscriber.as_ref().unwrap().policies.len(), 2);
    let text = r#"{"source": "com.shop", "detail-type": "Order", "detail": {"id":7}}"#;
    let (compared, _) = compare(&own(), PATTERN, &later, &found, BUS, text);
    assert!(compared[0].is_same(), "the ARN is known only at deploy time: {compared:?}");
    let log = target("logs:eu-west-1:111122223333:log-group:g");
    let (compared, _) = compare(&own(), PATTERN, &log, &migrated(&log), BUS, text);
    assert_eq!(compared[0].payloads, Payloads::Request);
    let payload = compared[0].subscriber.payload.as_ref().unwrap();
    assert!(payload.contains(r#""LogGroupName":"g""#), "{payload}");
    let other = event(r#"{"source": "other", "detail-type": "Order", "detail": {}}"#);
    assert_eq!((other.rule.matches, other.subscriber.matches), (Some(false), Some(false)));
}

#[test]
fn events_of_services_need_event_sources() {
    let default = Rule { event_bus: String::new(), ..own() };
    let queue = target("sqs:eu-west-1:111122223333:q");
    let found = rule(&default, r#"{"source": ["aws.s3", "aws.ec2"]}"#, std::slice::from_ref(&queue), BUS);
    assert_eq!((origins(&found), &found.losses[..]), (vec!["aws.s3", "aws.ec2"], &[][..]));
    assert!(found.changes.contains(&Change::WholeSource("aws.s3".to_owned())), "{:?}", found.changes);
    let text = request(&found.targets[0]);
    assert!(
        text.contains(r#"{"Scope":"SYSTEM_METADATA","Pattern":"{\"aws:Source\":[\"aws.s3\",\"aws.ec2\"]}"}"#),
        "{text}"
    );
    let mixed = rule(&default, r#"{"source": ["aws.s3", "com.shop"]}"#, std::slice::from_ref(&queue), BUS);
    assert_eq!(origins(&mixed), ["aws.s3"]);
    assert!(mixed.changes.contains(&Change::Publishers));
    assert!(!request(&mixed.targets[0]).contains("SYSTEM_METADATA"));
    for text in [r#"{"source": [{"prefix": "aws."}]}"#, r#"{"detail-type": ["Order"]}"#] {
        assert_eq!(rule(&default, text, &[], BUS).losses, [Loss::AnyService], "{text}");
    }
    let partner = Rule { event_bus: "aws.partner/shop.example/1".to_owned(), ..own() };
    let found = rule(&partner, PATTERN, &[], BUS);
    assert_eq!(found.changes, [Change::Partner("aws.partner/shop.example/1".to_owned())]);
    assert!(
        found.sources[0]
            .request
            .contains("arn:aws:events:eu-west-1::event-source/aws.partner/shop.example/1"),
        "{}",
        found.sources[0].request
    );
    let narrow = r#"{"source": ["aws.s3"], "detail-type": ["Object Created"], "detail": {"key": [{"wildcard": "a*z"}]}}"#;
    let found = rule(&default, narrow, std::slice::from_ref(&queue), BUS);
    let source = &found.sources[0];
    assert_eq!(source.reading.problems, []);
    assert!(source.request.contains(r#""Name": "orders-aws.s3""#), "{}", source.request);
    let pattern = source.reading.source.pattern.as_ref().unwrap();
    assert_eq!(pattern.text, r#"{"detail-type":["Object Created"],"detail":{"key":[{"prefix":"a"}]}}"#);
}
