//! What must be known, in a line under the header, and what can be taken back, where it covers nothing.

use crate::platform::focus;
use crate::state::{
    action::Action,
    model::{Done, Notice, Opened, Undo},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::toast::{Toast, Toasts};
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
            Notice::NotStored => (
                Tone::Plain,
                "This browser blocks storage: the draft is gone when the page is closed. A share link keeps it."
                    .to_owned(),
            ),
            Notice::NotMade(reason) => (Tone::Caution, format!("No event was made: {reason}")),
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
                <p>{ words }</p>
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
            Done::Opened { what: Opened::Example(title), .. } => format!("Loaded “{title}”").into(),
            Done::Opened { what: Opened::Made(what), .. } => format!("Made {what}").into(),
            Done::Opened { what: Opened::Read(what), .. } => format!("Read {what}").into(),
            Done::Opened { what: Opened::Original, .. } => "Brought back the original text".into(),
            Done::Opened { what: Opened::Imported { label, form }, .. } => imported(label, form).into(),
            Done::Opened { what: Opened::Link, .. } => "Opened the draft of the link".into(),
            Done::Removed { target, .. } => format!("Removed “{}”", target.id).into(),
            Done::Struck(before) => match before.len() {
                1 => "Took the item out of the event log".into(),
                _ => "Took items out of the event log".into(),
            },
            Done::Asked { .. } => "The event pattern asks for one more value".into(),
            Done::Exchanged { .. } => "Exchanged the input of the target".into(),
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

fn imported(label: &str, form: &str) -> String {
    match (label.is_empty(), form.is_empty()) {
        (false, false) => format!("Imported “{label}” ({form})"),
        (false, true) => format!("Imported “{label}”"),
        (true, false) => format!("Imported the rule ({form})"),
        (true, true) => "Imported the rule".to_owned(),
    }
}
