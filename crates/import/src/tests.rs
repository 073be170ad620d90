//! Texts that hold rules, and what is understood of each.

use crate::Form;
use crate::test_support::{FoundRule, Imported, import};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::quote;
use rulepad_rule::State;
use rulepad_transformer::Input;

const PATTERN: &str = r#"{"source":["aws.codebuild"],"detail":{"n":[9007199254740993,4.0,{"numeric":[">",3.0e2]}],"n":[null]}}"#;

fn one(text: &str) -> FoundRule {
    let Imported { rules, diagnostics, .. } = import(text);
    assert_eq!(diagnostics, [], "{text}");
    let [rule] = <[FoundRule; 1]>::try_from(rules).unwrap();
    rule
}

fn codes(text: &str) -> Vec<String> {
    import(text).diagnostics.into_iter().map(|found| found.code.into_owned()).collect()
}

fn described(name: &str) -> String {
    format!(
        r#"{{"Name":"{name}","Arn":"arn:aws:events:eu-west-1:111122223333:rule/orders/{name}","EventPattern":{},"State":"DISABLED","EventBusName":"orders","CreatedBy":"111122223333"}}"#,
        quote(PATTERN)
    )
}

const LISTED: &str =
    r#"{"Targets":[{"Id":"q","Arn":"arn:aws:sqs:us-east-1:123456789012:q","InputPath":"$.detail"}]}"#;

#[test]
fn an_answer_of_describe_rule_is_a_rule_without_targets() {
    let found = one(&described("r"));
    let rule = found.rule.unwrap();
    assert_eq!((&*rule.name, &*rule.event_bus, rule.state), ("r", "orders", State::Disabled));
    assert_eq!(found.targets, None, "the answer does not say");
    assert_eq!(found.notes.len(), 2, "Arn and CreatedBy: {:?}", found.notes);
    let pattern = found.pattern.unwrap();
    assert!(
        pattern.contains('\n') && pattern.contains("9007199254740993,\n      4.0"),
        "laid out: {pattern}"
    );
    assert_eq!(pattern.matches("\"n\"").count(), 2, "duplicates stay");
    assert_eq!(import(&described("r")).form, Some(Form::DescribeRule));
}

