//! The form of the pattern: its changes, and what takes them back.

use super::action::Action;
use super::field::Field;
use super::model::{Model, PatternView, Settings};
use super::reduce::reduce;
use super::requests::NotDone;
use super::requests::test_support::settled;
use crate::engine::protocol::QuestionKind;
use rulepad_workbench::Draft;
use rulepad_workbench::builder::{Change, Comparison, Matcher};

const PATTERN: &str = r#"{"source": ["aws.codebuild"], "detail": {"n": [1.0]}}"#;

fn page() -> Model {
    Model::new(Draft { pattern: PATTERN.into(), ..Draft::default() }, Settings::default())
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| settled(&reduce(&model, action)))
}

fn toggle(value: &str) -> Action {
    Action::Build(Change::Toggle { field: "detail.build-status".into(), value: value.into() })
}

#[test]
fn the_catalogue_is_wanted_with_the_form() {
    let model = page();
    assert!(!model.catalogue.is_reading());
    assert!(reduce(&model, Action::ShowPattern(PatternView::Builder)).catalogue.is_reading());
    assert!(!reduce(&model, Action::ShowPattern(PatternView::Words)).catalogue.is_reading());
}

#[test]
fn values_are_picked_and_taken_back_one_by_one() {
    let both = after(&page(), [toggle("\"FAILED\""), toggle("\"STOPPED\"")]);
    let expected =
        r#"{"source": ["aws.codebuild"], "detail": {"n": [1.0], "build-status": ["FAILED", "STOPPED"]}}"#;
    assert_eq!(both.draft.pattern, expected);
    assert!(both.edited && both.revision > page().revision);
    let one = after(&both, [Action::Unbuild]);
    assert_eq!(one.draft.pattern, expected.replace(", \"STOPPED\"", ""));
    let none = after(&one, [Action::Unbuild, Action::Unbuild]);
    assert_eq!(none.draft.pattern, PATTERN);
}

#[test]
fn a_pattern_that_was_typed_in_since_is_not_thrown_away() {
    let model = after(&page(), [toggle("\"FAILED\""), Action::Type(Field::Pattern, "{}".into())]);
    assert!(!model.builder.can_undo("{}"));
    assert_eq!(after(&model, [Action::Unbuild]).draft.pattern, "{}");
    let again = after(&model, [toggle("1"), Action::Unbuild, Action::Unbuild]);
    assert_eq!(again.draft.pattern, "{}");
}

#[test]
fn what_is_typed_into_a_matcher_is_one_step() {
    let set = |text: &str| {
        let matcher = Matcher::string(text);
        Action::Build(Change::SetMatcher { field: "source".into(), at: 0, matcher })
    };
    let typed = after(&page(), [set("m"), set("my"), set("my.app")]);
    assert!(typed.draft.pattern.contains("\"my.app\""), "{}", typed.draft.pattern);
    assert_eq!(after(&typed, [Action::Unbuild]).draft.pattern, PATTERN);
}

#[test]
fn what_is_chosen_is_a_step_of_its_own() {
    let set = |sign: &str, number: &str| {
        let one = Comparison { sign: sign.into(), number: number.into() };
        let matcher = Matcher::Numeric(vec![one]);
        Action::Build(Change::SetMatcher { field: "detail.n".into(), at: 0, matcher })
    };
    let model = after(&page(), [set(">", "1"), set(">", "12"), set("<", "12")]);
    let back = after(&model, [Action::Unbuild]);
    assert!(back.draft.pattern.contains("[\">\", 12]"), "{}", back.draft.pattern);
    assert_eq!(after(&back, [Action::Unbuild]).draft.pattern, PATTERN);
}

#[test]
fn why_a_change_was_not_carried_out_is_said_until_the_next() {
    let comparison = Comparison { sign: ">".into(), number: "1x".into() };
    let matcher = Matcher::Numeric(vec![comparison]);
    let wrong = Action::Build(Change::SetMatcher { field: "detail.n".into(), at: 0, matcher });
    let model = after(&page(), [wrong.clone()]);
    assert_eq!(model.draft.pattern, PATTERN);
    let refused = model.builder.refused.as_ref().unwrap();
    assert_eq!(refused.field, "detail.n");
    assert!(
        matches!(&refused.reason, NotDone::Refused(reason) if reason.contains("1x")),
        "{:?}",
        refused.reason
    );
    assert_eq!(after(&model, [toggle("1")]).builder.refused, None);
    assert_eq!(after(&model, [Action::ForgetRefused]).builder.refused, None);
}

#[test]
fn changes_made_faster_than_the_worker_answers_are_all_carried_out() {
    let asked = [toggle("\"FAILED\""), toggle("\"STOPPED\"")].into_iter();
    let asked = asked.fold(page(), |model, action| reduce(&model, action));
    assert_eq!(asked.draft.pattern, PATTERN, "the worker has not answered");
    let done = settled(&asked);
    assert!(done.draft.pattern.contains(r#"["FAILED", "STOPPED"]"#), "{}", done.draft.pattern);
}

#[test]
fn a_change_is_carried_out_on_the_pattern_as_it_is_by_then() {
    let asked = reduce(&page(), toggle("\"FAILED\""));
    let typed = reduce(&asked, Action::Type(Field::Pattern, r#"{"a": [1]}"#.into()));
    let done = settled(&typed);
    assert_eq!(done.draft.pattern, r#"{"a": [1], "detail": {"build-status": ["FAILED"]}}"#);
}

#[test]
fn the_form_is_made_while_it_is_looked_at_and_follows_the_pattern() {
    let fields = |model: &Model| {
        let form = model.builder.form.clone().unwrap();
        form.built.as_ref().unwrap().rows.iter().map(|row| row.field.clone()).collect::<Vec<_>>()
    };
    let json = after(&page(), [Action::Type(Field::Pattern, "{\"a\": [1]}".into())]);
    assert!(json.builder.form.is_none() && json.requests.get(QuestionKind::Form).is_none());
    let shown = after(&json, [Action::ShowPattern(PatternView::Builder)]);
    assert_eq!(fields(&shown), ["a"]);
    let typed = reduce(&shown, Action::Type(Field::Pattern, "{\"b\": [1]}".into()));
    assert_eq!(fields(&typed), ["a"], "the last form stays meanwhile");
    assert_eq!(fields(&settled(&typed)), ["b"]);
}
