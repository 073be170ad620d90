//! `rulepad export`: files of every format.

use crate::program::{Files, rulepad};

const RULE: &str = r#"{"Name": "builds", "EventPattern": "{\"source\":[\"aws.codebuild\"],\"n\":[4.0]}", "State": "ENABLED",
  "Targets": [{"Id": "q", "Arn": "arn:aws:sqs:us-east-1:123456789012:q", "InputPath": "$.detail"}]}"#;

#[test]
fn a_rule_goes_through_formats_and_back() {
    let files = Files::new("through");
    let terraform = rulepad(&["export", "--format", "terraform"], RULE.as_bytes());
    // The queue's whole policy is set by the file, which is a loss.
    assert_eq!(terraform.code, 1, "{terraform:?}");
    assert!(terraform.about.contains("lost: Target `q`: the file sets the whole policy"), "{terraform:?}");
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
    let none = r#"{"Name": "r", "State": "ENABLED", "EventPattern": ""}"#;
    let run = rulepad(&["export", "--format", "boto3"], none.as_bytes());
    assert_eq!(run.code, 2);
    assert!(
        run.about.contains("Parameter(s) EventPattern or ScheduleExpression must be specified."),
        "{run:?}"
    );
}

#[test]
fn a_target_that_aws_refuses_is_reported_and_sets_the_code() {
    let undefined = RULE.replace(
        "\"InputPath\": \"$.detail\"",
        r#""InputTransformer": {"InputPathsMap": {}, "InputTemplate": "{\"a\": <nothing>}"}"#,
    );
    let twice = RULE.replace("}]", r#"}, {"Id": "q", "Arn": "arn:aws:sqs:us-east-1:123456789012:other"}]"#);
    for (rule, part) in [(undefined, "nothing"), (twice, "refused: Target `q`: ")] {
        for format in ["aws-cli", "terraform", "cdk-python"] {
            let run = rulepad(&["export", "--format", format], rule.as_bytes());
            assert_eq!(run.code, 1, "{format}: {run:?}");
            assert!(run.about.contains("refused: Target `q`: ") && run.about.contains(part), "{run:?}");
            assert!(!run.out.is_empty());
        }
    }
}

#[test]
fn every_rule_of_a_text_becomes_a_file() {
    let files = Files::new("all");
    let text = "Resources:\n  Placed:\n    Type: AWS::Events::Rule\n    Properties: {Name: orders, EventPattern: {source: [a]}}\n  \
                Nightly:\n    Type: AWS::Events::Rule\n    Properties: {Name: Orders, ScheduleExpression: rate(1 day)}\n  \
                Broken:\n    Type: AWS::Events::Rule\n    Properties: {Name: broken, EventPattern: {source: a}}\n";
    let template = files.file("template.yaml", text);
    let directory = format!("{template}.files");
    let run = rulepad(&["export", "--format", "terraform", &template, "--all", &directory], b"");
    assert_eq!(run.code, 2, "{run:?}");
    let names: Vec<&str> = run.out.lines().filter_map(|path| path.rsplit('/').next()).collect();
    assert_eq!(names, ["orders.tf", "Orders-2.tf"]);
    assert!(run.about.contains("refused: Broken: AWS refuses the event pattern"), "{}", run.about);
    let nightly = std::fs::read_to_string(format!("{directory}/Orders-2.tf")).unwrap();
    assert!(nightly.contains("schedule_expression = \"rate(1 day)\"") && !nightly.contains("event_pattern"));
    let run = rulepad(&["export", "--format", "serverless", &template, "--all", &directory], b"");
    assert!(run.out.contains("Placed.serverless.yml"), "{run:?}");
    let run = rulepad(&["export", "--format", "sam", &template, "--all", &directory, "--rule", "1"], b"");
    assert_eq!((run.code, &*run.about), (2, "rulepad: `--rule` and `--all` are both given: keep one\n"));
    let run = rulepad(&["export", "--format", "terraform", &template, "--rule", "2"], b"");
    assert!(run.out.contains("rate(1 day)"), "{run:?}");
}

#[test]
fn a_value_of_the_template_is_asked_for() {
    let text = "Resources:\n  Queue: {Type: AWS::SQS::Queue}\n  Placed:\n    Type: AWS::Events::Rule\n    Properties:\n      Name: orders\n      \
                EventPattern: {source: [a]}\n      Targets: [{Id: q, Arn: !GetAtt Queue.Arn}]\n";
    for (format, means) in [
        ("terraform", "variable \"queue_queue_name\""),
        ("aws-cli", ": \"${QUEUE_QUEUE_NAME:?"),
        ("boto3", "QUEUE_QUEUE_NAME = os.environ["),
        ("pulumi", "config.require(\"queueQueueName\")"),
        ("cdk-typescript", "const QUEUE_QUEUE_NAME = process.env.QUEUE_QUEUE_NAME ?? fillIn("),
        ("serverless", "${param:queue_queue_name}"),
    ] {
        let run = rulepad(&["export", "--format", format], text.as_bytes());
        // Scripts keep what others have in the queue's policy; the other files set all of it.
        let sets_policy = !matches!(format, "aws-cli" | "boto3");
        assert_eq!(run.code == 1, sets_policy, "{format}: {run:?}");
        assert_eq!(run.about.matches("lost: ").count(), usize::from(sets_policy), "{format}: {run:?}");
        assert!(run.out.contains(means), "{format}: {}", run.out);
        assert!(run.about.contains("`!GetAtt Queue.QueueName`"), "{format}: {}", run.about);
        assert!(!run.out.contains("123456789012"), "{format}: {}", run.out);
    }
    let run = rulepad(&["export", "--format", "rule-json"], text.as_bytes());
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.about.contains("lost: `${Queue.QueueName}` is written as text"), "{}", run.about);
    assert_eq!(rulepad(&["export", "--format", "cloudformation-yaml"], text.as_bytes()).out, text);
}
