use super::*;
use crate::{Wanted, read};
use rulepad_document::Role;
use rulepad_document::json::{Layout, parse, print};

/// A piece with its place: kind, text, line, item.
type Shown = (PieceKind, String, u64, Option<u64>);

/// The same, to be written.
type Expected = (PieceKind, &'static str, u64, Option<u64>);

/// The pieces of a text that comes in parts of a size; lines one by one.
fn pieces(text: &str, size: usize) -> Vec<Shown> {
    let mut splitter = Splitter::default();
    let mut out: Vec<Shown> = Vec::new();
    let mut each = |piece: Piece<'_>| {
        let text = String::from_utf8(piece.bytes.to_vec()).unwrap();
        match piece.kind {
            PieceKind::Lines { .. } => {
                for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                    out.push((piece.kind, line.to_owned(), piece.line + at as u64, piece.item));
                }
            }
            kind => out.push((kind, text, piece.line, piece.item)),
        }
    };
    for part in text.as_bytes().chunks(size) {
        splitter.push(part, &mut each);
    }
    splitter.push(&[], &mut each);
    out
}

const LINES: PieceKind = PieceKind::Lines { records: false };
const CUT: PieceKind = PieceKind::Unread(Unread::Cut);
const LIST: PieceKind = PieceKind::Unread(Unread::List);

#[test]
fn a_stream_is_split_in_the_same_way_however_it_comes() {
    use PieceKind::{Event, Record};
    let cases: [(&str, &[Expected]); 14] = [
        ("", &[]),
        (" \n", &[]),
        ("{\"a\":1}\n\n{\"b\":\n", &[(LINES, "{\"a\":1}", 1, None), (LINES, "{\"b\":", 3, None)]),
        ("\u{feff}{\"a\":1}\r\n{\"b\":2}", &[(LINES, "{\"a\":1}", 1, None), (LINES, "{\"b\":2}", 2, None)]),
        ("[]", &[]),
        (
            "[\n{\"a\": [\"]}\\\"\"]}\n,\n  7, \"x,\" ]\n",
            &[
                (Event, "{\"a\": [\"]}\\\"\"]}", 2, Some(1)),
                (Event, "7", 4, Some(2)),
                (Event, "\"x,\"", 4, Some(3)),
            ],
        ),
        (
            "{\"Records\":[{\"x\":1},{\"y\":{}}]}{ \"Records\" :\n[ {\"z\":1} ], \"more\": {\"a\": \"}\"}}\n",
            &[
                (Record, "{\"x\":1}", 1, Some(1)),
                (Record, "{\"y\":{}}", 1, Some(2)),
                (Record, "{\"z\":1}", 2, Some(1)),
            ],
        ),
        ("{\"Records\":{\"x\":1}}\n", &[(LINES, "{\"Records\":{\"x\":1}}", 1, None)]),
        (
            "{\n  \"a\": 1\n}\n{\n  \"b\": 2\n}",
            &[(Event, "{\n  \"a\": 1\n}", 1, None), (Event, "{\n  \"b\": 2\n}", 4, None)],
        ),
        ("[{\"a\":1} {\"b\":2}]", &[(Event, "{\"a\":1}", 1, Some(1)), (LIST, "", 1, Some(1))]),
        ("[{\"a\":1},]", &[(Event, "{\"a\":1}", 1, Some(1)), (LIST, "", 1, Some(1))]),
        ("[{\"a\":1}", &[(Event, "{\"a\":1}", 1, Some(1)), (CUT, "", 1, Some(1))]),
        ("{\"Records\":[{\"a\":", &[(Record, "{\"a\":", 1, Some(1))]),
        ("{\"Records\":[{\"a\":1}], \"b\"", &[(Record, "{\"a\":1}", 1, Some(1)), (CUT, "", 1, None)]),
    ];
    for (text, expected) in cases {
        let expected: Vec<Shown> = expected
            .iter()
            .map(|(kind, text, line, item)| (*kind, (*text).to_owned(), *line, *item))
            .collect();
        for size in [1, 2, 3, 7, 1000] {
            assert_eq!(pieces(text, size), expected, "{text:?} in parts of {size}");
        }
    }
}

