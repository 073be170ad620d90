//! The reducer on files to take away, rules brought in, and calls to an emulator.

use super::action::Action;
use super::export::{Exchange, ExportAction};
use super::import::ImportAction;
use super::model::{Dialog, Done, Model, Region, Settings};
use super::paste::{File, PasteAction};
use super::reduce::reduce;
use super::refusal::{Holds, Refusal};
use super::requests::test_support::{again, answer, answered, asked, stopped};
use super::requests::{Question, State};
use super::sending::{Ended, Outcome, SendAction};
use crate::engine::protocol::QuestionKind;
use crate::state::field::Field;
use rulepad_workbench::Lang;
use rulepad_workbench::trial::Operation;
use rulepad_workbench::{Draft, Export, Format, examples, export, file};

fn draft() -> Draft {
    let all = examples().into_iter().map(|example| example.draft);
    all.into_iter()
        .find(|draft| {
            matches!(export(draft, Format::RuleJson, Lang::En), Export::Ready(_)) && !draft.targets.is_empty()
        })
        .unwrap()
}

fn page() -> Model {
    Model::new(draft(), Settings::default())
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| reduce(&model, action))
}

fn importing(text: &str) -> Model {
    read(&after(&page(), [Action::Import(ImportAction::Text(text.to_owned()))]))
}

/// What the worker makes of the text.
fn read(model: &Model) -> Model {
    answered(model, |kind| kind == QuestionKind::Import)
}

fn exported(model: &Model) -> String {
    let Export::Ready(file) = export(&model.draft, Format::RuleJson, Lang::En) else { panic!() };
    file.text
}

#[test]
fn a_file_is_asked_for_while_it_is_looked_at() {
    let there = page();
    assert_eq!(there.requests.get(QuestionKind::Export), None);
    let shown = after(&there, [Action::Show(Region::Export)]);
    let first = asked(&shown, QuestionKind::Export);
    assert_eq!(first.question, Question::Export(Format::RuleJson));
    let other = after(&shown, [Action::Export(ExportAction::Select(Format::Terraform))]);
    let second = asked(&other, QuestionKind::Export);
    assert!(second.number > first.number && second.question == Question::Export(Format::Terraform));
    // A late answer to the first question is not shown as the file.
    let told = after(&other, [answer(&first)]);
    assert!(told.written().answer.is_none());
    let told = after(&told, [answer(&second)]);
    assert!(told.written().current().is_some());
    let typed = after(&told, [Action::Type(Field::RuleName, "other".into())]);
    assert!(typed.written().current().is_none() && typed.written().answer.is_some());
    // A pending request survives a change of view as long as the rule stays as it is.
    let away = after(&typed, [Action::Show(Region::Targets)]);
    assert_eq!(away.requests.get(QuestionKind::Export), typed.requests.get(QuestionKind::Export));
    let changed = after(&away, [Action::Type(Field::RuleName, "more".into())]);
    assert_eq!(changed.requests.get(QuestionKind::Export), None, "nobody looks");
}

#[test]
fn on_a_narrow_screen_only_the_region_in_view_asks() {
    let narrow =
        after(&page(), [Action::Narrow(true), Action::Show(Region::Export), Action::Show(Region::Event)]);
    let typed = after(&narrow, [Action::Type(Field::RuleName, "x".into())]);
    assert_eq!(typed.requests.get(QuestionKind::Export), None);
    assert!(after(&typed, [Action::Show(Region::Export)]).requests.get(QuestionKind::Export).is_some());
}

