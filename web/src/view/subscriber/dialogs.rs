//! The stored drafts and the keys.

use super::text::Text;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Dialog, Model};
use crate::subscriber::store::{self, Stored};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog as DialogView;
use crate::ui::lang::use_lang;
use crate::view::common::Common;
use rulepad_subscriber_workbench::SubscriberDraft;
use rulepad_workbench::text::shortened;
use yew::prelude::*;

/// The longest beginning of a filter that is shown, in characters.
const SUMMARY: usize = 90;

/// Properties of the dialogs.
#[derive(Clone, Properties, PartialEq)]
pub(super) struct DialogProps {
    /// The model.
    pub model: Shared<Model>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The drafts in this browser.
#[component]
pub(super) fn DraftsDialog(props: &DialogProps) -> Html {
    let lang = use_lang();
    let open = props.model.dialog == Some(Dialog::Drafts);
    let removed = use_state_eq(|| 0);
    let listed = use_memo((open, *removed), |(open, _)| if *open { store::list() } else { Vec::new() });
    let row = |own: &Stored| {
        let (id, draft) = (own.id, own.draft.clone());
        let reopen = {
            let (dispatch, draft) = (props.dispatch.clone(), draft.clone());
            move |_: MouseEvent| {
                dispatch.emit(Action::Reopen(id, Box::new(draft.clone())));
                dispatch.emit(Action::Dialog(None));
            }
        };
        let is_shown = id == props.model.id;
        let remove = {
            let removed = removed.clone();
            move |_: MouseEvent| {
                store::remove(id);
                removed.set(*removed + 1);
            }
        };
        let title = title(&draft);
        html! {
            <li class="subscriber-draft" key={id.to_string()}>
                <button
                    type="button"
                    class="subscriber-draft-open"
                    aria-current={is_shown.then_some("true")}
                    onclick={reopen}
                >
                    <strong>{ if title.is_empty() { Text::Unnamed.words(lang) } else { title.clone().into() } }</strong>
                    <code translate="no">{ summary(&draft) }</code>
                </button>
                if !is_shown {
                    <Button kind={ButtonKind::Icon} title={Text::RemoveDraft(&title).words(lang)} onclick={remove}>{ "✕" }</Button>
                }
            </li>
        }
    };
    html! {
        <DialogView
            name="drafts"
            title={Text::DraftsTitle.words(lang)}
            close_label={Common::Close.words(lang)}
            {open}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            if listed.is_empty() {
                <p class="empty">{ Text::NoDrafts.words(lang) }</p>
            }
            <ul class="subscriber-drafts">{ for listed.iter().map(row) }</ul>
            <p class="muted">{ Text::DraftsNote.words(lang) }</p>
        </DialogView>
    }
}

fn title(draft: &SubscriberDraft) -> String {
    let of_target = || draft.target.rsplit([':', '/']).next().unwrap_or_default().to_owned();
    if draft.name.trim().is_empty() { of_target() } else { draft.name.clone() }
}

/// The beginning of the first filter, or of the event, on one line.
fn summary(draft: &SubscriberDraft) -> String {
    let texts = [&draft.data, &draft.of_metadata, &draft.of_system_metadata, &draft.event];
    let text = texts.into_iter().find(|text| !text.trim().is_empty()).map(String::as_str).unwrap_or_default();
    let line = text.split_whitespace().take(SUMMARY).collect::<Vec<_>>().join(" ");
    shortened(&line, SUMMARY).into_owned()
}

/// The keys of the page.
#[component]
pub(super) fn ShortcutsDialog(props: &DialogProps) -> Html {
    let lang = use_lang();
    let keys: [(&str, Text); 8] = [
        ("Alt+1…5", Text::KeyRegions),
        ("Ctrl+Z", Text::KeyUndo),
        ("Ctrl+Shift+Z", Text::KeyRedo),
        ("Ctrl+K", Text::KeyDrafts),
        ("Alt+I", Text::KeyMigrate),
        ("Alt+Z", Text::KeyWrap),
        ("F8", Text::KeyNextProblem),
        ("?", Text::KeyHelp),
    ];
    html! {
        <DialogView
            name="shortcuts"
            title={Text::Keys.words(lang)}
            close_label={Common::Close.words(lang)}
            open={props.model.dialog == Some(Dialog::Shortcuts)}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            <dl class="shortcut-list">
                { for keys.into_iter().map(|(keys, text)| html! {
                    <div><dt><kbd>{ keys }</kbd></dt><dd>{ text.words(lang) }</dd></div>
                }) }
            </dl>
        </DialogView>
    }
}
