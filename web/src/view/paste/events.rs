//! The events that were read, one of them looked at.

use super::source::severity;
use crate::state::{
    action::Action,
    paste::{Paste, PasteAction, noun},
};
use crate::ui::code_editor::CodeEditor;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::verdict::{tone, word};
use rulepad_workbench::{Dialect, PastedEvent};
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

/// The list, and the one looked at.
#[component]
pub(super) fn Events(props: &EventsProps) -> Html {
    let count = props.paste.events().count();
    let chosen = props.paste.chosen.min(count.saturating_sub(1));
    let noun = noun(props.dialect);
    let item = |(place, (_, event)): (usize, (_, &PastedEvent))| {
        let (tone, word) = status(event);
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
                    <span class="muted">{ if notes == 1 { "1 note".to_owned() } else { format!("{notes} notes") } }</span>
                }
            </label>
        }
    };
    html! {
        <>
            if count > 1 {
                <fieldset class="paste-events">
                    <legend class="visually-hidden">{ format!("{count} {noun}s, each with its verdict") }</legend>
                    <div class="paste-list">{ for props.paste.events().take(SHOWN).enumerate().map(item) }</div>
                    if count > SHOWN {
                        <p class="muted">{ format!("and {} more, which “Use all” takes as well", count - SHOWN) }</p>
                    }
                </fieldset>
            }
            { for props.paste.events().nth(chosen).map(|(_, event)| detail(event, count)) }
        </>
    }
}

/// The event looked at.
fn detail(event: &PastedEvent, count: usize) -> Html {
    let (tone, word) = status(event);
    html! {
        <section class="paste-detail" aria-label="The one looked at">
            if count == 1 {
                <p class={classes!("paste-alone", tone.class())}>
                    <Glyph {tone} />
                    <span class="paste-event-title">{ &event.title }</span>
                    <span class="paste-event-word">{ word }</span>
                </p>
            }
            if let Some(error) = &event.error {
                <figure class="aws-says" aria-label="PutEvents answers">
                    <figcaption>{ "PutEvents answers" }</figcaption>
                    <blockquote tabindex="0">{ format!("{}: {}", error.code, error.message) }</blockquote>
                </figure>
            }
            if !event.said.is_empty() || event.size.is_some() {
                <ul class="paste-said" aria-label="What was done to this one">
                    { for event.said.iter().map(|said| html! { <li><Prose text={said.clone()} /></li> }) }
                    if let Some(size) = event.size {
                        <li>{ format!("PutEvents counts {size} bytes for this entry.") }</li>
                    }
                </ul>
            }
            if !event.diagnostics.is_empty() {
                <ul class="problems" aria-label="Notes on this one">
                    { for event.diagnostics.iter().map(note) }
                </ul>
            }
            <CodeEditor
                class="paste-preview"
                label="The one looked at, as JSON"
                text={event.text.clone()}
                read_only=true
            />
        </section>
    }
}

fn note(found: &rulepad_workbench::Diagnostic) -> Html {
    let (tone, word) = severity(found);
    html! {
        <li class={classes!("problem", tone.class())}>
            <Glyph {tone} label={word} />
            <p class="problem-words"><Prose text={found.message.clone()} /></p>
        </li>
    }
}

/// The status of an event, in a shape and a word.
fn status(event: &PastedEvent) -> (Tone, &'static str) {
    match (&event.error, event.verdict) {
        (Some(_), _) => (Tone::Caution, "refused by PutEvents"),
        (None, Some(verdict)) => (tone(verdict), word(verdict)),
        (None, None) => (Tone::Plain, "not tried"),
    }
}
