//! The reducer, action by action.

use super::action::Action;
use super::address::Link;
use super::fetched::{Fetched, NotFetched};
use super::field::Field;
use super::marks::{Mark, marks};
use super::model::{Done, InputOption, Lower, Model, Notice, Opened, Pointed, Region, Settings};
use super::record::Record;
use super::reduce::reduce;
use super::requests::test_support::{again, answer, answered, asked, evaluated, settled, slow, stopped};
use super::requests::{RequestAction, State, Worker};
use super::shared::Shared;
use crate::engine::failure::Failure;
use crate::engine::protocol::QuestionKind;
use rulepad_workbench::Lang;
use rulepad_workbench::share::{BadLink, encode};
use rulepad_workbench::{Draft, Input, Span, Verdict, evaluate, examples};

fn example(id: &str) -> Draft {
    examples().into_iter().find(|example| example.id == id).unwrap().draft
}

fn seed() -> Draft {
    example("codebuild-published")
}

fn fresh() -> (Settings, u64) {
    (Settings::default(), 7)
}

fn link(fragment: &str) -> Option<Link> {
    Link::read("", &format!("#{fragment}"), None)
}

fn stored(draft: Draft) -> Record {
    Record::of(&Model::new(draft, Settings::default()), 1.0, "tab-1".into(), String::new())
}

fn page(draft: Draft) -> Model {
    evaluated(&Model::new(draft, Settings::default()))
}

/// What the worker would answer.
fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| evaluated(&settled(&reduce(&model, action))))
}

fn verdict(model: &Model) -> Verdict {
    model.current().unwrap().verdict
}

#[test]
fn the_seed_is_fixed_and_then_made_to_match() {
    let model = page(seed());
    assert_eq!(verdict(&model), Verdict::PatternError);
    let model = after(&model, [Action::FixAll(Field::Pattern)]);
    assert_eq!(verdict(&model), Verdict::NoMatch);
    let event = model
        .draft
        .event
        .replace("\"project-name\": \"SampleProjectName\"", "\"project-name\": \"test-codebuild-project\"");
    let model = after(&model, [Action::Type(Field::Event, event)]);
    assert_eq!(verdict(&model), Verdict::Match);
}

#[test]
fn one_fix_fixes_one_mistake() {
    let model = page(seed());
    let edits = model.current().unwrap().pattern[0].first_fix().unwrap().edits.clone();
    let fix = Action::Fix { field: Field::Pattern, draft: model.draft.clone(), edits };
    let model = after(&model, [fix]);
    assert_eq!(model.current().unwrap().pattern.len(), 3);
    assert!(model.draft.pattern.contains("[\"aws.codebuild\"]"), "{}", model.draft.pattern);
}

#[test]
fn a_fix_for_an_older_text_is_dropped() {
    let model = page(seed());
    let edits = model.current().unwrap().pattern[0].first_fix().unwrap().edits.clone();
    let fix = Action::Fix { field: Field::Pattern, draft: model.draft.clone(), edits };
    let typed = reduce(&model, Action::Type(Field::Pattern, "{}".into()));
    assert_eq!(reduce(&typed, fix.clone()).draft.pattern, "{}");
    // Another text changed, this one did not: the fix still fits.
    let elsewhere = reduce(&model, Action::Type(Field::Event, "{}".into()));
    assert!(reduce(&elsewhere, fix).draft.pattern.contains("[\"aws.codebuild\"]"));
}

#[test]
fn an_answer_to_an_older_draft_is_dropped() {
    let model = Model::new(seed(), Settings::default());
    let before = asked(&model, QuestionKind::Evaluation);
    let typed = reduce(&model, Action::Type(Field::Pattern, "{".into()));
    let now = asked(&typed, QuestionKind::Evaluation);
    assert!(now.number > before.number && now.state == State::Pending);
    assert_eq!(reduce(&typed, answer(&before)).answer, None);
    for late in [RequestAction::Stopped(before.number), RequestAction::Slow(before.number)] {
        assert_eq!(reduce(&typed, Action::Request(late)).requests, typed.requests);
    }
}

#[test]
fn typing_what_is_there_changes_nothing() {
    let model = page(seed());
    let same = reduce(&model, Action::Type(Field::Event, model.draft.event.clone()));
    assert_eq!((same.revision, same.edited), (model.revision, false));
}

