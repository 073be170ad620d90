//! `rulepad events`: events from a text of any form, and `rulepad test` on such a text.

use crate::program::{Files, rulepad};

#[test]
fn events_are_written_one_a_line_with_their_numbers_as_written() {
    let text =
        "Two of them:\n```json\n[{\"source\": \"a\", \"detail\": {\"n\": 1.0}},\n {\"source\" \"b\"}]\n```\n";
    let run = rulepad(&["events"], text.as_bytes());
    assert_eq!(run.out, "{\"source\":\"a\",\"detail\":{\"n\":1.0}}\n{\"source\":\"b\"}\n");
    assert_eq!(run.code, 1, "the JSON had to be fixed");
    assert!(run.about.starts_with("<stdin>: a list of events in a Markdown fence\n"), "{}", run.about);
    assert!(run.about.contains("<stdin>:4:3: error: a colon is missing"), "{}", run.about);
}

#[test]
fn what_a_log_cut_is_an_error_with_its_place() {
    let log = b"2026-03-04T05:06:07.123Z\t8a1d\tINFO\t{\n  source: 'a',\n  'detail-type': 'b',\n  detail: { c: [Object], d: 1 }\n}\n";
    let run = rulepad(&["events"], log);
    assert_eq!(
        (run.code, run.out.as_str()),
        (1, "{\"source\":\"a\",\"detail-type\":\"b\",\"detail\":{\"d\":1}}\n")
    );
    assert!(run.about.contains("<stdin>:4:16: error: `[Object]` is what the log printed"), "{}", run.about);
    let whole = rulepad(&["events"], b"[INFO]\tx\t{'source': 'a', 'detail': {'b': None}}\n");
    assert_eq!((whole.code, whole.out.as_str()), (0, "{\"source\":\"a\",\"detail\":{\"b\":null}}\n"));
}

#[test]
fn what_put_events_does_not_take_is_told_and_not_written() {
    let files = Files::new("entries");
    let good = r#"{"Source": "a", "DetailType": "b", "Detail": "{}"}"#;
    let entries =
        files.file("e.json", format!(r#"{{"Entries": [{good}, {{"Source": "a", "Detail": "{{}}"}}]}}"#));
    let run = rulepad(&["events", &entries], b"");
    assert_eq!((run.code, run.out.lines().count()), (1, 1));
    let answer = "PutEvents answers InvalidArgument: Parameter DetailType is not valid. Reason: DetailType is a required argument.";
    assert!(run.about.contains(answer), "{}", run.about);
}

#[test]
fn records_stay_records_for_who_reads_records() {
    let records =
        br#"{"Records": [{"eventSource": "aws:sqs", "messageId": "1", "body": "{\"source\": \"a\"}"}]}"#;
    let events = rulepad(&["events", "-"], records);
    assert_eq!((events.code, events.out.as_str()), (0, "{\"source\":\"a\"}\n"));
    let run = rulepad(&["events", "--dialect", "pipes"], records);
    assert!(run.out.starts_with("{\"eventSource\":\"aws:sqs\""), "{}", run.out);
    assert_eq!(rulepad(&["events"], b"no events").code, 2);
}

#[test]
fn a_text_that_carries_one_event_is_tested_as_the_event() {
    let files = Files::new("carried");
    let pattern = files.file("p.json", r#"{"source": ["a"]}"#);
    let message = br#"{"messageId": "1", "body": "{\"source\": \"a\"}", "receiptHandle": "x"}"#;
    let run = rulepad(&["test", "--pattern", &pattern, "--event", "-"], message);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("note: This is an SQS message: 1 event can be read from it."), "{}", run.out);
    let list = br#"[{"source": "a"}, {"source": "a"}]"#;
    let run = rulepad(&["test", "--pattern", &pattern, "--event", "-"], list);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("`rulepad events` writes them one a line."), "{}", run.out);
}
