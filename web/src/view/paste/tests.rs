//! The dialog, the loaded events and the strip under the event, rendered without a browser.

use crate::engine::protocol::QuestionKind;
use crate::engine::protocol::evaluating::Reply;
use crate::state::action::Action;
use crate::state::model::{Model, Settings};
use crate::state::paste::{File, PasteAction, Take};
use crate::state::reduce::reduce;
use crate::state::refusal::{NoText, Refusal};
use crate::state::requests::test_support::{answered_with, evaluated, evaluated_as};
use crate::ui::rendered;
use crate::view::page::{Page, PageProps};
use rulepad_workbench::Lang;
use rulepad_workbench::{
    Diagnostic, Draft, Edit, EntryError, Pasted, PastedEvent, Role, Severity, Span, Verdict, Wording,
    Wrapped, evaluate,
};
use std::rc::Rc;
use yew::Callback;

fn model() -> Model {
    let draft = Draft { event: "{}".into(), pattern: r#"{"a": [1]}"#.into(), ..Draft::default() };
    evaluated(&Model::new(draft, Settings::default()))
}

fn page(make: impl FnOnce() -> Model + Send + 'static) -> String {
    rendered::<Page>(move || PageProps { model: Rc::new(make()), dispatch: Callback::noop() })
}

#[track_caller]
fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} in {html}");
    }
}

fn event(title: &str, verdict: Option<Verdict>) -> PastedEvent {
    PastedEvent {
        title: title.into(),
        text: format!("{{\"title\": \"{title}\"}}"),
        span: Span::default(),
        said: vec![format!("said of {title}")],
        diagnostics: Vec::new(),
        error: None,
        size: None,
        verdict,
    }
}

fn pasted(events: Vec<PastedEvent>, problems: Vec<Diagnostic>) -> Model {
    let typed = reduce(&model(), Action::Paste(PasteAction::Text("x {".into())));
    let pasted = Pasted {
        form: "a log".into(),
        named: Wording::default(),
        said: vec!["it was `read`".into()],
        events,
        problems,
    };
    answered_with(&typed, QuestionKind::Pasting, Reply::Pasted(Box::new(pasted), Wording::default()))
}

fn three() -> Model {
    let refused = PastedEvent {
        error: Some(EntryError { code: "MalformedDetail".into(), message: "Detail is malformed.".into() }),
        size: Some(12),
        ..event("third", None)
    };
    pasted(
        vec![event("first", Some(Verdict::Match)), event("second", Some(Verdict::NoMatch)), refused],
        Vec::new(),
    )
}

#[test]
fn the_dialog_says_what_to_paste_until_something_is() {
    let html = page(|| reduce(&model(), Action::Paste(PasteAction::Open)));
    has(
        &html,
        &["Paste whatever you have", "for=\"paste-text\"", "type=\"file\"", "up to 20 MB", "YAML is not"],
    );
    has(&html, &["aria-disabled=\"true\" class=\"button button-primary\""]);
    assert!(!page(model).contains("paste-text"), "a closed dialog makes nothing");
}

#[test]
fn what_was_read_is_said_with_each_event_and_its_verdict() {
    let html = page(three);
    has(&html, &["A log: 3 events", ">it was <", ">Use all 3<", ">Use this event<"]);
    has(&html, &[">first<", ">matches<", ">does not match<", ">refused by PutEvents<", "said of first"]);
    assert_eq!(html.matches("type=\"radio\" name=\"paste-event\"").count(), 3, "{html}");
    let third = page(|| reduce(&three(), Action::Paste(PasteAction::Choose(2))));
    has(
        &third,
        &["PutEvents answers", "MalformedDetail: Detail is malformed.", "counts 12 bytes", "said of third"],
    );
}

