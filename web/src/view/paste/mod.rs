//! One place to paste or drop anything that holds events: what it is, what is in it, and which to take.

mod dropping;
mod events;
mod source;

pub use dropping::DropState;

use crate::platform::{dropped, focus, keys::is_enter};
use crate::state::{
    action::Action,
    model::{Dialog as Shown, Model},
    paste::{Origin, Paste, PasteAction, Take, noun},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::prose::Prose;
use crate::ui::visible_text::{VisibleText, seen};
use rulepad_workbench::Dialect;
use source::source;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Properties of [`PasteDialog`].
#[derive(Clone, Properties, PartialEq)]
pub struct PasteDialogProps {
    /// Whether it is shown.
    pub open: bool,
    /// What lies in it.
    pub paste: Paste,
    /// Whether reading a text takes its time.
    pub slow: bool,
    /// Who reads the pattern, and so what is looked for.
    pub dialect: Dialect,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl PasteDialogProps {
    /// What the dialog needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        let open = model.dialog == Some(Shown::Paste);
        // Closed, it does not look at what changes.
        let paste = if open { model.paste.clone() } else { Paste::default() };
        let slow = open && model.reads_slowly();
        Self { open, paste, slow, dialect: model.draft.dialect, dispatch }
    }
}

/// The dialog.
#[component]
pub fn PasteDialog(props: &PasteDialogProps) -> Html {
    let do_it = |action: PasteAction| props.dispatch.reform(move |()| Action::Paste(action.clone()));
    let count = props.paste.events().count();
    let take = if count > 1 { Take::All } else { Take::Chosen };
    let use_them = do_it(PasteAction::Use(take));
    let on_close = use_way_out(props);
    let onkeydown = {
        let use_them = use_them.clone();
        move |event: KeyboardEvent| {
            if is_enter(&event) && (event.ctrl_key() || event.meta_key()) && count > 0 {
                event.prevent_default();
                use_them.emit(());
            }
        }
    };
    html! {
        <Dialog
            name="paste"
            title="Paste or drop"
            close_label="Close"
            class="paste-dialog"
            open={props.open}
            {on_close}
        >
            <div class="paste" {onkeydown}>
                { what_comes_in(props) }
                <section class="paste-read" aria-label="What it is" tabindex="0">
                    { what_it_is(props, count) }
                </section>
                <div class="dialog-actions">
                    if count > 1 {
                        <Button onclick={do_it(PasteAction::Use(Take::Chosen)).reform(|_| ())}>
                            { format!("Use this {}", noun(props.dialect)) }
                        </Button>
                    }
                    <Button
                        kind={ButtonKind::Primary}
                        shortcut="Ctrl+Enter"
                        disabled={count == 0}
                        onclick={use_them.reform(|_| ())}
                    >
                        { if count > 1 { format!("Use all {count}") } else { format!("Use this {}", noun(props.dialect)) } }
                    </Button>
                </div>
            </div>
        </Dialog>
    }
}

/// Closed by hand, the dialog gives the focus back; where something was put in, the focus goes there.
#[hook]
fn use_way_out(props: &PasteDialogProps) -> Callback<()> {
    let by_hand = use_mut_ref(|| true);
    {
        let by_hand = by_hand.clone();
        use_effect_with(props.open, move |open| {
            if !by_hand.replace(!*open) {
                focus::first(&["#event [role=textbox]"]);
            }
        });
    }
    let dispatch = props.dispatch.clone();
    Callback::from(move |()| {
        by_hand.replace(true);
        dispatch.emit(Action::Dialog(None));
    })
}

/// The text and the files.
fn what_comes_in(props: &PasteDialogProps) -> Html {
    let oninput = props.dispatch.reform(|event: InputEvent| {
        let area = event.target_dyn_into::<HtmlTextAreaElement>();
        Action::Paste(PasteAction::Type(area.map(|area| area.value()).unwrap_or_default()))
    });
    let chosen = {
        let dispatch = props.dispatch.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>()
                && let Some(listed) = input.files()
            {
                dropped::read(&listed, dispatch.reform(|files| Action::Paste(PasteAction::Files(files))));
                // Else the same file could not be chosen twice.
                input.set_value("");
            }
        }
    };
    let file = |source: &crate::state::paste::Source| {
        let Origin::File(name) = &source.origin else { return Html::default() };
        let number = source.number;
        html! {
            <li class="paste-file" key={number}>
                <span class="paste-file-name" title={seen(name)}><VisibleText text={name.clone()} /></span>
                <span class="muted">{ size(source.text.len()) }</span>
                <Button
                    kind={ButtonKind::Icon}
                    title={format!("Remove {name}")}
                    onclick={props.dispatch.reform(move |_| Action::Paste(PasteAction::Remove(number)))}
                >
                    { "✕" }
                </Button>
            </li>
        }
    };
    let has_files = props.paste.sources.iter().any(|source| matches!(source.origin, Origin::File(_)));
    html! {
        <div class="paste-in">
            <label class="field-label" for="paste-text">{ "Text" }</label>
            <textarea
                id="paste-text"
                class="paste-text"
                spellcheck="false"
                autofocus=true
                placeholder={PLACEHOLDER}
                value={props.paste.typed().to_owned()}
                {oninput}
            />
            if has_files {
                <ul class="paste-files" aria-label="Files">{ for props.paste.sources.iter().map(file) }</ul>
            }
            <div class="paste-choose">
                <label class="button button-quiet">
                    <input type="file" class="visually-hidden" multiple=true onchange={chosen} />
                    { "Choose files" }
                </label>
                <span class="muted">{ "or drop them anywhere. Nothing leaves this page." }</span>
            </div>
        </div>
    }
}

const PLACEHOLDER: &str = "An event, a log file, PutEvents entries, messages of a queue…";

/// What was recognised, said and found.
fn what_it_is(props: &PasteDialogProps, count: usize) -> Html {
    let paste = &props.paste;
    let reading = paste.next().map(|source| source.number);
    html! {
        <>
            { for paste.refused.iter().map(|reason| html! {
                <p class="paste-refused"><Prose text={reason.clone()} /></p>
            }) }
            if paste.sources.is_empty() && paste.refused.is_empty() {
                <div class="empty">
                    <p>{ "Paste whatever you have: one event or several, with or without what a service wraps around them. The detected format and each conversion are listed here." }</p>
                    <p>{ "Files of JSON, lines of JSON and logs up to 20 MB are read; YAML is not." }</p>
                </div>
            }
            { for paste.sources.iter().map(|one| source(one, props.dialect, props.slow && reading == Some(one.number), &props.dispatch)) }
            if count > 0 {
                <events::Events paste={paste.clone()} dialect={props.dialect} dispatch={props.dispatch.clone()} />
            }
        </>
    }
}

/// A length in bytes, as one says it.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_024 => format!("{bytes} bytes"),
        1_024..1_048_576 => format!("{} KB", bytes / 1_024),
        _ => format!("{} MB", bytes / 1_048_576),
    }
}

#[cfg(test)]
mod tests;
