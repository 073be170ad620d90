//! Templates as people write them, and what is understood of them.

use crate::Form;
use crate::test_support::{FoundRule, import};
use rulepad_document::json::{compact, parse};
use rulepad_document::{Role, Severity};
use rulepad_rule::{State, Tag, TargetKind};
use rulepad_transformer::Input;

const ORDERS: &str = include_str!("../testdata/orders.yaml");

const SAM: &str = include_str!("../testdata/sam.yaml");

fn rules(text: &str) -> Vec<FoundRule> {
    let read = import(text);
    // What is only worth knowing, such as an event source without a pattern, is no problem.
    let problems: Vec<_> = read.diagnostics.iter().filter(|found| found.severity != Severity::Note).collect();
    assert!(problems.is_empty(), "{text}: {problems:?}");
    read.rules
}

fn pattern(found: &FoundRule) -> String {
    compact(&parse(found.pattern.as_deref().unwrap(), Role::Pattern).root.unwrap())
}

#[test]
fn a_template_is_read_with_what_its_functions_stand_for() {
    assert_eq!(import(ORDERS).form, Some(Form::CloudFormation));
    let [found] = &rules(ORDERS)[..] else { panic!() };
    let rule = found.rule.as_ref().unwrap();
    assert_eq!((&*found.label, &*rule.name, &*rule.event_bus), ("Placed", "prod-placed", "orders-prod"));
    assert_eq!(rule.state, State::Enabled);
    assert_eq!(rule.tags, [Tag { key: "a".into(), value: "b".into() }]);
    assert_eq!(
        pattern(found),
        r#"{"source":["${Source}","com.example"],"detail-type":["Order Placed"],"detail":{"total":[{"numeric":[">",100]}]}}"#
    );
    let [queue, other] = &found.targets.as_ref().unwrap()[..] else { panic!() };
    assert_eq!(
        (&*queue.arn, queue.kind()),
        (
            "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}",
            Some(TargetKind::Sqs)
        )
    );
    assert_eq!(queue.retry_attempts, "3");
    let Input::Transformer { template, .. } = &queue.input else { panic!() };
    assert_eq!(template, "{\"order\": <id>, \"stage\": \"x\"}\n");
    assert_eq!(other.arn, "${Fn::ImportValue:shared-topic}");
    assert_eq!(other.input, Input::Constant("{\"stage\": \"prod\"}".into()));
    assert_eq!(other.dead_letter_arn, queue.arn);
    let shown: Vec<&str> = found.references.iter().map(|own| own.shown.as_str()).collect();
    assert_eq!(
        shown,
        [
            "${Source}",
            "${Queue.QueueName}",
            "${AWS::Partition}",
            "${AWS::Region}",
            "${AWS::AccountId}",
            "${Fn::ImportValue:shared-topic}",
        ]
    );
    let notes = found.notes.join("\n");
    for wanted in [
        "`arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}` is shown for `{\"Fn::GetAtt\":[\"Queue\",\"Arn\"]}`",
        "condition `HasAlarm`",
    ] {
        assert!(notes.contains(wanted), "{wanted}: {notes}");
    }
    let told = found.notes.iter().filter(|note| note.contains("is shown for")).count();
    assert_eq!(told, 6, "what the arguments of functions stand for is not told: {notes}");
    assert_eq!(found.origin.as_ref().unwrap().resource, "Placed");
}

#[test]
fn json_says_the_same_as_yaml() {
    let json = rulepad_document::yaml::read(ORDERS, Role::Import).root.unwrap();
    let [yaml] = &rules(ORDERS)[..] else { panic!() };
    let [json] = &rules(&rulepad_document::json::pretty(&json))[..] else { panic!() };
    assert_eq!((&yaml.rule, &yaml.pattern, &yaml.targets), (&json.rule, &json.pattern, &json.targets));
}

#[test]
fn events_of_sam_are_rules_of_one_target() {
    assert_eq!(import(SAM).form, Some(Form::Sam));
    let [failed, legacy, started] = &rules(SAM)[..] else { panic!() };
    let targets = failed.targets.as_ref().unwrap();
    assert_eq!(
        (&*failed.label, &*targets[0].id, &*targets[0].arn),
        (
            "Handler.Failed",
            "mine",
            "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Handler}"
        )
    );
    assert_eq!(targets[0].input, Input::Path("$.detail".into()));
    assert_eq!(failed.rule.as_ref().unwrap().name, "build-failed");
    assert_eq!(legacy.rule.as_ref().unwrap().name, "HandlerLegacy");
    assert_eq!(legacy.rule.as_ref().unwrap().state, State::Disabled);
    assert_eq!(legacy.targets.as_ref().unwrap()[0].id, "HandlerLegacyLambdaTarget");
    let target = &started.targets.as_ref().unwrap()[0];
    assert_eq!(target.arn, "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:flow");
}

