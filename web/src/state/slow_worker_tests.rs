//! The reducer on dialects, made events, the comparison and the reference.

use super::action::Action;
use super::change::Load;
use super::fetched::NotFetched;
use super::making::Wish;
use super::marks::{Mark, marks};
use super::model::{Model, Notice, Opened, PatternView, Pointed, Region, Settings};
use super::reduce::reduce;
use super::reference::{Reference, ReferenceAction};
use super::requests::State;
use super::requests::test_support::{again, answer, asked, evaluated, stopped};
use super::shared::Shared;
use crate::engine::protocol::QuestionKind;
use crate::state::field::Field;
use rulepad_workbench::reference::Contents;
use rulepad_workbench::{Dialect, Draft, LineKind, Relation, Span, Verdict};

const PATTERN: &str = r#"{"source": ["aws.s3"], "detail": {"size": [{"numeric": [">", 10]}]}}"#;
const EVENT: &str = r#"{"source": "aws.s3", "detail": {"size": 1}}"#;

fn page(event: &str, pattern: &str) -> Model {
    let draft = Draft { event: event.into(), pattern: pattern.into(), ..Draft::default() };
    evaluated(&Model::new(draft, Settings::default()))
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| evaluated(&reduce(&model, action)))
}

fn verdict(model: &Model) -> Verdict {
    model.current().unwrap().verdict
}

/// What the worker makes of the wish.
fn granted(model: &Model) -> Model {
    let read = match model.catalogue.is_reading() {
        true => reduce(model, Action::CatalogueRead(Err(NotFetched::Missing))),
        false => model.clone(),
    };
    after(&read, [answer(&asked(&read, QuestionKind::Making))])
}

#[test]
fn a_dialect_refuses_what_it_lacks_and_keeps_the_texts() {
    let pattern = r#"{"source": [{"wildcard": "aws.*"}]}"#;
    let rule = page(EVENT, pattern);
    assert_eq!(verdict(&rule), Verdict::Match);
    let pipes = after(&rule, [Action::SetDialect(Dialect::Pipes)]);
    assert_eq!(verdict(&pipes), Verdict::PatternError);
    assert!(pipes.edited && pipes.draft.pattern == pattern);
    assert_eq!(verdict(&after(&pipes, [Action::SetDialect(Dialect::Rule)])), Verdict::Match);
}

#[test]
fn an_event_that_matches_is_put_in_and_can_be_taken_back() {
    let model = page(EVENT, PATTERN);
    let asked = reduce(&model, Action::Make(Wish::Matching));
    assert_eq!(asked.draft, model.draft);
    let made = granted(&asked);
    assert_eq!(verdict(&made), Verdict::Match);
    assert!(made.making.is_none());
    assert_eq!(made.look.region, Region::Event);
    let place = made.reveal(Field::Event).unwrap();
    assert!(made.draft.event.get(place.span.range()).unwrap().parse::<f64>().unwrap() > 10.0);
    let undo = made.undos.first().unwrap().number;
    assert_eq!(after(&made, [Action::Undo(undo)]).draft.event, EVENT);
}

#[test]
fn an_event_that_just_misses_fails_the_chosen_condition_alone() {
    let model = page("", PATTERN);
    let model = granted(&reduce(&model, Action::Make(Wish::Matching)));
    for line in &model.explained.clone().unwrap().report.why {
        let missed = granted(&reduce(&model, Action::Make(Wish::Failing(line.pattern))));
        let why = &missed.current().unwrap().why;
        let failed: Vec<&str> =
            why.iter().filter(|line| !line.holds).map(|line| line.name.as_str()).collect();
        assert_eq!(failed, [line.name.as_str()]);
    }
}

#[test]
fn what_was_made_for_another_wish_is_dropped() {
    let model = page(EVENT, PATTERN);
    let unread = || Action::CatalogueRead(Err(NotFetched::Missing));
    let wished = reduce(&model, Action::Make(Wish::Matching));
    assert_eq!(wished.requests.get(QuestionKind::Making), None, "the catalogue is read first");
    let first = reduce(&wished, unread());
    let place = model.explained.clone().unwrap().report.why.last().unwrap().pattern;
    let second = reduce(&first, Action::Make(Wish::Failing(place)));
    let stale = answer(&asked(&first, QuestionKind::Making));
    assert_eq!(reduce(&second, stale).draft.event, EVENT);
    assert_ne!(granted(&second).draft.event, EVENT);
}

