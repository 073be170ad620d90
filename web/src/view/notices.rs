//! What must be known, in a line under the header, and what can be undone, where it covers nothing.

use super::failure::{not_done, say};
use crate::platform::memory::MOST_DRAFTS;
use crate::platform::{download, focus};
use crate::state::{
    action::Action,
    making::{MadeEvent, NotMade},
    model::{Done, Notice, Opened, Trouble, Undo},
    tray::ROOM,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::toast::{Toast, Toasts};
use crate::ui::visible_text::VisibleText;
use yew::prelude::*;

/// How long something can be taken back.
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
    let notice = |(place, notice): (usize, &Notice)| {
        let (tone, words) = match notice {
            Notice::BadLink(reason) => (
                Tone::Caution,
                format!("The link was not opened: {reason}. Your own draft is as you left it."),
            ),
            Notice::NotStored(trouble) => (
                if trouble.is_harmless() { Tone::Plain } else { Tone::Caution },
                not_stored(*trouble).to_owned(),
            ),
            Notice::Unreadable(unread) => (
                Tone::Caution,
                format!(
                    "{} cannot be read: {}. It is kept as it is; download its text to rescue what is in it.",
                    capital(&unread.title),
                    unread.reason
                ),
            ),
            Notice::Pruned(unread) => (
                Tone::Plain,
                format!(
                    "{MOST_DRAFTS} drafts are stored at most: the oldest, “{}”, was removed. Download it to keep it.",
                    unread.title
                ),
            ),
            Notice::EventsNotStored(count) => (
                Tone::Caution,
                format!(
                    "The {count} loaded events are not stored with the draft: drafts hold up to {} MB of them. Save (Ctrl+S) writes all of them to a file.",
                    ROOM >> 20
                ),
            ),
            Notice::NotSet(reason) => {
                (Tone::Caution, format!("The event was not changed: {}", not_done(reason)))
            }
            Notice::NotMade(reason) => (Tone::Caution, format!("No event was made: {}", not_made(reason))),
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
                        title="Download the stored text as a file"
                        onclick={Callback::from(move |_| download::download("rulepad-draft.json", "application/json", &unread.text))}
                    >
                        { "Download" }
                    </Button>
                }
                <Button
                    kind={ButtonKind::Icon}
                    title="Dismiss"
                    onclick={dismiss}
                >
                    { "✕" }
                </Button>
            </div>
        }
    };
    html! {
        <div class="notices" role="status" aria-label="Notices">
            { for props.notices.iter().enumerate().map(notice) }
        </div>
    }
}

/// Properties of [`Undos`].
#[derive(Clone, Properties, PartialEq)]
pub struct UndosProps {
    /// What can be taken back.
    pub undos: Vec<Undo>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// What can be taken back.
#[component]
pub fn Undos(props: &UndosProps) -> Html {
    let toast = |undo: &Undo| Toast {
        id: undo.number,
        tone: Tone::Plain,
        text: match &undo.done {
            Done::Opened(Opened::Example(title)) => format!("Loaded “{title}”").into(),
            Done::Opened(Opened::Made(MadeEvent::Matching)) => "Made an event that matches".into(),
            Done::Opened(Opened::Made(MadeEvent::Missing(name))) => {
                format!("Made an event that misses {name}").into()
            }
            Done::Opened(Opened::Copy) => "Made a copy of the rule to try".into(),
            Done::Opened(Opened::Read(what)) => format!("Read {what}").into(),
            Done::Opened(Opened::Original) => "Restored the original text".into(),
            Done::Opened(Opened::Imported { label, form }) => imported(label, form).into(),
            Done::Opened(Opened::Link) => "Opened the draft of the link; yours is under Drafts".into(),
            Done::Opened(Opened::New) => "Started a new rule; the one before is under Drafts".into(),
            Done::Opened(Opened::Kept(title)) => format!("Opened the draft “{title}”").into(),
            Done::Removed(id) => format!("Removed “{id}”").into(),
            Done::Struck(1) => "Removed the item from the event log".into(),
            Done::Struck(_) => "Removed items from the event log".into(),
            Done::Closed(1) => "Closed the other event".into(),
            Done::Closed(count) => format!("Closed the other {count} events").into(),
            Done::Asked => "Added a condition to the event pattern".into(),
            Done::Exchanged => "Replaced the target's input".into(),
        },
        action: Some("Undo".into()),
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
            label="Messages"
            dismiss_label="Dismiss"
            toasts={props.undos.iter().map(toast).collect::<Vec<_>>()}
            on_dismiss={go(Action::Forget)}
            on_action={go(Action::Undo)}
        />
    }
}

/// What to know of the storage, and what to do.
fn not_stored(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Blocked => {
            "This browser blocks storage: the draft is lost when the page is closed. Save it as a file or share a link."
        }
        Trouble::Full => {
            "The browser’s storage for this page is full: the last changes are not stored. Delete old drafts, or save the draft as a file."
        }
        Trouble::NoDatabase | Trouble::Failing => {
            "The browser’s database does not work here: drafts are stored in local storage, which holds about 5 MB."
        }
        Trouble::Newer => {
            "A newer version of Rulepad uses the list of drafts: reload the page to get it. Until then drafts are stored in local storage, which holds about 5 MB."
        }
    }
}

fn not_made(reason: &NotMade) -> String {
    match reason {
        NotMade::Refused(reason) => reason.clone(),
        NotMade::NoCondition => "the pattern has no such condition.".to_owned(),
        NotMade::Stopped => "looking for one was stopped after 2 seconds.".to_owned(),
        NotMade::Failed(failure) => format!("the worker stopped: {}.", say(failure)),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn imported(label: &str, form: &str) -> String {
    match (label.is_empty(), form.is_empty()) {
        (false, false) => format!("Imported “{label}” ({form})"),
        (false, true) => format!("Imported “{label}”"),
        (true, false) => format!("Imported the rule ({form})"),
        (true, true) => "Imported the rule".to_owned(),
    }
}
