//! What exported files have beside the requests: roles, an order, and what they lose.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use rulepad_document::{Lang, Words};
use rulepad_subscriber_export::{
    Exported, Format, Loss, Note, RequestKind, Subject, UNKNOWN_BUS, export, unknown_bus,
};
use serde_json::{Value, json};

const BUS: &str = "arn:aws:events:us-east-1:111122223333:event-busv2/orders/abcdefghij0123456789abcde";

fn request(name: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut own = json!({
        "Name": name,
        "EventBusArn": BUS,
        "InvokeConfiguration": {"TargetArn": "arn:aws:sqs:us-east-1:111122223333:orders"},
    });
    change(&mut own);
    own.to_string()
}

fn template(subject: &Subject) -> (Value, Vec<Loss>, Vec<Note>) {
    let file = export(Format::CloudFormationJson, subject);
    (serde_json::from_str(&file.text).unwrap(), file.losses, file.notes)
}

#[test]
fn a_subscriber_without_a_role_gets_one() {
    let (found, losses, notes) = template(&Subject::of(&request("orders", |_| {})));
    assert_eq!(losses, []);
    assert_eq!(notes.len(), 1, "the key of the queue: {notes:?}");
    let role = &found["Resources"]["OrdersSubscriberRole"]["Properties"];
    let trust = &role["AssumeRolePolicyDocument"]["Statement"][0];
    assert_eq!(trust["Condition"]["StringEquals"]["aws:SourceAccount"], "111122223333");
    assert_eq!(role["Policies"][0]["PolicyDocument"]["Statement"][0]["Action"], "sqs:SendMessage");
    let file = export(Format::SubscriberJson, &Subject::of(&request("orders", |_| {})));
    assert_eq!(file.notes, [Note::NoRole("orders".to_owned())], "a request has no place for a role");
}

#[test]
fn the_role_of_an_unknown_target_is_that_of_its_parameters() {
    let subject = |block: Option<&str>| {
        let own = request("orders", |own| {
            own["EventBusArn"] = json!(UNKNOWN_BUS);
            own["InvokeConfiguration"]["TargetArn"] = json!("${Target}");
            if let Some(block) = block {
                own["InvokeConfiguration"][block] = json!({});
            }
        });
        let mut target = unknown_bus();
        target.shown = "${Target}".to_owned();
        target.source = r#"{"Ref":"Target"}"#.to_owned();
        Subject { references: vec![unknown_bus(), target], ..Subject::of(&own) }
    };
    let (found, _, notes) = template(&subject(Some("KinesisParameters")));
    let role = &found["Resources"]["OrdersSubscriberRole"]["Properties"];
    let statement = &role["Policies"][0]["PolicyDocument"]["Statement"][0];
    assert_eq!(
        (&statement["Action"], &statement["Resource"]["Ref"]),
        (&json!("kinesis:PutRecords"), &json!("Target"))
    );
    let condition = &role["AssumeRolePolicyDocument"]["Statement"][0]["Condition"];
    assert_eq!(condition["StringEquals"]["aws:SourceAccount"]["Fn::Sub"], "${AWS::AccountId}");
    assert!(!notes.contains(&Note::NoPermissions("orders".to_owned())), "{notes:?}");
    let (found, _, notes) = template(&subject(None));
    assert!(notes.contains(&Note::NoPermissions("orders".to_owned())), "{notes:?}");
    assert!(found["Resources"]["OrdersSubscriberRole"]["Properties"].get("Policies").is_none());
    let file = export(Format::Terraform, &subject(Some("SnsParameters")));
    assert!(file.notes.contains(&Note::AnyAccount("orders".to_owned())), "{:?}", file.notes);
}

#[test]
fn one_of_a_bus_is_created_after_the_other() {
    let own = |name: &str| Exported { request: request(name, |_| {}), creates_role: false };
    let other = request("c", |own| own["EventBusArn"] = json!(BUS.replace("orders", "other")));
    let other = Exported { request: other, creates_role: false };
    let subject = Subject { subscribers: vec![own("a"), other, own("a")], ..Subject::default() };
    let (found, _, _) = template(&subject);
    let after = |id: &str| found["Resources"][id].get("DependsOn").cloned();
    assert_eq!((after("ASubscriber"), after("CSubscriber")), (None, None));
    assert_eq!(after("A2Subscriber"), Some(json!("ASubscriber")));
    let text = export(Format::CdkTypescript, &subject).text;
    assert!(text.contains("a2Subscriber.addDependency(aSubscriber);\n"), "{text}");
    let text = export(Format::CdkPython, &subject).text;
    assert!(text.contains("a2_subscriber.add_dependency(a_subscriber)\n"), "{text}");
    let text = export(Format::Terraform, &subject).text;
    assert!(text.contains("= [awscc_eventsv2_subscriber.a]\n"), "{text}");
}

#[test]
fn what_a_resource_does_not_have_is_a_loss() {
    let own = request("orders", |own| {
        own["ClientToken"] = json!("t");
        own["Tags"] =
            (0..60).map(|at| (format!("k{at}"), json!("v"))).collect::<serde_json::Map<_, _>>().into();
        own["PointInTimeConfiguration"] =
            json!({"PointType": "TIMESTAMP", "StartingPoint": "2026-10-01T00:00:00Z", "EndPoint": "later"});
        own["InvokeConfiguration"]["SqsParameters"] =
            json!({"MessageAttributes": {"a": {"StringValue": "b"}}});
    });
    let (found, losses, _) = template(&Subject::of(&own));
    let properties = &found["Resources"]["OrdersSubscriber"]["Properties"];
    assert_eq!(properties["PointInTimeConfiguration"]["StartingPoint"], 1_790_812_800);
    assert_eq!(properties["Tags"].as_array().unwrap().len(), 50);
    let said: Vec<String> = losses.iter().map(|loss| loss.words(Lang::En)).collect();
    assert_eq!(losses.len(), 4, "{said:?}");
    for part in [
        "`ClientToken` of `orders`",
        "60 tags",
        "`EndPoint` of `orders`",
        "`a` of `orders` has no `DataType`",
    ] {
        assert!(said.iter().any(|own| own.contains(part)), "{part}: {said:?}");
    }
    assert_eq!(export(Format::AwsCli, &Subject::of(&own)).losses, []);
    let webhook =
        json!({"Name": "w", "EventBusArn": BUS, "Configuration": {"WebhookEventsConfiguration": {}}});
    let subject = Subject { sources: vec![webhook.to_string(), "[]".to_owned()], ..Subject::default() };
    let (found, losses, _) = template(&subject);
    assert_eq!(found["Resources"], json!({}));
    let format = Format::CloudFormationJson;
    let unreadable = Loss::Unreadable(RequestKind::EventSource, 2);
    assert_eq!(losses, [unreadable, Loss::Webhook { name: "w".to_owned(), format }]);
}

#[test]
fn the_answer_of_describe_is_written_as_a_request() {
    let own = request("orders", |own| {
        own["SubscriberArn"] = json!("arn");
        own["CreationTime"] = json!(1);
        own["State"] = json!("STOPPED");
    });
    let file = export(Format::SubscriberJson, &Subject::of(&own));
    let found: Value = serde_json::from_str(&file.text).unwrap();
    assert_eq!((found.get("SubscriberArn"), &found["State"]), (None, &json!("STOPPED")));
}

#[test]
fn nothing_stops_the_writer() {
    for text in ["", "{", "[]", "1", "{}", r#"{"Name": 1, "InvokeConfiguration": [], "Tags": 2}"#] {
        for format in Format::ALL {
            let _ = export(format, &Subject::of(text));
        }
    }
}
