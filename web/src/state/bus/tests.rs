//! Rules of a bus, expectations that follow their events, and the way into storage and back.

use super::super::action::Action;
use super::super::address::{Link, Wanted, wanted};
use super::super::change::Load;
use super::super::field::Field;
use super::super::import::ImportAction;
use super::super::model::{Model, Notice, Opened, Settings, Way};
use super::super::record::{self, Record};
use super::super::reduce::reduce;
use super::super::requests::test_support::{answered, evaluated};
use super::super::tray::TrayAction;
use super::{Beside, BusAction, Keep, expected_match};
use crate::engine::protocol::QuestionKind;
use rulepad_workbench::bus::Expects;
use rulepad_workbench::{Draft, Input, Target, Verdict, file};

const EVENT: &str = r#"{"source": "shop", "detail-type": "Order", "detail": {"id": "A1"}}"#;
const OTHER: &str = r#"{"source": "bank", "detail-type": "Payment", "detail": {}}"#;

fn draft(name: &str, pattern: &str) -> Draft {
    let mut draft = Draft { event: EVENT.into(), pattern: pattern.into(), ..Draft::default() };
    draft.rule.name = name.into();
    draft
}

fn page() -> Model {
    let mut model = Model::new(draft("orders", r#"{"source": ["shop"]}"#), Settings::default());
    model.seed = 7;
    evaluated(&model)
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| reduce(&model, action))
}

fn keep(keep: Keep) -> Action {
    Action::Bus(BusAction::Keep(keep))
}

fn load(event: &str) -> Action {
    Action::Load(Load { event: Some(event.into()), ..Load::default() }, Opened::AsItIs)
}

/// The titles of the events, each with whether it must match the edited rule.
fn events(model: &Model) -> Vec<(String, Option<bool>)> {
    let tray = model.tray.as_ref().map(|tray| tray.events.clone()).unwrap_or_default();
    let expected = |key| expected_match(model.bus.expected(model.bus.key(), key));
    tray.iter().map(|kept| (kept.title.to_string(), expected(kept.key))).collect()
}

fn titled(all: &[(&str, Option<bool>)]) -> Vec<(String, Option<bool>)> {
    all.iter().map(|(title, expected)| ((*title).to_owned(), *expected)).collect()
}

#[test]
fn a_verdict_is_kept_as_a_test_and_undone() {
    let model = after(&page(), [keep(Keep::Match)]);
    assert_eq!(events(&model), titled(&[("Order", Some(true))]));
    let other = after(&model, [keep(Keep::NoMatch)]);
    assert_eq!(events(&other), titled(&[("Order", Some(false))]), "one of the two");
    let none = after(&other, [keep(Keep::Nothing)]);
    assert_eq!((none.bus.count(), none.shown_tests().len()), (0, 0));
    let back = after(&none, [Action::StepBack, Action::StepBack]);
    assert_eq!(events(&back), titled(&[("Order", Some(true))]));
    assert!(back.own.touched);
}

#[test]
fn the_payloads_of_all_targets_are_kept_as_they_are_shown() {
    let target = |id: &str, input| Target {
        id: id.into(),
        arn: format!("arn:aws:sqs:eu-west-1:111122223333:q.{id}"),
        input,
        ..Target::default()
    };
    let targets =
        vec![target("all", Input::Path("$.detail".into())), target("fifo", Input::Path("$.detail".into()))];
    let model = Model::new(Draft { targets, ..Draft::clone(&page().draft) }, Settings::default());
    let model = after(&evaluated(&model), [keep(Keep::Payload)]);
    let kept = model.shown_tests().to_vec();
    let [Expects::Delivers(all), Expects::Delivers(fifo)] = &kept[..] else { panic!("{kept:?}") };
    assert_eq!((all.target.as_str(), all.parts["body"].as_str()), ("all", r#"{"id":"A1"}"#));
    assert!(fifo.refused.is_some() && fifo.parts.is_empty(), "{fifo:?}");
    assert!(model.notices.is_empty(), "{:?}", model.notices);
    let again = after(&model, [keep(Keep::Payload), keep(Keep::Match)]);
    assert_eq!(again.bus.count(), 3, "a target has one expected payload");
}

#[test]
fn an_event_with_a_test_stays_loaded() {
    let model = after(&page(), [keep(Keep::Match), load(OTHER)]);
    assert_eq!(events(&model), titled(&[("Order", Some(true)), ("Payment", None)]));
    assert_eq!(&*model.draft.event, OTHER);
    let model = after(&model, [keep(Keep::NoMatch), load("{}")]);
    assert_eq!(events(&model), titled(&[("Order", Some(true)), ("Payment", Some(false)), ("Event", None)]));
    let closed = after(&model, [Action::Tray(TrayAction::Close)]);
    assert_eq!(events(&closed), events(&model), "it is the shown one, and the others have tests");
    let shown = after(&model, [Action::Tray(TrayAction::Go(0)), Action::Tray(TrayAction::Close)]);
    assert_eq!(events(&shown), titled(&[("Order", Some(true)), ("Payment", Some(false))]));
    assert_eq!(&*shown.draft.event, EVENT);
    let back = after(&shown, [Action::StepBack]);
    assert_eq!(events(&back), events(&model));
}

#[test]
fn expectations_follow_events_that_are_moved_renamed_or_edited() {
    let model = after(&page(), [keep(Keep::Match), load(OTHER), keep(Keep::NoMatch)]);
    let model = after(
        &model,
        [
            Action::Tray(TrayAction::Move(1, Way::Up)),
            Action::Tray(TrayAction::Rename(1, " placed ".into())),
            Action::Tray(TrayAction::Rename(0, "  ".into())),
            Action::Type(Field::Event, OTHER.replace("bank", "bench")),
        ],
    );
    assert_eq!(events(&model), titled(&[("Payment", Some(false)), ("placed", Some(true))]));
    assert!(model.tray.as_ref().unwrap().events[0].text.contains("bench"));
    let back = after(&model, vec![Action::StepBack; 3]);
    assert_eq!(events(&back), titled(&[("Order", Some(true)), ("Payment", Some(false))]));
    let removed = after(&model, [Action::Tray(TrayAction::Remove(0))]);
    assert_eq!(events(&removed), titled(&[("placed", Some(true))]));
    assert_eq!((removed.bus.count(), &*removed.draft.event), (1, EVENT));
    let number = removed.undos.last().unwrap().number;
    assert_eq!(events(&after(&removed, [Action::Undo(number)])), events(&model));
}

#[test]
fn payloads_that_are_not_known_are_named() {
    let arn = "arn:aws:sqs:eu-west-1:111122223333:q".to_owned();
    let target = Target { id: "a".into(), arn, ..Target::default() };
    let draft = Draft { targets: vec![target], ..Draft::clone(&page().draft) };
    // Nothing was evaluated yet.
    let model = after(&Model::new(draft, Settings::default()), [keep(Keep::Payload)]);
    assert_eq!(model.notices, [Notice::NotKept(vec!["a".to_owned()])]);
    assert_eq!(model.bus.count(), 0);
    let again = after(&evaluated(&model), [keep(Keep::Payload)]);
    assert_eq!((again.notices, again.bus.count()), (Vec::new(), 1));
}

#[test]
fn another_rule_is_edited_with_the_same_event() {
    let model = after(&page(), [keep(Keep::Match), Action::Bus(BusAction::Add)]);
    assert_eq!((model.bus.rules.len(), model.bus.at, &*model.draft.pattern), (2, 1, ""));
    assert_eq!((&*model.draft.event, events(&model)), (EVENT, titled(&[("Order", None)])));
    let model = after(
        &model,
        [
            Action::Type(Field::Pattern, r#"{"source": ["bank"]}"#.into()),
            keep(Keep::NoMatch),
            Action::Bus(BusAction::Edit(0)),
        ],
    );
    assert_eq!((&*model.draft.rule.name, events(&model)), ("orders", titled(&[("Order", Some(true))])));
    let patterns: Vec<String> =
        model.bus.drafts(&model.draft).iter().map(|own| own.pattern.clone()).collect();
    assert_eq!(patterns, [r#"{"source": ["shop"]}"#, r#"{"source": ["bank"]}"#]);
    let off =
        after(&model, [Action::Bus(BusAction::Enable(1, false)), Action::Bus(BusAction::Enable(0, false))]);
    assert!(off.bus.drafts(&off.draft).iter().all(|own| !super::is_on(own)));
    let removed = after(&model, [Action::Bus(BusAction::Remove(0))]);
    assert_eq!((removed.bus.rules.len(), removed.bus.count()), (1, 1));
    assert_eq!(&*removed.draft.pattern, r#"{"source": ["bank"]}"#);
    let number = removed.undos.last().unwrap().number;
    let undone = after(&removed, [Action::Undo(number)]);
    assert_eq!((undone.bus.rules.len(), undone.bus.count(), &*undone.draft.rule.name), (2, 2, "orders"));
    assert_eq!(after(&removed, [Action::Bus(BusAction::Remove(0))]).bus.rules.len(), 1, "the last one stays");
    let back = after(&model, vec![Action::StepBack; 5]);
    assert_eq!(back.bus.rules.len(), 1);
}

#[test]
fn a_witness_becomes_a_test_beside_the_shown_event() {
    let witness = BusAction::Witness { event: OTHER.into(), matches: false };
    let model = after(&page(), [Action::Bus(witness)]);
    assert_eq!(events(&model), titled(&[("Order", None), ("Payment", Some(false))]));
    assert_eq!(&*model.draft.event, EVENT);
    let tried = answered(&model, |kind| kind == QuestionKind::Trial);
    assert_eq!(tried.tray.unwrap().events[1].verdict, Some(Verdict::NoMatch));
}

/// Two rules, one with a test on each of two events.
fn whole() -> Model {
    let model =
        after(&page(), [keep(Keep::Match), load(OTHER), keep(Keep::NoMatch), Action::Bus(BusAction::Add)]);
    after(
        &model,
        [
            Action::Type(Field::Pattern, "{\"broken".into()),
            keep(Keep::Match),
            Action::Bus(BusAction::Edit(0)),
        ],
    )
}

fn summary(model: &Model) -> (Vec<(String, Option<bool>)>, usize, usize, String) {
    (
        events(model),
        model.bus.rules.len(),
        model.bus.count(),
        model.bus.drafts(&model.draft)[1].pattern.clone(),
    )
}

#[test]
fn rules_and_tests_are_stored_with_the_draft() {
    let model = whole();
    let record = Record::of(&model, 1.5, "tab-1".into(), String::new());
    assert_eq!(record::read(&record.text()), Ok(record.clone()));
    let again = Model::first((Settings::default(), 9), None, Some(&record), Draft::default);
    assert_eq!(summary(&again), summary(&model));
    let another = after(&again, [Action::New]);
    assert!(another.bus.is_plain() && another.tray.is_none());
    assert_eq!(summary(&after(&another, [Action::StepBack])), summary(&model));
}

#[test]
fn rules_and_tests_are_in_the_file_and_open_again() {
    let model = whole();
    let Beside { events, bus, left_out } = Beside::of(&model.bus, model.tray.as_deref(), usize::MAX);
    assert_eq!(left_out, 0);
    let text = file::save_with(&model.draft, events, bus).text;
    let read = answered(&after(&page(), [Action::Import(ImportAction::Text(text))]), |kind| {
        kind == QuestionKind::Import
    });
    let first = after(&read, [Action::Import(ImportAction::Replace)]);
    assert_eq!(summary(&first), summary(&model));
    let second =
        after(&read, [Action::Import(ImportAction::Choose(1)), Action::Import(ImportAction::Replace)]);
    assert_eq!((second.bus.at, &*second.draft.pattern, second.bus.count()), (1, "{\"broken", 3));
}

#[test]
fn rules_and_tests_are_in_the_address_while_it_is_short() {
    let model = whole();
    let Wanted::Fragment(fragment) = wanted(&model, 20) else { panic!() };
    let link = Link::read("", &format!("#{fragment}"), None);
    let again = Model::first((Settings::default(), 9), link, None, Draft::default);
    assert_eq!(summary(&again), summary(&model));
    let mut noise = 1_u64;
    let mut long = String::new();
    while long.len() < 12_000 {
        noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        long += &format!("{noise}");
    }
    let long = after(
        &model,
        [load(&format!("{{\"long\": \"{long}\"}}")), keep(Keep::Match), Action::Tray(TrayAction::Go(0))],
    );
    let Wanted::Fragment(fragment) = wanted(&long, 20) else { panic!("the draft alone is short") };
    let link = Link::read("", &format!("#{fragment}"), None).unwrap();
    assert_eq!((link.bus, link.draft.as_ref()), (None, Ok(&*long.draft)));
}

#[test]
fn too_many_events_are_left_out_before_those_with_tests() {
    let model = whole();
    let tray = model.tray.as_deref().unwrap();
    let mut large = tray.clone();
    large.events.push(super::super::tray::Kept {
        key: 999,
        title: "x".into(),
        text: "x".repeat(5000).into(),
        verdict: None,
    });
    let beside = Beside::of(&model.bus, Some(&large), 4000);
    assert_eq!(
        (beside.left_out, beside.events.unwrap().events.len(), beside.bus.unwrap().tests.len()),
        (1, 2, 3)
    );
    let none = Beside::of(&model.bus, Some(&large), 10);
    assert_eq!((none.left_out, none.events, none.bus.unwrap().tests.len()), (3, None, 0));
}

#[test]
fn every_rule_of_a_template_is_opened() {
    let template = "Resources:\n  A:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {source: [a]}\n  B:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {source: [b]}\n";
    let model = after(&page(), [Action::Import(ImportAction::Text(template.into()))]);
    let read = answered(&model, |kind| kind == QuestionKind::Import);
    let all = after(&read, [Action::Import(ImportAction::ReplaceAll)]);
    let sources: Vec<bool> = all
        .bus
        .drafts(&all.draft)
        .iter()
        .zip(["\"a\"", "\"b\""])
        .map(|(own, name)| own.pattern.contains(name))
        .collect();
    assert_eq!(sources, [true, true]);
    assert_eq!((&*all.draft.event, all.dialog.clone()), (EVENT, None));
    assert_eq!(summary(&after(&all, [Action::StepBack, Action::Bus(BusAction::Add)])).1, 2);
    let one = after(&read, [keep(Keep::Match), Action::Import(ImportAction::Replace)]);
    assert_eq!(one.bus.count(), 1, "the tests of the rule that is replaced stay");
}
