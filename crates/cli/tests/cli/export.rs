//! `rulepad export`: files of every format.

use crate::program::{Files, rulepad};

const RULE: &str = r#"{"Name": "builds", "EventPattern": "{\"source\":[\"aws.codebuild\"],\"n\":[4.0]}", "State": "ENABLED",
  "Targets": [{"Id": "q", "Arn": "arn:aws:sqs:us-east-1:123456789012:q", "InputPath": "$.detail"}]}"#;

#[test]
fn a_rule_goes_through_formats_and_back() {
    let files = Files::new("through");
    let terraform = rulepad(&["export", "--format", "terraform"], RULE.as_bytes());
    assert_eq!(terraform.code, 0, "{terraform:?}");
    assert!(terraform.out.contains("resource \"aws_cloudwatch_event_rule\" \"builds\""), "{}", terraform.out);
    assert!(terraform.about.contains("note: "), "{}", terraform.about);
    let file = files.file("builds.tf", terraform.out);
    let there = rulepad(&["export", "--format", "rule-json", &file], b"");
    let here = rulepad(&["export", "--format", "rule-json", "-"], RULE.as_bytes());
    assert_eq!((there.code, there.out), (0, here.out));
}

#[test]
fn every_format_that_is_named_is_written() {
    let page = rulepad(&["help", "export"], b"").out;
    let (_, names) = page.rsplit_once("\n\n").unwrap();
    let mut written = 0;
    for name in names.lines().filter_map(|line| line.split_whitespace().next()) {
        let run = rulepad(&["export", "--format", name], RULE.as_bytes());
        assert!(run.code < 2 && !run.out.is_empty(), "{name}: {run:?}");
        assert_eq!(run.code == 1, run.about.contains("lost: "), "{name}: {run:?}");
        written += 1;
    }
    assert!(written > 5, "{page}");
}

#[test]
fn what_cannot_be_written_is_told() {
    let run = rulepad(&["export"], RULE.as_bytes());
    assert_eq!(
        (run.code, &*run.about),
        (2, "rulepad: `--format NAME` is missing: see `rulepad help export`\n")
    );
    let run = rulepad(&["export", "--format", "word"], RULE.as_bytes());
    assert_eq!(run.code, 2);
    assert!(run.about.contains("`--format word` is not known"), "{}", run.about);
    let broken = RULE.replace("[4.0]", "4.0");
    let run = rulepad(&["export", "--format", "boto3"], broken.as_bytes());
    assert_eq!((run.code, &*run.out), (2, ""));
    assert!(run.about.contains("AWS refuses the event pattern"), "{}", run.about);
    let run = rulepad(&["export", "--format", "boto3"], b"hello");
    assert!(run.about.ends_with("rulepad: `<stdin>` has no rule\n"), "{}", run.about);
}
