//! Filters in templates, requests, answers and records.

use crate::Form;
use crate::test_support::{FoundRule, import};
use rulepad_document::Role;
use rulepad_document::json::{compact, parse};
use rulepad_pattern::Dialect;
use rulepad_rule::State;

fn codes(text: &str) -> Vec<String> {
    import(text).diagnostics.into_iter().map(|found| found.code.into_owned()).collect()
}

fn pattern(found: &FoundRule) -> String {
    compact(&parse(found.pattern.as_deref().unwrap(), Role::Pattern).root.unwrap())
}

/// Label, dialect and pattern of each.
fn filters(text: &str) -> Vec<(String, Option<Dialect>, String)> {
    let read = import(text);
    read.rules.iter().map(|own| (own.label.clone(), own.dialect, pattern(own))).collect()
}

fn is(text: &str, wanted: &[(&str, Dialect, &str)]) {
    let wanted: Vec<_> = wanted.iter().map(|own| (own.0.to_owned(), Some(own.1), own.2.to_owned())).collect();
    assert_eq!(filters(text), wanted, "{text}");
}

const TEMPLATE: &str = r#"
Resources:
  Table: {Type: AWS::DynamoDB::Table}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Function
      EventSourceArn: !GetAtt Table.StreamArn
      Enabled: false
      FilterCriteria:
        Filters:
          - Pattern: '{"eventName": ["INSERT"]}'
          - Pattern: '{"eventName": ["REMOVE"]}'
  Function: {Type: AWS::Lambda::Function, Properties: {FunctionName: f}}
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      Subscription: [{Protocol: email, Endpoint: a@example.com}]
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Topic
      Protocol: sqs
      Endpoint: arn:aws:sqs:eu-west-1:111122223333:q
      FilterPolicyScope: MessageBody
      FilterPolicy: {store: [a]}
      RedrivePolicy: {deadLetterTargetArn: "arn:aws:sqs:eu-west-1:111122223333:d"}
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties:
      Name: jobs
      Source: arn:aws:sqs:eu-west-1:111122223333:jobs
      SourceParameters: {FilterCriteria: {Filters: [{Pattern: '{"body": {"a": [1]}}'}]}}
      Target: arn:aws:sqs:eu-west-1:111122223333:q
  Archive:
    Type: AWS::Events::Archive
    Properties:
      SourceArn: arn:aws:events:eu-west-1:111122223333:event-bus/default
      EventPattern: {source: [aws.ec2]}
"#;

