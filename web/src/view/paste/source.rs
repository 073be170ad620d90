//! One text that came in: what it is, what was done to it, and what is wrong with it.

use super::text::Text;
use crate::platform::focus;
use crate::state::{
    action::Action,
    import::ImportAction,
    paste::{Origin, PasteAction, PasteSource, ReadPaste},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::Glyph;
use crate::ui::prose::Prose;
use crate::view::common::{Common, Noun, severity};
use crate::view::editor::{advice, fixes};
use crate::view::failure::why;
use rulepad_workbench::{Diagnostic, Dialect, Lang, LineIndex, Pasted};
use yew::prelude::*;

/// Problems beyond these are counted.
const SHOWN: usize = 20;

/// What is known of it.
pub(super) fn source(
    lang: Lang,
    source: &PasteSource,
    dialect: Dialect,
    slow: bool,
    dispatch: &Callback<Action>,
) -> Html {
    let number = source.number;
    let act = |action: PasteAction| dispatch.reform(move |_: MouseEvent| Action::Paste(action.clone()));
    let again = || {
        html! {
            <Button kind={ButtonKind::Primary} onclick={act(PasteAction::Again(number))}>{ Common::TryAgain.words(lang) }</Button>
        }
    };
    let name = match &source.origin {
        Origin::Typed => None,
        Origin::File(name) => Some(AttrValue::from(name.clone())),
        Origin::Event => Some(Text::EventAsIs.words(lang)),
    };
    let said = match &source.read {
        ReadPaste::Waiting if slow => html! {
            <p class="muted">{ Text::Reading.words(lang) }</p>
        },
        ReadPaste::Waiting => Html::default(),
        ReadPaste::Stopped => html! {
            <><p>{ Text::Stopped.words(lang) }</p>{ again() }</>
        },
        ReadPaste::Failed(failure) => html! {
            <><p>{ Text::WorkerStopped(&why(lang, failure)).words(lang) }</p>{ again() }</>
        },
        ReadPaste::Done(pasted) => done(lang, source, pasted, dialect, dispatch),
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

fn done(
    lang: Lang,
    source: &PasteSource,
    pasted: &Pasted,
    dialect: Dialect,
    dispatch: &Callback<Action>,
) -> Html {
    let number = source.number;
    let noun = Noun::of(dialect);
    let count = pasted.events.len();
    let headline = match pasted.form.as_str() {
        "" => Text::Found { noun, count }.words(lang),
        // Else the problems say why there is none.
        form if count == 0 && !pasted.problems.is_empty() => Text::Form(form).words(lang),
        form => Text::FoundIn { form, noun, count }.words(lang),
    };
    let lines = LineIndex::new(&source.text);
    let broken = pasted.problems.iter().any(Diagnostic::is_error);
    let rest = pasted.problems.len().saturating_sub(SHOWN);
    html! {
        <>
            <p class="paste-form" role="status">{ headline }</p>
            if !pasted.said.is_empty() {
                <ul class="paste-said" aria-label={Text::WhatWasDone.words(lang)}>
                    { for pasted.said.iter().map(|said| html! { <li><Prose text={said.clone()} /></li> }) }
                </ul>
            }
            if !pasted.problems.is_empty() {
                <ul class="problems" aria-label={Common::ProblemsOfIt.words(lang)}>
                    { for pasted.problems.iter().take(SHOWN).map(|found| problem(lang, number, found, &lines, dispatch)) }
                    if rest > 0 {
                        <li class="muted">{ Common::AndMore(rest).words(lang) }</li>
                    }
                </ul>
            }
            if pasted.events.is_empty() {
                <Button
                    title={Text::ImportAsRuleTitle.words(lang)}
                    onclick={import(dispatch, &source.text)}
                >
                    { Text::ImportAsRule.words(lang) }
                </Button>
            }
            if pasted.events.is_empty() || (broken && source.origin != Origin::Typed) {
                <Button
                    title={Text::EditAsEventTitle.words(lang)}
                    onclick={dispatch.reform(move |_| Action::Paste(PasteAction::UseText(number)))}
                >
                    { Text::EditAsEvent.words(lang) }
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

fn problem(
    lang: Lang,
    number: u32,
    found: &Diagnostic,
    lines: &LineIndex<'_>,
    dispatch: &Callback<Action>,
) -> Html {
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
    let (tone, word) = severity(found.severity);
    html! {
        <li class={classes!("problem", tone.class())}>
            <Glyph {tone} label={word.words(lang)} />
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
