//! Undo and redo of the whole draft, undo of one change, and drafts that keep apart.

use super::action::Action;
use super::change::Load;
use super::drafts::DraftsAction;
use super::field::Field;
use super::model::{InputOption, Model, Opened, Settings};
use super::record::{self, Record};
use super::reduce::reduce;
use super::shared::Shared;
use super::step::Step;
use rulepad_workbench::{Draft, Input, examples};

fn example(place: usize) -> Draft {
    examples().remove(place).draft
}

fn page() -> Model {
    let mut model = Model::new(example(0), Settings::default());
    model.seed = 7;
    model
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| reduce(&model, action))
}

fn typed(field: Field, text: &str) -> Action {
    Action::Type(field, text.to_owned())
}

fn open(place: usize) -> Action {
    Action::Open(Shared::new(example(place)), Opened::Example("x".into()))
}

fn back(model: &Model, steps: usize) -> Model {
    after(model, std::iter::repeat_n(Action::StepBack, steps))
}

#[test]
fn every_kind_of_step_is_undone_and_redone() {
    let load = Load { event: Some("{\"other\": 1}".into()), ..Load::default() };
    let steps = [
        typed(Field::RuleName, "mine"),
        open(1),
        Action::New,
        typed(Field::Event, "{}"),
        Action::AddTarget(None),
        Action::RemoveTarget(0),
        Action::AddTarget(None),
        Action::SetOption(0, InputOption::Constant),
        Action::WriteDown("1".into()),
        Action::ClearLog,
        Action::Load(load, Opened::Original),
    ];
    let mut moments = vec![page()];
    for step in steps {
        moments.push(reduce(moments.last().unwrap(), step));
    }
    let same = |one: &Model, other: &Model| {
        assert_eq!(*one.draft, *other.draft);
        assert_eq!(one.sides, other.sides);
        assert_eq!(one.log.written, other.log.written);
        assert_eq!(one.own.id, other.own.id);
    };
    let mut now = moments.last().unwrap().clone();
    for moment in moments.iter().rev().skip(1) {
        now = reduce(&now, Action::StepBack);
        same(&now, moment);
    }
    assert_eq!(now.history.last(), None);
    same(&reduce(&now, Action::StepBack), &now);
    for moment in &moments[1..] {
        now = reduce(&now, Action::StepForward);
        same(&now, moment);
    }
    assert_eq!(now.history.next(), None);
    let branched = after(&back(&now, 3), [typed(Field::RuleName, "another way")]);
    assert_eq!(branched.history.next(), None, "what was undone is gone once something else is done");
}

#[test]
fn typing_in_one_text_is_one_step() {
    let model = page();
    let long =
        after(&model, [typed(Field::Event, "{"), typed(Field::Event, "{}"), typed(Field::Pattern, "[")]);
    assert_eq!(long.history.last(), Some(&Step::Typed(Field::Pattern)));
    let once = back(&long, 1);
    assert_eq!((once.draft.event.as_str(), &once.draft.pattern), ("{}", &model.draft.pattern));
    assert_eq!(*back(&long, 2).draft, *model.draft);
    let looked = after(&model, [Action::Indent(false), Action::Dismiss(3)]);
    assert_eq!(looked.history.last(), None, "looking is no step");
}

#[test]
fn the_history_is_bounded_and_shares_texts() {
    let large = "x".repeat(1 << 20);
    let mut model = after(&page(), [typed(Field::Event, &large)]);
    for number in 0..400 {
        model = after(
            &model,
            [typed(Field::RuleName, &number.to_string()), Action::SetOption(0, InputOption::Path)],
        );
        model = after(&model, [Action::SetOption(0, InputOption::Constant)]);
    }
    let mut steps = 0;
    let mut now = model.clone();
    while now.history.last().is_some() {
        now = reduce(&now, Action::StepBack);
        steps += 1;
    }
    assert_eq!(steps, 300);
    for number in 0..100 {
        model = after(
            &model,
            [typed(Field::Event, &format!("{number}{large}")), Action::SetOption(0, InputOption::Path)],
        );
        model = after(&model, [Action::SetOption(0, InputOption::Constant)]);
    }
    let mut large_steps = 0;
    while model.history.last().is_some() {
        model = reduce(&model, Action::StepBack);
        large_steps += 1;
    }
    assert!((10..200).contains(&large_steps), "{large_steps}");
}