#[test]
fn resources_of_a_template_are_filters_in_their_dialect() {
    is(
        TEMPLATE,
        &[
            ("Mapping filter 1", Dialect::EventSourceMapping, r#"{"eventName":["INSERT"]}"#),
            ("Mapping filter 2", Dialect::EventSourceMapping, r#"{"eventName":["REMOVE"]}"#),
            ("Subscription", Dialect::SnsBody, r#"{"store":["a"]}"#),
            ("Pipe", Dialect::Pipes, r#"{"body":{"a":[1]}}"#),
            ("Archive", Dialect::Archive, r#"{"source":["aws.ec2"]}"#),
        ],
    );
    let read = import(TEMPLATE);
    let mapping = &read.rules[0];
    assert_eq!(mapping.rule.as_ref().unwrap().state, State::Disabled);
    assert!(mapping.targets.as_ref().unwrap()[0].arn.ends_with(":function:f"));
    assert!(mapping.notes.iter().any(|note| note.contains("One of 2 filters")), "{:?}", mapping.notes);
    assert_eq!(
        read.rules[2].targets.as_ref().unwrap()[0].dead_letter_arn,
        "arn:aws:sqs:eu-west-1:111122223333:d"
    );
    assert_eq!(codes(TEMPLATE), ["import.no-filter"], "the subscription in the topic");
}

#[test]
fn filters_that_aws_would_not_take_are_reported() {
    let of = |filters: &str| {
        format!(
            r#"{{"Resources": {{"M": {{"Type": "AWS::Lambda::EventSourceMapping", "Properties": {{"FilterCriteria": {filters}}}}}}}}}"#
        )
    };
    let shown = |filters: &str| (codes(&of(filters)), import(&of(filters)).rules.len());
    assert_eq!(
        shown(r#"{"Filters": [{"Pattern": {"a": [1]}}]}"#),
        (vec!["import.filter-object".to_owned()], 1)
    );
    assert_eq!(shown(r#"{"Filters": [{"a": [1]}]}"#), (vec!["import.filter-bare".to_owned()], 1));
    assert_eq!(shown(r#"{"Filters": [{}]}"#).1, 0);
    assert_eq!(shown(r#"{"Filters": [{}]}"#).0[0], "import.filter-empty");
    assert_eq!(shown(r#"{"Filters": ["a"]}"#).0[0], "import.type");
    assert_eq!(shown("{}").0[0], "import.filters-missing");
    let topic = r#"{"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"Subscription": [{"Protocol": "sqs", "Endpoint": "arn:aws:sqs:a:1:q", "FilterPolicy": {"a": [1]}}]}}}}"#;
    assert_eq!(codes(topic), ["import.topic-filter"]);
    is(topic, &[("T subscription 1", Dialect::SnsAttributes, r#"{"a":[1]}"#)]);
}

#[test]
fn answers_about_filters_are_read() {
    let mapping = r#"{"UUID": "u", "EventSourceArn": "arn:aws:sqs:a:1:q", "FunctionArn": "arn:aws:lambda:a:1:function:f", "FilterCriteria": {"Filters": [{"Pattern": "{\"body\":{\"a\":[1]}}"}]}, "State": "Enabled"}"#;
    let filter = ("f", Dialect::EventSourceMapping, r#"{"body":{"a":[1]}}"#);
    is(mapping, &[filter]);
    is(&format!(r#"{{"EventSourceMappings": [{mapping}, {mapping}]}}"#), &[filter, filter]);
    let subscription = r#"{"Attributes": {"SubscriptionArn": "arn:aws:sns:a:1:orders:u", "TopicArn": "arn:aws:sns:a:1:orders", "Endpoint": "arn:aws:sqs:a:1:q", "Protocol": "sqs", "FilterPolicy": "{\"a\":[1]}", "FilterPolicyScope": "MessageAttributes"}}"#;
    is(subscription, &[("orders", Dialect::SnsAttributes, r#"{"a":[1]}"#)]);
    let pipe = r#"{"Arn": "arn:aws:pipes:a:1:pipe/p", "Name": "p", "CurrentState": "STOPPED", "Source": "arn:aws:sqs:a:1:q", "Target": "arn:aws:sqs:a:1:r", "SourceParameters": {"FilterCriteria": {"Filters": [{"Pattern": "{\"body\":[\"a\"]}"}]}}}"#;
    is(pipe, &[("p", Dialect::Pipes, r#"{"body":["a"]}"#)]);
    assert_eq!(import(pipe).rules[0].rule.as_ref().unwrap().state, State::Disabled);
    let archive = "ArchiveName: all\nEventSourceArn: arn:aws:events:a:1:event-bus/b\nEventPattern: '{\"source\": [\"x\"]}'\nState: ENABLED\n";
    is(archive, &[("all", Dialect::Archive, r#"{"source":["x"]}"#)]);
    for (text, form) in [
        (r#"{"RuleNames": ["a", "b"]}"#, Form::RuleNames),
        (r#"{"Archives": [{"ArchiveName": "a"}]}"#, Form::Archive),
        (r#"{"Subscriptions": [{"SubscriptionArn": "a"}]}"#, Form::Subscription),
        (r#"{"RuleArn": "arn:aws:events:a:1:rule/r"}"#, Form::RuleNames),
    ] {
        assert_eq!((codes(text), import(text).form), (vec!["import.names-only".to_owned()], Some(form)));
    }
}

#[test]
fn records_and_items_hold_rules() {
    let record = |name: &str, request: &str| {
        format!(
            r#"{{"eventVersion": "1.08", "eventSource": "events.amazonaws.com", "eventName": "{name}", "requestParameters": {request}}}"#
        )
    };
    let put_rule = record(
        "PutRule",
        r#"{"name": "r", "eventBusName": "b", "eventPattern": "{\"source\":[\"x\"]}", "state": "DISABLED"}"#,
    );
    let put_targets = record(
        "PutTargets",
        r#"{"rule": "r", "eventBusName": "b", "targets": [{"id": "1", "arn": "arn:aws:sqs:a:1:q", "inputTransformer": {"inputPathsMap": {"a": "$.b"}, "inputTemplate": "<a>"}}]}"#,
    );
    for text in [
        format!("{put_rule}\n{put_targets}"),
        format!(r#"{{"Records": [{put_rule}, {put_targets}]}}"#),
        format!(
            r#"{{"version": "0", "detail-type": "AWS API Call via CloudTrail", "detail": {put_rule}}}{put_targets}"#
        ),
        format!("[{put_rule}, {put_targets}]"),
    ] {
        let read = import(&text);
        assert_eq!(read.form, Some(Form::CloudTrail), "{text}");
        let [rule] = &read.rules[..] else { panic!("{text}: {:?}", read.rules) };
        assert_eq!(rule.rule.as_ref().unwrap().state, State::Disabled);
        let target = &rule.targets.as_ref().unwrap()[0];
        assert!(format!("{:?}", target.input).contains("\\\"a\\\": \\\"$.b\\\""), "{:?}", target.input);
    }
    assert_eq!(codes(&record("RunInstances", "{}")), ["import.trail-other"]);
    let failed = put_rule.replace("\"eventVersion\"", "\"errorCode\": \"AccessDenied\", \"eventVersion\"");
    assert_eq!(codes(&failed), ["import.trail-failed"]);

    let item = r#"{"resourceType": "AWS::Events::Rule", "resourceName": "r", "configuration": {"Name": "r", "Arn": "arn:aws:events:a:1:rule/r", "Id": "r", "State": "ENABLED", "EventPattern": {"source": ["x"]}, "Targets": [{"Id": "1", "Arn": "arn:aws:sqs:a:1:q"}]}}"#;
    for text in [item.to_owned(), format!(r#"{{"configurationItems": [{item}]}}"#)] {
        let read = import(&text);
        assert_eq!((read.form, read.diagnostics.len()), (Some(Form::Config), 0), "{:?}", read.diagnostics);
        assert_eq!(read.rules[0].targets.as_ref().unwrap().len(), 1);
    }
    let control = r#"{"TypeName": "AWS::Events::Archive", "ResourceDescription": {"Identifier": "a", "Properties": "{\"ArchiveName\": \"a\", \"EventPattern\": {\"source\": [\"x\"]}}"}}"#;
    is(control, &[("a", Dialect::Archive, r#"{"source":["x"]}"#)]);
}

#[test]
fn every_event_source_of_sam_is_read_or_named() {
    let text = r#"
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day), Name: nightly, Enabled: false, Input: '{"a": 1}'}}
        Other: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}
        Stream:
          Type: DynamoDB
          Properties:
            Stream: arn:aws:dynamodb:a:1:table/t/stream/1
            FilterCriteria: {Filters: [{Pattern: '{"eventName": ["INSERT"]}'}]}
        Queue: {Type: SQS, Properties: {Queue: "arn:aws:sqs:a:1:q"}}
        Topic: {Type: SNS, Properties: {Topic: "arn:aws:sns:a:1:t", FilterPolicyScope: MessageBody, FilterPolicy: {a: [1]}}}
        Get: {Type: Api, Properties: {Path: /, Method: get}}
"#;
    let read = import(text);
    let shown: Vec<_> = read.rules.iter().map(|own| (own.label.as_str(), own.dialect)).collect();
    assert_eq!(
        shown,
        [
            ("Fn.Nightly", None),
            ("Fn.Stream", Some(Dialect::EventSourceMapping)),
            ("Fn.Topic", Some(Dialect::SnsBody))
        ]
    );
    let nightly = read.rules[0].rule.as_ref().unwrap();
    assert_eq!(
        (&*nightly.schedule, &*nightly.name, nightly.state),
        ("rate(1 day)", "nightly", State::Disabled)
    );
    assert_eq!(read.rules[0].origin, None);
    assert_eq!(codes(text), ["import.scheduler", "import.no-filter", "import.event-source"]);
}

#[test]
fn parts_of_a_template_are_read() {
    let rule = "Type: AWS::Events::Rule\nProperties:\n  Name: a\n  EventPattern:\n    source: [x]\n";
    let indented = |text: &str, by: usize| {
        text.lines().map(|line| format!("{}{line}\n", " ".repeat(by))).collect::<String>()
    };
    for text in [
        rule.to_owned(),
        indented(rule, 4),
        format!("Placed:\n{}", indented(rule, 2)),
        indented(&format!("Placed:\n{}", indented(rule, 2)), 2),
        // The first line without the indentation it had.
        indented(&format!("Placed:\n{}", indented(rule, 2)), 2).trim_start().to_owned(),
        indented(rule, 6).trim_start().to_owned(),
        "Properties: {Name: a, EventPattern: {source: [x]}}".to_owned(),
        "EventPattern:\n  source: [x]\n".to_owned(),
        "\"Placed\": {\"Type\": \"AWS::Events::Rule\", \"Properties\": {\"EventPattern\": {\"source\": [\"x\"]}}},".to_owned(),
        "Events:\n  A:\n    Type: EventBridgeRule\n    Properties: {Pattern: {source: [x]}}\n".to_owned(),
        "A:\n  Type: CloudWatchEvent\n  Properties: {Pattern: {source: [x]}}\n".to_owned(),
        "source: [x]".to_owned(),
    ] {
        let read = import(&text);
        let [found] = &read.rules[..] else { panic!("{text}: {read:?}") };
        assert_eq!(pattern(found), r#"{"source":["x"]}"#, "{text}");
        assert_eq!((read.diagnostics.len(), &found.origin), (0, &None), "{text}: {:?}", read.diagnostics);
    }
    let filter = ("Mapping", Dialect::EventSourceMapping, r#"{"a":[1]}"#);
    is("FilterCriteria:\n  Filters:\n    - Pattern: '{\"a\": [1]}'\n", &[filter]);
    is("Filters:\n  - Pattern: '{\"a\": [1]}'\n", &[filter]);
    is("{\"FilterPolicy\": {\"a\": [1]}}", &[("Subscription", Dialect::SnsAttributes, r#"{"a":[1]}"#)]);
    let event =
        import("Events:\n  A:\n    Type: EventBridgeRule\n    Properties: {Pattern: {source: [x]}}\n");
    assert_eq!(event.rules[0].targets.as_ref().unwrap()[0].arn, "${Function.Arn}", "nothing is invented");
}

#[test]
fn loops_over_known_values_are_written_out() {
    let text = r#"
Transform: AWS::LanguageExtensions
Parameters:
  Names: {Type: CommaDelimitedList, Default: "a-1, b"}
  Later: {Type: CommaDelimitedList}
Resources:
  Fn::ForEach::Rules:
    - Name
    - !Ref Names
    - Rule&{Name}:
        Type: AWS::Events::Rule
        Properties:
          Name: !Sub "orders-${Name}"
          EventPattern: {source: [!Ref Name, "x.${Name}"]}
  Fn::ForEach::Others: [Name, !Ref Later, {"R${Name}": {Type: "AWS::Events::Rule"}}]
"#;
    let read = import(text);
    let shown: Vec<_> = read
        .rules
        .iter()
        .map(|own| (own.label.clone(), own.rule.clone().unwrap().name, pattern(own)))
        .collect();
    assert_eq!(
        shown,
        [
            ("Rulea1".into(), "orders-a-1".into(), r#"{"source":["a-1","x.a-1"]}"#.into()),
            ("Ruleb".into(), "orders-b".into(), r#"{"source":["b","x.b"]}"#.into()),
        ]
    );
    assert_eq!((codes(text), &read.rules[0].origin), (vec!["import.loop-unknown".to_owned()], &None));
}

#[test]
fn a_template_within_an_answer_is_read() {
    let template = r#"{"Resources": {"R": {"Type": "AWS::Events::Rule", "Properties": {"Name": "a", "EventPattern": {"source": ["x"]}}}}}"#;
    let quoted = rulepad_document::json::quote(template);
    for text in [
        format!(r#"{{"TemplateBody": {template}, "StagesAvailable": ["Original"]}}"#),
        format!(r#"{{"TemplateBody": {quoted}}}"#),
        format!("StagesAvailable: [Original]\nTemplateBody: {template}\n"),
        "TemplateBody: |\n  Resources:\n    R:\n      Type: AWS::Events::Rule\n      Properties: {Name: a, EventPattern: {source: [x]}}\n".to_owned(),
    ] {
        let read = import(&text);
        assert_eq!(read.form, Some(Form::CloudFormation), "{text}");
        assert_eq!(pattern(&read.rules[0]), r#"{"source":["x"]}"#);
    }
    let broken = r#"{"TemplateBody": {"Resources": {"R": {"Type": "AWS::Events::Rule"}}}}"#;
    let found = &import(broken).diagnostics[0];
    assert_eq!(
        (&*found.code, found.span().of(broken)),
        ("import.no-pattern", "\"R\""),
        "the place is that of the whole"
    );
}
