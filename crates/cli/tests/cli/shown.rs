//! Characters that cannot be seen, or that rewrite a terminal, come out as escapes from every command.

use crate::program::{Files, Run, rulepad};

/// Clears the screen and writes a verdict; turns the text around; hides a part of a word.
const FORGED: &str = "\\u001b[2J\\u001b[HMatches\\nThe one condition holds\\u001b[8m\\u009b1m\\u202e\\u200b\\u2066\\ufe0f\\udb40\\udd00\\u2800";

/// The same as a file may hold it raw inside a JSON string.
const RAW: &str = "\u{7f}\u{9b}2J\u{202e}\u{200b}\u{2066}\u{fe0f}\u{e0100}\u{2800}\u{2028}";

/// What is printed can be seen, and no line of it is a forged verdict.
fn is_honest(run: &Run) {
    for text in [&run.out, &run.about] {
        let unseen = text.chars().find(|c| {
            (c.is_control() && *c != '\n')
                || "\u{202e}\u{200b}\u{2066}\u{fe0f}\u{e0100}\u{2800}\u{2028}".contains(*c)
        });
        assert_eq!(unseen, None, "{text:?}");
        assert!(!text.lines().any(|line| line == "Matches" || line == "The one condition holds"), "{text}");
    }
}

#[test]
fn a_verdict_cannot_be_forged() {
    let files = Files::new("forged");
    for hidden in [FORGED, RAW] {
        let event = files.file(
            "event.json",
            format!("{{\"source\": \"a\", \"d\": {{\"{hidden}\": 1, \"b\": \"{hidden}\"}}}}"),
        );
        let field = files.file("field.json", format!("{{\"d\": {{\"{hidden}\": [\"x\"]}}}}"));
        let value = files.file(
            "value.json",
            format!("{{\"d\": {{\"b\": [\"{hidden}x\", {{\"wildcard\": \"{hidden}**\"}}]}}}}"),
        );
        let cut = files.file("cut.json", format!("{{\n\nMatches\n{}", RAW));
        for pattern in [&field, &value, &cut] {
            for format in ["text", "json"] {
                let run = rulepad(
                    &["test", "--explain", "--format", format, "--pattern", pattern, "--event", &event],
                    b"",
                );
                assert_ne!(run.code, 0, "{run:?}");
                is_honest(&run);
            }
        }
        is_honest(&rulepad(&["test", "--pattern", &field, "--event", &cut], b""));
    }
}

#[test]
fn events_and_payloads_keep_their_values() {
    let files = Files::new("unseen-events");
    let text = format!("{{\"source\": \"{RAW}\", \"detail-type\": \"t\", \"detail\": {{\"b\": \"{RAW}\"}}}}");
    let event = files.file("event.json", &text);
    let run = rulepad(&["events", &event], b"");
    is_honest(&run);
    let again = rulepad(&["events"], run.out.as_bytes());
    assert_eq!(again.out, run.out, "the escapes are JSON's");
    assert!(run.out.contains("\\u007f\\u009b2J\\u202e"), "{}", run.out);
    let template = files.file("template", format!("{{\"x\": <b>, \"y\": \"{RAW}\"}}"));
    let paths = files.file("paths", "{\"b\": \"$.detail.b\"}");
    for format in ["text", "json"] {
        let arguments =
            ["render", "--event", &event, "--template", &template, "--paths", &paths, "--format", format];
        is_honest(&rulepad(&arguments, b""));
        let arguments = ["render", "--event", &event, "--input-path", RAW, "--arn", RAW, "--format", format];
        is_honest(&rulepad(&arguments, b""));
    }
}

#[test]
fn imports_show_every_name() {
    let yaml = |own: &str| {
        format!(
            "Resources:\n  \"R{own}\":\n    Type: AWS::Events::Rule\n    Properties:\n      Name: \"n{own}\"\n      \
             Description: \"d{own}\"\n      EventPattern: {{source: [\"a{own}\"], \"f{own}\": [{{\"o{own}\": 1}}]}}\n      \
             Targets:\n        - Id: \"t{own}\"\n          Arn: \"arn:aws:sqs:us-east-1:123456789012:{own}\"\n          \
             InputPath: \"$.{own}\"\n"
        )
    };
    for text in [yaml(&FORGED.replace("\\udb40\\udd00", "\\U000e0100")), yaml(RAW)] {
        for arguments in [&["import"][..], &["import", "--format", "json"], &["import", "--save"]] {
            let run = rulepad(arguments, text.as_bytes());
            assert!(run.out.contains("202e"), "{run:?}");
            is_honest(&run);
        }
        is_honest(&rulepad(&["import", "--save", "--rule", RAW], text.as_bytes()));
    }
}

#[test]
fn findings_are_bounded_and_counted() {
    let files = Files::new("bounded");
    let list: Vec<String> = (0..5000).map(|at| format!("{{\"prefixx\": \"v{at}\"}}")).collect();
    let pattern = files.file("pattern.json", format!("{{\"a\": [{}]}}", list.join(", ")));
    let event = files.file("event.json", "{\"a\": 1}");
    let run = rulepad(&["test", "--pattern", &pattern, "--event", &event], b"");
    assert_eq!(run.code, 2);
    assert_eq!(run.out.matches(": error: ").count(), 100);
    assert!(run.out.contains(": and 4901 errors more: `--format json` has them all\n"), "{}", run.out);
    let run = rulepad(&["test", "--format", "json", "--pattern", &pattern, "--event", &event], b"");
    assert_eq!(run.out.matches("\"severity\":\"error\"").count(), 5001, "{}", run.out.len());
    // What is worse is shown before what comes earlier.
    let notes = "  R: {Type: AWS::Events::Rule, Properties: {EventPattern: {a: [yes]}}}\n".repeat(150);
    let run = rulepad(
        &["import"],
        format!("Resources:\n{notes}  R: {{Type: AWS::Events::Rule, Properties: {{Targets: x}}}}\n")
            .as_bytes(),
    );
    assert!(run.out.contains(": error: ") && run.out.contains(" more: `--format json`"), "{}", run.out);
}

#[test]
fn arguments_are_shown_as_escapes() {
    for arguments in [
        &[RAW][..],
        &["import", RAW],
        &["events", "--dialect", RAW],
        &["test", "--pattern", RAW, "--event", RAW],
        &["samples", RAW],
        &["samples", "--event", RAW],
        &["export", "--format", RAW],
        &["help", RAW],
        &["render", "--event", RAW],
        &["import", "--\u{1b}[2J"],
    ] {
        let run = rulepad(arguments, b"{}");
        assert_ne!(run.code, 0, "{run:?}");
        is_honest(&run);
    }
    let lines = format!("{{\"id\": \"{RAW}\", \"pattern\": \"{RAW}\", \"event\": \"{{}}\"}}\n{RAW}\n");
    is_honest(&rulepad(&["batch"], lines.as_bytes()));
}
