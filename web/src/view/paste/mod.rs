//! One place to paste or drop anything that holds events: what it is, what is in it, and which to take.

mod dropping;
mod events;
mod source;
mod text;
mod words_en;
mod words_ko;

pub use dropping::DropState;

use crate::platform::{dropped, focus, keys::is_enter};
use crate::state::{
    action::Action,
    model::{Dialog as Shown, Model},
    paste::{Origin, Paste, PasteAction, Take},
    testing::{ScanAction, TestingAction},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::common::Common;
use crate::view::common::Noun;
use crate::view::reasons::Words;
use rulepad_workbench::{Dialect, Lang};
use source::source;
use text::Text;
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
    let lang = use_lang();
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
            title={Text::PasteOrDrop.words(lang)}
            close_label={Common::Close.words(lang)}
            class="paste-dialog"
            open={props.open}
            {on_close}
        >
            <div class="paste" {onkeydown}>
                { what_comes_in(lang, props) }
                <section class="paste-read" aria-label={Text::WhatItIs.words(lang)} tabindex="0">
                    { what_it_is(lang, props, count) }
                </section>
                <div class="dialog-actions">
                    if count > 1 {
                        <Button onclick={do_it(PasteAction::Use(Take::Chosen)).reform(|_| ())}>
                            { Text::UseThis(Noun::of(props.dialect)).words(lang) }
                        </Button>
                    }
                    <Button
                        kind={ButtonKind::Primary}
                        shortcut="Ctrl+Enter"
                        disabled={count == 0}
                        onclick={use_them.reform(|_| ())}
                    >
                        { if count > 1 { Text::UseAll(count) } else { Text::UseThis(Noun::of(props.dialect)) }.words(lang) }
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
fn what_comes_in(lang: Lang, props: &PasteDialogProps) -> Html {
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
    let file = |source: &crate::state::paste::PasteSource| {
        let Origin::File(name) = &source.origin else { return Html::default() };
        let number = source.number;
        html! {
            <li class="paste-file" key={number}>
                <span class="paste-file-name" title={seen(name)}><VisibleText text={name.clone()} /></span>
                <span class="muted">{ Text::Size(source.text.len()).words(lang) }</span>
                <Button
                    kind={ButtonKind::Icon}
                    title={Text::RemoveFile(name).words(lang)}
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
            <label class="field-label" for="paste-text">{ Text::Typed.words(lang) }</label>
            <textarea
                id="paste-text"
                class="paste-text"
                spellcheck="false"
                autofocus=true
                placeholder={Text::Placeholder.words(lang)}
                value={props.paste.typed().to_owned()}
                {oninput}
            />
            if has_files {
                <ul class="paste-files" aria-label={Text::Files.words(lang)}>{ for props.paste.sources.iter().map(file) }</ul>
            }
            <div class="paste-choose">
                <label class="button button-quiet">
                    <input type="file" class="visually-hidden" multiple=true onchange={chosen} />
                    { Text::ChooseFiles.words(lang) }
                </label>
                <span class="muted">{ Text::OrDrop.words(lang) }</span>
            </div>
        </div>
    }
}

/// What was recognised, said and found.
fn what_it_is(lang: Lang, props: &PasteDialogProps, count: usize) -> Html {
    let paste = &props.paste;
    let reading = paste.next().map(|source| source.number);
    let scan = {
        let files = paste.to_scan.clone();
        props.dispatch.reform(move |_: MouseEvent| {
            Action::Testing(TestingAction::Scan(ScanAction::Start(files.clone())))
        })
    };
    html! {
        <>
            { for paste.refused.iter().map(|reason| html! {
                <p class="paste-refused"><Prose text={reason.words(lang)} /></p>
            }) }
            if !paste.to_scan.is_empty() {
                <div class="own-actions">
                    <Button kind={ButtonKind::Primary} title={Text::ScanAbout.words(lang)} onclick={scan}>
                        { Text::Scan(paste.to_scan.len()).words(lang) }
                    </Button>
                </div>
            }
            if paste.sources.is_empty() && paste.refused.is_empty() {
                <div class="empty">
                    <p>{ Text::PasteWhatYouHave.words(lang) }</p>
                    <p>{ Text::WhatFilesAreRead.words(lang) }</p>
                </div>
            }
            { for paste.sources.iter().map(|one| source(lang, one, props.dialect, props.slow && reading == Some(one.number), &props.dispatch)) }
            if count > 0 {
                <events::Events paste={paste.clone()} dialect={props.dialect} dispatch={props.dispatch.clone()} />
            }
        </>
    }
}

#[cfg(test)]
mod tests;
