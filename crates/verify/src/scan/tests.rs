//! A scan says the same however the file is sliced, and counts what it does not read.

use super::*;
use rulepad_workbench::Lang;
use rulepad_workbench::bulk::LONGEST;

/// Two rules that match by `n`, one that is disabled, one that AWS refuses.
fn scan() -> Scan {
    Scan::new([
        (r#"{"n": [{"numeric": ["<", 30]}]}"#, Dialect::Rule, true),
        (r#"{"n": [7]}"#, Dialect::Rule, true),
        (r#"{"n": [{"numeric": [">", 900]}]}"#, Dialect::Rule, false),
        ("{", Dialect::Rule, true),
    ])
}

/// Everything that files come to, in slices of a size.
fn whole(scan: &mut Scan, files: &[&[u8]], size: usize) -> Scanned {
    let mut all = Scanned::default();
    for file in files {
        let (mut at, mut broken) = (0, false);
        while at < file.len() && !broken {
            let slice = &file[at..file.len().min(at + size)];
            let found = scan.push(slice);
            assert!(found.taken > 0);
            at += found.taken;
            broken = found.broken.is_some();
            add(&mut all, found);
        }
        if !broken {
            add(&mut all, scan.end());
        }
    }
    all
}

fn add(all: &mut Scanned, found: Scanned) {
    all.unpacked += found.unpacked;
    all.events += found.events;
    all.matched += found.matched;
    all.idle += found.idle;
    all.unread += found.unread;
    all.undecided += found.undecided;
    for own in found.rules {
        (0..own.matched).for_each(|_| all.count(own.rule));
    }
    all.kept.extend(found.kept);
    all.named.extend(found.named);
    all.broken = found.broken.or(all.broken.take());
}

fn events(count: usize) -> String {
    (0..count).map(|n| format!("{{\"source\": \"shop\", \"n\": {n}}}\n")).collect()
}

#[test]
fn counts_do_not_depend_on_the_slices() {
    let lines = events(1000);
    let mut list = format!("[{}]", lines.trim_end().replace('\n', ",\n"));
    list.push('\n');
    let all = whole(&mut scan(), &[lines.as_bytes(), list.as_bytes()], usize::MAX);
    assert_eq!((all.events, all.matched, all.idle, all.unread), (2000, 60 + 198, 2000 - 60, 0));
    let counts: Vec<(usize, u64)> = all.rules.iter().map(|own| (own.rule, own.matched)).collect();
    assert_eq!(counts, [(0, 60), (1, 2), (2, 198)]);
    let of = |rule: usize| all.kept.iter().filter(|own| own.rules.contains(&rule)).count();
    assert_eq!([0, 1, 2].map(of), [20, 2, 20]);
    assert_eq!(all.kept[0].text.as_deref(), Some("{\"source\": \"shop\", \"n\": 0}"));
    for size in [7, 4000] {
        assert_eq!(whole(&mut scan(), &[lines.as_bytes(), list.as_bytes()], size), all, "{size}");
    }
    assert_eq!(scan().refused(), [3]);
}

#[test]
fn what_is_not_read_is_counted_and_named_with_its_place() {
    let text = "{\"n\": 7}\nno event\n{\"n\": 1} {\"n\": 2}\n[]\n";
    let all = whole(&mut scan(), &[text.as_bytes(), b"[{\"n\": 7}, 9"], 5);
    assert_eq!((all.events, all.unread, all.rules[0].matched, all.rules[1].matched), (3, 4, 3, 2));
    let named: Vec<(u64, Option<u64>)> = all.named.iter().map(|own| (own.line, own.item)).collect();
    assert_eq!(named, [(2, None), (3, None), (4, None), (1, Some(2))]);
    assert!(all.named.iter().all(|own| !own.why.words(Lang::En).is_empty()));
    let many = "x\n".repeat(500);
    let all = whole(&mut scan(), &[many.as_bytes()], 100);
    assert_eq!((all.events, all.unread, all.named.len()), (0, 500, NAMED));
}

#[test]
fn an_event_that_is_too_long_is_counted_and_what_follows_is_read() {
    let mut text = format!("{{\"long\": \"{}\"}}\n", "x".repeat(LONGEST)).into_bytes();
    text.extend_from_slice(b"{\"n\": 7}\n");
    let all = whole(&mut scan(), &[&text], 256 << 10);
    assert_eq!((all.events, all.unread, all.matched), (1, 1, 1));
}

#[test]
fn an_event_without_room_is_matched_and_not_kept() {
    let long = format!("{{\"n\": 7, \"long\": \"{}\"}}\n", "x".repeat(LONGEST_KEPT));
    let all = whole(&mut scan(), &[long.as_bytes()], 256 << 10);
    assert_eq!((all.matched, all.kept[0].rules.clone(), all.kept[0].text.clone()), (1, vec![0, 1], None));
}

#[test]
fn a_damaged_file_says_so_and_the_next_is_read() {
    let zip = b"PK\x03\x04 and so on".as_slice();
    let gzip = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 9, 9, 9, 9, 9, 9];
    for broken in [zip, &gzip] {
        let mut scan = scan();
        let first = whole(&mut scan, &[broken], 4);
        assert!(first.broken.is_some_and(|why| !why.words(Lang::En).is_empty()));
        assert_eq!(whole(&mut scan, &[b"{\"n\": 7}"], 4).matched, 1);
    }
}

#[test]
fn records_of_an_archive_are_the_events_of_a_bus() {
    let archive = r#"{"Records": [{"eventVersion": "1.08", "eventTime": "2026-01-02T03:04:05Z", "eventSource": "ec2.amazonaws.com", "eventName": "RunInstances", "awsRegion": "eu-west-1", "recipientAccountId": "111122223333", "eventID": "6a7e8feb", "eventType": "AwsApiCall", "userIdentity": {"type": "IAMUser"}}]}"#;
    let mut scan = Scan::new([(r#"{"source": ["aws.ec2"]}"#, Dialect::Rule, true)]);
    let all = whole(&mut scan, &[archive.as_bytes()], 50);
    assert_eq!((all.events, all.matched, all.unread), (1, 1, 0));
    assert_eq!(all.kept[0].item, Some(1));
}

#[test]
fn filters_read_events_in_their_own_way() {
    let mut scan = Scan::new([(r#"{"body": {"n": [7]}}"#, Dialect::Pipes, true)]);
    let all = whole(&mut scan, &[b"{\"body\": \"{\\\"n\\\": 7}\"}\n"], 50);
    assert_eq!((all.events, all.rules.len()), (1, 1));
}
