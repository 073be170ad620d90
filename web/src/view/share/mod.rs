//! The share link: the whole draft in an address that no server sees.

mod text;
mod words_en;

use crate::platform::{clipboard, location};
use crate::state::{action::Action, model::Dialog as Shown};
use crate::ui::copy_button::CopyButton;
use crate::ui::dialog::Dialog;
use crate::ui::lang::use_lang;
use crate::view::common::Common;
use rulepad_workbench::{Draft, Lang, share};
use text::Text;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Links longer than this are cut by some programs they are pasted into.
const LONG: usize = 8_000;

/// Makes the link, copies it, and shows it.
pub fn share_draft(draft: &Draft, dispatch: &Callback<Action>) {
    let link = format!("{}#{}", location::page(), share::encode(draft));
    clipboard::copy(&link, dispatch.reform(Action::LinkCopied));
    dispatch.emit(Action::Dialog(Some(Shown::Share { link, copied: None })));
}

/// Properties of [`ShareDialog`].
#[derive(Clone, Properties, PartialEq)]
pub struct ShareDialogProps {
    /// The link and whether it was copied; absent while the dialog is closed.
    pub link: Option<(AttrValue, Option<bool>)>,
    /// How many loaded events are not shown, and so not in the link.
    pub others: usize,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The dialog with the link.
#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let lang = use_lang();
    let content = props.link.as_ref().map(|(link, copied)| content(lang, link, *copied, props.others));
    html! {
        <Dialog
            name="share"
            title={Text::Share.words(lang)}
            close_label={Common::Close.words(lang)}
            open={props.link.is_some()}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            { content.unwrap_or_default() }
        </Dialog>
    }
}

fn content(lang: Lang, link: &AttrValue, copied: Option<bool>, others: usize) -> Html {
    let length = link.len();
    let said = match copied {
        Some(true) => Text::LinkCopied.words(lang),
        Some(false) => Text::LinkNotCopied.words(lang),
        None => AttrValue::default(),
    };
    let select = |event: FocusEvent| {
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            area.select();
            area.set_scroll_top(0);
        }
    };
    let text = link.clone();
    html! {
        <div class="share">
            <p role="status" class="share-said">{ said }</p>
            <textarea
                class="share-link"
                aria-label={Text::Link.words(lang)}
                readonly=true
                autofocus=true
                rows="4"
                value={link.clone()}
                onfocus={select}
            />
            <p class="muted">
                { Text::Length(length).words(lang) }
                if length > LONG {
                    { " " }{ Text::MayBeCut.words(lang) }
                }
            </p>
            if others > 0 {
                <p class="share-left-out">
                    { Text::NotAllEvents(others).words(lang) }
                </p>
            }
            <div class="dialog-actions">
                <CopyButton
                    label={Text::CopyLink.words(lang)}
                    done={Common::Copied.words(lang)}
                    failed={Common::NotCopied.words(lang)}
                    kind={crate::ui::button::ButtonKind::Primary}
                    on_copy={Callback::from(move |done| clipboard::copy(&text, done))}
                />
            </div>
        </div>
    }
}
