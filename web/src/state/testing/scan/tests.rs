//! A scan from the first slice to the table: slices, cancelling, what cannot be read, matches that are loaded.

use super::super::super::action::Action;
use super::super::super::bus::BusAction;
use super::super::super::field::Field;
use super::super::super::model::Settings;
use super::super::super::reduce::reduce;
use super::super::super::requests::State;
use super::super::super::requests::test_support::{answer, asked, evaluated, stopped};
use super::super::TestingAction;
use super::*;
use crate::engine::protocol::QuestionKind;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rulepad_workbench::Lang;

/// Files as the browser has them.
type Files<'f> = &'f [&'f [u8]];

fn act(model: &Model, action: ScanAction) -> Model {
    reduce(model, Action::Testing(TestingAction::Scan(action)))
}

/// Two rules: the first matches `{"n": 0}` and `{"n": 1}`, the second the first of them.
fn page() -> Model {
    let draft = Draft { pattern: r#"{"n": [0, 1]}"#.into(), event: "{\"n\": 0}".into(), ..Draft::default() };
    let other = Draft { pattern: r#"{"n": [0]}"#.into(), ..Draft::default() };
    let model = evaluated(&Model::new(draft, Settings::default()));
    reduce(&model, Action::Bus(BusAction::Join(vec![other])))
}

fn start(model: &Model, files: Files<'_>) -> Model {
    let file = |(at, bytes): (usize, &&[u8])| ScanFile {
        key: u32::try_from(at).unwrap(),
        name: format!("file{at}.ndjson"),
        size: bytes.len() as u64,
    };
    act(model, ScanAction::Start(files.iter().enumerate().map(file).collect()))
}

fn scan(model: &Model) -> &Scan {
    model.testing.scan.as_ref().unwrap()
}

/// The browser reads what is wanted.
fn read(model: &Model, files: Files<'_>) -> Model {
    let Some(wanted) = scan(model).wanted() else { return model.clone() };
    let at = |byte: u64| usize::try_from(byte).unwrap();
    let bytes = &files[wanted.file as usize][at(wanted.from)..at(wanted.to)];
    act(model, ScanAction::Read(wanted, Some(BASE64_STANDARD.encode(bytes).into())))
}

/// The worker matches what it is asked.
fn matched(model: &Model) -> Model {
    reduce(model, answer(&asked(model, QuestionKind::Scanning)))
}

fn to_the_end(model: &Model, files: Files<'_>) -> Model {
    let mut model = model.clone();
    while scan(&model).run == Run::Running {
        model = matched(&read(&model, files));
    }
    model
}

fn events(count: usize) -> Vec<u8> {
    (0..count).flat_map(|n| format!("{{\"source\": \"shop\", \"n\": {n}}}\n").into_bytes()).collect()
}

#[test]
fn files_are_read_slice_by_slice_and_counted() {
    let (long, short) = (events(30_000), events(2));
    assert!(long.len() as u64 > 2 * SLICE);
    let files: Files<'_> = &[&long, b"", &short];
    let started = start(&page(), files);
    assert_eq!((started.testing.part, started.look.lower), (Part::Scan, super::super::Lower::Tests));
    assert_eq!(scan(&started).wanted().map(|own| own.to), Some(SLICE));
    let once = matched(&read(&started, files));
    assert_eq!(scan(&once).done(), SLICE);
    let model = to_the_end(&once, files);
    let own = scan(&model);
    assert_eq!((own.done(), own.is_whole(), own.wanted()), (own.size(), true, None));
    assert_eq!((own.counts.events, own.counts.matched, own.counts.idle), (30_002, 4, 29_998));
    assert_eq!(own.counts.rules.iter().map(|rule| rule.matched).collect::<Vec<_>>(), [4, 2]);
    assert_eq!(model.requests.state(QuestionKind::Scanning), None);
}

#[test]
fn a_cancelled_scan_keeps_what_was_counted_and_goes_on_without_counting_twice() {
    let long = events(30_000);
    let files: Files<'_> = &[&long];
    let first = matched(&read(&start(&page(), files), files));
    let asking = read(&first, files);
    let cancelled = act(&asking, ScanAction::Cancel);
    assert_eq!(cancelled.requests.state(QuestionKind::Scanning), None, "nothing more is asked");
    // The worker has matched the slice by now, and nobody listened.
    let late = reduce(&cancelled, answer(&asked(&asking, QuestionKind::Scanning)));
    assert_eq!(scan(&late).counts.events, scan(&first).counts.events);
    assert!(!scan(&late).is_whole() && scan(&late).wanted().is_none());
    let on = act(&late, ScanAction::Continue);
    assert_eq!(on.requests.state(QuestionKind::Scanning), Some(&State::Pending));
    assert_eq!(scan(&to_the_end(&on, files)).counts.events, 30_000);
}

#[test]
fn another_language_meanwhile_counts_nothing_twice() {
    let long = events(30_000);
    let files: Files<'_> = &[&long];
    let asking = read(&start(&page(), files), files);
    drop(answer(&asked(&asking, QuestionKind::Scanning)));
    let korean = reduce(&asking, Action::SetLang(Lang::KO));
    assert_eq!(scan(&to_the_end(&korean, files)).counts.events, 30_000);
}

#[test]
fn what_the_browser_does_not_give_is_named_and_the_next_file_is_read() {
    let (first, second) = (events(3), events(5));
    let files: Files<'_> = &[&first, &second];
    let started = start(&page(), files);
    let wanted = scan(&started).wanted().unwrap();
    let refused = act(&started, ScanAction::Read(wanted, None));
    let model = to_the_end(&refused, files);
    let own = scan(&model);
    assert_eq!((own.counts.not_given.clone(), own.counts.events, own.run), (vec![0], 5, Run::Done));
    assert!(!own.is_whole() && own.counts.has_gaps());
}

#[test]
fn a_late_part_is_dropped() {
    let bytes = events(3);
    let files: Files<'_> = &[&bytes];
    let started = start(&page(), files);
    let wanted = scan(&started).wanted().unwrap();
    let again = start(&started, files);
    let late = act(&again, ScanAction::Read(wanted, Some("".into())));
    assert_eq!(scan(&late).wanted(), scan(&again).wanted());
}

#[test]
fn a_broken_file_is_named_and_the_next_is_read() {
    let good = events(5);
    let files: Files<'_> = &[b"PK\x03\x04 is an archive", &good];
    let model = to_the_end(&start(&page(), files), files);
    let own = scan(&model);
    assert_eq!((own.counts.broken.len(), own.counts.broken[0].0, own.counts.events), (1, 0, 5));
    assert!(!own.is_whole());
}

#[test]
fn a_worker_that_takes_too_long_leaves_a_part() {
    let bytes = events(3);
    let files: Files<'_> = &[&bytes];
    let asking = read(&start(&page(), files), files);
    let model = stopped(&asking, QuestionKind::Scanning);
    assert_eq!((scan(&model).run, model.requests.state(QuestionKind::Scanning)), (Run::Broken, None));
}

#[test]
fn the_rules_are_those_of_the_start() {
    let long = events(30_000);
    let files: Files<'_> = &[&long];
    let first = matched(&read(&start(&page(), files), files));
    let edited = reduce(&first, Action::Type(Field::Pattern, "{\"n\": [3]}".into()));
    assert_eq!(scan(&to_the_end(&edited, files)).counts.matched, 2);
}

#[test]
fn first_matches_are_loaded_with_one_action() {
    let bytes = events(100);
    let files: Files<'_> = &[&bytes];
    let model = to_the_end(&start(&page(), files), files);
    let asked_for = act(&model, ScanAction::Load(0));
    let read = super::super::super::requests::test_support::answered(&asked_for, |kind| {
        kind == QuestionKind::Pasting
    });
    let tray = read.tray.clone().unwrap();
    assert_eq!(tray.events.len(), 2);
    assert!(tray.events[1].text.contains("\"n\": 1"));
    assert_eq!(act(&read, ScanAction::Close).testing.scan, None);
}

#[test]
fn counts_are_taken_along() {
    let bytes = [events(3), b"no event\n".to_vec()].concat();
    let files: Files<'_> = &[&bytes];
    let off = reduce(&page(), Action::Bus(BusAction::Enable(1, false)));
    let model = to_the_end(&start(&off, files), files);
    let names = ["a, b".to_owned(), "=c".to_owned()];
    let json: serde_json::Value = serde_json::from_str(&scan(&model).json(&names, Lang::En)).unwrap();
    assert_eq!((&json["complete"], &json["events"], &json["unread"]), (&true.into(), &3.into(), &1.into()));
    assert_eq!((&json["idle"], &json["notRead"][0]["line"]), (&1.into(), &4.into()));
    assert_eq!((&json["rules"][1]["disabled"], &json["rules"][0]["matched"]), (&true.into(), &2.into()));
    let csv = "rule,disabled,refused,matched\r\n\"a, b\",false,false,2\r\n\"'=c\",true,false,1\r\n";
    assert_eq!(scan(&model).csv(&names), csv);
}
