//! Targets added, doubled, moved, exchanged; the event log written and cleared.

use super::action::Action;
use super::field::Field;
use super::log::{MOST_BYTES, MOST_WRITTEN, table_for};
use super::model::{Model, Settings, Way};
use super::reduce::reduce;
use super::requests::test_support::settled;
use rulepad_workbench::{Draft, Input, Table, Target, TargetKind, examples};

fn page() -> Model {
    let seed = examples().into_iter().next().unwrap().draft;
    Model::new(seed, Settings::default())
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| settled(&reduce(&model, action)))
}

fn ids(model: &Model) -> Vec<&str> {
    model.draft.targets.iter().map(|target| target.id.as_str()).collect()
}

fn keys(model: &Model) -> Vec<u32> {
    model.sides.iter().map(|side| side.key).collect()
}

#[test]
fn a_target_of_a_kind_begins_with_an_arn_of_the_events_place_and_is_chosen() {
    let model = after(&page(), [Action::AddTarget(Some(TargetKind::StepFunctions))]);
    let target = model.draft.targets.last().unwrap();
    assert_eq!(target.kind(), Some(TargetKind::StepFunctions));
    let event: &str = &model.draft.event;
    let region = target.arn.split(':').nth(3).unwrap();
    assert!(event.contains(&format!("\"{region}\"")), "{region}");
    assert!(!target.role_arn.is_empty());
    assert_eq!((target.id.as_str(), model.look.target), ("state-machine", 3));
    let twice = after(&model, [Action::AddTarget(Some(TargetKind::StepFunctions))]);
    assert_eq!(ids(&twice)[3..], ["state-machine", "state-machine-2"]);
}

#[test]
fn a_duplicate_stands_after_its_original_under_an_id_of_its_own() {
    let model = after(&page(), [Action::DuplicateTarget(0), Action::DuplicateTarget(1)]);
    let first = ids(&page())[0].to_owned();
    assert_eq!(ids(&model)[..3], [first.clone(), format!("{first}-2"), format!("{first}-3")]);
    assert_eq!(model.look.target, 2);
    let [original, copy] = [&model.draft.targets[0], &model.draft.targets[1]];
    assert_eq!(Target { id: original.id.clone(), ..copy.clone() }, *original);
    let mut own = keys(&model);
    own.sort_unstable();
    own.dedup();
    assert_eq!(own.len(), 5, "each target is told apart");
}

#[test]
fn an_id_of_digits_and_a_blank_one_can_be_doubled() {
    let named = |id: &str| {
        let target = Target { id: id.into(), ..Target::default() };
        let model = Model::new(Draft { targets: vec![target], ..Draft::default() }, Settings::default());
        after(&model, [Action::DuplicateTarget(0)]).draft.targets[1].id.clone()
    };
    assert_eq!(
        [named("12"), named("v2"), named("a-9"), named("")].map(String::from),
        ["12-2", "v2-2", "a-2", "target-1"]
    );
}

#[test]
fn moving_takes_the_choice_along_and_stops_at_the_ends() {
    let model = page();
    let moved = after(&model, [Action::SelectTarget(0), Action::MoveTarget(0, Way::Down)]);
    assert_eq!((ids(&moved)[1], moved.look.target), (ids(&model)[0], 1));
    assert_eq!(keys(&moved)[..2], [keys(&model)[1], keys(&model)[0]]);
    let back = after(&moved, [Action::MoveTarget(1, Way::Up), Action::MoveTarget(0, Way::Up)]);
    assert_eq!((ids(&back), back.look.target), (ids(&model), 0));
    let last = after(&model, [Action::MoveTarget(2, Way::Down), Action::MoveTarget(9, Way::Up)]);
    assert_eq!(ids(&last), ids(&model));
    // Another target moves past the chosen one.
    let other = after(&model, [Action::SelectTarget(1), Action::MoveTarget(2, Way::Up)]);
    assert_eq!((ids(&other)[1], other.look.target), (ids(&model)[2], 2));
}

