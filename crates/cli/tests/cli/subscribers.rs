//! Subscribers in `rulepad import` and `rulepad export --dialect subscriber`.

use crate::program::{Files, rulepad};
use serde_json::Value;

const TEMPLATE: &str = r#"
Resources:
  FromS3:
    Type: AWS::EventsV2::EventSource
    Properties:
      Name: from-s3
      EventBusArn: !Ref Bus
      Configuration:
        AwsServiceEventsConfiguration: {AwsService: aws.s3, Pattern: '{"detail-type":["Object Created"]}'}
  Large:
    Type: AWS::EventsV2::Subscriber
    Properties:
      Name: large
      EventBusArn: !Ref Bus
      FilterConfiguration:
        Filters: [{Scope: DATA, Pattern: '{"detail":{"total":[{"numeric":[">",500]}]}}'}]
      InvokeConfiguration:
        TargetArn: arn:aws:sqs:us-east-1:111122223333:orders
        RoleArn: arn:aws:iam::111122223333:role/deliver
  Small:
    Type: AWS::EventsV2::Subscriber
    Properties:
      Name: small
      EventBusArn: !Ref Bus
      InvokeConfiguration:
        TargetArn: arn:aws:sqs:us-east-1:111122223333:orders
        RoleArn: arn:aws:iam::111122223333:role/deliver
"#;

#[test]
fn a_template_shows_its_subscribers() {
    let run = rulepad(&["import"], TEMPLATE.as_bytes());
    assert_eq!((run.code, run.about.as_str()), (0, ""), "{run:?}");
    for part in [
        "<stdin>: a CloudFormation template\n",
        "\nevent source from-s3\n  EventBusArn: ${Bus}\n  aws.s3\n",
        "\nsubscriber large\n  EventBusArn: ${Bus}\n  DATA: {\"detail\":{\"total\":[{\"numeric\":[\">\",500]}]}}\n",
        "\nsubscriber small\n",
        "  A failed delivery is retried up to 5 times",
    ] {
        assert!(run.out.contains(part), "{part}\n{}", run.out);
    }
    let korean = rulepad(&["import", "--lang", "ko"], TEMPLATE.as_bytes());
    assert!(
        korean.out.contains("\n구독자 large\n") && korean.out.contains("이벤트 소스 from-s3"),
        "{korean:?}"
    );
    let wrong = TEMPLATE.replace("Scope: DATA", "Scope: METADATA");
    let run = rulepad(&["import"], wrong.as_bytes());
    assert!(run.code == 1 && run.out.contains("  refused: "), "{run:?}");
    let unknown = TEMPLATE.replace("      Name: small\n", "      Name: small\n      Retries: 3\n");
    let run = rulepad(&["import"], unknown.as_bytes());
    assert!(run.code == 1 && run.out.contains("[subscriber.unknown-member]"), "{run:?}");
}

#[test]
fn json_and_a_saved_file_have_every_subscriber() {
    let run = rulepad(&["import", "--format", "json"], TEMPLATE.as_bytes());
    let read: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(read["subscribers"][1]["request"]["Name"], "small");
    assert_eq!(read["subscribers"][0]["references"][0]["source"], r#"{"Ref":"Bus"}"#);
    assert_eq!(read["event_sources"][0]["label"], "from-s3");
    assert_eq!(read["diagnostics"], serde_json::json!([]));
    let run = rulepad(&["import", "--save"], TEMPLATE.as_bytes());
    let saved: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, saved["CreateSubscriber"].as_array().unwrap().len()), (0, 2), "{run:?}");
    let run = rulepad(&["import", "--save", "--rule", "small"], TEMPLATE.as_bytes());
    assert_eq!(serde_json::from_str::<Value>(&run.out).unwrap()["Name"], "small");
    let again = rulepad(&["import"], saved.to_string().as_bytes());
    assert!(again.out.contains("\nsubscriber small\n"), "{again:?}");
}

#[test]
fn subscribers_go_through_formats_and_back() {
    let files = Files::new("subscribers");
    let export = |format: &str, file: &str| {
        rulepad(&["export", "--dialect", "subscriber", "--format", format, file], b"")
    };
    let template = files.file("template.yaml", TEMPLATE);
    let terraform = export("terraform", &template);
    assert_eq!(terraform.code, 0, "{terraform:?}");
    assert!(terraform.about.contains("note: Set the variable `bus`"), "{terraform:?}");
    let file = files.file("main.tf", &terraform.out);
    let back = export("cloudformation-yaml", &file);
    assert_eq!(back.code, 0, "{back:?}");
    for part in ["Name: \"large\"", "Name: \"small\"", "AwsService: \"aws.s3\"", "EventBusArn: !Ref Bus"] {
        assert!(back.out.contains(part), "{part}\n{}", back.out);
    }
    let one = rulepad(
        &["export", "--dialect", "subscriber", "--format", "subscriber-json", &template, "--rule", "2"],
        b"",
    );
    assert_eq!(serde_json::from_str::<Value>(&one.out).unwrap()["Name"], "small");
    assert!(one.code == 1 && one.about.contains("lost: `${Bus}` is written as text"), "{one:?}");
}

#[test]
fn what_is_asked_wrongly_is_said() {
    let export = |arguments: &[&str], text: &str| {
        let all = [&["export", "--dialect", "subscriber"], arguments].concat();
        let run = rulepad(&all, text.as_bytes());
        (run.code, run.about)
    };
    let (code, about) = export(&["--format", "sam", "--rule", "other"], TEMPLATE);
    assert!(
        code == 2 && about.contains("has no subscriber `other`: its subscribers are `large`, `small`"),
        "{about}"
    );
    let (code, about) = export(&["--format", "word"], TEMPLATE);
    assert!(code == 2 && about.contains("there is no format `word`"), "{about}");
    let (code, about) = export(&["--format", "sam"], "Resources:\n  Q: {Type: AWS::SQS::Queue}\n");
    assert!(code == 2 && about.contains("`<stdin>` has no subscriber"), "{about}");
    let (code, about) = export(&["--format", "sam", "--all", "x"], TEMPLATE);
    assert!(code == 2 && about.contains("`--dialect` and `--all` are both given"), "{about}");
    let run = rulepad(&["export", "--dialect", "pipes", "--format", "sam"], TEMPLATE.as_bytes());
    assert!(run.code == 2 && run.about.contains("pipes"), "{run:?}");
}

#[test]
fn rules_and_subscribers_of_a_text_and_of_a_folder_are_shown() {
    let rule =
        "  Rule:\n    Type: AWS::Events::Rule\n    Properties: {Name: r, EventPattern: {source: [a]}}\n";
    let both = format!("{TEMPLATE}{rule}");
    let run = rulepad(&["import"], both.as_bytes());
    assert!(
        run.code == 0 && run.out.contains("\nRule\n") && run.out.contains("\nsubscriber large\n"),
        "{run:?}"
    );
    let files = Files::new("subscribers-folder");
    let (one, other) = (files.file("a.yaml", TEMPLATE), files.file("b.yaml", format!("Resources:\n{rule}")));
    let run = rulepad(&["import", &one, &other], b"");
    assert!(run.out.contains("\nRule\n") && run.out.contains("\nsubscriber large\n"), "{run:?}");
}
