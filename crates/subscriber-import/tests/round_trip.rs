//! Laws: what is written in a format is the same subscriber when it is read, and the same subject gives the same bytes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use rulepad_document::Role;
use rulepad_document::json::parse;
use rulepad_subscriber::draft::check_request;
use rulepad_subscriber_export::{Exported, Format, Subject, export};
use rulepad_subscriber_import::{Form, Imported, import};
use serde_json::{Value, json};

#[path = "../../subscriber-export/examples/subscribers/cases.rs"]
mod cases;

use cases::{BUS, ROLE, hard, requests};

/// Formats that are written and read.
const READ: [Format; 7] = [
    Format::SubscriberJson,
    Format::AwsCli,
    Format::Boto3,
    Format::CloudFormationYaml,
    Format::CloudFormationJson,
    Format::Sam,
    Format::Terraform,
];

/// Every case that AWS's tools take.
fn cases() -> Vec<Value> {
    let is_sound = |own: &Value| {
        let node = parse(&own.to_string(), Role::Import).root.unwrap();
        check_request(&node).iter().all(|found| !found.is_error())
    };
    [requests(), hard()].concat().into_iter().filter(is_sound).collect()
}

/// The request in one spelling: patterns as values, as their white space and the order of their fields mean nothing.
fn carried(request: &Value) -> Value {
    let mut own = request.clone();
    let filters = own.pointer_mut("/FilterConfiguration/Filters").and_then(Value::as_array_mut);
    for filter in filters.into_iter().flatten() {
        let pattern = filter.get("Pattern").and_then(Value::as_str).unwrap_or_default().to_owned();
        if let Ok(value) = serde_json::from_str::<Value>(&pattern) {
            filter["Pattern"] = value;
        }
    }
    own
}

fn read(text: &str) -> Imported {
    let read = import(text);
    assert!(read.diagnostics.is_empty(), "{:?}\n{text}", read.diagnostics);
    read
}

#[test]
fn a_subscriber_comes_back_from_every_format() {
    let (all, mut written) = (self::cases(), 0);
    assert!(all.len() > 60, "{}", all.len());
    for request in &all {
        for format in READ {
            let file = export(format, &Subject::of(&request.to_string()));
            assert_eq!(file, export(format, &Subject::of(&request.to_string())), "the same bytes");
            if !file.losses.is_empty() {
                continue;
            }
            let found = read(&file.text);
            let [own] = &found.subscribers[..] else { panic!("{format:?}: {found:?}\n{}", file.text) };
            let back: Value = serde_json::from_str(&own.request).unwrap();
            assert_eq!(carried(&back), carried(request), "{format:?}\n{}", file.text);
            assert_eq!(own.references, [], "{format:?}");
            written += 1;
        }
    }
    assert!(written > 6 * all.len(), "only {written} files of {} subscribers had no loss", all.len());
}

#[test]
fn several_subscribers_and_event_sources_come_back_together() {
    let requests = self::cases();
    let names = |at: usize, own: &Value| {
        let mut own = own.clone();
        own["Name"] = json!(format!("s{at}"));
        own
    };
    let own: Vec<Value> = requests.iter().take(5).enumerate().map(|(at, own)| names(at, own)).collect();
    let source = json!({
        "Name": "from-s3",
        "EventBusArn": BUS,
        "Configuration": {"AwsServiceEventsConfiguration": {
            "AwsService": "aws.s3", "Pattern": "{\"detail-type\":[\"Object Created\"]}"}},
        "Description": "objects",
        "Tags": {"team": "shop"},
    });
    let exported = |own: &Value| Exported { request: own.to_string(), creates_role: false };
    let subject = Subject {
        sources: vec![source.to_string()],
        subscribers: own.iter().map(exported).collect(),
        references: Vec::new(),
    };
    for format in READ {
        let file = export(format, &subject);
        let found = read(&file.text);
        let back: Vec<Value> =
            found.subscribers.iter().map(|own| serde_json::from_str(&own.request).unwrap()).collect();
        assert_eq!(
            back.iter().map(carried).collect::<Vec<_>>(),
            own.iter().map(carried).collect::<Vec<_>>(),
            "{format:?}\n{}",
            file.text
        );
        let [from] = &found.sources[..] else { panic!("{format:?}: {found:?}") };
        assert_eq!(serde_json::from_str::<Value>(&from.request).unwrap(), source, "{format:?}");
    }
}

#[test]
fn references_of_a_template_come_back_as_they_were() {
    let text = r#"
Parameters:
  BusArn: {Type: String}
Resources:
  Bus:
    Type: AWS::EventsV2::EventBus
    Properties: {Name: shop}
  Queue: {Type: AWS::SQS::Queue}
  Orders:
    Type: AWS::EventsV2::Subscriber
    Properties:
      Name: !Sub "${AWS::StackName}-orders"
      EventBusArn: !Ref BusArn
      BatchConfiguration: {MaxBatchSize: "5"}
      InvokeConfiguration:
        TargetArn: !GetAtt Queue.Arn
        RoleArn: arn:aws:iam::111122223333:role/deliver
        SqsParameters: {DelaySeconds: 5}
      Tags: [{Key: team, Value: shop}]
"#;
    let found = read(text);
    assert_eq!((found.form, found.buses.len()), (Some(Form::CloudFormation), 1));
    let [own] = &found.subscribers[..] else { panic!("{found:?}") };
    let request: Value = serde_json::from_str(&own.request).unwrap();
    assert_eq!(request["Name"], "${AWS::StackName}-orders");
    assert_eq!(request["EventBusArn"], "${BusArn}");
    assert_eq!(request["BatchConfiguration"]["MaxBatchSize"], 5);
    assert_eq!(request["InvokeConfiguration"]["SqsParameters"]["DelaySeconds"], "5");
    assert_eq!(request["Tags"], json!({"team": "shop"}));
    let exported = Exported { request: own.request.clone(), creates_role: false };
    let subject =
        Subject { subscribers: vec![exported], references: own.references.clone(), ..Subject::default() };
    for format in READ {
        let file = export(format, &subject);
        assert_eq!(file.losses.is_empty(), format != Format::SubscriberJson, "{format:?}: {:?}", file.losses);
        let back = import(&file.text);
        assert_eq!(back.subscribers.len(), 1, "{format:?}: {:?}\n{}", back.diagnostics, file.text);
        if format == Format::CloudFormationYaml {
            assert!(file.text.contains("EventBusArn: !Ref BusArn\n"), "{}", file.text);
            // What another resource of the first template has becomes a parameter.
            let wanted = own.request.replace("${Queue.QueueName}", "${QueueQueueName}");
            assert_eq!(back.subscribers[0].request, wanted);
        }
    }
}