#[test]
fn a_stopped_evaluation_is_tried_again_and_the_draft_stays() {
    let model = reduce(&page(seed()), Action::Type(Field::Pattern, "{}".into()));
    let state = |model: &Model| model.requests.state(QuestionKind::Evaluation).cloned().unwrap();
    let stopped = stopped(&model, QuestionKind::Evaluation);
    assert_eq!(state(&stopped), State::Stopped);
    let again = reduce(&stopped, again(QuestionKind::Evaluation));
    assert_eq!(again.draft, model.draft);
    assert_ne!(again.revision, model.revision);
    assert_eq!(state(&evaluated(&again)), State::Answered);
    // Whoever types on still reads that it was stopped, until something else is known.
    let typed = reduce(&stopped, Action::Type(Field::Pattern, "{ }".into()));
    assert_eq!(state(&typed), State::Stopped);
    assert_eq!(state(&slow(&typed, QuestionKind::Evaluation)), State::Slow);
    assert_eq!(state(&reduce(&typed, answer(&asked(&typed, QuestionKind::Evaluation)))), State::Answered);
}

#[test]
fn a_worker_that_starts_late_answers_what_it_was_asked() {
    let model = reduce(&page(seed()), Action::FixAll(Field::Pattern));
    let fix = asked(&model, QuestionKind::Fixing);
    let failed = reduce(&model, Action::Request(RequestAction::Failed(Worker::Evaluation, Failure::Late)));
    assert_eq!(failed.requests.state(QuestionKind::Evaluation), Some(&State::Failed(Failure::Late)));
    assert_ne!(reduce(&failed, answer(&fix)).draft.pattern, model.draft.pattern);
    // Of a text that was changed since, nothing is done that the person may have forgotten.
    let typed = reduce(&failed, Action::Type(Field::Pattern, "{'".into()));
    assert_eq!(typed.requests.get(QuestionKind::Fixing), None);
    let again = reduce(&failed, again(QuestionKind::Evaluation));
    assert_eq!(again.requests.get(QuestionKind::Fixing), None);
    assert_eq!(again.requests.state(QuestionKind::Evaluation), Some(&State::Slow));
}

#[test]
fn the_last_explanation_stays_while_the_pattern_is_broken() {
    let model = after(&page(seed()), [Action::FixAll(Field::Pattern)]);
    let broken = after(&model, [Action::Type(Field::Pattern, "{".into())]);
    assert_eq!(verdict(&broken), Verdict::PatternError);
    assert_eq!(broken.explained, model.explained);
    assert!(broken.explained.is_some());
    assert_eq!(marks(&broken).event, [], "verdicts on an earlier pattern are not marked");
}

#[test]
fn a_refusal_of_what_is_being_typed_waits_for_a_pause() {
    let model = after(&page(seed()), [Action::FixAll(Field::Pattern)]);
    assert_eq!(verdict(&model), Verdict::NoMatch);
    let refused = |model: &Model| answered(model, |kind| kind == QuestionKind::Evaluation);
    let typed = refused(&reduce(&model, Action::Type(Field::Pattern, "{".into())));
    assert_eq!(typed.answer, model.answer, "what was shown stays");
    assert!(typed.unsettled.is_some());
    let more = reduce(&typed, Action::Type(Field::Pattern, "{}".into()));
    assert_eq!(more.unsettled, None);
    assert_eq!(reduce(&more, Action::Settle(typed.revision)).answer, model.answer, "another draft");
    let paused = reduce(&typed, Action::Settle(typed.revision));
    assert_eq!(verdict(&paused), Verdict::PatternError);
    let loaded = refused(&reduce(&model, Action::Open(Shared::new(seed()), Opened::Link)));
    assert_eq!(verdict(&loaded), Verdict::PatternError, "what was not typed is refused at once");
}

#[test]
fn a_link_carries_a_broken_draft_both_ways() {
    let draft = Draft { pattern: "{'".into(), ..seed() };
    let opened = Model::first(fresh(), link(&encode(&draft)), None, Draft::default);
    assert_eq!(*opened.draft, draft);
    assert!(!opened.edited, "an unchanged link does not replace what was kept");
    assert_eq!(opened.undos, []);
}

#[test]
fn a_link_over_a_kept_draft_can_be_taken_back() {
    let kept = stored(example("order-or"));
    let opened = Model::first(fresh(), link(&encode(&seed())), Some(&kept), Draft::default);
    assert_eq!(*opened.draft, seed());
    assert_eq!(opened.sides.len(), seed().targets.len());
    let back = reduce(&opened, Action::Undo(opened.undos[0].number));
    assert_eq!((&*back.draft, back.own.id), (&kept.draft, kept.id), "under its own id");
    assert_eq!(back.sides.len(), kept.draft.targets.len());
}