#[test]
fn undo_of_a_message_keeps_what_was_typed_since() {
    let model = page();
    let load = Load { event: Some("{\"other\": 1}".into()), ..Load::default() };
    let loaded = after(&model, [Action::Load(load, Opened::Original)]);
    let number = loaded.undos[0].number;
    let typed_since =
        after(&loaded, [typed(Field::Pattern, "{\"typed\": [1]}"), typed(Field::RuleName, "since")]);
    let undone = reduce(&typed_since, Action::Undo(number));
    assert_eq!(undone.draft.event, model.draft.event);
    assert_eq!((&*undone.draft.pattern, &*undone.draft.rule.name), ("{\"typed\": [1]}", "since"));
    assert_eq!(*back(&undone, 1).draft, *typed_since.draft, "the undo is a step itself");

    let removed = after(
        &model,
        [Action::RemoveTarget(1), typed(Field::TargetId(0), "renamed"), Action::AddTarget(None)],
    );
    let undone = reduce(&removed, Action::Undo(removed.undos[0].number));
    let ids: Vec<&str> = undone.draft.targets.iter().map(|target| &*target.id).collect();
    let before: Vec<&str> = model.draft.targets.iter().map(|target| &*target.id).collect();
    assert_eq!(ids, ["renamed", before[1], before[2], "target-1"]);
    assert_eq!(undone.sides.len(), ids.len());
}

#[test]
fn undo_of_an_import_keeps_the_event_typed_since_and_the_draft_its_id() {
    let model = after(&page(), [typed(Field::RuleName, "mine")]);
    let mut other = Draft::clone(&model.draft);
    other.rule.name = "imported".into();
    other.targets.truncate(1);
    let what = Opened::Imported { label: "a".into(), form: "b".into() };
    let imported = after(&model, [Action::Open(Shared::new(other), what)]);
    assert_ne!(imported.own.id, model.own.id, "what was there stays stored");
    let since = after(&imported, [typed(Field::Event, "{\"typed\": 1}")]);
    let undone = reduce(&since, Action::Undo(imported.undos[0].number));
    assert_eq!((&*undone.draft.event, &*undone.draft.rule.name), ("{\"typed\": 1}", "mine"));
    assert_eq!((undone.draft.targets.len(), undone.own.id), (model.draft.targets.len(), model.own.id));
}

#[test]
fn two_links_one_after_the_other_leave_the_own_draft_alone() {
    let own = after(&page(), [typed(Field::RuleName, "mine")]);
    let link = |place: usize| Action::Open(Shared::new(example(place)), Opened::Link);
    let second = after(&own, [link(1), link(2)]);
    assert!(!second.edited);
    let undone = reduce(&second, Action::Undo(second.undos[0].number));
    assert_eq!(*undone.draft, example(1));
    assert_ne!(undone.own.id, own.own.id, "the first link is stored under its own id");
    let ids = [&own, &undone, &second].map(|model| model.own.id);
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2]);
    assert_eq!((&*back(&second, 2).draft, back(&second, 2).own.id), (&*own.draft, own.own.id));
}

#[test]
fn a_new_rule_is_empty() {
    let new = after(&page(), [Action::New]);
    assert_eq!(*new.draft, Draft::default());
    assert!(new.sides.is_empty() && new.tray.is_none());
}

#[test]
fn a_stored_draft_is_opened_with_the_texts_of_every_option() {
    let model = after(
        &page(),
        [
            Action::SetOption(0, InputOption::Transformer),
            typed(Field::Template(0), "\"mine <x>\""),
            Action::SetOption(0, InputOption::Constant),
        ],
    );
    let stored = Record::of(&model, 1.0, "a-1".into(), String::new());
    let stored = record::read(&stored.text()).unwrap();
    let other = after(&page(), [open(1), Action::Drafts(DraftsAction::Opened(Shared::new(stored)))]);
    assert_eq!((&*other.draft, other.own.id), (&*model.draft, model.own.id));
    let again = after(&other, [Action::SetOption(0, InputOption::Transformer)]);
    let Input::Transformer { template, .. } = &again.draft.targets[0].input else { panic!() };
    assert_eq!(template, "\"mine <x>\"");
}

#[test]
fn a_draft_that_another_tab_stored_gets_another_id_also_in_its_history() {
    let model = after(&page(), [typed(Field::RuleName, "mine"), Action::AddTarget(None)]);
    let id = model.own.id;
    let forked = after(&model, [Action::Drafts(DraftsAction::Forked(id))]);
    assert_ne!(forked.own.id, id);
    assert_eq!(forked.draft, model.draft);
    let undone = back(&forked, 1);
    assert_eq!(undone.own.id, forked.own.id);
    assert_eq!(undone.draft.targets.len(), model.draft.targets.len() - 1);
    let late = after(&forked, [Action::Drafts(DraftsAction::Forked(id))]);
    assert_eq!(late.own.id, forked.own.id, "told once more it stays");
}