#[test]
fn a_pattern_that_changed_meanwhile_gets_its_own_event() {
    let model = page(EVENT, PATTERN);
    let asked = reduce(&model, Action::Make(Wish::Matching));
    let typed = reduce(&asked, Action::Type(Field::Pattern, r#"{"source": ["x"]}"#.into()));
    let again = granted(&typed);
    assert_eq!(again.draft.event, EVENT, "not the event for the earlier pattern");
    assert_eq!(*again.making.clone().unwrap().draft, *again.draft);
    let made = granted(&again);
    assert_eq!((verdict(&made), made.making.is_none()), (Verdict::Match, true));

    // Where no event could be made for the earlier pattern, the new one is asked for as well.
    let broken = reduce(&page(EVENT, "{"), Action::Make(Wish::Matching));
    let fixed = granted(&reduce(&broken, Action::Type(Field::Pattern, PATTERN.into())));
    assert!(fixed.notices.is_empty());
    assert_eq!(verdict(&granted(&fixed)), Verdict::Match);
}

#[test]
fn a_condition_that_moved_is_missed_by_its_name() {
    let model = granted(&reduce(&page("", PATTERN), Action::Make(Wish::Matching)));
    let size = model.explained.clone().unwrap().report.why.last().unwrap().pattern;
    let asked = reduce(&model, Action::Make(Wish::Failing(size)));
    let moved = format!("{{\"account\": [{{\"exists\": false}}],{}", PATTERN.get(1..).unwrap());
    let made = granted(&granted(&reduce(&asked, Action::Type(Field::Pattern, moved))));
    let why = &made.current().unwrap().why;
    let failed: Vec<&str> = why.iter().filter(|line| !line.holds).map(|line| line.name.as_str()).collect();
    assert_eq!(failed, ["detail.size"]);
    // A condition that is gone is said.
    let gone = reduce(&asked, Action::Type(Field::Pattern, r#"{"source": ["x"]}"#.into()));
    let gone = granted(&granted(&gone));
    assert!(matches!(gone.notices.as_slice(), [Notice::NotMade(_)]), "{:?}", gone.notices);
}

#[test]
fn why_no_event_was_made_is_said_until_the_next_wish() {
    let model = page(EVENT, r#"{"source": "aws.s3"}"#);
    let failed = granted(&reduce(&model, Action::Make(Wish::Matching)));
    assert!(matches!(failed.notices.as_slice(), [Notice::NotMade(_)]), "{:?}", failed.notices);
    assert_eq!(failed.draft.event, EVENT);
    assert!(reduce(&failed, Action::Make(Wish::Matching)).notices.is_empty());
}

#[test]
fn the_comparison_is_asked_while_it_is_looked_at() {
    let model = page(EVENT, PATTERN);
    let typed = reduce(&model, Action::TypeOther(r#"{"source": ["aws.s3"]}"#.into()));
    assert_eq!(typed.requests.get(QuestionKind::Comparison), None);
    let shown = reduce(&typed, Action::Show(Region::Compare));
    let first = asked(&shown, QuestionKind::Comparison);
    assert_eq!(first.draft.pattern, PATTERN);
    assert_eq!(reduce(&shown, Action::Point(None)).requests, shown.requests);

    let done = reduce(&shown, answer(&first));
    assert_eq!(done.compared().current().unwrap().report.relation, Some(Relation::Narrower));
    let moved = reduce(&done, Action::Type(Field::Event, "{}".into()));
    assert!(moved.compared().current().is_some(), "the event is no part of it");

    let changed = reduce(&done, Action::Type(Field::Pattern, r#"{"source": ["x"]}"#.into()));
    assert!(changed.compared().current().is_none() && changed.compared().answer.is_some());
    let late = reduce(&changed, answer(&first));
    assert_eq!(late.compared(), changed.compared());
    let empty = reduce(&done, Action::TypeOther(" ".into()));
    assert_eq!((empty.compared().state, empty.compared().answer), (None, None));
}

#[test]
fn a_comparison_that_is_stopped_can_be_tried_again() {
    let other = Action::TypeOther(r#"{"source": ["a"]}"#.into());
    let model = after(&page(EVENT, PATTERN), [other, Action::Show(Region::Compare)]);
    let number = asked(&model, QuestionKind::Comparison).number;
    let stopped = stopped(&model, QuestionKind::Comparison);
    assert_eq!(stopped.compared().state, Some(State::Stopped));
    let again = reduce(&stopped, again(QuestionKind::Comparison));
    assert_eq!(again.compared().state, Some(State::Pending));
    assert_ne!(asked(&again, QuestionKind::Comparison).number, number);
}

#[test]
fn the_reference_is_read_once_it_is_looked_at() {
    let model = page(EVENT, PATTERN);
    assert_eq!(model.reference, Reference::Unread);
    let shown = reduce(&model, Action::Show(Region::Reference));
    assert_eq!(shown.reference, Reference::Reading);
    let failed = reduce(&shown, Action::Reference(ReferenceAction::WasRead(Err(NotFetched::Missing))));
    assert_eq!(failed.reference, Reference::Failed(NotFetched::Missing));
    let read = Shared::new(Contents::default());
    let again = [ReferenceAction::Read, ReferenceAction::WasRead(Ok(read.clone()))].map(Action::Reference);
    assert_eq!(after(&failed, again).reference, Reference::Read(read));
}

#[test]
fn what_is_loaded_leaves_the_rest_and_can_be_taken_back() {
    let model = after(&page(EVENT, PATTERN), [Action::AddTarget(None), Action::SetDialect(Dialect::Archive)]);
    let load = Load { pattern: Some("{}".into()), dialect: Some(Dialect::Rule), ..Load::default() };
    let loaded = after(&model, [Action::Load(load.clone(), Opened::Example("a: b".into()))]);
    assert_eq!((loaded.draft.event.as_str(), loaded.draft.pattern.as_str()), (EVENT, "{}"));
    assert_eq!((loaded.draft.targets.len(), loaded.draft.dialect), (1, Dialect::Rule));
    let twice = after(&loaded, [Action::Load(load, Opened::Example("a: b".into()))]);
    assert_eq!(twice.undos.len(), 1, "what changes nothing needs no way back");
    let undo = loaded.undos.first().unwrap().number;
    assert_eq!(*after(&loaded, [Action::Undo(undo)]).draft, *model.draft);
}

#[test]
fn a_place_in_the_pattern_is_shown_in_its_text() {
    let words = reduce(&page(EVENT, PATTERN), Action::ShowPattern(PatternView::Words));
    assert_eq!(words.look.pattern, PatternView::Words);
    let gone = reduce(&words, Action::GoTo(Field::Pattern, Span { start: 1, end: 2 }));
    assert_eq!(gone.look.pattern, PatternView::Json);
    assert_eq!(reduce(&words, Action::GoToLine(0)).look.pattern, PatternView::Json);
}

#[test]
fn pointing_goes_both_ways_through_or() {
    let pattern = r#"{"$or": [{"source": ["x"]}, {"detail": {"size": [1]}}]}"#;
    let model = page(EVENT, pattern);
    let why = model.current().unwrap().why.clone();
    let lit = |model: &Model| -> Vec<String> {
        let marks = marks(model);
        let spans = marks.event.iter().filter(|(_, mark)| *mark == Mark::Lit);
        spans.map(|(span, _)| span.of(&model.draft.event).to_owned()).collect()
    };
    let at = |name: &str| why.iter().position(|line| line.name == name).unwrap();
    let point = |place: usize| lit(&reduce(&model, Action::Point(Some(Pointed::Line(place)))));
    assert_eq!(point(at("$or")), ["\"aws.s3\"", "1"]);
    assert_eq!(point(at("alternative 2")), ["1"]);
    assert_eq!(point(at("source")), ["\"aws.s3\""]);

    let value = EVENT.find("aws.s3").unwrap();
    let pointed = reduce(&model, Action::Point(Some(Pointed::Event(value))));
    assert_eq!(marks(&pointed).lines, [at("source")]);
    let condition = pattern.find("size").unwrap();
    let pointed = reduce(&model, Action::Point(Some(Pointed::Pattern(condition))));
    assert_eq!((marks(&pointed).lines, lit(&pointed)), (vec![at("detail.size")], vec!["1".to_owned()]));
    let touched = why.iter().filter(|line| line.kind == LineKind::Condition).count();
    assert_eq!(marks(&model).event.len(), touched, "every value that was looked at has its verdict");
}

#[test]
fn a_value_that_one_alternative_accepts_has_passed() {
    let pattern = r#"{"$or": [{"source": ["x"], "detail": {"size": [2]}}, {"source": ["aws.s3"]}]}"#;
    let model = page(EVENT, pattern);
    let found: Vec<(&str, Mark)> =
        marks(&model).event.into_iter().map(|(span, mark)| (span.of(EVENT), mark)).collect();
    assert_eq!(found, [("\"aws.s3\"", Mark::Passed), ("1", Mark::Failed)]);
}
