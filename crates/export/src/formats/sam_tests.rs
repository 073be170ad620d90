//! What a SAM template carries as events, what stays a plain rule, and the names in between.

use crate::test_support::Worded;
use crate::{Format, test_support};
use rulepad_rule::{Rule, State, Target};
use rulepad_transformer::Input;

const PATTERN: &str = r#"{"source": ["a"]}"#;

fn rule() -> Rule {
    Rule { name: "orders".into(), ..Rule::default() }
}

fn target(id: &str, resource: &str) -> Target {
    test_support::target(id, resource, Input::MatchedEvent)
}

fn exported(rule: &Rule, pattern: &str, targets: &[Target]) -> Worded {
    test_support::written(Format::Sam, rule, pattern, targets)
}

fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

#[test]
fn a_pattern_that_must_be_text_stays_in_a_plain_rule() {
    for pattern in [r#"{"a": [null]}"#, r#"{"a": [4.0]}"#, r#"{"Ref": ["x"]}"#] {
        let file = exported(&rule(), pattern, &[target("f", "lambda:@:function:f")]);
        assert_eq!(count(&file.text, "EventBridgeRule\""), 0, "{}", file.text);
        assert_eq!(count(&file.text, "Type: \"AWS::Lambda::Permission\""), 1);
        assert!(file.text.contains("EventPattern: |-\n        {"), "{}", file.text);
        assert!(file.losses.is_empty(), "{:?}", file.losses);
        assert!(
            file.notes[0].starts_with("Target `f` is in a plain `AWS::Events::Rule`"),
            "{:?}",
            file.notes
        );
    }
}

#[test]
fn a_version_an_alias_and_another_account_stay_with_the_plain_rule() {
    let other = target("c", "lambda:us-east-1:999999999999:function:f");
    let targets = [target("a", "lambda:@:function:f"), target("b", "lambda:@:function:f:live"), other];
    let file = exported(&rule(), PATTERN, &targets);
    assert_eq!(count(&file.text, "Type: \"EventBridgeRule\""), 1);
    assert!(file.text.contains("Arn: \"arn:aws:lambda:us-east-1:123456789012:function:f:live\""));
    assert!(file.text.contains("Name: \"orders-other-targets\""));
    let kept: Vec<&str> =
        file.notes.iter().map(String::as_str).filter(|note| note.contains("is in a plain")).collect();
    assert_eq!(
        kept,
        [
            "Target `b` is in a plain `AWS::Events::Rule`, not an event of SAM: its ARN names a version or an \
             alias.",
            "Target `c` is in a plain `AWS::Events::Rule`, not an event of SAM: it is of another account or \
             Region than the rule."
        ]
    );
}

#[test]
fn names_of_rules_are_unique_and_short_enough() {
    let rule = Rule { name: "r".repeat(64), description: "d".into(), ..rule() };
    let long = |end: &str| target(&("i".repeat(63) + end), "lambda:@:function:f");
    let file = exported(&rule, PATTERN, &[long("a"), long("b"), long("c"), target("q", "sqs:@:q")]);
    let names: Vec<&str> =
        file.text.lines().filter_map(|line| line.trim().strip_prefix("RuleName: ")).collect();
    let distinct: std::collections::BTreeSet<&&str> = names.iter().collect();
    assert_eq!((names.len(), distinct.len()), (3, 3), "{names:?}");
    assert_eq!(names[0], format!("\"{}\"", rule.name));
    assert!(names.iter().all(|name| name.len() <= 66), "{names:?}");
    assert!(file.losses.iter().any(|loss| loss.starts_with("SAM's events have no `Description`")));
}

#[test]
fn the_state_is_written_where_it_is_not_the_default() {
    let targets = [target("f", "lambda:@:function:f")];
    assert_eq!(count(&exported(&rule(), PATTERN, &targets).text, "State:"), 0);
    let off = Rule { state: State::Disabled, ..rule() };
    let file = exported(&off, PATTERN, &targets);
    assert_eq!(count(&file.text, "State: \"DISABLED\""), 1);
    assert!(file.notes.iter().any(|note| note.contains("cfn-lint")), "{:?}", file.notes);
    assert_eq!(file.file_name, "template.yaml");
}

#[test]
fn one_dead_letter_queue_of_several_rules_has_one_policy() {
    let with_queue = |id: &str, resource: &str| Target {
        dead_letter_arn: "arn:aws:sqs:us-east-1:123456789012:letters".into(),
        ..target(id, resource)
    };
    let targets = [
        with_queue("a", "lambda:@:function:f"),
        with_queue("b", "lambda:@:function:g"),
        with_queue("c", "sns:@:t"),
        target("d", "sqs:@:letters"),
    ];
    let text = exported(&rule(), PATTERN, &targets).text;
    assert_eq!(count(&text, "AWS::SQS::QueuePolicy"), 1, "{text}");
    assert_eq!(count(&text, ":rule/orders\"") + count(&text, ":rule/orders-b\""), 2);
    assert_eq!(count(&text, "!GetAtt Rule.Arn"), 2, "the topic, and the queue once");
    let sids: std::collections::BTreeSet<&str> = text.lines().filter(|line| line.contains("Sid:")).collect();
    assert_eq!(sids.len(), 3, "{sids:?}");
}

#[test]
fn a_payload_that_names_its_rule_is_told() {
    let template = Input::Transformer { paths: String::new(), template: "\"<aws.events.rule-name>\"".into() };
    let second = Target { input: template.clone(), ..target("b", "lambda:@:function:g") };
    let targets = [Target { input: template, ..target("a", "lambda:@:function:f") }, second];
    let losses = exported(&rule(), PATTERN, &targets).losses;
    let told: Vec<&String> = losses.iter().filter(|loss| loss.contains("its template gives")).collect();
    assert_eq!(told, ["Target `b`: its template gives the name of its own rule, `orders-b`."]);
}

#[test]
fn names_of_resources_do_not_meet_those_that_sam_makes() {
    let targets = [
        target("b-function", "lambda:@:function:a"),
        target("x", "lambda:@:function:a-function-b"),
        Target {
            role_arn: "arn:aws:iam::123456789012:role/start".into(),
            ..target("y", "states:@:stateMachine:a")
        },
        target("a-function", "codebuild:@:project/p"),
    ];
    let text = exported(&rule(), PATTERN, &targets).text;
    let names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')))
        .collect();
    // `AFunctionRole` is the role of the project, so it cannot be that which SAM makes for the function.
    assert_eq!(
        names,
        ["AFunction2:", "AFunctionBFunction:", "AStateMachine:", "Rule:", "AFunctionRole:"],
        "{text}"
    );
}
