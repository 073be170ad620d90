//! The list of stored drafts: open, rename, delete; those that cannot be read are offered as files.

mod text;
mod words_en;
mod words_ko;

use crate::platform::memory::{MOST_DRAFTS, Memory, NotRead};
use crate::platform::{download, focus};
use crate::state::action::Action;
use crate::state::drafts::{Drafts, DraftsAction, Listed, NotDone};
use crate::state::fetched::Fetched;
use crate::state::model::{Dialog as Shown, Model};
use crate::state::own::DraftId;
use crate::state::record::{title, title_in_words};
use crate::state::shared::Shared;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::lang::use_lang;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::common::Common;
use crate::view::reasons::Words;
use rulepad_workbench::Lang;
use text::Text;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`DraftsDialog`].
#[derive(Clone, Properties, PartialEq)]
pub struct DraftsDialogProps {
    /// Whether it is shown.
    pub open: bool,
    /// The list.
    pub drafts: Drafts,
    /// The draft that the page shows.
    pub own: DraftId,
    /// What that one is called now: what is stored of it may be some moments old.
    pub title: AttrValue,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl DraftsDialogProps {
    /// What the dialog needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        let open = model.dialog == Some(Shown::Drafts);
        let title = if open { title(model.own.name.as_deref(), &model.draft) } else { "" };
        let title = AttrValue::from(title.to_owned());
        Self { open, drafts: model.drafts.clone(), own: model.own.id, title, dispatch }
    }
}

/// The dialog.
#[component]
pub fn DraftsDialog(props: &DraftsDialogProps) -> Html {
    let lang = use_lang();
    let memory = use_context::<Memory>();
    let renamed = use_state(|| None::<AttrValue>);
    {
        let renamed = renamed.clone();
        use_effect_with(props.open, move |_| renamed.set(None));
    }
    // The pressed button may go with its row.
    let shown = (props.drafts.listed.clone(), (*renamed).clone(), props.drafts.deleted.clone());
    use_effect_with((shown, props.open), |(_, open)| {
        if *open {
            focus::keep(&[".drafts-said .button", ".draft-row .button", ".drafts-top .button"]);
        }
    });
    html! {
        <Dialog
            name="drafts"
            title={Common::Drafts.words(lang)}
            close_label={Common::Close.words(lang)}
            class="drafts"
            open={props.open}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            if props.open {
                { content(lang, props, memory.as_ref(), &renamed) }
            }
        </Dialog>
    }
}

fn content(
    lang: Lang,
    props: &DraftsDialogProps,
    memory: Option<&Memory>,
    renamed: &UseStateHandle<Option<AttrValue>>,
) -> Html {
    let list = match &props.drafts.listed {
        Fetched::Unread | Fetched::Reading => html! {
            <p class="muted">{ Text::ReadingList.words(lang) }</p>
        },
        Fetched::Failed(reason) => html! {
            <p>{ Text::NoList(&reason.words(lang)).words(lang) }</p>
        },
        Fetched::Read(listed) => {
            let shown = listed.iter().filter(|draft| draft.is_listed(props.own)).collect::<Vec<_>>();
            if shown.is_empty() {
                html! {
                    <p class="muted">{ Text::NoDrafts.words(lang) }</p>
                }
            } else {
                html! {
                    <ul class="draft-list" aria-label={Text::StoredDrafts.words(lang)}>
                        { for shown.into_iter().map(|draft| row(lang, props, memory, draft, renamed)) }
                    </ul>
                }
            }
        }
    };
    html! {
        <>
            <div class="drafts-top">
                <p class="muted">
                    { Text::StoredHere(MOST_DRAFTS).words(lang) }
                </p>
                <Button
                    kind={ButtonKind::Primary}
                    title={Text::StartNew.words(lang)}
                    onclick={{
                        let dispatch = props.dispatch.clone();
                        Callback::from(move |_| {
                            dispatch.emit(Action::Dialog(None));
                            dispatch.emit(Action::New);
                        })
                    }}
                >
                    { Common::New.words(lang) }
                </Button>
            </div>
            <div role="status" class="drafts-said">
                if let Some(reason) = &props.drafts.refused {
                    <p><VisibleText text={reason.words(lang)} /></p>
                }
                if let Some(deleted) = &props.drafts.deleted {
                    <p><VisibleText text={Text::Deleted(&deleted.title).words(lang)} /></p>
                    <Button
                        onclick={{
                            let deleted = deleted.clone();
                            act(props, memory, move |memory| async move {
                                memory.restore(&deleted).await.map(|()| DraftsAction::Restored)
                            })
                        }}
                    >
                        { Common::Undo.words(lang) }
                    </Button>
                }
            </div>
            { list }
        </>
    }
}

