//! `rulepad import`: what was understood of a text, and Rulepad's own file from it.

use crate::program::{Files, rulepad};

const ANSWERS: &str = r#"{
  "Name": "builds", "Arn": "arn:aws:events:us-east-1:123456789012:rule/builds",
  "EventPattern": "{\"source\":[\"aws.codebuild\"],\"n\":[4.0]}", "State": "ENABLED", "EventBusName": "default"
}
{ "Targets": [{ "Id": "q", "Arn": "arn:aws:sqs:us-east-1:123456789012:q", "Input": 7 }] }
"#;

#[test]
fn answers_are_told_rule_by_rule() {
    let run = rulepad(&["import"], ANSWERS.as_bytes());
    assert_eq!(run.code, 1, "the input is no string: {run:?}");
    for line in [
        "<stdin>: answers of several calls\n\nbuilds\n  on event bus default, ENABLED\n",
        "  target q: arn:aws:sqs:us-east-1:123456789012:q\n",
        "  note: `Arn` is left out",
        "<stdin>:5:84: error: `Input` is a string, and this is a number [import.type]\n",
    ] {
        assert!(run.out.contains(line), "{line}\n{}", run.out);
    }
    let run = rulepad(&["import", "--format", "json"], ANSWERS.as_bytes());
    assert!(run.out.starts_with("{\"form\":\"answers of several calls\""), "{}", run.out);
}

#[test]
fn what_is_saved_is_rulepads_own_file() {
    let files = Files::new("saved");
    let saved = rulepad(&["import", "--save"], ANSWERS.replace(": 7", ": \"7\"").as_bytes());
    assert_eq!((saved.code, &*saved.about), (0, ""));
    assert!(saved.out.starts_with("{\n  \"rulepad\": 1"), "{}", saved.out);
    assert!(saved.out.contains("4.0"), "{}", saved.out);
    let file = files.file("rule.rulepad.json", saved.out);
    let run = rulepad(&["import", &file], b"");
    assert_eq!(run.code, 0);
    assert!(run.out.contains(": Rulepad file\n\nbuilds\n"), "{}", run.out);
}

#[test]
fn one_of_several_rules_is_named() {
    let rule =
        |name: &str| format!(r#"{{"Name": "{name}", "EventPattern": "{{\"a\": [1]}}", "State": "ENABLED"}}"#);
    let list = format!("{{\"Rules\": [{}, {}]}}", rule("a"), rule("b"));
    let run = rulepad(&["import", "--save"], list.as_bytes());
    assert_eq!(
        (run.code, &*run.about),
        (2, "rulepad: `<stdin>` has the rules 1 `a`, 2 `b`: choose one with `--rule`\n")
    );
    let run = rulepad(&["import", "--save", "--rule", "b"], list.as_bytes());
    assert_eq!(run.code, 0);
    let run = rulepad(&["import", "--save", "--rule", "c"], list.as_bytes());
    assert_eq!(
        (run.code, &*run.about),
        (2, "rulepad: `<stdin>` has no rule `c`: its rules are 1 `a`, 2 `b`\n")
    );
    let run = rulepad(&["import"], b"hello");
    assert_eq!(run.code, 2);
    assert!(run.out.contains("[import.unknown]"), "{}", run.out);
    assert_eq!(rulepad(&["import", "--rule", "b"], b"").code, 2);
}