#[test]
fn what_is_not_understood_is_reported_at_its_place() {
    let at = |text: &str| {
        let found = import(text);
        found
            .diagnostics
            .iter()
            .map(|own| (own.code.to_string(), own.span().of(text).to_owned()))
            .collect::<Vec<_>>()
    };
    let list = r#"{"Subscribers": [{"Name": "a", "TargetArn": "t"}], "NextToken": "x"}"#;
    assert_eq!(
        at(list),
        [
            ("subscriber-import.names-only".to_owned(), r#"{"Name": "a", "TargetArn": "t"}"#.to_owned()),
            ("subscriber-import.more".to_owned(), "\"x\"".to_owned()),
        ]
    );
    let template = "Resources:\n  S:\n    Type: AWS::EventsV2::Subscriber\n    Properties:\n      Name: s\n      EventBusArn: arn:aws:events:us-east-1:111122223333:event-busv2/orders/abcdefghij0123456789abcde\n      Filters: []\n      ResumePosition: LATEST\n      InvokeConfiguration:\n        TargetArn: arn:aws:sqs:us-east-1:111122223333:orders\n        RoleArn: arn:aws:iam::111122223333:role/deliver\n";
    assert_eq!(
        at(template),
        [
            ("subscriber.unknown-member".to_owned(), "Filters".to_owned()),
            ("subscriber-import.update".to_owned(), "ResumePosition".to_owned()),
        ]
    );
    assert_eq!(at("Resources:\n  Q: {Type: AWS::SQS::Queue}\n")[0].0, "subscriber-import.none");
    assert_eq!(at("nothing of the kind")[0].0, "subscriber-import.none");
    for text in
        ["", "{", "[]", "{\"CreateSubscriber\": 1}", "aws eventsv2 create-subscriber --cli-input-json '{'"]
    {
        assert!(!at(text).is_empty(), "{text}");
    }
}

#[test]
fn calls_are_read_as_people_write_them() {
    let script = format!(
        "BUS={BUS}\naws eventsv2 create-subscriber --name large --event-bus-arn \"$BUS\" \\\n  --filter-configuration '{{\"Filters\":[{{\"Scope\":\"DATA\",\"Pattern\":\"{{}}\"}}]}}' \\\n  --invoke-configuration TargetArn=arn:aws:sqs:us-east-1:111122223333:q,RoleArn={ROLE} \\\n  --batch-configuration MaxBatchSize=1,MaxBatchWindowInSeconds=0 --tags team=shop,env=prod\n"
    );
    let program = format!(
        "import boto3\nclient = boto3.client(\"eventbridgev2\")\nclient.create_subscriber(\n    Name=\"large\", EventBusArn=\"{BUS}\",\n    FilterConfiguration={{\"Filters\": [{{\"Scope\": \"DATA\", \"Pattern\": \"{{}}\"}}]}},\n    InvokeConfiguration={{\"TargetArn\": \"arn:aws:sqs:us-east-1:111122223333:q\", \"RoleArn\": \"{ROLE}\"}},\n    BatchConfiguration={{\"MaxBatchSize\": 1, \"MaxBatchWindowInSeconds\": 0}}, Tags={{\"team\": \"shop\", \"env\": \"prod\"}},\n)\n"
    );
    let wanted = json!({
        "Name": "large",
        "EventBusArn": BUS,
        "FilterConfiguration": {"Filters": [{"Scope": "DATA", "Pattern": "{}"}]},
        "InvokeConfiguration": {"TargetArn": "arn:aws:sqs:us-east-1:111122223333:q", "RoleArn": ROLE},
        "BatchConfiguration": {"MaxBatchSize": 1, "MaxBatchWindowInSeconds": 0},
        "Tags": {"team": "shop", "env": "prod"},
    });
    for (text, form) in [(script, Form::Script), (program, Form::Sdk)] {
        let found = read(&text);
        assert_eq!(found.form, Some(form));
        assert_eq!(serde_json::from_str::<Value>(&found.subscribers[0].request).unwrap(), wanted, "{text}");
    }
}

#[test]
fn nothing_stops_the_reader() {
    let mut read = 0;
    for request in hard().iter().take(6) {
        for format in READ {
            let file = export(format, &Subject::of(&request.to_string()));
            let ends = file.text.char_indices().map(|(at, _)| at).step_by(211);
            for end in ends {
                let (start, rest) = file.text.split_at(end);
                for text in [start, rest, &format!("{start}{{{{{rest}")] {
                    let found = import(text);
                    // What has no subscriber says so.
                    assert!(!found.is_empty() || !found.diagnostics.is_empty(), "{format:?}\n{text}");
                    read += 1;
                }
            }
        }
    }
    assert!(read > 400, "{read}");
}