#[test]
fn the_bus_is_that_of_the_arn_where_no_other_is_named() {
    let of = |arn: &str| {
        let rule = one(&format!(r#"{{"Name": "", "Arn": "{arn}", "EventPattern": "{{}}"}}"#)).rule.unwrap();
        (rule.event_bus, rule.name)
    };
    let arn = "arn:aws:events:us-east-1:123456789012:rule";
    assert_eq!(of(&format!("{arn}/r")), (String::new(), "r".into()));
    assert_eq!(of(&format!("{arn}/orders/r")), ("orders".into(), "r".into()));
    assert_eq!(of(&format!("{arn}/aws.partner/x/y/r")), ("aws.partner/x/y".into(), "r".into()));
}

#[test]
fn answers_pasted_one_after_another_are_one_rule() {
    for text in [format!("{}\n{LISTED}", described("r")), format!("{LISTED}{}", described("r"))] {
        let found = one(&text);
        assert_eq!((&*found.label, found.targets.map(|own| own.len())), ("r", Some(1)));
        assert!(found.pattern.is_some());
        assert_eq!(import(&text).form, Some(Form::Answers));
    }
    let text = format!("{}{LISTED}\n\n{}{LISTED}", described("a"), described("b"));
    let labels: Vec<String> = import(&text).rules.into_iter().map(|rule| rule.label).collect();
    assert_eq!(labels, ["a", "b"]);
}

#[test]
fn a_list_of_rules_is_read_rule_by_rule_and_its_targets_are_nobodys() {
    let text = format!(r#"{{"Rules":[{},{}]}} {LISTED}"#, described("a"), described("b"));
    let Imported { rules, .. } = import(&text);
    let labels: Vec<&str> = rules.iter().map(|rule| &*rule.label).collect();
    assert_eq!(labels, ["a", "b", "targets"]);
    assert_eq!(import(&format!(r#"{{"Rules":[{}]}}"#, described("a"))).form, Some(Form::ListRules));
}

#[test]
fn targets_stand_alone_in_every_shape() {
    let bare = r#"[{"Id":"q","Arn":"arn:aws:sqs:us-east-1:123456789012:q","InputPath":"$.detail"}]"#;
    let request = LISTED.replace("{\"Targets\"", "{\"Rule\":\"r\",\"Targets\"");
    for (text, label) in [(bare, "targets"), (LISTED, "targets"), (&*request, "r")] {
        let found = one(text);
        assert_eq!((&*found.label, &found.rule, &found.pattern), (label, &None, &None));
        assert_eq!(found.targets.unwrap()[0].input, Input::Path("$.detail".into()));
    }
    let more = LISTED.replace("}]}", "}],\"NextToken\":\"t\"}");
    assert_eq!(codes(&more), ["import.more"]);
    let pages = format!("{more}{LISTED}");
    assert_eq!(import(&pages).rules[0].targets.as_ref().unwrap().len(), 2);
}

#[test]
fn targets_that_name_their_rule_come_to_it() {
    let rule = |name: &str| format!(r#"{{"Name":"{name}","EventPattern":"{{}}","EventBusName":"default"}}"#);
    let targets = LISTED.replace("{\"Targets\"", "{\"Rule\":\"a\",\"Targets\"");
    let rules = import(&format!("{}{}{targets}", rule("a"), rule("b"))).rules;
    assert_eq!(rules.iter().map(|rule| rule.targets.is_some()).collect::<Vec<_>>(), [true, false]);
    let other = targets.replace("{\"Rule\"", "{\"EventBusName\":\"orders\",\"Rule\"");
    assert_eq!(import(&format!("{}{other}", rule("a"))).rules.len(), 2, "a rule of another bus");
    assert_eq!(one(&format!("{targets}{}", rule("a"))).targets.unwrap().len(), 1);
}

#[test]
fn skeletons_of_the_command_line_are_blank() {
    let found = one(
        r#"{"Name":"","ScheduleExpression":"","EventPattern":"","State":"ENABLED","Description":"","RoleArn":"","Tags":[{"Key":"","Value":""}],"EventBusName":""}"#,
    );
    assert_eq!((&*found.label, found.pattern), ("rule without a name", None));
    let text = r#"{"Rule":"","EventBusName":"","Targets":[{"Id":"","Arn":"arn:aws:sqs:us-east-1:123456789012:q.fifo","RoleArn":"","Input":"","InputPath":"","InputTransformer":{"InputPathsMap":{"KeyName":""},"InputTemplate":""},"KinesisParameters":{"PartitionKeyPath":""},"RunCommandParameters":{"RunCommandTargets":[{"Key":"","Values":[""]}]},"EcsParameters":{"TaskDefinitionArn":"","TaskCount":0,"EnableECSManagedTags":true},"SqsParameters":{"MessageGroupId":"g"},"DeadLetterConfig":{"Arn":""},"RetryPolicy":{"MaximumRetryAttempts":0,"MaximumEventAgeInSeconds":0}}]}"#;
    let target = one(text).targets.unwrap().remove(0);
    assert_eq!((&target.input, &*target.dead_letter_arn), (&Input::MatchedEvent, ""));
    assert!(target.parameters.contains("\"g\""), "{}", target.parameters);
}

#[test]
fn a_pattern_alone_is_a_pattern_alone() {
    let text = r#"{"source": ["a"], "detail": {"x": [1.0]}}"#;
    for text in
        [text.to_owned(), quote(text), format!(r#"{{"EventPattern": {}, "Event": "{{}}"}}"#, quote(text))]
    {
        let found = one(&text);
        assert_eq!((&found.rule, &found.targets), (&None, &None), "{text}");
        assert!(found.pattern.unwrap().contains("1.0"));
        assert_eq!(import(&text).form, Some(Form::Pattern));
    }
    assert_eq!(codes(r#"{"source": "a", "detail-type": "b"}"#), ["import.other-without-rules"], "an event");
    assert_eq!(codes(r#"{"a": 1}"#), ["import.unknown"]);
    assert!(one(&quote(text)).notes[0].contains("encoded as a string"));
    assert_eq!(one(text).notes, [""; 0]);
}

#[test]
fn values_of_the_wrong_kind_are_told_where_they_stand() {
    let text = r#"{"Name": 5, "EventPattern": [], "State": "enabled", "EventBusname": "x", "Targets": [{"Id": {}, "Arn": "", "Input": 7, "RetryPolicy": {"MaximumRetryAttempts": []}}, 9]}"#;
    let Imported { diagnostics, .. } = import(text);
    let told: Vec<(&str, &str)> =
        diagnostics.iter().map(|found| (&*found.code, found.span().of(text))).collect();
    assert_eq!(
        told,
        [
            ("import.type", "5"),
            ("import.state", "\"enabled\""),
            ("import.member", "\"EventBusname\""),
            ("import.type", "[]"),
            ("import.type", "{}"),
            ("import.type", "[]"),
            ("import.type", "7"),
            ("import.type", "9"),
        ]
    );
}

#[test]
fn fixes_remove_what_they_are_for() {
    for text in [
        r#"{"Name": "r", "EventPattern": "{}", "EventBusname": "x"}"#,
        r#"{"Name": "r", "EventPattern": "{}", "State": "enabled"}"#,
        r#"[{"Id": "t", "Arn": "arn:aws:sns:us-east-1:123456789012:t", "InputPaht": "$.detail"}]"#,
        "{\"Name\": \"r\", \"EventPattern\": \"{}\",}",
    ] {
        let Imported { diagnostics, .. } = import(text);
        let fix = diagnostics[0].first_fix().unwrap();
        assert_eq!(codes(&apply(text, &fix.edits)), [""; 0], "{text}");
    }
}

#[test]
fn what_is_broken_is_read_as_far_as_it_goes() {
    let text = "// copied\n{'Name': \"r\", \"EventPattern\": \"{}\", \"State\": \"DISABLED\",";
    let Imported { rules, diagnostics, .. } = import(text);
    assert_eq!(rules[0].rule.as_ref().unwrap().name, "r");
    assert!(diagnostics.iter().all(|found| found.code.starts_with("json.")), "{diagnostics:?}");
    assert!(diagnostics.len() > 1);
    assert_eq!(codes(&format!("{}\n$ exit", described("r"))), ["import.rest"]);
    assert_eq!(codes("hello"), ["import.unknown"]);
    assert_eq!(codes(""), ["import.unknown"]);
}

#[test]
fn many_members_and_deep_nesting_end() {
    let many: String = (0..60_000).map(|at| format!("\"m{at}\":1,")).collect();
    let found = import(&format!("{{\"Name\":\"r\",\"State\":\"ENABLED\",{many}\"RoleArn\":\"\"}}"));
    assert_eq!(found.diagnostics.len(), 100);
    let targets = LISTED.replace("[{", &format!("[{}{{", "{\"Id\":7},".repeat(5_000)));
    assert_eq!(import(&targets).rules[0].targets.as_ref().unwrap().len(), 5_001);
    for open in ["[", "{\"a\":", "{\"Targets\":[", "[{\"Id\":1,\"Arn\":"] {
        let _ = import(&open.repeat(20_000));
    }
    let documents = "{\"Name\":\"r\",\"State\":\"ENABLED\"}\n".repeat(200);
    let Imported { rules, diagnostics, .. } = import(&documents);
    assert_eq!((rules.len(), &*diagnostics[0].code), (64, "import.rest"));
}

#[test]
fn targets_without_a_bus_come_to_the_only_rule_of_their_name() {
    let text = |more: &str| {
        format!(
            r#"[{{"PutRule": {{"Name": "r", "EventBusName": "b", "EventPattern": "{{\"source\": [\"a\"]}}"}}}}, {more}{{"PutTargets": {{"Rule": "r", "Targets": [{{"Id": "q", "Arn": "arn:aws:sqs:eu-west-1:111122223333:q"}}]}}}}]"#
        )
        .trim_start_matches('[')
        .trim_end_matches(']')
        .replace("}, {\"Put", "}\n{\"Put")
    };
    let one = import(&text(""));
    assert_eq!(one.rules.len(), 1, "{one:?}");
    assert!(one.rules[0].notes[0].contains("the rule is on `b`"), "{:?}", one.rules[0].notes);
    let two = r#"{"PutRule": {"Name": "r", "EventBusName": "c", "EventPattern": "{\"source\": [\"a\"]}"}}, "#;
    assert_eq!(import(&text(two)).rules.len(), 3);
}

#[test]
fn tags_that_aws_keeps_for_itself_are_left_out() {
    let text = r#"{"Name": "r", "State": "ENABLED", "Tags": [{"Key": "AWS:x", "Value": "1"}, {"Key": "awsome", "Value": "2"}]}"#;
    let read = import(text);
    let tags = &read.rules[0].rule.as_ref().unwrap().tags;
    assert_eq!(tags.iter().map(|tag| tag.key.as_str()).collect::<Vec<_>>(), ["awsome"]);
    assert_eq!(codes(text), ["import.tag-reserved"]);
    assert_eq!(read.diagnostics[0].labels[0].span.of(text), "\"AWS:x\"");
}
