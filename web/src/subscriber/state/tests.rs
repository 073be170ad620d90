use super::*;
use crate::state::model::Settings;
use crate::state::own::DraftId;
use rulepad_subscriber_workbench::{Field, Scope, SubscriberDraft, evaluate};
use rulepad_workbench::{Draft, Edit, Lang, Span, Target};

const EVENT: &str = r#"{"total": 480, "who": "Ann"}"#;

fn page(draft: SubscriberDraft) -> Model {
    answered(Model::new(draft, DraftId(1), Settings::default(), 7))
}

/// The page with the answer of its worker.
fn answered(model: Model) -> Model {
    let report = evaluate(&model.draft, Lang::En);
    reduce(&model, Action::Answered(model.revision, Box::new(report)))
}

fn order() -> Model {
    page(SubscriberDraft {
        event: EVENT.into(),
        data: r#"{"total": [500]}"#.into(),
        ..SubscriberDraft::default()
    })
}

fn typed(model: &Model, field: Field, text: &str) -> Model {
    reduce(model, Action::Type(field, text.into()))
}

#[test]
fn typing_on_is_one_step_and_another_text_another() {
    let model = order();
    let model = typed(&model, Field::Data, "{");
    let model = typed(&model, Field::Data, "{}");
    let model = typed(&model, Field::Event, "1");
    assert_eq!(model.steps.last(), Some(Step::Type(Field::Event)));
    let back = reduce(&model, Action::StepBack);
    assert_eq!((&*back.draft.event, &*back.draft.data), (EVENT, "{}"));
    let back = reduce(&back, Action::StepBack);
    assert_eq!(&*back.draft.data, r#"{"total": [500]}"#);
    assert_eq!(back.steps.last(), None);
    let again = reduce(&reduce(&back, Action::StepForward), Action::StepForward);
    assert_eq!(again.draft, model.draft, "the same text of event and filter");
    assert_eq!(again.steps.undone(), None);
}

#[test]
fn a_late_answer_does_not_count() {
    let model = order();
    let report = Box::new(evaluate(&SubscriberDraft::default(), Lang::En));
    let next = typed(&model, Field::Data, "{}");
    let late = reduce(&next, Action::Answered(model.revision, report));
    assert_eq!((late.answer, late.waiting), (model.answer, Waiting::Asked));
}

#[test]
fn a_fix_of_another_text_changes_nothing() {
    let model = order();
    let edit = || vec![Edit { span: Span::new(0, 1), text: "[".into() }];
    let other = reduce(&model, Action::Fix(Field::Data, "x".into(), edit()));
    assert_eq!((&other.draft, other.revision), (&model.draft, model.revision));
    let fixed = reduce(&model, Action::Fix(Field::Data, r#"{"total": [500]}"#.into(), edit()));
    assert_eq!(&*fixed.draft.data, r#"["total": [500]}"#);
}

#[test]
fn what_is_pointed_at_lights_both_ways() {
    let mut model = order();
    model.pointed = Some(Pointed::Line(0, 0));
    let found = lit(&model);
    let value = found.bus.first().copied().unwrap();
    assert_eq!(found.texts, [(Field::Data, Span::new(1, 15))]);
    let text = model.answer.as_ref().unwrap().report.in_text(value).unwrap();
    assert_eq!(text.of(EVENT), "480");
    model.pointed = Some(Pointed::Text(Field::Event, text.start as usize));
    assert_eq!(lit(&model).lines, [(0, 0)]);
    model.pointed = Some(Pointed::Text(Field::Data, 3));
    assert_eq!(lit(&model).lines, [(0, 0)]);
    // The payload is a copy of the event.
    assert!(!{ lit(&model) }.bus.is_empty());
    let marks = marks(&model, &lit(&model), Some(Field::Event));
    assert!(marks.contains(&(text, crate::state::marks::Mark::Failed)));
    assert!(marks.contains(&(text, crate::state::marks::Mark::Lit)));
}

#[test]
fn a_stretch_of_the_payload_lights_expression_and_event() {
    let mut model = page(SubscriberDraft {
        event: EVENT.into(),
        transformer: rulepad_subscriber_workbench::TransformerType::Jsonata,
        expression: r#"{% {"n": $events.Data.who} %}"#.into(),
        ..SubscriberDraft::default()
    });
    let at = model.draft.expression.find("$events").unwrap() + 2;
    model.pointed = Some(Pointed::Text(Field::Expression, at));
    let found = lit(&model);
    assert_eq!(found.pieces.len(), 1);
    assert_eq!(found.texts[0].1.of(&model.draft.expression), "$events.Data.who");
    let value = model.answer.as_ref().unwrap().report.in_text(found.bus[0]).unwrap();
    assert_eq!(value.of(EVENT), r#""Ann""#);
}

#[test]
fn leaving_a_text_leaves_what_is_pointed_at_elsewhere() {
    let line = Some(Pointed::Line(0, 0));
    let model = reduce(&order(), Action::Point(line));
    assert_eq!(reduce(&model, Action::Leave(Field::Data)).pointed, line);
    let model = reduce(&model, Action::Point(Some(Pointed::Text(Field::Data, 1))));
    assert_eq!(reduce(&model, Action::Leave(Field::Data)).pointed, None);
}

#[test]
fn a_problem_leads_to_its_text() {
    let model = order();
    let there = |field| reduce(&model, Action::GoTo(field, Span::new(0, 0))).look;
    assert_eq!(there(Field::OfMetadata).filter, Scope::Metadata);
    assert_eq!((there(Field::Queue).lower, there(Field::Queue).region), (Lower::Delivery, Region::Delivery));
    assert_eq!(there(Field::Rest).lower, Lower::Subscriber);
}

#[test]
fn another_draft_leaves_the_one_before_as_it_was() {
    let model = typed(&order(), Field::Data, "{}");
    let new = reduce(&model, Action::New);
    assert_ne!(new.id, model.id);
    assert!(!new.touched && new.steps.last().is_none() && new.draft.event.is_empty());
}

#[test]
fn a_rule_with_targets_is_offered_for_migration() {
    let linked = |targets| rulepad_subscriber_workbench::link::Linked {
        rule: Some(Box::new(Draft { targets, event: "{}".into(), ..Draft::default() })),
        ..Default::default()
    };
    let plain = reduce(&order(), Action::Open(Box::new(linked(Vec::new()))));
    assert_eq!((plain.dialog, plain.migration.rules.len()), (None, 0));
    let with = reduce(&order(), Action::Open(Box::new(linked(vec![Target::default()]))));
    assert_eq!((with.dialog, with.migration.rules.len()), (Some(Dialog::Migration), 1));
    assert_eq!(with.taken.as_deref().map(|own| own.0.as_str()), Some("{}"));
}

#[test]
fn another_language_asks_again() {
    let model = order();
    let other = reduce(&model, Action::SetLang(Lang::KO));
    assert!(other.revision > model.revision);
    assert_eq!(other.settings.lang(), Lang::KO);
    assert!(!other.touched, "what is only looked at is no one's work");
}
