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
        "<stdin>:5:84: error: `Input` must be a string; this is a number [import.type]\n",
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

#[test]
fn several_files_and_folders_are_read_together() {
    let files = Files::new("several");
    let script =
        files.file("make.sh", "aws events put-rule --name orders --event-pattern file://pattern.json\n");
    let pattern = files.file("pattern.json", r#"{"source": ["a"]}"#);
    files.file("README.md", "# Orders\n");
    files.file("notes.txt", "nothing here\n");
    let run = rulepad(&["import", &script, &pattern], b"");
    assert_eq!(run.code, 0, "{run:?}");
    for line in
        ["AWS CLI commands", "Matches events in which source is \"a\".", "part of ", "1 rule in 2 files\n"]
    {
        assert!(run.out.contains(line), "{line}\n{}", run.out);
    }
    let folder = script.trim_end_matches("make.sh").to_owned();
    let run = rulepad(&["import", &folder], b"");
    assert_eq!(run.code, 0, "a file without rules is no problem: {run:?}");
    assert!(run.out.ends_with("1 rule in 2 files; 1 more without rules\n"), "{}", run.out);
    let run = rulepad(&["import", &script], b"");
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.contains("[import.file-missing]"), "{}", run.out);
    let run = rulepad(&["import", &folder, "--format", "json"], b"");
    assert!(run.out.starts_with("{\"files\":[{\"name\":"), "{}", run.out);
}

#[test]
fn what_aws_refuses_is_reported_at_its_place() {
    let text = "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      Name: r\n      EventPattern:\n        source: [a]\n        detail: {n: [{prefx: b}]}\n      Targets: [{Id: q, Arn: nowhere}]\n";
    let run = rulepad(&["import"], text.as_bytes());
    assert_eq!(run.code, 1, "{run:?}");
    for line in [
        "event pattern with errors: 1\n",
        "<stdin>:8:23: error: ",
        "  target q: nowhere\n    receives the matched event; 185 retries for 24 hours, the default; no dead-letter queue\n    error: ",
    ] {
        assert!(run.out.contains(line), "{line}\n{}", run.out);
    }
    let schedule =
        "Resources: {R: {Type: AWS::Events::Rule, Properties: {Name: r, ScheduleExpression: rate(1 day)}}}";
    let run = rulepad(&["import"], schedule.as_bytes());
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        run.out.contains("this rule has a schedule, rate(1 day); there is no event to match\n"),
        "{}",
        run.out
    );
}
