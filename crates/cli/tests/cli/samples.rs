use crate::program::{Files, Run, rulepad};

fn samples(arguments: &[&str]) -> Run {
    rulepad(&[&["samples"], arguments].concat(), b"")
}

#[test]
fn samples_are_listed_by_words() {
    let run = samples(&["codebuild", "build-status"]);
    let expected = "codebuild-build-failed  CodeBuild  CodeBuild Build State Change
                        `detail.build-status`
";
    assert_eq!((run.code, run.out.as_str()), (0, expected));
    assert_eq!(samples(&[]).out.lines().count(), 73);
    assert_eq!(samples(&["xyzzy"]), Run { code: 1, out: String::new(), about: String::new() });
    let elsewhere = samples(&["sqs"]);
    assert_eq!((elsewhere.code, elsewhere.out.as_str()), (1, ""));
    assert!(elsewhere.about.contains("EventBridge Pipes filter"), "{}", elsewhere.about);
    let records = samples(&["--dialect", "sns_body"]);
    assert_eq!(records.out, "sns  SNS → Lambda (Records)\n");
}

#[test]
fn a_printed_event_matches_the_printed_pattern() {
    let files = Files::new("samples");
    for (id, dialect) in [("codebuild-build-failed", "rule"), ("sqs", "pipes"), ("sns", "sns_body")] {
        let event = samples(&["--event", id]);
        let pattern = samples(&["--pattern", id, "--dialect", dialect]);
        assert_eq!((event.code, pattern.code), (0, 0), "{id}");
        let (event, pattern) = (files.file("event.json", event.out), files.file("pattern.json", pattern.out));
        let run = rulepad(&["test", "--event", &event, "--pattern", &pattern, "--dialect", dialect], b"");
        assert_eq!(run.code, 0, "{id}: {run:?}");
    }
}

#[test]
fn json_has_one_sample_a_line() {
    let run = samples(&["guardduty", "--format", "json"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 1));
    for part in [r#""id":"guardduty-finding""#, r#""confidence":"schema""#, r#""path":"detail.severity""#] {
        assert!(run.out.contains(part), "{part}");
    }
}

#[test]
fn wrong_arguments_say_what_to_do() {
    for (arguments, sentence) in [
        (&["--event", "none"][..], "there is no sample `none`: `rulepad samples` lists them"),
        (&["--event", "sqs", "--pattern", "sqs"], "`--event` and `--pattern` are both given: keep one"),
        (
            &["--pattern", "sqs", "--dialect", "sns_body"],
            "no filter of this dialect reads `sqs`: `rulepad samples --dialect NAME` lists what it reads",
        ),
        (&["--event", "sqs", "word"], "words and `--format` are for lists: see `rulepad help samples`"),
        (&["--dialect", "none"], "`--dialect none` is not known: see `rulepad help samples`"),
    ] {
        let run = samples(arguments);
        assert_eq!((run.code, run.about.as_str()), (2, format!("rulepad: {sentence}\n").as_str()));
    }
    assert!(samples(&["--help"]).out.starts_with("usage: rulepad samples"));
}
