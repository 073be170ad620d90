//! The way from pasted CloudTrail records to a saved file, which the tests of the command line run with
//! `rulepad verify`. `RULEPAD_BLESS=1` writes the file.

use super::super::action::Action;
use super::super::bus::{Beside, BusAction, Keep};
use super::super::change::Load;
use super::super::model::{Model, Opened, Settings};
use super::super::reduce::reduce;
use super::super::requests::test_support::{answered, evaluated};
use super::super::tray::TrayAction;
use crate::engine::protocol::QuestionKind;
use crate::state::field::Field;
use crate::state::paste::{PasteAction, Take};
use rulepad_workbench::{Draft, Verdict, file};

const SAVED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/verify/from-page.rulepad.json");

const TRAIL: &str = r#"{"Records":[{"eventVersion":"1.08","eventTime":"2026-01-02T03:04:05Z","eventSource":"ec2.amazonaws.com","eventName":"RunInstances","awsRegion":"eu-west-1","recipientAccountId":"111122223333","eventID":"6a7e8feb-b491-4cf7-a9f1-bf3703467713","eventType":"AwsApiCall","userIdentity":{"type":"IAMUser","userName":"ann"}},{"eventVersion":"1.08","eventTime":"2026-01-02T03:04:05Z","eventSource":"ec2.amazonaws.com","eventName":"StopInstances","awsRegion":"eu-west-1","recipientAccountId":"111122223333","eventID":"6a7e8feb-b491-4cf7-a9f1-bf3703467714","eventType":"AwsApiCall","userIdentity":{"type":"IAMUser","userName":"joan"}}]}"#;
const PATTERN: &str =
    r#"{"source": ["aws.ec2"], "detail": {"eventName": ["RunInstances", "StartInstances"]}}"#;

fn after(model: &Model, action: Action) -> Model {
    evaluated(&reduce(model, action))
}

#[test]
fn records_become_a_file_that_is_verified() {
    let model = evaluated(&Model::new(Draft::default(), Settings::default()));
    let model = after(&model, Action::Type(Field::Pattern, PATTERN.into()));
    let pasted = reduce(&model, Action::Paste(PasteAction::Text(TRAIL.into())));
    let read = answered(&pasted, |kind| kind == QuestionKind::Pasting);
    let model = after(&read, Action::Paste(PasteAction::Use(Take::All)));
    assert_eq!(model.current().unwrap().verdict, Verdict::Match);
    let keep = |keep| Action::Bus(BusAction::Keep(keep));
    let model = after(&model, keep(Keep::Match));
    let model = after(&model, Action::Tray(TrayAction::Step { forwards: true }));
    assert_eq!(model.current().unwrap().verdict, Verdict::NoMatch);
    let model = after(&model, keep(Keep::NoMatch));
    // Another event alone takes the place of neither.
    let load = Load { event: Some("{}".into()), ..Load::default() };
    assert_eq!(after(&model, Action::Load(load, Opened::AsItIs)).bus.count(), 2);
    let Beside { events, bus, .. } = Beside::of(&model.bus, model.tray.as_deref(), usize::MAX);
    let saved = file::save_with(&model.draft, events, bus).text;
    if std::env::var_os("RULEPAD_BLESS").is_some() {
        std::fs::write(SAVED, &saved).unwrap();
    }
    assert_eq!(saved, std::fs::read_to_string(SAVED).unwrap());
}
