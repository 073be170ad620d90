//! What Serverless is given so that it brings back the rule, and what its variables are kept from.

use super::{escaped, is_plain_object, joined};
use crate::test_support::Worded;
use crate::{Format, test_support};
use rulepad_document::json::compact;
use rulepad_rule::{Rule, State, Target};
use rulepad_transformer::Input;

const PATTERN: &str = r#"{"source": ["a"]}"#;

fn rule() -> Rule {
    Rule { name: "orders".into(), ..Rule::default() }
}

fn target(id: &str, resource: &str) -> Target {
    test_support::target(id, resource, Input::MatchedEvent)
}

fn with(input: Input) -> Target {
    Target { input, ..target("f", "lambda:@:function:f") }
}

fn exported(rule: &Rule, pattern: &str, targets: &[Target]) -> Worded {
    test_support::written(Format::Serverless, rule, pattern, targets)
}

/// Whether the first target is an event.
fn is_event(rule: &Rule, pattern: &str, target: &Target) -> bool {
    let text = exported(rule, pattern, std::slice::from_ref(target)).text;
    let (event, plain) = (text.contains("- eventBridge:"), text.contains("AWS::Events::Rule"));
    assert_ne!(event, plain, "{text}");
    event
}

#[test]
fn variables_are_escaped_where_serverless_reads_the_escape() {
    for (text, wanted) in [
        ("", Some("")),
        ("$", Some("$")),
        ("$ {", Some("$ {")),
        ("a\\b", Some("a\\b")),
        ("${a}", Some("\\${a}")),
        ("x${a}${b}", Some("x\\${a}\\${b}")),
        ("\\${a}", Some("\\\\\\${a}")),
        ("\\\\${", Some("\\\\\\\\\\${")),
        ("a\\ ${a}", Some("a\\ \\${a}")),
        ("$${a}", None),
        ("$\\${a}", None),
        ("${a}$${b}", None),
    ] {
        assert_eq!(escaped(text).as_deref(), wanted, "{text}");
    }
    assert_eq!(compact(&joined("a$${b}${")), r#"{"Fn::Join":["",["a$$","{b}$","{"]]}"#);
}

#[test]
fn constants_are_objects_only_where_they_come_back_as_they_were() {
    for text in [r#"{}"#, r#"{"b":1,"a":[null,true,"\u0001é${x}"]}"#] {
        assert!(is_plain_object(text), "{text}");
        assert!(is_event(&rule(), PATTERN, &with(Input::Constant(text.into()))), "{text}");
    }
    for text in [
        r#"{"a": 1}"#,
        r#"{"a":1.0}"#,
        r#"{"a":9007199254740993}"#,
        r#"{"b":1,"1":2}"#,
        r#"{"a":1,"a":2}"#,
        r#"{"__proto__":1}"#,
        r#"{"a":"\/"}"#,
        r#"{"a":"$${b}"}"#,
        r#"[1]"#,
        r#""a""#,
        "not JSON",
    ] {
        assert!(!is_event(&rule(), PATTERN, &with(Input::Constant(text.into()))), "{text}");
    }
}

#[test]
fn what_an_event_cannot_have_stays_a_plain_rule() {
    let plain = target("f", "lambda:@:function:f");
    assert!(is_event(&rule(), PATTERN, &plain));
    for pattern in [
        r#"{"a": ["b"]}"#,
        r#"{"source": [null]}"#,
        r#"{"detail": {"2": ["a"]}}"#,
        r#"{"source": ["$${a}"]}"#,
    ] {
        assert!(!is_event(&rule(), pattern, &plain), "{pattern}");
    }
    let all = State::EnabledWithAllCloudtrailManagementEvents;
    assert!(!is_event(&Rule { state: all, ..rule() }, PATTERN, &plain));
    assert!(!is_event(&Rule { description: "$${a}".into(), ..rule() }, PATTERN, &plain));
    let template = |text: &str| Input::Transformer { paths: String::new(), template: text.into() };
    assert!(is_event(&rule(), PATTERN, &with(template("\"${a}\""))));
    assert!(!is_event(&rule(), PATTERN, &with(template("\"$${a}\""))));
    assert!(!is_event(&rule(), PATTERN, &target("f", "lambda:@:function:f:1")));
    assert!(!is_event(&rule(), PATTERN, &target("f", "states:@:stateMachine:f")));
}

#[test]
fn a_pattern_of_the_plain_rule_is_kept_from_variables() {
    let text = exported(&rule(), r#"{"source": ["$${a}", "${b}"]}"#, &[]).text;
    assert!(text.contains(r#""source": ["$\u0024{a}", "\u0024{b}"]"#), "{text}");
    let text = exported(&rule(), r#"{"detail": {"b": ["x"], "1": ["x"]}}"#, &[]).text;
    assert!(text.contains("EventPattern: |-\n          {"), "{text}");
    let text = exported(&rule(), r#"{"source": ["${b}"]}"#, &[]).text;
    assert!(text.contains(r#"- "\\${b}""#), "{text}");
    let queue = Target { input: Input::Constant(r#"{"a": "$${b}"}"#.into()), ..target("q", "sqs:@:q") };
    let text = exported(&rule(), PATTERN, &[queue]).text;
    assert!(text.contains("\"Fn::Join\":"), "{text}");
}

#[test]
fn a_bus_that_exists_is_named_by_its_arn() {
    let on = |bus: &str| {
        let text = exported(
            &Rule { event_bus: bus.into(), ..rule() },
            PATTERN,
            &[target("f", "lambda:eu-west-1:123456789012:function:f")],
        )
        .text;
        text.lines().find_map(|line| line.trim().strip_prefix("eventBus: ").map(str::to_owned))
    };
    assert_eq!(on(""), None);
    assert_eq!(on("orders").as_deref(), Some("\"arn:aws:events:eu-west-1:123456789012:event-bus/orders\""));
    let arn = "arn:aws:events:eu-west-1:123456789012:event-bus/x";
    assert_eq!(on(arn).as_deref(), Some(format!("\"{arn}\"").as_str()));
}

#[test]
fn functions_that_serverless_does_not_tell_apart_are_not_both_events() {
    let targets = [
        target("a", "lambda:@:function:on-order"),
        target("b", "lambda:@:function:on_order"),
        target("c", "lambda:@:function:OnOrder"),
        target("d", "lambda:@:function:onorder"),
        target("e", "lambda:@:function:on-order"),
    ];
    let file = exported(&rule(), PATTERN, &targets);
    assert_eq!(file.text.matches("- eventBridge:").count(), 3, "{}", file.text);
    let kept: Vec<&String> = file.notes.iter().filter(|note| note.contains("is in a plain")).collect();
    assert_eq!(kept.len(), 2, "{kept:?}");
    assert!(kept[0].starts_with("Target `b`") && kept[1].starts_with("Target `d`"), "{kept:?}");
}

#[test]
fn what_is_lost_is_said() {
    let file = exported(
        &Rule { role_arn: "arn:aws:iam::123456789012:role/r".into(), ..rule() },
        PATTERN,
        &[target("f", "lambda:@:function:f")],
    );
    assert_eq!(
        file.losses,
        [
            "An event names no ARN of its function: the account and Region of `f` become those of the stack.",
            "Serverless generates its own target ids instead of `f`.",
            "Serverless' events have no `RoleArn`: it is left out of `orders`."
        ]
    );
    let queue = exported(&rule(), PATTERN, &[target("q", "sqs:@:q")]);
    assert_eq!(queue.losses.len(), 1);
    assert!(queue.losses[0].contains("sets the whole policy of the queue"), "{:?}", queue.losses);
    assert!(queue.text.contains("# This sets the whole policy of the queue:"), "{}", queue.text);
}
