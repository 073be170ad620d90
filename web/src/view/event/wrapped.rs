//! A text that is not one event: what it is, and the way to the events in it.

use super::text::Text;
use crate::platform::focus;
use crate::state::{
    action::Action,
    paste::{PasteAction, Take},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::prose::Prose;
use crate::view::common::Noun;
use rulepad_workbench::{Dialect, Lang, Wrapped};
use yew::prelude::*;

/// The strip under the text.
pub(super) fn strip(lang: Lang, wrapped: &Wrapped, dialect: Dialect, dispatch: &Callback<Action>) -> Html {
    let read = |take: Take| {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| {
            dispatch.emit(Action::Paste(PasteAction::ReadEvent(take)));
            focus::keep(&["#event [role=textbox]"]);
        }
    };
    html! {
        <div class="event-strip">
            <p role="status"><Prose text={wrapped.sentence.clone()} /></p>
            if wrapped.count > 1 {
                <Button onclick={read(Take::First)}>{ Text::KeepFirst.words(lang) }</Button>
            }
            <Button kind={ButtonKind::Primary} onclick={read(Take::All)}>
                { Text::ReadAs(Noun::of(dialect)).words(lang) }
            </Button>
        </div>
    }
}

/// The strip while that takes its time.
pub(super) fn reading(lang: Lang) -> Html {
    html! {
        <div class="event-strip">
            <p role="status">{ Text::Reading.words(lang) }</p>
        </div>
    }
}
