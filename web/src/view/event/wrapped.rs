//! A text that is not one event: what it is, and the way to the events in it.

use crate::platform::focus;
use crate::state::{
    action::Action,
    paste::{PasteAction, Take, noun},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::prose::Prose;
use rulepad_workbench::{Dialect, Wrapped};
use yew::prelude::*;

/// The strip under the text.
pub(super) fn strip(wrapped: &Wrapped, dialect: Dialect, dispatch: &Callback<Action>) -> Html {
    let read = |take: Take| {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| {
            dispatch.emit(Action::Paste(PasteAction::ReadEvent(take)));
            focus::keep(&["#event [role=textbox]"]);
        }
    };
    let noun = noun(dialect);
    html! {
        <div class="event-strip">
            <p role="status"><Prose text={wrapped.sentence.clone()} /></p>
            if wrapped.count > 1 {
                <Button onclick={read(Take::First)}>{ "Keep the first" }</Button>
            }
            <Button kind={ButtonKind::Primary} onclick={read(Take::All)}>
                { format!("Read as {noun}s") }
            </Button>
        </div>
    }
}

/// The strip while that takes its time.
pub(super) fn reading() -> Html {
    html! {
        <div class="event-strip">
            <p role="status">{ "reading" }</p>
        </div>
    }
}
