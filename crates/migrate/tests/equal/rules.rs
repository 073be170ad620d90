//! Whole rules: the requests are those that AWS takes, and what is lost is listed.

use rulepad_document::Lang;
use rulepad_document::Words;
use rulepad_document::json::{compact, parse};
use rulepad_migrate::{Change, Loss, MigratedTarget, rule};
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

#[test]
fn events_of_services_need_event_sources() {
    let default = Rule { event_bus: String::new(), ..own() };
    let queue = target("sqs:eu-west-1:111122223333:q");
    let found = rule(&default, r#"{"source": ["aws.s3", "aws.ec2"]}"#, std::slice::from_ref(&queue), BUS);
    assert_eq!((found.services, found.losses), (vec!["aws.s3".to_owned(), "aws.ec2".to_owned()], vec![]));
    let text = request(&found.targets[0]);
    assert!(
        text.contains(r#"{"Scope":"SYSTEM_METADATA","Pattern":"{\"aws:Source\":[\"aws.s3\",\"aws.ec2\"]}"}"#),
        "{text}"
    );
    let mixed = rule(&default, r#"{"source": ["aws.s3", "com.shop"]}"#, std::slice::from_ref(&queue), BUS);
    assert_eq!((mixed.services.len(), mixed.changes), (1, vec![Change::Publishers]));
    assert!(!request(&mixed.targets[0]).contains("SYSTEM_METADATA"));
    for text in [r#"{"source": [{"prefix": "aws."}]}"#, r#"{"detail-type": ["Order"]}"#] {
        assert_eq!(rule(&default, text, &[], BUS).losses, [Loss::AnyService], "{text}");
    }
    let partner = Rule { event_bus: "aws.partner/shop.example/1".to_owned(), ..own() };
    let found = rule(&partner, PATTERN, &[], BUS);
    assert_eq!(found.changes, [Change::Partner("aws.partner/shop.example/1".to_owned())]);
}
