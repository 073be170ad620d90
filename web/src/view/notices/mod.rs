//! What must be known, in a line under the header, and what can be undone, where it covers nothing.

mod text;
mod words_en;
mod words_ko;

use super::failure::{not_done, why};
use super::reasons::Words;
use crate::platform::memory::MOST_DRAFTS;
use crate::platform::{download, focus, own_scripts};
use crate::state::{
    action::Action,
    making::NotMade,
    model::{Notice, Undo},
    record::title_in_words,
    tray::ROOM,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::toast::{Toast, Toasts};
use crate::ui::visible_text::VisibleText;
use crate::view::common::Common;
use rulepad_workbench::Lang;
use text::Text;
use yew::prelude::*;

/// How long something can be undone.
const UNDO_MILLIS: u32 = 10_000;

/// Properties of [`Notices`].
#[derive(Clone, Properties, PartialEq)]
pub struct NoticesProps {
    /// The notices.
    pub notices: Vec<Notice>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The line of notices.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let lang = use_lang();
    let notice = |(place, notice): (usize, &Notice)| {
        let (tone, words) = match notice {
            Notice::BadLink(reason) => {
                (Tone::Caution, Text::BadLink(&rulepad_workbench::Words::words(reason, lang)).words(lang))
            }
            Notice::NotStored(trouble) => (
                if trouble.is_harmless() { Tone::Plain } else { Tone::Caution },
                Text::NotStored(*trouble).words(lang),
            ),
            Notice::Unreadable(unread) => {
                let reason = unread.reason.as_ref().map(|reason| reason.words(lang)).unwrap_or_default();
                let text = Text::Unreadable { title: &unread.words(lang), reason: &reason };
                (Tone::Caution, text.words(lang))
            }
            Notice::Pruned(unread) => {
                let text =
                    Text::Pruned { most: MOST_DRAFTS, title: title_in_words(unread.which.title(), lang) };
                (Tone::Plain, text.words(lang))
            }
            Notice::EventsNotStored(count) => {
                let text = Text::EventsNotStored { count: *count, megabytes: ROOM >> 20 };
                (Tone::Caution, text.words(lang))
            }
            Notice::NotSet(reason) => (Tone::Caution, Text::NotSet(&not_done(lang, reason)).words(lang)),
            Notice::NotMade(reason) => (Tone::Caution, not_made(lang, reason)),
            Notice::NotKept(targets) => (Tone::Caution, Text::NotKept(targets).words(lang)),
            Notice::NewerBuild => (Tone::Plain, Text::NewerBuild.words(lang)),
        };
        let offered = match notice {
            Notice::Unreadable(unread) | Notice::Pruned(unread) => Some(unread.clone()),
            _ => None,
        };
        let dismiss = {
            let dispatch = props.dispatch.clone();
            move |_: MouseEvent| {
                dispatch.emit(Action::Dismiss(place));
                focus::keep(&[".notices .button", ".bottom-bar [aria-current]", "#event [role=textbox]"]);
            }
        };
        html! {
            <div class={classes!("notice", tone.class())}>
                <Glyph {tone} />
                <p><VisibleText text={words} /></p>
                if let Some(unread) = offered {
                    <Button
                        title={Text::DownloadTitle.words(lang)}
                        onclick={Callback::from(move |_| download::download("rulepad-draft.json", "application/json", &unread.text))}
                    >
                        { Common::Download.words(lang) }
                    </Button>
                }
                if *notice == Notice::NewerBuild {
                    <Button
                        title={Text::TakeNewerTitle.words(lang)}
                        onclick={Callback::from(|_| own_scripts::take_newer())}
                    >
                        { Text::TakeNewer.words(lang) }
                    </Button>
                }
                <Button
                    kind={ButtonKind::Icon}
                    title={Text::Dismiss.words(lang)}
                    onclick={dismiss}
                >
                    { "✕" }
                </Button>
            </div>
        }
    };
    html! {
        <div class="notices" role="status" aria-label={Text::Notices.words(lang)}>
            { for props.notices.iter().enumerate().map(notice) }
        </div>
    }
}

/// Properties of [`Undos`].
#[derive(Clone, Properties, PartialEq)]
pub struct UndosProps {
    /// What can be undone.
    pub undos: Vec<Undo>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// What can be undone.
#[component]
pub fn Undos(props: &UndosProps) -> Html {
    let lang = use_lang();
    let toast = |undo: &Undo| Toast {
        id: undo.number,
        tone: Tone::Plain,
        text: Text::Done(&undo.done).words(lang),
        action: Some(Common::Undo.words(lang)),
        millis: Some(UNDO_MILLIS),
    };
    // The pressed button goes with its message.
    let go = |action: fn(u32) -> Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |number: u32| {
            dispatch.emit(action(number));
            focus::keep(&[".toasts .button", ".bottom-bar [aria-current]", "#event [role=textbox]"]);
        })
    };
    html! {
        <Toasts
            label={Text::Messages.words(lang)}
            dismiss_label={Text::Dismiss.words(lang)}
            toasts={props.undos.iter().map(toast).collect::<Vec<_>>()}
            on_dismiss={go(Action::Forget)}
            on_action={go(Action::Undo)}
        />
    }
}

/// Why no event was made.
fn not_made(lang: Lang, reason: &NotMade) -> AttrValue {
    let text = match reason {
        NotMade::Refused(reason) => Text::NotMade(reason),
        NotMade::NoCondition => Text::NoSuchCondition,
        NotMade::Stopped => Text::MakingStopped,
        NotMade::Failed(failure) => return Text::WorkerStopped(&why(lang, failure)).words(lang),
    };
    text.words(lang)
}