impl Listed {
    /// Whether the list shows it: not what was only looked at.
    fn is_listed(&self, own: DraftId) -> bool {
        self.head.as_ref().map_or(true, |head| head.touched || head.id == own)
    }
}

/// Does something with the stored drafts, and dispatches what came of it.
fn act<F>(
    props: &DraftsDialogProps,
    memory: Option<&Memory>,
    work: impl FnOnce(Memory) -> F + Clone + 'static,
) -> Callback<MouseEvent>
where
    F: Future<Output = Result<DraftsAction, NotDone>> + 'static,
{
    let (dispatch, memory) = (props.dispatch.clone(), memory.cloned());
    Callback::from(move |_| {
        let Some(memory) = memory.clone() else { return };
        let (dispatch, work) = (dispatch.clone(), work.clone());
        spawn_local(async move {
            let action = work(memory).await.unwrap_or_else(DraftsAction::Refused);
            dispatch.emit(Action::Drafts(action));
        });
    })
}

fn row(
    lang: Lang,
    props: &DraftsDialogProps,
    memory: Option<&Memory>,
    draft: &Listed,
    renamed: &UseStateHandle<Option<AttrValue>>,
) -> Html {
    let key = AttrValue::from(draft.key.clone());
    let is_own = draft.head.as_ref().is_ok_and(|head| head.id == props.own);
    let title = match &draft.head {
        Ok(_) if is_own => title_in_words(&props.title, lang).to_owned(),
        Ok(head) => title_in_words(&head.title, lang).to_owned(),
        Err(_) => Text::Unnamed(&draft.key).words(lang).to_string(),
    };
    let named = |text: fn(&str) -> Text<'_>| seen(&text(&title).words(lang));
    let renaming = renamed.as_ref() == Some(&key);
    let open = act(props, memory, {
        let key = key.clone();
        move |memory| async move {
            match memory.read(&key).await {
                Ok(record) => Ok(DraftsAction::Opened(Shared::new(record))),
                Err(NotRead::Unread(unread)) => Err(unread.reason.map_or(NotDone::Gone, NotDone::NotRead)),
                Err(NotRead::Refused) => Err(NotDone::Gone),
            }
        }
    });
    let download = {
        let memory = memory.cloned();
        let (key, dispatch) = (key.clone(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let (memory, key, dispatch) = (memory.clone(), key.clone(), dispatch.clone());
            spawn_local(async move {
                let Some(memory) = memory else { return };
                match memory.text(&key).await {
                    Ok(Some(text)) => {
                        download::download(&format!("rulepad-draft-{key}.json"), "application/json", &text)
                    }
                    _ => dispatch.emit(Action::Drafts(DraftsAction::Refused(NotDone::NotGiven))),
                }
            });
        })
    };
    let delete = act(props, memory, {
        let (key, title) = (key.clone(), title.clone());
        move |memory| async move {
            let deleted = memory.delete(&key, &title).await?;
            Ok(DraftsAction::Deleted(Shared::new(deleted)))
        }
    });
    let on_renamed = {
        let (dispatch, memory) = (props.dispatch.clone(), memory.cloned());
        let (key, renamed, own, before) = (key.clone(), renamed.clone(), props.own, title.clone());
        Callback::from(move |name: Option<String>| {
            renamed.set(None);
            let (Some(name), Ok(id)) = (name.filter(|name| *name != before), key.parse::<DraftId>()) else {
                return;
            };
            if id == own {
                return dispatch.emit(Action::Drafts(DraftsAction::Renamed(id, name)));
            }
            let (Some(memory), dispatch, key) = (memory.clone(), dispatch.clone(), key.clone()) else {
                return;
            };
            spawn_local(async move {
                let renamed = memory.rename(&key, &name).await;
                let action = renamed.map_or_else(DraftsAction::Refused, |()| DraftsAction::Renamed(id, name));
                dispatch.emit(Action::Drafts(action));
            });
        })
    };
    let rename = {
        let (renamed, key) = (renamed.clone(), key.clone());
        Callback::from(move |_| renamed.set(Some(key.clone())))
    };
    html! {
        <li key={draft.key.to_string()} class={classes!("draft-row", is_own.then_some("own"))}>
            <div class="draft-words">
                if renaming {
                    <NameBox title={title.clone()} on_done={on_renamed} />
                } else {
                    <strong class="draft-title"><VisibleText text={title.clone()} /></strong>
                }
                <span class="muted draft-when">
                    if is_own { { Text::OpenNow.words(lang) } if draft.when.is_some() { { " · " } } }
                    if let Some(when) = draft.when { { when.words(lang) } }
                </span>
                <span class="muted draft-summary">
                    <VisibleText text={match &draft.head {
                        Ok(head) => head.words(lang),
                        Err(reason) => Text::Unread(&reason.words(lang)).words(lang).to_string(),
                    }} />
                </span>
            </div>
            <div class="draft-actions">
                if draft.head.is_ok() {
                    if !is_own {
                        <Button title={named(|title| Text::OpenDraft(title))} onclick={open}>{ Common::Open.words(lang) }</Button>
                    }
                    if !renaming {
                        <Button title={named(|title| Text::RenameDraft(title))} onclick={rename}>{ Text::Rename.words(lang) }</Button>
                    }
                } else {
                    <Button title={named(|title| Text::DownloadDraft(title))} onclick={download}>{ Common::Download.words(lang) }</Button>
                }
                if !is_own {
                    <Button title={named(|title| Text::DeleteDraft(title))} onclick={delete}>{ Text::Delete.words(lang) }</Button>
                }
            </div>
        </li>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct NameBoxProps {
    title: AttrValue,
    /// The new name; nothing where it stays.
    on_done: Callback<Option<String>>,
}

/// Where a draft's name is typed: Enter or leaving it takes it, Escape does not.
#[component]
fn NameBox(props: &NameBoxProps) -> Html {
    let lang = use_lang();
    let input = use_node_ref();
    let ended = use_mut_ref(|| false);
    {
        let input = input.clone();
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                // Focus is refused only by elements that are gone.
                let _ = input.focus();
                input.select();
            }
        });
    }
    let end = {
        let (input, on_done) = (input.clone(), props.on_done.clone());
        move |takes: bool| {
            if !ended.replace(true) {
                let name = input.cast::<HtmlInputElement>().map(|input| input.value());
                on_done.emit(name.filter(|_| takes));
            }
        }
    };
    let onkeydown = {
        let end = end.clone();
        move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" => end(true),
                "Escape" => {
                    // Only the renaming ends, not the dialog.
                    event.prevent_default();
                    event.stop_propagation();
                    end(false);
                }
                _ => {}
            }
        }
    };
    html! {
        <input
            ref={input}
            class="field-input draft-name"
            type="text"
            aria-label={seen(&Text::NewName(&props.title).words(lang))}
            value={props.title.clone()}
            maxlength="100"
            autocomplete="off"
            {onkeydown}
            onblur={move |_: FocusEvent| end(true)}
        />
    }
}
