use crate::program::{Files, Run, rulepad};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt::Write as _;
use std::io::Write as _;

const TEMPLATE: &str = "Resources:
  Placed: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [shop], detail: {total: [{numeric: ['>', 10]}]}}}}
  All: {Type: AWS::Events::Rule, Properties: {State: DISABLED, EventPattern: {source: [{exists: true}]}}}
  Calls: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [aws.ec2], detail: {eventName: [StopInstances]}}}}
";

const EVENTS: &str = "{\"source\": \"shop\", \"detail\": {\"total\": 11}}

{\"source\": \"shop\", \"detail\": {\"total\": 9}}
{\"detail\": {}}
";

const CALL: &str = r#"{"eventVersion":"1.08","userIdentity":{"accountId":"444455556666"},"eventTime":"2026-03-02T04:05:06Z","eventSource":"ec2.amazonaws.com","eventName":"StopInstances","awsRegion":"eu-west-1","eventType":"AwsApiCall"}"#;

fn scan(arguments: &[&str], input: &[u8]) -> Run {
    rulepad(&[&["scan"], arguments].concat(), input)
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn events_are_counted_by_rule() {
    let files = Files::new("scan-counts");
    let rules = files.file("template.yaml", TEMPLATE);
    let run = scan(&[&rules], EVENTS.as_bytes());
    assert_eq!((run.code, &*run.about), (0, ""), "{run:?}");
    assert_eq!(run.out, "1  Placed\n2  All  (disabled)\n0  Calls\n2 of 3 events matched\n");
    let one = scan(&[&format!("{rules}#Placed"), "--format", "json", "-"], EVENTS.as_bytes());
    let counts: serde_json::Value = serde_json::from_str(&one.out).unwrap();
    assert_eq!((&counts["events"], &counts["matched"], &counts["unread"]), (&3.into(), &1.into(), &0.into()));
    assert_eq!(counts["rules"].as_array().unwrap().len(), 1);
    assert_eq!(counts["bytes"], EVENTS.len());
}

#[test]
fn matches_have_their_place_whatever_the_file_is() {
    let files = Files::new("scan-matches");
    let rules = files.file("template.yaml", TEMPLATE);
    let archive = files.file("a.json.gz", gzip(&format!("{{\"Records\":[{CALL},\n{CALL}]}}")));
    let pretty = files.file("b.json", "{\n \"source\": \"shop\",\n \"detail\": {\"total\": 1e2}\n}\n{\n}\n");
    let list = files.file("c.json", "[{\"source\":\"x\"},\n{\"detail\":{}}]");
    let run = scan(&[&rules, &archive, &pretty, &list, "--matches", "--threads", "3"], b"");
    assert_eq!(run.code, 0, "{run:?}");
    let expected = [
        format!(r#"{{"file":"{archive}","line":1,"item":1,"rules":["All","Calls"]}}"#),
        format!(r#"{{"file":"{archive}","line":2,"item":2,"rules":["All","Calls"]}}"#),
        format!(r#"{{"file":"{pretty}","line":1,"rules":["Placed","All"]}}"#),
        format!(r#"{{"file":"{list}","line":1,"item":1,"rules":["All"]}}"#),
    ];
    assert_eq!(run.out.lines().collect::<Vec<_>>(), expected);
    let folder = std::path::Path::new(&list).parent().unwrap().to_str().unwrap();
    let same = scan(&["--matches", &rules, folder], b"");
    assert_eq!(same.out.lines().count(), 4, "template.yaml is no file of events: {same:?}");
    let events = scan(&["--events", &format!("{rules}#Placed"), &pretty], b"");
    assert_eq!(events.out, "{  \"source\": \"shop\",  \"detail\": {\"total\": 1e2} }\n");
}

#[test]
fn what_is_not_read_is_counted_with_its_place() {
    let files = Files::new("scan-bad");
    let rules = files.file("template.yaml", TEMPLATE);
    let bad = files.file("bad.ndjson", "{\"source\": \"a\"}\n{\"source\": }\n[]\n{\"source\": \"b\"}\n");
    let run = scan(&[&rules, &bad], b"");
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.ends_with("2 of 2 events matched\n"), "{}", run.out);
    assert!(run.about.contains(&format!("{bad}:2: not JSON at byte 11")), "{}", run.about);
    assert!(run.about.contains(&format!("{bad}:3: not a JSON object at byte 0")), "{}", run.about);
    let many = scan(&[&rules], b"{\n");
    assert_eq!(many.code, 1, "an event that is cut: {many:?}");
    let lines = scan(&[&rules], "{}\n".repeat(2).replace("{}", "{} x").repeat(50).as_bytes());
    assert!(lines.about.contains("and 80 more events like these"), "{lines:?}");
    let two = scan(&[&rules], b"{\"source\": \"a\"}{\"source\": \"b\"}\n");
    assert!(two.code == 1 && two.about.contains("only the first event of the line is read"), "{two:?}");
    let list = scan(&[&rules], b"[{\"source\": \"a\"} {\"source\": \"b\"}]");
    assert!(
        list.code == 1 && list.about.contains("<stdin>:1, item 1 of the list: the list is not JSON"),
        "{list:?}"
    );
    let record = scan(&[&rules], b"{\"Records\":[{\"x\": 1}, 7x]}");
    assert!(record.code == 1 && record.about.contains("item 2 of the list: no event is made"), "{record:?}");

    let mut cut = gzip(&EVENTS.repeat(1000));
    cut.truncate(cut.len() / 2);
    let cut = files.file("cut.gz", cut);
    let good = files.file("good.ndjson", EVENTS);
    let broken = scan(&[&rules, &cut, "missing.ndjson", &good, "--events"], b"");
    assert_eq!(broken.code, 2, "{broken:?}");
    assert!(broken.about.contains("cut.gz` cannot be read"), "{}", broken.about);
    assert!(broken.about.contains("`missing.ndjson` cannot be read"), "{}", broken.about);
    assert!(broken.out.ends_with("{\"source\": \"shop\", \"detail\": {\"total\": 9}}\n"), "{}", broken.out);
}

#[test]
fn rules_that_cannot_be_matched_are_refused() {
    let files = Files::new("scan-rules");
    let later = files.file(
        "later.yaml",
        "Parameters: {Source: {Type: String}}
Resources:
  R: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [!Ref Source]}}}
",
    );
    let open = scan(&[&later], b"{}");
    assert!(open.code == 2 && open.about.contains("give `--value Source=…`"), "{open:?}");
    let given = scan(&[&later, "--value", "Source=a", "--value", "Source=b"], b"{\"source\": \"b\"}\n");
    assert_eq!((given.code, &*given.out), (0, "1  R\n1 of 1 event matched\n"));
    let bad = files.file("bad.json", r#"{"Name": "bad", "EventPattern": "{\"source\": \"bare\"}"}"#);
    let refused = scan(&[&bad], b"{}");
    assert!(
        refused.code == 2 && refused.about.contains("AWS refuses the event pattern of `bad`"),
        "{refused:?}"
    );
    for wrong in [&[][..], &["missing.yaml"], &[&bad, "--threads", "0"], &[&bad, "--value", "x"]] {
        assert_eq!(scan(wrong, b"{}").code, 2, "{wrong:?}");
    }
}

/// Many slices on many threads: the order is that of the input, and nothing is lost or there twice.
#[test]
fn a_large_stream_keeps_its_order() {
    let files = Files::new("scan-large");
    let rules = files.file("template.yaml", TEMPLATE);
    let mut text = String::new();
    let mut expected = String::new();
    for number in 0..60_000 {
        let line = format!(
            "{{\"source\": \"shop\", \"detail\": {{\"total\": {}, \"id\": {number}}}}}\n",
            number % 20
        );
        if number % 20 > 10 {
            expected.push_str(&line);
        }
        let _ = write!(text, "{line}");
    }
    assert!(text.len() > 3 << 20);
    let placed = format!("{rules}#Placed");
    for (arguments, input) in [(&["--threads", "4"][..], text.clone().into_bytes()), (&[], gzip(&text))] {
        let run = scan(&[&["--events", &*placed], arguments].concat(), &input);
        assert_eq!(run.code, 0, "{}", run.about);
        assert!(run.out == expected, "{} bytes instead of {}", run.out.len(), expected.len());
    }
}