#[test]
fn an_exchanged_input_can_be_brought_back_wherever_its_target_went() {
    let model = page();
    let before = model.draft.targets[2].input.clone();
    let instead = Input::Path("$.detail".into());
    let exchange = Action::Exchange(2, model.draft.clone(), Box::new(instead.clone()));
    let model = after(&model, [exchange.clone()]);
    assert_eq!(model.draft.targets[2].input, instead);
    let number = model.undos[0].number;
    let undone = after(&model, [Action::MoveTarget(2, Way::Up), Action::Undo(number)]);
    assert_eq!((&undone.draft.targets[1].input, undone.look.target), (&before, 1));
    // What was found for another input is dropped.
    let other = after(&page(), [Action::Type(Field::Template(2), "\"x\"".into()), exchange]);
    assert_ne!(other.draft.targets[2].input, instead);
}

#[test]
fn the_event_log_is_written_struck_cleared_and_brought_back_in_order() {
    let written = |model: &Model| model.log.written.iter().map(|text| text.to_string()).collect::<Vec<_>>();
    let write = |text: &str| Action::WriteDown(text.to_owned());
    let two = after(&page(), [write("1"), write("2")]);
    let cleared = after(&two, [Action::ClearLog]);
    assert!(cleared.log.written.is_empty());
    let number = cleared.undos[0].number;
    assert_eq!(written(&after(&cleared, [write("3"), Action::Undo(number)])), ["1", "2", "3"]);
    let struck = after(&two, [Action::Strike(0), Action::Strike(7)]);
    assert_eq!(written(&struck), ["2"]);
    assert_eq!(written(&after(&struck, [Action::Undo(struck.undos[0].number)])), ["1", "2"]);
    assert!(after(&page(), [Action::ClearLog]).undos.is_empty(), "an empty log is not cleared");
}

#[test]
fn the_event_log_has_its_limits() {
    let large = after(&page(), [Action::WriteDown("x".repeat(MOST_BYTES)), Action::WriteDown("y".into())]);
    assert_eq!(large.log.written.len(), 1);
    let many = after(&page(), (0..MOST_WRITTEN + 1).map(|number| Action::WriteDown(number.to_string())));
    assert_eq!(many.log.written.len(), MOST_WRITTEN);
}

#[test]
fn the_log_is_read_by_the_keys_of_its_table_and_follows_them() {
    let payload = |time: &str| format!(r#"{{"time": "{time}", "detail": {{"userName": "ana", "n": 1}}}}"#);
    let first = payload("2026-01-01T00:00:00Z");
    let table = table_for(&first);
    assert_eq!((table.partition.path.as_str(), table.sort.path.as_str()), ("$.detail.userName", "$.time"));
    let write = |time: &str| Action::WriteDown(payload(time));
    let actions = [
        Action::SetTable(Some(Box::new(table))),
        write("2026-01-01T00:00:00Z"),
        write("2026-01-01T00:00:01Z"),
    ];
    let model = after(&page(), actions);
    let replaced = |model: &Model| {
        model
            .log
            .table
            .as_ref()
            .unwrap()
            .log
            .as_ref()
            .unwrap()
            .puts
            .iter()
            .map(|put| put.replaces)
            .collect::<Vec<_>>()
    };
    assert_eq!(replaced(&model), [None, None]);
    let user_alone =
        [Action::Type(Field::SortName, String::new()), Action::Type(Field::SortPath, String::new())];
    assert_eq!(replaced(&after(&model, user_alone)), [None, Some(0)]);
    assert_eq!(after(&model, [Action::SetTable(None)]).log.table, None);
}

#[test]
fn what_says_no_user_and_no_time_still_gives_a_table_to_begin_with() {
    let table = table_for(r#"{"a": "x"}"#);
    assert_eq!((table.partition.name.as_str(), table.partition.path.as_str()), ("a", "$.a"));
    assert!(!table.has_sort());
    assert_eq!(table_for("[1]"), Table::default());
}
