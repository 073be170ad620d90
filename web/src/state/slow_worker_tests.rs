//! The reducer on dialects, made events, the comparison and the reference.

use super::action::Action;
use super::change::Load;
use super::making::{Made, Wish};
use super::marks::{Mark, marks};
use super::model::{Engine, Model, Notice, Opened, PatternView, Pointed, Region, Settings};
use super::reduce::reduce;
use super::reference::Reference;
use super::shared::Shared;
use crate::state::field::Field;
use rulepad_workbench::{
    Dialect, Draft, LineKind, Relation, Span, Verdict, compare, evaluate, failing_events, matching_event,
};

const PATTERN: &str = r#"{"source": ["aws.s3"], "detail": {"size": [{"numeric": [">", 10]}]}}"#;
const EVENT: &str = r#"{"source": "aws.s3", "detail": {"size": 1}}"#;

fn page(event: &str, pattern: &str) -> Model {
    let draft = Draft { event: event.into(), pattern: pattern.into(), ..Draft::default() };
    answered(&Model::new(draft, Settings::default()))
}

fn answered(model: &Model) -> Model {
    let report = Shared::new(evaluate(&model.draft));
    let answered = reduce(model, Action::Answered(model.revision, report));
    reduce(&answered, Action::Settle(answered.revision))
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| answered(&reduce(&model, action)))
}

fn verdict(model: &Model) -> Verdict {
    model.current().unwrap().verdict
}

/// What the worker makes of the wish.
fn granted(model: &Model) -> Model {
    let making = model.making.clone().unwrap();
    let made = match making.wish {
        Wish::Matching => Made::Matching(matching_event(&making.draft, None)),
        Wish::Failing(_) => Made::Failing(failing_events(&making.draft, None)),
    };
    after(model, [Action::Made(making.number, made)])
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
    let asked = reduce(&model, Action::Make(Wish::Matching));
    let number = asked.making.as_ref().unwrap().number;
    let stale = Action::Made(number.wrapping_sub(1), Made::Matching(matching_event(&model.draft, None)));
    assert_eq!(reduce(&asked, stale).draft.event, EVENT);
}

#[test]
fn a_pattern_that_changed_meanwhile_gets_its_own_event() {
    let model = page(EVENT, PATTERN);
    let asked = reduce(&model, Action::Make(Wish::Matching));
    let typed = reduce(&asked, Action::Type(Field::Pattern, r#"{"source": ["x"]}"#.into()));
    let again = granted(&typed);
    assert_eq!(again.draft.event, EVENT, "not the event for the earlier pattern");
    assert_ne!(again.making.as_ref().unwrap().number, asked.making.as_ref().unwrap().number);
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
    assert_eq!(typed.comparison.asked, None);
    let shown = reduce(&typed, Action::Show(Region::Compare));
    let pair = shown.comparison.asked.clone().unwrap();
    assert_eq!(pair.pattern, PATTERN);
    assert_eq!(reduce(&shown, Action::Point(None)).comparison.asked, Some(pair.clone()));

    let report = compare(&pair.pattern, &pair.other, pair.dialect);
    let done = reduce(&shown, Action::Compared(pair.number, Box::new(report)));
    assert_eq!(done.comparison.answer.as_ref().unwrap().report.relation, Some(Relation::Narrower));
    assert!(done.comparison.is_current());

    let changed = reduce(&done, Action::Type(Field::Pattern, r#"{"source": ["x"]}"#.into()));
    assert!(!changed.comparison.is_current());
    let late = compare(PATTERN, "{}", Dialect::Rule);
    let late = reduce(&changed, Action::Compared(pair.number, Box::new(late)));
    assert_eq!(late.comparison, changed.comparison);
    let empty = reduce(&done, Action::TypeOther(" ".into()));
    assert_eq!((empty.comparison.asked, empty.comparison.answer), (None, None));
}

#[test]
fn a_comparison_that_is_stopped_can_be_tried_again() {
    let other = Action::TypeOther(r#"{"source": ["a"]}"#.into());
    let model = after(&page(EVENT, PATTERN), [other, Action::Show(Region::Compare)]);
    let number = model.comparison.asked.as_ref().unwrap().number;
    let stopped = reduce(&model, Action::Comparing(number, Engine::Stopped));
    assert_eq!(stopped.comparison.engine, Engine::Stopped);
    let again = reduce(&stopped, Action::CompareAgain);
    assert_eq!(again.comparison.engine, Engine::Working);
    assert_ne!(again.comparison.asked.unwrap().number, number);
}

#[test]
fn the_reference_is_read_once_it_is_looked_at() {
    let model = page(EVENT, PATTERN);
    assert_eq!(model.reference, Reference::Unread);
    let shown = reduce(&model, Action::Show(Region::Reference));
    assert_eq!(shown.reference, Reference::Reading);
    let failed = reduce(&shown, Action::ReferenceRead(Err("gone".into())));
    assert_eq!(failed.reference, Reference::Failed("gone".into()));
    let read = Shared::new(Vec::new());
    let again = [Action::ReadReference, Action::ReferenceRead(Ok(read.clone()))];
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