#[test]
fn a_damaged_link_is_said_and_what_was_kept_stays() {
    let kept = stored(example("order-or"));
    let model = Model::first(fresh(), link("1.AAAA"), Some(&kept), Draft::default);
    assert_eq!(*model.draft, kept.draft);
    assert_eq!(model.notices, [Notice::BadLink(BadLink::Damaged)]);
    assert_eq!(reduce(&model, Action::Dismiss(0)).notices, []);
}

#[test]
fn without_link_and_kept_draft_the_seed_opens() {
    let model = Model::first(fresh(), None, None, seed);
    assert_eq!(*model.draft, seed());
}

#[test]
fn an_example_can_be_taken_back() {
    let mine = after(&page(seed()), [Action::Type(Field::RuleName, "mine".into())]);
    let open = Action::Open(Shared::new(example("order-or")), Opened::Example("Orders".into()));
    let loaded = after(&mine, [open]);
    assert_eq!(*loaded.draft, example("order-or"));
    assert!(matches!(&loaded.undos[..], [undo] if matches!(undo.done, Done::Opened(_))));
    let back = reduce(&loaded, Action::Undo(loaded.undos[0].number));
    assert_eq!(back.draft, mine.draft);
    assert_eq!(back.sides, mine.sides);
    assert_eq!(back.undos, []);
}

#[test]
fn targets_are_added_removed_and_brought_back() {
    let model = page(example("ecs-array"));
    assert_eq!(model.draft.targets, []);
    let two = after(&model, [Action::AddTarget(None), Action::AddTarget(None)]);
    let ids: Vec<&str> = two.draft.targets.iter().map(|target| target.id.as_str()).collect();
    assert_eq!(ids, ["target-1", "target-2"]);
    assert_eq!(two.look.target, 1);
    assert_ne!(two.sides[0].key, two.sides[1].key);
    let one = after(&two, [Action::RemoveTarget(0)]);
    assert_eq!((one.draft.targets[0].id.as_str(), one.look.target), ("target-2", 0));
    assert_eq!(one.sides, two.sides[1..]);
    let back = reduce(&one, Action::Undo(one.undos[0].number));
    assert_eq!((&back.draft.targets, &back.sides), (&two.draft.targets, &two.sides));
    let none = after(&one, [Action::RemoveTarget(0), Action::RemoveTarget(0)]);
    assert_eq!((none.draft.targets.len(), none.look.target), (0, 0));
}

#[test]
fn a_new_id_is_free() {
    let model = after(
        &page(example("ecs-array")),
        [Action::AddTarget(None), Action::AddTarget(None), Action::RemoveTarget(0)],
    );
    let model = after(&model, [Action::AddTarget(None)]);
    let ids: Vec<&str> = model.draft.targets.iter().map(|target| target.id.as_str()).collect();
    assert_eq!(ids, ["target-2", "target-1"]);
}

#[test]
fn the_texts_of_an_input_option_wait_for_its_return() {
    let model = after(
        &page(seed()),
        [
            Action::SetOption(0, InputOption::Path),
            Action::Type(Field::InputPath(0), "$.detail.phases".into()),
            Action::SetOption(0, InputOption::Constant),
        ],
    );
    assert!(matches!(&model.draft.targets[0].input, Input::Constant(text) if text.contains("message")));
    let model = after(&model, [Action::SetOption(0, InputOption::Path)]);
    assert_eq!(model.draft.targets[0].input, Input::Path("$.detail.phases".into()));
}

#[test]
fn every_input_option_begins_with_something_that_is_delivered() {
    use rulepad_workbench::Outcome;
    for option in
        [InputOption::MatchedEvent, InputOption::Path, InputOption::Constant, InputOption::Transformer]
    {
        let model = after(
            &page(seed()),
            [Action::SetOption(0, InputOption::MatchedEvent), Action::SetOption(0, option)],
        );
        let report = &model.current().unwrap().targets[0];
        assert_eq!(report.diagnostics, [], "{option:?}");
        let outcome = report.rendered.as_ref().map(|rendered| &rendered.outcome);
        assert!(matches!(outcome, Some(Outcome::Delivered(_))), "{option:?}: {outcome:?}");
    }
}

