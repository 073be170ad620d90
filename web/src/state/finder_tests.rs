//! Looking for a sample and taking it.

use super::action::Action;
use super::fetched::{Fetched, NotFetched};
use super::finder::{Finder, Take};
use super::model::{Dialog, Model, Region, Settings};
use super::reduce::reduce;
use super::shared::Shared;
use rulepad_workbench::Lang;
use rulepad_workbench::catalogue::{FoundItem, bundled};
use rulepad_workbench::{Dialect, Draft, Verdict, evaluate};

fn page(dialect: Dialect) -> Model {
    let draft = Draft { event: "{}".into(), pattern: "{\"a\": [1]}".into(), dialect, ..Draft::default() };
    Model::new(draft, Settings::default())
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| reduce(&model, action))
}

fn read() -> Action {
    Action::CatalogueRead(bundled().map(Shared::new).map_err(NotFetched::Damaged))
}

fn finder(model: &Model) -> &Finder {
    match &model.dialog {
        Some(Dialog::Finder(finder)) => finder,
        other => panic!("{other:?}"),
    }
}

/// A page whose finder looks for this.
fn looking(dialect: Dialect, query: &str) -> Model {
    after(&page(dialect), [Action::OpenFinder, read(), Action::Find(query.into())])
}

fn found(model: &Model) -> Vec<FoundItem> {
    finder(model).hits.as_ref().unwrap().iter().map(|hit| hit.found).collect()
}

#[test]
fn the_catalogue_is_read_when_it_is_first_wanted() {
    let model = page(Dialect::Rule);
    assert_eq!(model.catalogue, Fetched::Unread);
    let open = reduce(&model, Action::OpenFinder);
    assert!(open.catalogue.is_reading() && finder(&open).hits.is_none());
    // What is typed before it came counts when it is there.
    let read = after(&open, [Action::Find("codebuild".into()), read()]);
    assert!(!found(&read).is_empty());
    let again = after(&read, [Action::Dialog(None), Action::OpenFinder]);
    assert_eq!(again.catalogue, read.catalogue, "it is read once");
    assert_eq!(finder(&again).query, "");
    assert!(found(&again).len() > found(&read).len());
}

#[test]
fn a_failure_is_kept_and_tried_again_when_asked() {
    let failed = Action::CatalogueRead(Err(NotFetched::Missing));
    let model = after(&page(Dialect::Rule), [Action::OpenFinder, failed]);
    assert_eq!(model.catalogue, Fetched::Failed(NotFetched::Missing));
    assert_eq!(after(&model, [Action::OpenFinder]).catalogue, model.catalogue, "not tried behind one's back");
    let again = after(&model, [Action::ReadCatalogue, read()]);
    assert!(!found(&again).is_empty());
}

#[test]
fn an_event_is_taken_with_or_without_its_pattern_and_taken_back() {
    let model = looking(Dialect::Rule, "codebuild build-status");
    let alone = reduce(&model, Action::TakeFound(Take::Event));
    assert!(alone.draft.event.contains("aws.codebuild"), "{}", alone.draft.event);
    assert_eq!((alone.draft.pattern.as_str(), &alone.dialog), ("{\"a\": [1]}", &None));
    assert_eq!(alone.look.region, Region::Event);
    let both = reduce(&model, Action::TakeFound(Take::EventAndPattern));
    assert_eq!(evaluate(&both.draft, Lang::En).verdict, Verdict::Match);
    let back = reduce(&both, Action::Undo(both.undos[0].number));
    assert_eq!(back.draft, model.draft);
}

#[test]
fn every_sample_with_its_pattern_matches() {
    for dialect in Dialect::ALL {
        let model = looking(dialect, "");
        for (place, found) in found(&model).into_iter().enumerate() {
            if matches!(found, FoundItem::Type(_)) {
                continue;
            }
            let taken = after(&model, [Action::ChooseFound(place), Action::TakeFound(Take::EventAndPattern)]);
            // An archive takes no replayed event.
            let replayed = dialect == Dialect::Archive && taken.draft.event.contains("\"replay-name\"");
            let expected = if replayed { Verdict::NoMatch } else { Verdict::Match };
            assert_eq!(evaluate(&taken.draft, Lang::En).verdict, expected, "{dialect:?} {found:?}");
        }
    }
}

#[test]
fn a_type_without_a_sample_gives_its_pattern_and_leaves_the_event() {
    let model = looking(Dialect::Rule, "");
    let place = found(&model).iter().position(|found| matches!(found, FoundItem::Type(_))).unwrap();
    let taken = after(&model, [Action::ChooseFound(place), Action::TakeFound(Take::Event)]);
    assert_eq!(taken.draft.event, "{}");
    assert!(taken.draft.pattern.contains("detail-type"), "{}", taken.draft.pattern);
}

#[test]
fn the_chosen_place_begins_anew_with_each_query() {
    let model = after(&looking(Dialect::Rule, ""), [Action::ChooseFound(7)]);
    assert_eq!(finder(&model).chosen, 7);
    assert_eq!(finder(&reduce(&model, Action::Find("s3".into()))).chosen, 0);
}

#[test]
fn nothing_is_taken_where_nothing_was_found() {
    let model = looking(Dialect::Rule, "no-such-thing-anywhere");
    assert_eq!(found(&model), []);
    let taken = reduce(&model, Action::TakeFound(Take::Event));
    assert_eq!((&taken.draft, &taken.dialog), (&model.draft, &model.dialog));
}

#[test]
fn without_an_envelope_records_are_found() {
    let model = looking(Dialect::EventSourceMapping, "");
    assert!(found(&model).iter().all(|found| matches!(found, FoundItem::Record(_))));
}
