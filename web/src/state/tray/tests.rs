//! Walking, finding and listing loaded events.

use super::*;

fn tray(events: &[(&str, Verdict)], at: usize) -> Tray {
    let kept = |(title, verdict): &(&str, Verdict)| Kept {
        key: 0,
        title: (*title).into(),
        text: format!("{{\"title\": \"{title}\"}}").into(),
        verdict: Some(*verdict),
    };
    let events = events.iter().map(kept).collect();
    Tray {
        batch: 0,
        document: 0,
        edits: 0,
        from: From::Texts(1),
        original: None,
        events,
        at,
        tried: None,
        stale: false,
    }
}

const EVENTS: [(&str, Verdict); 4] = [
    ("one", Verdict::Match),
    ("two, \"b\"", Verdict::NoMatch),
    ("=three", Verdict::EventError),
    ("four one", Verdict::Match),
];

#[test]
fn matches_are_walked_round_the_end() {
    assert_eq!(tray(&EVENTS, 0).next_matching(true), Some(3));
    assert_eq!(tray(&EVENTS, 3).next_matching(true), Some(0));
    assert_eq!(tray(&EVENTS, 1).next_matching(false), Some(0));
    assert_eq!(tray(&EVENTS[..2], 0).next_matching(true), None, "it is the only one");
    assert_eq!(tray(&[], 0).next_matching(true), None);
}

#[test]
fn events_are_found_by_words_and_by_verdict() {
    let tray = tray(&EVENTS, 0);
    assert_eq!(tray.found("", false), [0, 1, 2, 3]);
    assert_eq!(tray.found("ONE", false), [0, 3]);
    assert_eq!(tray.found("one four", false), [3]);
    assert_eq!(tray.found("", true), [0, 3]);
    assert_eq!(tray.found("two", true), [0; 0]);
}

#[test]
fn verdicts_are_written_as_csv() {
    let csv = tray(&EVENTS, 0).csv();
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "number,event,verdict",
            "1,one,match",
            "2,\"two, \"\"b\"\"\",no_match",
            "3,\"'=three\",event_error",
            "4,four one,match",
            "",
        ]
    );
}