#[test]
fn an_import_replaces_only_when_told_to_and_undo_brings_all_back() {
    let there = page();
    let mut other = Draft::clone(&there.draft);
    other.rule.name = "another".into();
    other.targets.truncate(1);
    let Export::Ready(text) = export(&other, Format::RuleJson, Lang::En) else { panic!() };
    let understood = importing(&text.text);
    assert_eq!(understood.draft.rule.name, there.draft.rule.name, "nothing was replaced yet");
    let replaced = after(&understood, [Action::Import(ImportAction::Replace)]);
    assert_eq!(replaced.draft.rule.name, "another");
    assert_eq!((replaced.draft.targets.len(), replaced.sides.len()), (1, 1));
    assert_eq!(replaced.draft.event, there.draft.event, "the event stays");
    assert!(replaced.edited && replaced.dialog.is_none());
    let undo = replaced.undos.iter().find(|undo| matches!(undo.done, Done::Opened(_))).unwrap().number;
    let back = after(&replaced, [Action::Undo(undo)]);
    assert_eq!((&*back.draft, &back.sides), (&*there.draft, &there.sides));
    // The same once more changes nothing, and takes nothing back.
    let again = after(&replaced, [Action::Import(ImportAction::Replace)]);
    assert_eq!((again.undos.len(), again.revision), (replaced.undos.len(), replaced.revision));
}

#[test]
fn rulepads_own_file_brings_everything_valid_or_not() {
    let broken = Draft { event: "{\"a\": 1e400, # é".into(), pattern: "{'".into(), ..draft() };
    let replaced = after(&importing(&file::save(&broken).text), [Action::Import(ImportAction::Replace)]);
    assert_eq!(*replaced.draft, broken);
}

#[test]
fn a_text_that_is_edited_is_read_anew_and_the_old_answer_replaces_nothing() {
    let understood = importing(&exported(&page()).replace("\"Name\": \"", "\"Name\": \"x-"));
    assert!(understood.importing.rule().is_some());
    let typed = after(&understood, [Action::Import(ImportAction::Type("{".into()))]);
    assert!(typed.importing.rule().is_none());
    assert_eq!(after(&typed, [Action::Import(ImportAction::Replace)]).revision, typed.revision);
    let emptied = after(&typed, [Action::Import(ImportAction::Type(" ".into()))]);
    assert!(emptied.importing.last.is_none() && emptied.requests.get(QuestionKind::Import).is_none());
}

#[test]
fn files_go_to_the_import_where_rules_are_read() {
    let file = |text: Result<&str, Refusal>| {
        let text = text.map(Into::into);
        Action::Paste(PasteAction::Files(vec![File { name: "rule.yaml".into(), text, to_scan: None }]))
    };
    let reading = after(&page(), [Action::Dialog(Some(Dialog::Import))]);
    let dropped = after(&reading, [file(Ok("Resources: {}"))]);
    assert_eq!(
        (&*dropped.importing.text, dropped.importing.file.as_deref()),
        ("Resources: {}", Some("rule.yaml"))
    );
    let typed = after(&dropped, [Action::Import(ImportAction::Type("x".into()))]);
    assert_eq!(typed.importing.file, None, "it is no longer that file");
    let refused = after(&dropped, [file(Err(Refusal::NotGiven("rule.yaml".into())))]);
    assert_eq!(
        (refused.importing.refused.as_slice(), &*refused.importing.text),
        ([Refusal::NotGiven("rule.yaml".into())].as_slice(), "Resources: {}")
    );
    let elsewhere = after(&page(), [file(Ok("{}"))]);
    assert!(elsewhere.importing.text.is_empty() && !elsewhere.paste.sources.is_empty());
    let rules = after(&page(), [file(Ok("Resources: {}"))]);
    assert_eq!((rules.dialog.clone(), &*rules.importing.text), (Some(Dialog::Import), "Resources: {}"));
    let pasted = after(&page(), [Action::Paste(PasteAction::Text("locals {\n}".into()))]);
    assert_eq!((pasted.dialog.clone(), &*pasted.importing.text), (Some(Dialog::Import), "locals {\n}"));
}

