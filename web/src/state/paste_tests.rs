//! The reducer on pasted texts, dropped files and several events at hand.

use super::action::Action;
use super::field::Field;
use super::making::Wish;
use super::model::{Dialog, Model, Opened, Region, Settings};
use super::paste::{Amount, File, From, Origin, PasteAction, Take, Taken};
use super::reduce::reduce;
use super::refusal::{NoText, Refusal};
use super::requests::test_support::{answer, answered, answered_with, asked, evaluated, slow, stopped};
use super::tray::{self, TrayAction};
use crate::engine::protocol::QuestionKind;
use crate::engine::protocol::evaluating::Reply;
use rulepad_workbench::Lang;
use rulepad_workbench::{
    Diagnostic, Dialect, Draft, Edit, Pasted, PastedEvent, Role, Severity, Span, Verdict, Wording, evaluate,
};

const PATTERN: &str = r#"{"n": [2]}"#;

fn page() -> Model {
    let draft = Draft { event: r#"{"old": 1}"#.into(), pattern: PATTERN.into(), ..Draft::default() };
    evaluated(&Model::new(draft, Settings::default()))
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| evaluated(&reduce(&model, action)))
}

fn paste(action: PasteAction) -> Action {
    Action::Paste(action)
}

/// What a worker would make of `[1, 2]`: an event for each number.
fn read(model: &Model, text: &str) -> Pasted {
    let inner = text.trim().trim_start_matches('[').trim_end_matches(']');
    let event = |number: &str| {
        let text = format!("{{\"n\": {}}}", number.trim());
        let draft = Draft { event: text.clone(), ..Draft::clone(&model.draft) };
        PastedEvent {
            title: format!("event {}", number.trim()),
            verdict: Some(evaluate(&draft, Lang::En).verdict),
            text,
            span: Span::default(),
            said: Vec::new(),
            diagnostics: Vec::new(),
            error: None,
            size: None,
        }
    };
    let events: Vec<PastedEvent> =
        inner.split(',').filter(|part| !part.trim().is_empty()).map(event).collect();
    let form = "an array of numbers";
    Pasted { form: form.into(), named: named(), said: Vec::new(), events, problems: Vec::new() }
}

/// What it would call that, in every language.
fn named() -> Wording {
    Wording::each(|lang| if lang == Lang::En { "an array of numbers" } else { "숫자 배열" }.to_owned())
}

/// The worker answers all that it is asked.
fn worked(model: &Model) -> Model {
    let mut model = model.clone();
    while let Some(source) = model.paste.next().cloned() {
        model = evaluated(&told(&model, read(&model, &source.text)));
    }
    answered(&model, |kind| kind == QuestionKind::Trial)
}

/// The worker answers the text that it is at.
fn told(model: &Model, pasted: Pasted) -> Model {
    let named = pasted.named.clone();
    answered_with(model, QuestionKind::Pasting, Reply::Pasted(Box::new(pasted), named))
}

fn dropped(name: &str, text: &str) -> File {
    File { name: name.into(), text: Ok(text.into()), to_scan: None }
}

fn verdicts(model: &Model) -> Vec<Option<Verdict>> {
    model.tray.as_ref().unwrap().events.iter().map(|kept| kept.verdict).collect()
}

/// A page with the events 1, 2 and 3 at hand.
fn three() -> Model {
    let typed = after(&page(), [paste(PasteAction::Open), paste(PasteAction::Type("[1, 2, 3]".into()))]);
    after(&worked(&typed), [paste(PasteAction::Use(Take::All))])
}

#[test]
fn what_is_typed_is_read_at_once_and_the_latest_counts() {
    let typed = after(&page(), [paste(PasteAction::Open), paste(PasteAction::Type("[1".into()))]);
    let late = answer(&asked(&typed, QuestionKind::Pasting));
    let more = reduce(&typed, paste(PasteAction::Type("[1, 2]".into())));
    assert_eq!(reduce(&more, late).paste.sources, more.paste.sources);
    let done = worked(&more);
    assert_eq!((done.paste.events().count(), done.paste.next()), (2, None));
    assert_eq!(done.draft.event, page().draft.event, "nothing is put in unasked");
    let cleared = reduce(&done, paste(PasteAction::Type(" ".into())));
    assert!(cleared.paste.sources.is_empty());
}

