//! The events that were read, and one of them in full.

use super::text::Text;
use crate::state::{
    action::Action,
    paste::{Paste, PasteAction},
};
use crate::ui::code_editor::CodeEditor;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::common::{Common, Noun, severity};
use crate::view::verdict::{tone, word};
use rulepad_workbench::{Dialect, Lang, PastedEvent};
use yew::prelude::*;

/// Events beyond these are counted: nobody reads a longer list, and stepping through reaches them all.
const SHOWN: usize = 200;

/// Properties of [`Events`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct EventsProps {
    /// What lies in the dialog.
    pub paste: Paste,
    /// Who reads the pattern.
    pub dialect: Dialect,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The list, and the chosen event.
#[component]
pub(super) fn Events(props: &EventsProps) -> Html {
    let lang = use_lang();
    let count = props.paste.events().count();
    let chosen = props.paste.chosen.min(count.saturating_sub(1));
    let noun = Noun::of(props.dialect);
    let item = |(place, (_, event)): (usize, (_, &PastedEvent))| {
        let (tone, word) = status(lang, event);
        let notes = event.diagnostics.len();
        html! {
            <label class={classes!("paste-event", tone.class(), (place == chosen).then_some("chosen"))} key={place}>
                <input
                    type="radio"
                    name="paste-event"
                    checked={place == chosen}
                    onchange={props.dispatch.reform(move |_: Event| Action::Paste(PasteAction::Choose(place)))}
                />
                <Glyph {tone} />
                <span class="paste-event-title" title={seen(&event.title)}><VisibleText text={event.title.clone()} /></span>
                <span class="paste-event-word">{ word }</span>
                if notes > 0 {
                    <span class="muted">{ Text::Notes(notes).words(lang) }</span>
                }
            </label>
        }
    };
    html! {
        <>
            if count > 1 {
                <fieldset class="paste-events">
                    <legend class="visually-hidden">{ Text::EachWithVerdict { noun, count }.words(lang) }</legend>
                    <div class="paste-list">{ for props.paste.events().take(SHOWN).enumerate().map(item) }</div>
                    if count > SHOWN {
                        <p class="muted">{ Text::MoreTaken(count - SHOWN).words(lang) }</p>
                    }
                </fieldset>
            }
            { for props.paste.events().nth(chosen).map(|(_, event)| detail(lang, event, count)) }
        </>
    }
}

/// The chosen event.
fn detail(lang: Lang, event: &PastedEvent, count: usize) -> Html {
    let (tone, word) = status(lang, event);
    html! {
        <section class="paste-detail" aria-label={Text::ChosenOne.words(lang)}>
            if count == 1 {
                <p class={classes!("paste-alone", tone.class())}>
                    <Glyph {tone} />
                    <span class="paste-event-title">{ &event.title }</span>
                    <span class="paste-event-word">{ word }</span>
                </p>
            }
            if let Some(error) = &event.error {
                <figure class="aws-says" aria-label={Text::PutEventsAnswers.words(lang)}>
                    <figcaption>{ Text::PutEventsAnswers.words(lang) }</figcaption>
                    <blockquote lang="en" tabindex="0">{ format!("{}: {}", error.code, error.message) }</blockquote>
                </figure>
            }
            if !event.said.is_empty() || event.size.is_some() {
                <ul class="paste-said" aria-label={Text::WhatWasDoneToIt.words(lang)}>
                    { for event.said.iter().map(|said| html! { <li><Prose text={said.clone()} /></li> }) }
                    if let Some(size) = event.size {
                        <li>{ Text::EntrySize(size).words(lang) }</li>
                    }
                </ul>
            }
            if !event.diagnostics.is_empty() {
                <ul class="problems" aria-label={Text::NotesOnIt.words(lang)}>
                    { for event.diagnostics.iter().map(|found| note(lang, found)) }
                </ul>
            }
            <CodeEditor
                class="paste-preview"
                label={Text::ChosenAsJson.words(lang)}
                text={event.text.clone()}
                read_only=true
            />
        </section>
    }
}

fn note(lang: Lang, found: &rulepad_workbench::Diagnostic) -> Html {
    let (tone, word) = severity(found.severity);
    html! {
        <li class={classes!("problem", tone.class())}>
            <Glyph {tone} label={word.words(lang)} />
            <p class="problem-words"><Prose text={found.message.clone()} /></p>
        </li>
    }
}

/// The status of an event, in a shape and a word.
fn status(lang: Lang, event: &PastedEvent) -> (Tone, AttrValue) {
    match (&event.error, event.verdict) {
        (Some(_), _) => (Tone::Caution, Text::RefusedByPutEvents.words(lang)),
        (None, Some(verdict)) => (tone(verdict), word(lang, verdict)),
        (None, None) => (Tone::Plain, Common::NotTried.words(lang)),
    }
}