#[test]
fn a_pattern_may_be_a_text_and_a_text_with_values_put_in() {
    let of = |pattern: &str| {
        let text = format!(
            "Parameters: {{S: {{Type: String, Default: a.b}}, L: {{Type: CommaDelimitedList, Default: 'x, y'}}}}\n\
             Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {pattern}\n"
        );
        self::pattern(&rules(&text)[0])
    };
    let wanted = r#"{"source":["a.b"]}"#;
    assert_eq!(of(r#"'{"source": ["a.b"]}'"#), wanted);
    assert_eq!(of(r#"!Sub '{"source": ["${S}"]}'"#), wanted);
    assert_eq!(of("{source: [!Ref S]}"), wanted);
    assert_eq!(of("{source: [!Join [., [a, b]]]}"), wanted);
    assert_eq!(of("{source: [!Select [0, !Split ['/', a.b/c]]]}"), wanted);
    assert_eq!(of("{source: !Ref L}"), r#"{"source":["x","y"]}"#);
    assert_eq!(of("{source: [!Foo {a: 1}]}"), r#"{"source":["${Fn::Foo:{\"a\":1}}"]}"#);
}

#[test]
fn what_stands_in_the_way_is_told() {
    let codes = |text: &str| -> Vec<String> {
        import(text).diagnostics.into_iter().map(|found| found.code.into_owned()).collect()
    };
    assert_eq!(codes("Resources:\n  Q: {Type: AWS::SQS::Queue}\n"), ["import.template-without-rules"]);
    assert_eq!(codes("Resources:\n  Q: [\n"), ["import.yaml-syntax"]);
    let words = "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {source: [no]}\n  \
                 O: {Type: X, Properties: {V: yes}}\n";
    assert_eq!(codes(words), ["import.yaml-word"], "only words of the rule");
}

#[test]
fn functions_that_go_round_or_grow_end() {
    let of = |extra: &str, arn: &str| {
        import(&format!(
            "{extra}\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      Targets: [{{Id: a, Arn: {arn}}}]\n"
        ))
    };
    let round = of(
        "Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt Q.Arn}}",
        "!GetAtt Q.Arn",
    );
    assert_eq!(round.rules.len(), 1);
    let mut grows = "x".repeat(100);
    for _ in 0..30 {
        grows = format!("{{'Fn::Sub': ['${{a}}${{a}}', {{a: {grows}}}]}}");
    }
    assert_eq!(of("Resources:", &grows).rules.len(), 1);
    let conditions = "Conditions:\n  A: {Condition: B}\n  B: {Condition: A}\nResources:";
    assert_eq!(of(conditions, "!If [A, x, y]").rules[0].targets.as_ref().unwrap()[0].arn, "x");
}

#[test]
fn what_functions_make_is_bounded_and_told() {
    let rules = |count: usize, own: &str| -> String {
        let rule = |at| {
            format!(
                "  R{at}: {{Type: AWS::Events::Rule, Properties: {{EventPattern: {{source: [{own}]}}}}}}\n"
            )
        };
        (0..count).map(rule).collect()
    };
    // Each name holds the one before ten times.
    let mut resources =
        "Resources:\n  Q0: {Type: AWS::SQS::Queue, Properties: {QueueName: xxxxxxxxxx}}\n".to_owned();
    for at in 1..20 {
        let before = format!("${{Q{}.QueueName}}", at - 1).repeat(10);
        resources +=
            &format!("  Q{at}: {{Type: AWS::SQS::Queue, Properties: {{QueueName: !Sub '{before}'}}}}\n");
    }
    // Each condition asks for the one before twice.
    let mut conditions = "Conditions:\n  C0: {Condition: Unknown}\n".to_owned();
    for at in 1..39 {
        let before = format!("{{Condition: C{}}}", at - 1);
        conditions += &format!("  C{at}: {{'Fn::And': [{before}, {before}]}}\n");
    }
    let list = format!("Mappings: {{M: {{a: {{b: [{}]}}}}}}\nResources:\n", ["x"; 9000].join(", "));
    let map = "!FindInMap [M, a, b]";
    for (text, told) in [
        (format!("{resources}{}", rules(1, "!GetAtt Q19.QueueName")), true),
        (format!("{resources}{}", rules(60, "!GetAtt Q5.QueueName")), true),
        (format!("{resources}{}", rules(1, "!GetAtt Q4.QueueName")), false),
        (format!("{list}{}", rules(1, map)), false),
        (format!("{list}{}", rules(60, map)), true),
        (format!("{conditions}Resources:\n{}", rules(1, "!If [C38, a, b]")), false),
    ] {
        let read = import(&text);
        let codes: Vec<&str> = read.diagnostics.iter().map(|found| &*found.code).collect();
        assert_eq!(codes, if told { &["import.template-budget"][..] } else { &[] });
        let made: usize = read.rules.iter().flat_map(|rule| rule.pattern.as_ref()).map(String::len).sum();
        assert!(made < 100 << 20, "{made}");
    }
}

#[test]
fn the_rules_of_a_text_share_it() {
    let rule =
        |at| format!("  R{at}: {{Type: AWS::Events::Rule, Properties: {{EventPattern: {{source: [a]}}}}}}\n");
    let read = import(&format!("Resources:\n{}", (0..3).map(rule).collect::<String>()));
    let origins: Vec<_> = read.rules.iter().map(|rule| &rule.origin.as_ref().unwrap().text).collect();
    assert!(std::sync::Arc::ptr_eq(origins[0], origins[2]));
}
