//! One text that came in: what it is, what was done to it, and what is wrong with it.

use crate::platform::focus;
use crate::state::{
    action::Action,
    import::ImportAction,
    paste::{Origin, PasteAction, Read, Source, noun},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::view::editor::{advice, fixes};
use crate::view::failure::say;
use rulepad_workbench::{Diagnostic, Dialect, LineIndex, Pasted, Severity};
use yew::prelude::*;

/// Problems beyond these are counted.
const SHOWN: usize = 20;

/// What is known of it.
pub(super) fn source(source: &Source, dialect: Dialect, slow: bool, dispatch: &Callback<Action>) -> Html {
    let number = source.number;
    let act = |action: PasteAction| dispatch.reform(move |_: MouseEvent| Action::Paste(action.clone()));
    let again = || {
        html! {
            <Button kind={ButtonKind::Primary} onclick={act(PasteAction::Again(number))}>{ "Try again" }</Button>
        }
    };
    let name = match &source.origin {
        Origin::Typed => None,
        Origin::File(name) => Some(name.clone()),
        Origin::Event => Some("The event as it is".to_owned()),
    };
    let said = match &source.read {
        Read::Waiting if slow => html! {
            <p class="muted">{ "reading" }</p>
        },
        Read::Waiting => Html::default(),
        Read::Stopped => html! {
            <><p>{ "Reading was stopped after 15 seconds. Use a part of the text, or try again." }</p>{ again() }</>
        },
        Read::Failed(failure) => html! {
            <><p>{ format!("The text cannot be read: the worker stopped: {}.", say(failure)) }</p>{ again() }</>
        },
        Read::Done(pasted) => done(source, pasted, dialect, dispatch),
    };
    html! {
        <div class="paste-source" key={number}>
            if let Some(name) = name {
                <h3 class="paste-name">{ name }</h3>
            }
            { said }
        </div>
    }
}

fn done(source: &Source, pasted: &Pasted, dialect: Dialect, dispatch: &Callback<Action>) -> Html {
    let number = source.number;
    let noun = noun(dialect);
    let headline = match (pasted.form.as_str(), pasted.events.len()) {
        ("", 0) => format!("no {noun} in it"),
        // Else the problems say why there is none.
        (form, 0) if pasted.problems.is_empty() => format!("{form}: no {noun} in it"),
        (form, 0) => form.to_owned(),
        ("", 1) => format!("1 {noun}"),
        ("", count) => format!("{count} {noun}s"),
        (form, 1) => form.to_owned(),
        (form, count) => format!("{form}: {count} {noun}s"),
    };
    let lines = LineIndex::new(&source.text);
    let broken = pasted.problems.iter().any(Diagnostic::is_error);
    let rest = pasted.problems.len().saturating_sub(SHOWN);
    html! {
        <>
            <p class="paste-form" role="status">{ capital(&headline) }</p>
            if !pasted.said.is_empty() {
                <ul class="paste-said" aria-label="What was done">
                    { for pasted.said.iter().map(|said| html! { <li><Prose text={said.clone()} /></li> }) }
                </ul>
            }
            if !pasted.problems.is_empty() {
                <ul class="problems" aria-label="Problems of the text">
                    { for pasted.problems.iter().take(SHOWN).map(|found| problem(number, found, &lines, dispatch)) }
                    if rest > 0 {
                        <li class="muted">{ format!("and {rest} more") }</li>
                    }
                </ul>
            }
            if pasted.events.is_empty() {
                <Button
                    title="Reads rules in the text, and shows them before anything is replaced"
                    onclick={import(dispatch, &source.text)}
                >
                    { "Import it as a rule" }
                </Button>
            }
            if pasted.events.is_empty() || (broken && source.origin != Origin::Typed) {
                <Button
                    title="Puts the text in the event as it is"
                    onclick={dispatch.reform(move |_| Action::Paste(PasteAction::UseText(number)))}
                >
                    { "Edit it as the event" }
                </Button>
            }
        </>
    }
}

/// A rule instead of an event is for the panel that reads those.
fn import(dispatch: &Callback<Action>, text: &str) -> Callback<MouseEvent> {
    let (dispatch, text) = (dispatch.clone(), text.to_owned());
    Callback::from(move |_| {
        dispatch.emit(Action::Dialog(None));
        dispatch.emit(Action::Import(ImportAction::Text(text.clone())));
        focus::first(&[".import-answer"]);
    })
}

fn problem(number: u32, found: &Diagnostic, lines: &LineIndex<'_>, dispatch: &Callback<Action>) -> Html {
    let position = lines.position(found.span().start as usize);
    let fix = |help: &rulepad_workbench::Help| {
        let fix = PasteAction::Fix(number, help.edits.clone());
        html! {
            <button
                type="button"
                class="fix"
                onclick={dispatch.reform(move |_: MouseEvent| Action::Paste(fix.clone()))}
            >
                <Prose text={help.text.clone()} />
            </button>
        }
    };
    let (tone, word) = severity(found);
    html! {
        <li class={classes!("problem", tone.class())}>
            <Glyph {tone} label={word} />
            <div class="problem-body">
                <div class="problem-words">
                    <p><Prose text={found.message.clone()} /></p>
                    { for advice(found).map(|help| html! { <p class="problem-advice"><Prose text={help.text.clone()} /></p> }) }
                </div>
                <div class="problem-fixes">{ for fixes(found).map(fix) }</div>
            </div>
            <span class="problem-place">{ format!("{}:{}", position.line, position.column) }</span>
        </li>
    }
}

/// How a problem is shown, in a shape and a word.
pub(super) fn severity(found: &Diagnostic) -> (Tone, &'static str) {
    match found.severity {
        Severity::Error => (Tone::Bad, "error"),
        Severity::Warning => (Tone::Caution, "warning"),
        Severity::Note => (Tone::Plain, "note"),
    }
}

/// With a capital letter, as the beginning of a line.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
