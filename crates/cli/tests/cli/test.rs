//! `rulepad test`: exit codes and what it prints.

use crate::program::{Files, rulepad};
use serde_json::Value;

const EVENT: &str = r#"{"source": "shop", "detail": {"tier": "Gold", "total": 9007199254740993}}"#;

#[test]
fn a_match_is_0_and_says_so() {
    let files = Files::new("match");
    let pattern = files.file("p.json", r#"{"detail": {"total": [9007199254740993]}}"#);
    let event = files.file("e.json", EVENT);
    let run = rulepad(&["test", "--pattern", &pattern, "--event", &event], b"");
    assert_eq!((run.code, run.about.as_str()), (0, ""));
    assert!(run.out.starts_with("Matches\n"), "{}", run.out);
    let neighbour = files.file("n.json", r#"{"detail": {"total": [9007199254740992]}}"#);
    assert_eq!(rulepad(&["test", "--pattern", &neighbour, "--event", &event], b"").code, 1);
}

#[test]
fn yaml_is_converted_and_that_is_reported() {
    let files = Files::new("yaml");
    let pattern = files.file("p.yaml", "source:\n  - shop\ndetail:\n  tier: [Gold]\n");
    let event = files.file("e.yaml", "source: shop\ndetail:\n  tier: Gold\n");
    let run = rulepad(&["test", "--pattern", &pattern, "--event", &event], b"");
    assert_eq!(run.code, 0, "{}{}", run.out, run.about);
    assert!(run.out.contains("note: The event pattern is YAML; it was converted to JSON."), "{}", run.out);
    assert!(run.out.contains("note: This is one event in YAML: 1 event can be read from it."), "{}", run.out);
    let words = files.file("p.txt", "every event of the shop");
    let run = rulepad(&["test", "--pattern", &words, "--event", &event], b"");
    assert_eq!(run.code, 2);
    assert!(run.out.contains("[pattern.prose]") && !run.out.contains("double quotes"), "{}", run.out);
}

#[test]
fn no_match_is_1_and_explains_on_request() {
    let files = Files::new("no-match");
    let pattern =
        files.file("p.json", r#"{"source": ["shop"], "$or": [{"detail": {"tier": ["gold"]}}, {"x": [1]}]}"#);
    let arguments = ["test", "--pattern", &pattern, "--event", "-"];
    let run = rulepad(&arguments, EVENT.as_bytes());
    assert_eq!(run.code, 1);
    assert!(run.out.starts_with("Does not match\n") && !run.out.contains('✓'), "{}", run.out);

    let explained = rulepad(&[&arguments[..], &["--explain"]].concat(), EVENT.as_bytes());
    assert_eq!(explained.code, 1);
    let lines: Vec<&str> = explained.out.lines().skip_while(|line| !line.is_empty()).skip(1).collect();
    assert_eq!(
        lines,
        [
            "✓ source is \"shop\", as the pattern requires.",
            "✕ $or: none of the 2 alternatives holds.",
            "  ✕ alternative 1: this alternative does not hold.",
            "    ✕ detail.tier is \"Gold\"; the pattern requires \"gold\".",
            "      near miss: differs only in case from \"Gold\"",
            "      near miss: `{\"equals-ignore-case\": \"gold\"}` would match \"Gold\"",
            "  ✕ alternative 2: this alternative does not hold.",
            "    ✕ the event has no x; the pattern requires 1.",
        ],
        "{}",
        explained.out
    );
}

#[test]
fn a_refused_pattern_is_2_with_every_mistake_in_its_place() {
    let files = Files::new("refused");
    let pattern = files.file("p.json", "{\n  \"é😀\": \"x\", \"source\": \"shop\"  # comment\n}\n");
    let event = files.file("e.json", EVENT);
    let run = rulepad(&["test", "--pattern", &pattern, "--event", &event], b"");
    assert_eq!(run.code, 2);
    assert!(run.out.starts_with("AWS refuses this pattern\n3 errors in it\n\nEvent pattern is not valid."));
    let places: Vec<&str> = run.out.lines().filter_map(|line| line.strip_prefix(&pattern)).collect();
    let expected = [
        (":2:10: error: ", " [pattern.bare-value]"),
        (":2:25: error: ", " [pattern.bare-value]"),
        (":2:33: error: ", " [json.comment]"),
    ];
    assert_eq!(places.len(), expected.len(), "{}", run.out);
    for (place, (start, end)) in places.iter().zip(expected) {
        assert!(place.starts_with(start) && place.ends_with(end), "{place}");
    }
    assert!(run.out.contains("\n  AWS: \"source\" must be an object or an array\n"), "{}", run.out);
    assert!(run.out.contains("\n  help: wrap in [ ]\n"), "{}", run.out);
}

#[test]
fn a_broken_event_is_2() {
    let files = Files::new("broken");
    let pattern = files.file("p.json", r#"{"a": ["b"]}"#);
    for event in ["{\"a\": }", "[]", ""] {
        let run = rulepad(&["test", "--pattern", &pattern, "--event", "-"], event.as_bytes());
        assert_eq!(run.code, 2, "{event}");
        assert!(run.out.contains("\n<stdin>:1:"), "{}", run.out);
    }
}

#[test]
fn json_is_the_whole_report() {
    let files = Files::new("json");
    let pattern = files.file("p.json", r#"{"source": ["Shop"]}"#);
    let run = rulepad(&["test", "--format=json", "--pattern", &pattern, "--event", "-"], EVENT.as_bytes());
    assert_eq!((run.code, run.out.lines().count()), (1, 1));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["verdict"], "no_match");
    assert_eq!(report["why"][0]["pattern"], serde_json::json!({"start": 1, "end": 19}));
    assert_eq!(report["explanation"]["conditions"][0]["reason"]["reason"], "not_equal");
    assert_eq!(report["rule"], serde_json::json!([]));
}

#[test]
fn a_dialect_reads_its_own_record() {
    let files = Files::new("dialect");
    let pattern = files.file("p.json", r#"{"tier": ["gold"]}"#);
    let message = r#"{"Message": "{\"tier\": \"gold\"}"}"#;
    let arguments = ["test", "--pattern", &pattern, "--event", "-"];
    assert_eq!(rulepad(&arguments, message.as_bytes()).code, 1);
    let body = [&arguments[..], &["--dialect", "sns_body"]].concat();
    assert_eq!(rulepad(&body, message.as_bytes()).code, 0);
}

#[test]
fn what_cannot_be_run_is_2_and_one_sentence() {
    let files = Files::new("usage");
    let latin = files.file("latin.json", b"{\"a\": \"\xe9\"}");
    let event = files.file("e.json", EVENT);
    let cases: [(&[&str], &str); 12] = [
        (&[], "a command is missing: see `rulepad help`"),
        (&["frobnicate"], "there is no command `frobnicate`: see `rulepad help`"),
        (&["help", "frobnicate"], "there is no command `frobnicate`: see `rulepad help`"),
        (&["test"], "`--pattern FILE` is missing: see `rulepad help test`"),
        (&["test", "--pattern", "-"], "`--event FILE` is missing: see `rulepad help test`"),
        (&["test", "--pattern", "-", "--event", "-"], "can be read once"),
        (&["test", "--pattern", "-", "--pattern", "-"], "`--pattern` is given twice: keep one"),
        (&["test", "--format", "yaml"], "`--format yaml` is not known"),
        (&["test", "--dialect", "sqs"], "`--dialect sqs` is not known"),
        (&["test", "--colour"], "`--colour`"),
        (&["test", "--pattern", &latin, "--event", &event], "is not UTF-8 at byte 7"),
        (&["test", "--pattern", "no/such/file", "--event", &event], "`no/such/file` cannot be read"),
    ];
    for (arguments, sentence) in cases {
        let run = rulepad(arguments, b"");
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.about.starts_with("rulepad: ") && run.about.contains(sentence), "{}", run.about);
        assert_eq!(run.about.lines().count(), 1, "{}", run.about);
    }
}

#[test]
fn every_command_has_its_page() {
    for command in ["test", "render", "batch"] {
        let page = rulepad(&["help", command], b"");
        assert_eq!(page.code, 0);
        assert!(page.out.starts_with(&format!("usage: rulepad {command} ")), "{}", page.out);
        assert_eq!(rulepad(&[command, "--help"], b""), page);
        assert!(rulepad(&["--help"], b"").out.contains(&format!("\n  {command} ")));
    }
    assert_eq!(rulepad(&["--version"], b"").out, format!("rulepad {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_reader_that_leaves_does_not_change_the_verdict() {
    let files = Files::new("leaves");
    let pattern = files.file("p.json", r#"{"source": ["Shop"]}"#);
    let event = files.file("e.json", EVENT);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_rulepad"))
        .args(["test", "--explain", "--pattern", &pattern, "--event", &event])
        .stdout(writer)
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(1));
}