#[test]
fn several_files_are_read_together_and_the_first_with_a_rule_is_shown() {
    let file = |name: &str, text: &str| File { name: name.into(), text: Ok(text.into()), to_scan: None };
    let rule = r#"{"Name": "n", "EventPattern": "{\\"source\\": [\\"shop\\"]}"}"#;
    let files = vec![file("notes.txt", "hello"), file("rule.json", rule), file("other.json", rule)];
    let before = importing("an earlier text");
    let read = read(&after(&before, [Action::Import(ImportAction::Files(files.clone()))]));
    assert_eq!(read.importing.at, 1, "also after another text was read");
    let read = self::read(&after(&page(), [Action::Paste(PasteAction::Files(files))]));
    assert_eq!((read.importing.files.len(), read.importing.at), (3, 1));
    assert_eq!((read.importing.file.as_deref(), &*read.importing.text), (Some("rule.json"), rule));
    assert!(read.importing.rule().is_some());
    let other = after(&read, [Action::Import(ImportAction::File(0))]);
    assert_eq!(&*other.importing.text, "hello");
    assert!(other.importing.rule().is_none() && other.importing.understood().is_some());
    let typed = after(&read, [Action::Import(ImportAction::Type("x".into()))]);
    assert_eq!((&*typed.importing.text, typed.importing.files.len()), ("x", 3));
    assert!(typed.importing.understood().is_none(), "it is read again");
}

#[test]
fn a_text_beyond_the_bound_is_told_and_not_read() {
    let huge = after(&page(), [Action::Import(ImportAction::Text("x".repeat(6 << 20)))]);
    assert_eq!(
        huge.importing.refused,
        [Refusal::TooLong { name: None, size: 6, limit: 5, holds: Holds::Rules }]
    );
    assert!(huge.requests.get(QuestionKind::Import).is_none());
}

#[test]
fn nothing_is_sent_before_an_address_is_given_and_a_button_pressed() {
    let shown =
        after(&page(), [Action::Show(Region::Export), Action::Export(ExportAction::Show(Exchange::TryOut))]);
    let ready = answered(&shown, |kind| kind == QuestionKind::TryingOut);
    let send = |operation| Action::Send(SendAction::Send(operation));
    assert_eq!(after(&ready, [send(Operation::PutEvents)]).sending.sent, None, "there is no address");
    let address = |text: &str| Action::Send(SendAction::Address(text.to_owned()));
    let hostile = after(&ready, [address("http://localhost@evil.com"), send(Operation::PutEvents)]);
    assert_eq!(hostile.sending.sent, None);
    let given = after(&ready, [address("localhost:4566")]);
    assert_eq!(given.sending.sent, None, "an address alone sends nothing");
    let sent = after(&given, [send(Operation::PutEvents)]);
    let call = sent.sending.sent.clone().unwrap();
    assert_eq!((call.endpoint.as_str(), call.operation), ("http://localhost:4566/", Operation::PutEvents));
    assert!(call.body.starts_with("{\"Entries\":["), "{}", call.body);
    let old = after(&sent, [Action::Send(SendAction::Ended(call.number + 9, Ended::Late))]);
    assert_eq!(old.sending, sent.sending);
    let ended = after(&sent, [Action::Send(SendAction::Ended(call.number, Ended::Silent))]);
    assert!(ended.sending.sent.is_none());
    assert!(
        matches!(&ended.sending.outcome, Some((Operation::PutEvents, Outcome::Silent(at))) if at == "http://localhost:4566")
    );
    // What was typed since is what the next call sends.
    let typed = after(&ended, [Action::Type(Field::Event, "{}".into()), send(Operation::PutEvents)]);
    assert_eq!(typed.sending.sent, None, "until it is known what to send");
}

#[test]
fn a_worker_that_stopped_is_asked_again() {
    let shown = after(&page(), [Action::Show(Region::Export)]);
    let number = asked(&shown, QuestionKind::Export).number;
    let stopped = stopped(&shown, QuestionKind::Export);
    assert_eq!(stopped.written().state, Some(State::Stopped));
    assert_eq!(after(&stopped, [Action::Point(None)]).requests, stopped.requests, "not by itself");
    let again = after(&stopped, [again(QuestionKind::Export)]);
    assert!(asked(&again, QuestionKind::Export).number > number);
    assert_eq!(again.written().state, Some(State::Pending));
}