#[test]
fn what_is_too_long_is_passed_over() {
    let long = format!("{{\"a\": \"{}\"}}", "x".repeat(LONGEST));
    let too_long = PieceKind::Unread(Unread::TooLong);
    let kinds = |text: &str| -> Vec<(PieceKind, u64)> {
        pieces(text, 1 << 20).into_iter().map(|(kind, _, line, _)| (kind, line)).collect()
    };
    assert_eq!(kinds(&format!("{{}}\n{long}\n{{}}\n")), [(LINES, 1), (too_long, 2), (LINES, 3)]);
    let list = kinds(&format!("[{{}},\n{long},\n{{}}]"));
    assert_eq!(list, [(PieceKind::Event, 1), (too_long, 2), (PieceKind::Event, 3)]);
}

const CALL: &str = r#"{"eventVersion": "1.08", "userIdentity": {"type": "Root", "accountId": "444455556666"}, "eventTime": "2026-03-02T04:05:06Z",
 "eventSource": "ec2.amazonaws.com", "eventName": "StopInstances", "awsRegion": "eu-west-1", "requestParameters": {"n": 1.50}, "eventType": "AwsApiCall"}"#;

#[test]
fn the_event_of_a_record_is_the_one_that_is_read_from_a_pasted_one() {
    let odd = |from: &str, to: &str| {
        let changed = CALL.replace(from, to);
        assert_ne!(changed, CALL, "{from}");
        changed
    };
    let records = [
        (CALL.to_owned(), true),
        (odd("\"AwsApiCall\"", "\"AwsConsoleSignIn\""), true),
        (odd("\"eventType\"", "\"recipientAccountId\": \"777788889999\", \"eventType\""), true),
        (odd("\"accountId\": \"444455556666\"", "\"a\": 1"), true),
        (odd("2026-03-02T04:05:06Z", "2026-03-02 04:05:06.5Z"), true),
        (odd("2026-03-02T04:05:06Z", "yesterday"), true),
        (odd("\"eu-west-1\"", "7"), true),
        (odd("\"AwsApiCall\"", "\"Other\""), false),
        (odd("ec2.amazonaws.com", "ec2\\u002eamazonaws.com"), false),
        (odd("\"awsRegion\"", "\"aws\\u0052egion\""), false),
        (odd("\"eventType\"", "\"eventSource\": \"s3.amazonaws.com\", \"eventType\""), false),
        (r#"{"eventSource": "aws:sqs", "body": "{\"source\": \"shop\", \"detail\": {}}"}"#.to_owned(), false),
        (r#"{"source": "shop", "detail-type": "a", "detail": {}}"#.to_owned(), false),
    ];
    let without_id = |text: &str| {
        let parsed = parse(text, Role::Event);
        let root = parsed.valid().unwrap_or_else(|| panic!("{text}"));
        let id = root.get("id").and_then(|id| id.as_str()).unwrap_or("none").to_owned();
        print(root, Layout::Compact).replace(&id, "ID")
    };
    for (record, is_fast) in records {
        let reading = read(&format!("{{\"Records\": [{record}]}}"), Wanted::Events);
        let expected: Vec<String> = reading.events.iter().map(|event| without_id(&event.text)).collect();
        assert_eq!(expected.len(), 1, "{record}");
        let (mut buffer, mut found) = (Vec::new(), Vec::new());
        let count = events_of_record(record.as_bytes(), &mut buffer, |event| {
            found.push(without_id(std::str::from_utf8(event).unwrap()));
        });
        assert_eq!((count, found), (1, expected), "{record}");
        let fast =
            CloudTrail::read(record.as_bytes()).and_then(|own| own.write(record.as_bytes(), &mut Vec::new()));
        assert_eq!(fast.is_some(), is_fast, "{record}");
    }
    assert_eq!(events_of_record(b"{", &mut Vec::new(), |_| ()), 0);
}

#[test]
fn lines_are_records_where_the_first_is_one() {
    let line = CALL.replace('\n', "");
    let kinds: Vec<PieceKind> =
        pieces(&format!("{line}\n{{}}\n"), 100).into_iter().map(|own| own.0).collect();
    assert_eq!(kinds, [PieceKind::Lines { records: true }; 2]);
}