#[test]
fn one_event_needs_no_list() {
    let html = page(|| pasted(vec![event("only", Some(Verdict::Match))], Vec::new()));
    has(&html, &[">A log<", ">only<", ">matches<", ">Use this event<"]);
    assert!(!html.contains("name=\"paste-event\"") && !html.contains("Use all"), "{html}");
}

#[test]
fn a_broken_text_is_diagnosed_with_its_fixes() {
    let broken = || {
        let problem =
            Diagnostic::new("json.x", Severity::Error, Role::Event, Span::new(2, 3), "`{` is not closed")
                .fix("close it", vec![Edit { span: Span::new(3, 3), text: "}".into() }]);
        pasted(Vec::new(), vec![problem])
    };
    let html = page(broken);
    has(&html, &[">A log<", "is not closed", ">1:3<", "close it", "Edit it as the event"]);
    has(&html, &["aria-label=\"error\""]);
}

#[test]
fn files_have_names_and_what_is_not_read_is_said() {
    let html = page(|| {
        let opened = reduce(&model(), Action::Paste(PasteAction::Open));
        let read = File { name: "a.json".into(), text: Ok("x".repeat(3000).into()), to_scan: None };
        let refused = File {
            name: "b.gz".into(),
            text: Err(Refusal::NoText("b.gz".into(), NoText::Gzip)),
            to_scan: None,
        };
        reduce(&opened, Action::Paste(PasteAction::Files(vec![read, refused])))
    });
    has(
        &html,
        &["title=\"Remove a.json\"", ">2 KB<", "was not read: it is compressed with gzip.", "paste-refused"],
    );
}

#[test]
fn several_events_stand_in_a_bar_over_the_text() {
    let used = || evaluated(&reduce(&three(), Action::Paste(PasteAction::Use(Take::All))));
    let html = page(used);
    has(
        &html,
        &["aria-label=\"Loaded events\"", "1 of 3", "Alt+.", "aria-keyshortcuts=\"Alt+,\"", ">first<"],
    );
    let alone = page(|| {
        let one = pasted(vec![event("only", Some(Verdict::Match))], Vec::new());
        evaluated(&reduce(&one, Action::Paste(PasteAction::Use(Take::Chosen))))
    });
    has(&alone, &["From ", ">Show original<"]);
    assert!(!alone.contains("Loaded events"), "{alone}");
}

#[test]
fn a_text_that_holds_events_offers_to_read_them() {
    let wrapped = || {
        let model = model();
        let mut report = evaluate(&model.draft, Lang::En);
        report.wrapped = Some(Wrapped {
            form: "a log".into(),
            count: 2,
            sentence: "This is a log: 2 events can be read from it.".into(),
        });
        evaluated_as(&model, report)
    };
    has(&page(wrapped), &["This is a log: 2 events", ">Read as events<", ">Keep the first<"]);
    let typed = page(move || reduce(&wrapped(), Action::Type(crate::state::field::Field::Event, "[".into())));
    assert!(!typed.contains("Read as events"), "not for an older text");
}

#[test]
fn notes_on_an_event_are_folded() {
    let noted = |count: usize| {
        move || {
            let model = model();
            let mut report = evaluate(&model.draft, Lang::En);
            let note =
                |severity| Diagnostic::new("event.x", severity, Role::Event, Span::new(0, 1), "a note");
            report.event = vec![note(Severity::Note); count];
            report.event.push(note(Severity::Warning));
            evaluated_as(&model, report)
        }
    };
    assert!(!page(noted(0)).contains("<details"), "a warning stands as it is");
    has(&page(noted(1)), &["<summary>1 note: "]);
    let html = page(noted(3));
    has(&html, &["<summary>3 notes: "]);
    assert!(html.find("tone-caution").unwrap() < html.find("<details").unwrap(), "{html}");
}

#[test]
fn files_over_the_page_are_welcome() {
    has(&page(|| reduce(&model(), Action::Dragging(true))), &["Drop to read what is in it"]);
    assert!(!page(model).contains("drop-state"));
}