#[test]
fn a_text_of_an_option_not_chosen_is_not_written() {
    let model = page(seed());
    let same = reduce(&model, Action::Type(Field::Template(0), "x".into()));
    assert_eq!(same.draft, model.draft);
    assert_eq!(reduce(&model, Action::Type(Field::TargetId(99), "x".into())).draft, model.draft);
}

#[test]
fn every_text_can_be_read_and_written() {
    let mut draft = seed();
    let target =
        [Field::TargetId(2), Field::TargetArn(2), Field::TargetRole(2), Field::Paths(2), Field::Template(2)];
    let rule = [Field::RuleName, Field::RuleBus, Field::RuleDescription, Field::RuleRole];
    for field in target.into_iter().chain(rule).chain([Field::Event, Field::Pattern, Field::InputPath(1)]) {
        *field.text_mut(&mut draft).unwrap() = format!("{field:?}");
    }
    for field in target.into_iter().chain(rule).chain([Field::Event, Field::Pattern, Field::InputPath(1)]) {
        assert_eq!(field.text(&draft), Some(format!("{field:?}").as_str()));
    }
}

#[test]
fn a_bus_with_its_account_and_region_moves_the_rule() {
    let mut draft = seed();
    draft.rule.location.region = "eu-west-1".into();
    let model = page(draft);
    let named = reduce(&model, Action::Type(Field::RuleBus, "orders".into()));
    assert_eq!(named.draft.rule.location.region, "eu-west-1");
    let bus = "arn:aws:events:us-east-1:123456789012:event-bus/orders";
    let moved = reduce(&named, Action::Type(Field::RuleBus, bus.into()));
    assert!(moved.draft.rule.location.is_unknown());
}

#[test]
fn problems_are_about_the_text_that_has_them() {
    let mut draft = seed();
    draft.rule.name = "a b".into();
    draft.targets[0].id = "a b".into();
    draft.targets[1].arn = "nothing".into();
    draft.targets[1].input = Input::Path("detail".into());
    draft.targets[2].input = Input::Transformer { paths: "{".into(), template: "<".into() };
    let report = evaluate(&draft, Lang::En);
    let of = |found: &[rulepad_workbench::Diagnostic]| -> Vec<Option<Field>> {
        found.iter().map(Field::of).collect()
    };
    assert_eq!(of(&report.rule), [Some(Field::RuleName)]);
    assert_eq!(of(&report.targets[0].diagnostics), [Some(Field::TargetId(0))]);
    let second = of(&report.targets[1].diagnostics);
    assert!(
        second.contains(&Some(Field::TargetArn(1))) && second.contains(&Some(Field::InputPath(1))),
        "{second:?}"
    );
    assert!(of(&report.targets[2].diagnostics).contains(&Some(Field::Paths(2))));
}

#[test]
fn going_to_a_problem_shows_its_text() {
    let model = after(&page(seed()), [Action::GoTo(Field::RuleName, Span::default())]);
    assert_eq!((model.look.lower, model.look.region), (Lower::Export, Region::Export));
    let model = after(&model, [Action::GoTo(Field::Template(2), Span::new(1, 2))]);
    assert_eq!((model.look.lower, model.look.target), (Lower::Targets, 2));
    let place = model.reveal(Field::Template(2)).unwrap();
    assert_eq!((place.span, place.focus), (Span::new(1, 2), true));
    let again = after(&model, [Action::GoTo(Field::Template(2), Span::new(1, 2))]);
    assert_ne!(again.reveal(Field::Template(2)).unwrap().number, place.number);
    assert_eq!(
        after(&again, [Action::SelectTarget(0)]).look.reveals,
        [],
        "an old place must not take the focus"
    );
}