#[test]
fn the_event_looked_at_is_put_in_and_can_be_taken_back() {
    let typed = after(&page(), [paste(PasteAction::Text("[1, 2, 3]".into()))]);
    assert_eq!(typed.dialog, Some(Dialog::Paste));
    let chosen =
        after(&worked(&typed), [paste(PasteAction::Choose(1)), paste(PasteAction::Use(Take::Chosen))]);
    assert_eq!((chosen.draft.event.as_str(), chosen.dialog.clone()), (r#"{"n": 2}"#, None));
    assert_eq!(chosen.current().unwrap().verdict, Verdict::Match);
    let tray = chosen.tray.clone().unwrap();
    assert_eq!((tray.events.len(), tray.original.as_deref()), (1, Some("[1, 2, 3]")));
    let undo = chosen.undos.first().unwrap().number;
    let back = after(&chosen, [Action::Undo(undo)]);
    assert_eq!((back.draft.event.as_str(), back.tray), (r#"{"old": 1}"#, None));
}

#[test]
fn several_events_are_stepped_through_and_each_keeps_its_edits() {
    let model = three();
    assert_eq!(verdicts(&model), [Some(Verdict::NoMatch), Some(Verdict::Match), Some(Verdict::NoMatch)]);
    let edited = after(&model, [Action::Type(Field::Event, r#"{"n": 2, "x": 1}"#.into())]);
    let step = |forwards| Action::Tray(TrayAction::Step { forwards });
    let second = after(&edited, [step(true)]);
    assert_eq!(second.draft.event, r#"{"n": 2}"#);
    let first = after(&second, [step(false)]);
    assert_eq!(first.draft.event, r#"{"n": 2, "x": 1}"#);
    assert_eq!(verdicts(&first)[0], Some(Verdict::Match), "the edit counts in the list");
    let last = after(&first, [step(false)]);
    assert_eq!((last.draft.event.as_str(), last.tray.as_ref().unwrap().at), (r#"{"n": 3}"#, 2));
    let documents = [&first, &second, &last].map(|model| model.tray.as_ref().unwrap().document);
    assert!(
        documents[0] != documents[1] && documents[1] != documents[2],
        "each has its own history of typing"
    );
    assert_eq!(after(&last, [Action::Tray(TrayAction::Go(7))]).draft, last.draft);
}

#[test]
fn another_pattern_is_tried_on_every_event() {
    let typed = after(&three(), [Action::Type(Field::Pattern, r#"{"n": [{"exists": true}]}"#.into())]);
    let trial = asked(&typed, QuestionKind::Trial);
    // The shown event is answered for itself, so an edit of it is no reason to try the others again.
    let edited = after(&typed, [Action::Type(Field::Event, r#"{"n": 7}"#.into())]);
    assert_eq!(asked(&edited, QuestionKind::Trial).number, trial.number);
    let done = worked(&typed);
    assert_eq!(verdicts(&done), [Some(Verdict::Match); 3]);
    assert_eq!(done.requests.get(QuestionKind::Trial), None);
    let late = reduce(&after(&typed, [Action::Type(Field::Pattern, PATTERN.into())]), answer(&trial));
    assert_eq!(verdicts(&late), verdicts(&three()), "they are those for the pattern as it is");
}

#[test]
fn the_original_comes_back_and_so_do_the_events() {
    let model = three();
    let original = after(&model, [Action::Tray(TrayAction::ShowOriginal)]);
    assert_eq!((original.draft.event.as_str(), original.tray.is_none()), ("[1, 2, 3]", true));
    let undo = original.undos.first().unwrap().number;
    let back = after(&original, [Action::Undo(undo)]);
    assert_eq!((&back.draft.event, back.tray.as_ref().unwrap().events.len()), (&model.draft.event, 3));
    let alone = after(&model, [Action::Tray(TrayAction::Close)]);
    assert_eq!((&alone.draft, alone.tray), (&model.draft, None));
}

#[test]
fn an_event_from_elsewhere_is_none_of_those_at_hand() {
    let model = three();
    let load = super::change::Load { event: Some("{}".into()), ..Default::default() };
    let other = after(&model, [Action::Load(load, Opened::Example("x".into()))]);
    assert_eq!(other.tray, None);
    let back = after(&other, [Action::Undo(other.undos.first().unwrap().number)]);
    assert_eq!(back.tray.as_ref().unwrap().events.len(), 3);
    let pattern = super::change::Load { pattern: Some("{}".into()), ..Default::default() };
    assert!(after(&model, [Action::Load(pattern, Opened::Example("x".into()))]).tray.is_some());
    assert!(reduce(&model, Action::Make(Wish::Matching)).tray.is_some(), "nothing is made yet");
}

#[test]
fn the_text_at_hand_is_read_as_events() {
    let model = after(&page(), [Action::Type(Field::Event, "[1, 2]".into())]);
    let all = worked(&after(&model, [paste(PasteAction::ReadEvent(Take::All))]));
    assert_eq!((all.draft.event.as_str(), all.tray.as_ref().unwrap().events.len()), (r#"{"n": 1}"#, 2));
    assert_eq!((all.dialog.clone(), all.paste.sources.len()), (None, 0));
    let first = worked(&after(&model, [paste(PasteAction::ReadEvent(Take::First))]));
    assert_eq!((first.draft.event.as_str(), first.tray.as_ref().unwrap().events.len()), (r#"{"n": 1}"#, 1));
    assert!(matches!(&first.undos.first().unwrap().done,
        super::model::Done::Opened(Opened::Read(Taken { amount: Amount::OneOf(2), from: From::Text(form), .. }))
            if *form == named()));
    // Where nothing can be read from it, the dialog says why; it is gone with the dialog.
    let none = worked(&after(
        &page(),
        [Action::Type(Field::Event, "[]".into()), paste(PasteAction::ReadEvent(Take::All))],
    ));
    assert_eq!((none.dialog.clone(), none.draft.event.as_str()), (Some(Dialog::Paste), "[]"));
    assert!(after(&none, [Action::Dialog(None)]).paste.sources.is_empty());
}

#[test]
fn a_text_that_was_edited_while_it_was_read_stays() {
    let model = after(&page(), [Action::Type(Field::Event, "[1, 2]".into())]);
    let asked = after(&model, [paste(PasteAction::ReadEvent(Take::All))]);
    let typed = worked(&after(&asked, [Action::Type(Field::Event, "[1, 2, 3]".into())]));
    assert_eq!((typed.draft.event.as_str(), typed.dialog.clone()), ("[1, 2, 3]", None));
    assert!(typed.paste.sources.is_empty() && typed.tray.is_none());
}

#[test]
fn a_dropped_file_with_one_event_is_put_in_and_any_other_is_shown() {
    let one = after(&page(), [paste(PasteAction::Files(vec![dropped("a.json", "[2]")]))]);
    assert_eq!(one.dialog, None);
    let one = worked(&one);
    assert_eq!((one.draft.event.as_str(), one.dialog.clone()), (r#"{"n": 2}"#, None));
    let two = [dropped("a.json", "[2]"), dropped("b.log", "[1, 3]")];
    let two = worked(&after(&page(), [paste(PasteAction::Files(two.to_vec()))]));
    assert_eq!((two.dialog.clone(), two.paste.events().count()), (Some(Dialog::Paste), 3));
    assert_eq!(two.draft.event, r#"{"old": 1}"#);
    let all = after(&two, [paste(PasteAction::Use(Take::All))]);
    assert_eq!((all.tray.as_ref().unwrap().events.len(), &all.tray.as_ref().unwrap().original), (3, &None));
    let removed = after(&two, [paste(PasteAction::Remove(two.paste.sources[0].number))]);
    assert_eq!(removed.paste.events().count(), 2);
    let again = after(&two, [paste(PasteAction::Files(vec![dropped("a.json", "[5]")]))]);
    assert_eq!(worked(&again).paste.events().count(), 3, "the file of the same name is replaced");

    let refused =
        File { name: "c.gz".into(), text: Err(Refusal::NoText("c.gz".into(), NoText::Gzip)), to_scan: None };
    let told = after(&page(), [paste(PasteAction::Files(vec![refused]))]);
    assert_eq!((told.dialog.clone(), told.paste.refused.len()), (Some(Dialog::Paste), 1));
    assert!(after(&told, [Action::Dialog(None)]).paste.refused.is_empty());
}

#[test]
fn a_long_read_is_said_and_a_stopped_one_can_be_tried_again() {
    let file = || paste(PasteAction::Files(vec![dropped("a.json", "[2]")]));
    let asked = after(&page(), [file()]);
    let number = asked.paste.next().unwrap().number;
    let slow = slow(&asked, QuestionKind::Pasting);
    assert!(slow.puts_in_slowly() && !asked.puts_in_slowly());
    assert_eq!(worked(&slow).draft.event, r#"{"n": 2}"#);
    let stopped = stopped(&slow, QuestionKind::Pasting);
    assert_eq!(stopped.dialog, Some(Dialog::Paste));
    assert_eq!(stopped.paste.next(), None);
    let again = after(&stopped, [paste(PasteAction::Again(number))]);
    assert_eq!(worked(&again).paste.events().count(), 1);
}

#[test]
fn a_fix_of_the_text_is_carried_out_and_read_again() {
    let typed = after(&page(), [paste(PasteAction::Open), paste(PasteAction::Type("1, 2]".into()))]);
    let number = typed.paste.sources[0].number;
    let edit = Edit { span: Span::new(0, 0), text: "[".into() };
    let fixed = after(&worked(&typed), [paste(PasteAction::Fix(number, vec![edit]))]);
    assert_eq!((fixed.paste.typed(), fixed.paste.next().is_some()), ("[1, 2]", true));
    let late = PasteAction::Fix(number, vec![Edit { span: Span::new(0, 1), text: "x".into() }]);
    assert_eq!(after(&fixed, [paste(late)]).paste.typed(), "[1, 2]", "a fix of an older text is dropped");
    let used = after(&fixed, [paste(PasteAction::UseText(fixed.paste.sources[0].number))]);
    assert_eq!((used.draft.event.as_str(), used.dialog.clone()), ("[1, 2]", None));
}

#[test]
fn what_was_read_for_another_pattern_is_read_anew() {
    let typed = worked(&after(&page(), [paste(PasteAction::Open), paste(PasteAction::Type("[1]".into()))]));
    let closed = after(&typed, [Action::Dialog(None), Action::Type(Field::Pattern, r#"{"n": [1]}"#.into())]);
    assert_eq!(closed.paste.next(), None, "nobody looks");
    let opened = worked(&after(&closed, [paste(PasteAction::Open)]));
    assert_eq!(opened.paste.events().next().unwrap().1.verdict, Some(Verdict::Match));
    let pipes = after(&opened, [Action::SetDialect(Dialect::Pipes)]);
    assert!(pipes.paste.next().is_some());
}

#[test]
fn a_text_that_is_one_event_is_put_in_as_it_stands() {
    let mut model =
        after(&page(), [paste(PasteAction::Open), paste(PasteAction::Type("{\"n\":   2}".into()))]);
    model = after(&told(&model, read(&model, "[2]")), [paste(PasteAction::Use(Take::Chosen))]);
    assert_eq!((model.draft.event.as_str(), model.tray), ("{\"n\":   2}", None));
}

#[test]
fn a_dropped_file_with_a_mistake_is_shown() {
    let model = after(&page(), [paste(PasteAction::Files(vec![dropped("a.json", "[2]")]))]);
    let source = model.paste.next().unwrap().clone();
    assert_eq!(source.origin, Origin::File("a.json".into()));
    let problem = Diagnostic::new("json.x", Severity::Error, Role::Event, Span::default(), "broken");
    let broken = Pasted { problems: vec![problem], ..read(&model, "[2]") };
    let told = told(&model, broken);
    assert_eq!(told.dialog, Some(Dialog::Paste));
}

#[test]
fn the_events_at_hand_are_remembered_with_their_draft() {
    let model = after(&three(), [Action::Tray(TrayAction::Go(1))]);
    let stored = model.tray.as_ref().unwrap().stored(1_000).unwrap();
    assert_eq!(stored.form, named());
    assert_eq!(From::restored(From::Texts(3).stored()), From::Texts(3));
    let text = serde_json::to_string(&stored).unwrap();
    let mut next = Model::new(Draft::clone(&model.draft), Settings::default());
    tray::restore(&mut next, serde_json::from_str(&text).unwrap(), false);
    let next = worked(&evaluated(&next));
    assert_eq!(next.tray.as_ref().unwrap().at, 1);
    assert_eq!(verdicts(&next), verdicts(&model));
    let mut other = page();
    tray::restore(&mut other, stored, false);
    assert_eq!(other.tray, None, "they belong to another draft");
    assert!(model.tray.as_ref().unwrap().stored(10).is_none(), "too long");
}

#[test]
fn a_step_shows_the_event() {
    let model =
        after(&three(), [Action::Show(Region::Why), Action::Tray(TrayAction::Step { forwards: true })]);
    assert_eq!(model.look.region, Region::Event);
}
