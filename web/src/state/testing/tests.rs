//! Verdicts slice by slice, totals and filters.

use super::super::action::Action;
use super::super::bus::{BusAction, Keep};
use super::super::field::Field;
use super::super::model::{Region, Settings};
use super::super::reduce::reduce;
use super::super::requests::State;
use super::super::requests::test_support::{answer, answered, asked, evaluated};
use super::super::tray::TrayAction;
use super::*;

/// Two rules, and so many events: `{"n": 0}` and on. The first rule matches the first two, the second the first.
fn page(events: usize) -> Model {
    let draft = Draft { pattern: r#"{"n": [0, 1]}"#.into(), event: "{\"n\": 0}".into(), ..Draft::default() };
    let other = Draft { pattern: r#"{"n": [0]}"#.into(), ..Draft::default() };
    let mut model = evaluated(&Model::new(draft, Settings::default()));
    model = reduce(&model, Action::Bus(BusAction::Join(vec![other])));
    let kept = |n: usize| Kept {
        key: 1000 + u32::try_from(n).unwrap(),
        title: format!("event {n}").into(),
        text: format!("{{\"n\": {n}}}").into(),
        verdict: None,
    };
    model.tray = Some(Shared::new(Tray::kept_alone(900, (0..events).map(kept).collect(), 0)));
    reduce(&model, Action::Show(Region::Tests))
}

fn judged(model: &Model) -> Model {
    answered(model, |kind| kind == QuestionKind::Judging)
}

fn counted(model: &Model) -> Overview {
    let tray = model.tray.clone().unwrap();
    overview(&model.bus, &model.draft, &tray, &model.testing.verdicts, model.testing.outcomes.as_deref())
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| reduce(&model, action))
}

/// How many events are asked for, and whether the rules go along.
fn slice(model: &Model) -> (usize, bool) {
    match &asked(model, QuestionKind::Judging).question {
        Question::Judge(slice) => (slice.events.len(), slice.rules.is_some()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn events_are_judged_in_slices_and_rules_are_told_once() {
    let model = page(1000);
    assert_eq!(slice(&model), (400, true));
    let model = reduce(&model, answer(&asked(&model, QuestionKind::Judging)));
    assert_eq!(slice(&model), (400, false));
    let tray = model.tray.clone().unwrap();
    assert_eq!(model.testing.verdicts.done(&tray), 400);
    let model = judged(&model);
    assert_eq!((model.testing.verdicts.done(&tray), counted(&model).matches), (1000, 3));
}

#[test]
fn what_is_stopped_is_asked_no_more_until_it_goes_on() {
    let model = page(1000);
    let stopped = reduce(&model, Action::Testing(TestingAction::Stop));
    assert_eq!(stopped.requests.state(QuestionKind::Judging), None);
    let late = reduce(&stopped, answer(&asked(&model, QuestionKind::Judging)));
    assert_eq!(late.testing.verdicts.done(late.tray.as_ref().unwrap()), 0, "a late answer is dropped");
    let on = reduce(&late, Action::Testing(TestingAction::GoOn));
    assert_eq!(on.requests.state(QuestionKind::Judging), Some(&State::Pending));
}

#[test]
fn another_pattern_is_judged_again_and_another_event_alone() {
    let model = judged(&page(5));
    let edited = reduce(&model, Action::Type(Field::Event, "{\"n\": 9}".into()));
    assert_eq!(slice(&edited), (1, false));
    let changed = judged(&reduce(&edited, Action::Type(Field::Pattern, "{\"n\": [3]}".into())));
    assert_eq!(counted(&changed).matches, 1);
    let closed = reduce(&model, Action::Show(Region::Targets));
    let closed = reduce(&closed, Action::Type(Field::Pattern, "{\"n\": [3]}".into()));
    assert_eq!(closed.requests.state(QuestionKind::Judging), None, "nobody looks");
}

#[test]
fn each_filter_shows_what_it_says() {
    let keep = |keep| Action::Bus(BusAction::Keep(keep));
    let model = after(&page(4), [keep(Keep::NoMatch), Action::Tray(TrayAction::Go(1)), keep(Keep::Match)]);
    let model = judged(&model);
    let found = counted(&model);
    assert_eq!((found.passed, found.failed, found.waiting, found.matches), (1, 1, 0, 3));
    let shown = |filter| {
        let (rules, events) = found.shown(filter);
        (rules.to_vec(), events.to_vec())
    };
    assert_eq!(shown(Filter::All), (vec![0, 1], vec![0, 1, 2, 3]));
    assert_eq!(shown(Filter::Failing), (vec![0], vec![0]));
    assert_eq!(shown(Filter::Unexpected), (vec![0, 1], vec![0]));
    assert_eq!(shown(Filter::Idle).0, [0; 0]);
    assert_eq!(shown(Filter::Unmatched), (vec![0, 1], vec![2, 3]));
    assert_eq!(shown(Filter::Overlapping), (vec![0, 1], vec![0]));
    let off = judged(&reduce(&model, Action::Bus(BusAction::Enable(1, false))));
    assert_eq!(counted(&off).shown(Filter::Idle).0, [1], "a disabled rule is triggered by nothing");
    assert_eq!(counted(&off).shown(Filter::Overlapping).0, [0; 0]);
}

#[test]
fn a_reason_that_was_expected_is_checked_by_the_worker() {
    let mut model = page(3);
    let rule = model.bus.key();
    let mut bus = Bus::clone(&model.bus);
    bus.tests.insert((rule, 1002), vec![Expects::NoMatch(vec!["n".into()])]);
    bus.tests.insert((rule, 1001), vec![Expects::NoMatch(vec!["n".into()])]);
    bus.routes.insert(1000, vec![rule]);
    model.bus = Shared::new(bus);
    let model = judged(&after(&model, [Action::Show(Region::Tests)]));
    assert_eq!(counted(&model).waiting, 3);
    let model = answered(&model, |kind| kind == QuestionKind::Checking);
    let found = counted(&model);
    assert_eq!((found.passed, found.failed, found.waiting), (1, 2, 0), "{:?}", model.testing.outcomes);
    let why: Vec<&str> = reasons(model.testing.outcomes.as_deref(), (rule, 1001)).collect();
    assert_eq!(why.len(), 1);
}