#[test]
fn pointing_works_from_lines_to_texts_and_back() {
    let model = after(&page(seed()), [Action::FixAll(Field::Pattern)]);
    let failed = model.current().unwrap().why.iter().position(|line| !line.holds).unwrap();
    let lit = |model: &Model| {
        let marks = marks(model);
        let only = |marks: &[(Span, Mark)]| -> Vec<Span> {
            marks.iter().filter(|(_, mark)| *mark == Mark::Lit).map(|(span, _)| *span).collect()
        };
        (marks.lines.clone(), only(&marks.event), only(&marks.pattern))
    };
    let from_line = after(&model, [Action::Point(Some(Pointed::Line(failed)))]);
    let (lines, event, pattern) = lit(&from_line);
    assert_eq!((lines, event.len(), pattern.len()), (vec![failed], 1, 1));
    assert_eq!(event[0].of(&model.draft.event), "\"SampleProjectName\"");

    let byte = event[0].start as usize + 3;
    assert_eq!(lit(&after(&model, [Action::Point(Some(Pointed::Event(byte)))])), lit(&from_line));
    let byte = pattern[0].start as usize + 3;
    assert_eq!(lit(&after(&model, [Action::Point(Some(Pointed::Pattern(byte)))])), lit(&from_line));
    assert_eq!(lit(&after(&from_line, [Action::Point(None)])), (vec![], vec![], vec![]));

    // A cursor that is told late does not take the light from the pointer.
    let cursor = Action::Focus(Region::Pattern, Some(Pointed::Pattern(0)));
    assert_eq!(lit(&after(&from_line, [cursor.clone()])), lit(&from_line));
    // The focus lights what the pointer does not; a region that lost it earlier takes nothing from the next.
    let focus = Action::Focus(Region::Why, Some(Pointed::Line(failed)));
    let focused = after(&model, [cursor, focus, Action::Focus(Region::Pattern, None)]);
    assert_eq!(lit(&focused), lit(&from_line));
    assert_eq!(lit(&after(&focused, [Action::Focus(Region::Why, None)])), (vec![], vec![], vec![]));
}

#[test]
fn choosing_a_line_goes_to_the_pattern_and_shows_the_value() {
    let model = after(&page(seed()), [Action::FixAll(Field::Pattern)]);
    let failed = model.current().unwrap().why.iter().position(|line| !line.holds).unwrap();
    let model = after(&model, [Action::GoToLine(failed)]);
    let pattern = model.reveal(Field::Pattern).unwrap();
    assert!(pattern.focus && pattern.span.of(&model.draft.pattern).starts_with("\"project-name\""));
    let event = model.reveal(Field::Event).unwrap();
    assert!(!event.focus && event.span.of(&model.draft.event) == "\"SampleProjectName\"");
    assert_eq!(model.look.region, Region::Pattern);
}

#[test]
fn values_of_a_condition_that_holds_are_marked_where_they_decide() {
    let model = page(example("order-or"));
    let marks = marks(&model);
    let of = |kind: Mark| -> Vec<&str> {
        let found = marks.event.iter().filter(|(_, mark)| *mark == kind);
        found.map(|(span, _)| span.of(&model.draft.event)).collect()
    };
    assert_eq!(of(Mark::Failed), ["42000"]);
    assert!(of(Mark::Passed).contains(&"\"gold\""));
}

#[test]
fn tidying_keeps_numbers_and_leaves_broken_texts_alone() {
    let model = page(Draft {
        event: "{\"n\":9007199254740993}".into(),
        pattern: "{\"a\":".into(),
        ..Draft::default()
    });
    let model = after(&model, [Action::Tidy(Field::Event), Action::Tidy(Field::Pattern)]);
    assert_eq!(model.draft.event, "{\n  \"n\": 9007199254740993\n}");
    assert_eq!(model.draft.pattern, "{\"a\":");
}

#[test]
fn the_gallery_is_read_when_the_examples_are_looked_at() {
    let model = reduce(&page(seed()), Action::WantGallery);
    assert!(model.gallery.is_reading());
    let failed = reduce(&model, Action::GalleryRead(Err(NotFetched::Missing)));
    assert_eq!(
        reduce(&failed, Action::WantGallery).gallery,
        Fetched::Failed(NotFetched::Missing),
        "not behind one's back"
    );
    let again = reduce(&failed, Action::ReadGallery);
    assert!(again.gallery.is_reading());
    let gallery = Shared::new(rulepad_workbench::gallery().unwrap());
    let read = reduce(&again, Action::GalleryRead(Ok(gallery.clone())));
    assert_eq!(reduce(&read, Action::WantGallery).gallery, Fetched::Read(gallery), "it is read once");
}

#[test]
fn a_text_that_changed_before_it_was_fixed_is_fixed_as_it_is() {
    let asked = reduce(&page(seed()), Action::FixAll(Field::Pattern));
    assert_eq!(asked.draft.pattern, seed().pattern, "the worker has not answered");
    let typed = reduce(&asked, Action::Type(Field::Pattern, "{\"source\": \"aws.s3\"}".into()));
    assert_eq!(settled(&typed).draft.pattern, "{\"source\": [\"aws.s3\"]}");
}
