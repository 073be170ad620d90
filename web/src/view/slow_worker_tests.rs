//! Words, meter, dialect, made events and comparison, rendered without a browser.

use super::page::{Page, PageProps};
use crate::engine::protocol::QuestionKind;
use crate::state::action::Action;
use crate::state::fetched::NotFetched;
use crate::state::making::Wish;
use crate::state::model::{Model, PatternView, Region, Settings};
use crate::state::reduce::reduce;
use crate::state::requests::test_support::{again, answered, evaluated, stopped};
use crate::ui::rendered;
use rulepad_workbench::{Dialect, Draft};
use std::rc::Rc;
use yew::Callback;

fn model(event: &str, pattern: &str) -> Model {
    let draft = Draft { event: event.into(), pattern: pattern.into(), ..Draft::default() };
    evaluated(&Model::new(draft, Settings::default()))
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| evaluated(&reduce(&model, action)))
}

/// The page, built where it is rendered: models do not cross threads.
fn page(make: impl FnOnce() -> Model + Send + 'static) -> String {
    rendered::<Page>(move || PageProps { model: Rc::new(make()), dispatch: Callback::noop() })
}

#[track_caller]
fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} in {html}");
    }
}

const EVENT: &str = r#"{"source": "aws.s3"}"#;

#[test]
fn the_pattern_is_said_in_words() {
    let words =
        || after(&model(EVENT, r#"{"source": ["aws.s3"]}"#), [Action::ShowPattern(PatternView::Words)]);
    has(
        &page(words),
        &[
            "aria-labelledby=\"pattern-view-tab-words\"",
            "Matches events in which source is",
            "Formula",
            "away",
        ],
    );
    let broken =
        page(move || after(&words(), [Action::Type(crate::state::field::Field::Pattern, "{".into())]));
    has(&broken, &["from the last pattern AWS accepts", "Matches events in which source is"]);
    let never = || after(&model(EVENT, "{"), [Action::ShowPattern(PatternView::Words)]);
    has(&page(never), &["Once AWS accepts the pattern"]);
}

#[test]
fn the_meter_is_there_for_wildcards_alone() {
    let none = page(|| model(EVENT, r#"{"source": ["aws.s3"]}"#));
    assert!(!none.contains("role=\"meter\""), "{none}");
    let some = page(|| model(EVENT, r#"{"source": [{"wildcard": "a*c*e"}, {"wildcard": "b*"}]}"#));
    has(&some, &["role=\"meter\"", "aria-valuemax=\"10\"", " of 10", "costliest", "a*c*e"]);
}

#[test]
fn another_dialect_is_named_and_what_belongs_to_rules_says_so() {
    let pipes = || {
        let record = r#"{"body": "{\"a\": 1}"}"#;
        after(&model(record, r#"{"body": {"a": [1]}}"#), [Action::SetDialect(Dialect::Pipes)])
    };
    let html = page(pipes);
    has(
        &html,
        &["EventBridge Pipes filter", "one record of the source", "these belong to EventBridge rules"],
    );
    let targets = page(move || after(&pipes(), [Action::Show(Region::Targets)]));
    has(&targets, &["Targets belong to EventBridge rules"]);
    has(&html, &["How the record was read", "was read as JSON"]);
    let export = page(move || after(&pipes(), [Action::Show(Region::Export)]));
    has(&export, &["aria-label=\"Pipes filter\""]);
    assert!(!export.contains("export belongs"), "the export that fits is chosen: {export}");
    let rule = page(|| model(EVENT, r#"{"source": ["aws.s3"]}"#));
    assert!(!rule.contains("belong to rules") && !rule.contains("why-notes"), "{rule}");
}

#[test]
fn why_no_event_was_made_stands_under_the_header() {
    let html = page(|| {
        let wished = reduce(&model(EVENT, "{"), Action::Make(Wish::Matching));
        let asked = reduce(&wished, Action::CatalogueRead(Err(NotFetched::Missing)));
        stopped(&asked, QuestionKind::Making)
    });
    has(&html, &["No event was made: looking for one was stopped after 2 seconds."]);
}

fn compared(other: &'static str) -> Model {
    let model = model(EVENT, r#"{"source": ["aws.s3"]}"#);
    let model = after(&model, [Action::TypeOther(other.into()), Action::Show(Region::Compare)]);
    answered(&model, |kind| kind == QuestionKind::Comparison)
}

#[test]
fn the_comparison_is_said_and_shown() {
    let html = page(|| compared(r#"{"source": ["aws.s3", "aws.ec2"]}"#));
    has(&html, &["This one is narrower", "Only the other matches", "Both match", ">Use it<"]);
    has(&page(|| compared(r#"{"source": "x"}"#)), &["AWS refuses the other pattern", "Fix all (1)"]);
    let empty = page(|| reduce(&model(EVENT, "{}"), Action::Show(Region::Compare)));
    has(&empty, &["Compares the pattern above with another one"]);
    let stopped = page(|| {
        let model = compared(r#"{"source": ["a"]}"#);
        stopped(&reduce(&model, again(QuestionKind::Comparison)), QuestionKind::Comparison)
    });
    has(&stopped, &["stopped after 2 seconds", "Try again"]);
}

#[test]
fn an_alternative_that_lost_is_folded() {
    let html = page(|| model(EVENT, r#"{"$or": [{"source": ["x"]}, {"source": ["aws.s3"]}]}"#));
    assert_eq!(html.matches("aria-expanded=\"false\" class=\"why-toggle\"").count(), 1, "{html}");
    assert_eq!(html.matches("aria-expanded=\"true\" class=\"why-toggle\"").count(), 2, "{html}");
    assert_eq!(html.matches("class=\"why-line why-condition").count(), 1, "{html}");
}

#[test]
fn an_event_that_is_not_there_yet_is_no_mistake() {
    let html = page(|| model("", r#"{"source": ["aws.s3"]}"#));
    has(&html, &["No event yet", "class=\"verdict tone-plain\""]);
    assert!(!html.contains("Problems of the event\""), "{html}");
    has(&page(|| model("[", r#"{"source": ["aws.s3"]}"#)), &["Problems of the event\""]);
}

#[test]
fn on_a_narrow_screen_the_verdict_leads_to_what_it_speaks_of() {
    let narrow = |pattern: &'static str| {
        move || after(&model(EVENT, pattern), [Action::Narrow(true), Action::Show(Region::Event)])
    };
    has(&page(narrow(r#"{"source": "aws.s3"}"#)), &["aria-label=\"Go to the event pattern\""]);
    has(&page(narrow(r#"{"source": ["aws.s3"]}"#)), &["aria-label=\"See why\""]);
    let there = page(move || reduce(&narrow(r#"{"source": ["aws.s3"]}"#)(), Action::Show(Region::Why)));
    assert!(!there.contains("verdict-lead"), "{there}");
    assert!(!page(|| model(EVENT, r#"{"source": "aws.s3"}"#)).contains("verdict-lead"));
}
