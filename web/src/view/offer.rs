//! What is offered for a text that was just pasted, quietly, beside that text.

use crate::state::action::Action;
use crate::state::offer::{Offer, Offered};
use crate::ui::button::{Button, ButtonKind};
use yew::prelude::*;

/// Properties of [`OfferBar`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct OfferBarProps {
    /// The offer; none draws nothing.
    pub offer: Option<Offer>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// A line with the offer and a way to drop it.
#[component]
pub(super) fn OfferBar(props: &OfferBarProps) -> Html {
    let Some(offer) = &props.offer else { return Html::default() };
    let (sentence, label) = match &offer.offered {
        Offered::Import { looks, .. } => {
            (format!("This looks like {}, which can hold rules.", looks.name()), "Open in Import")
        }
        Offered::Format => ("This JSON is on one line.".to_owned(), "Format it"),
    };
    html! {
        <div class="event-strip offer" role="group" aria-label="Offer for the pasted text">
            <p role="status">{ sentence }</p>
            <Button kind={ButtonKind::Primary} onclick={props.dispatch.reform(|_| Action::TakeOffer)}>{ label }</Button>
            <Button
                kind={ButtonKind::Icon}
                title="Dismiss the offer"
                onclick={props.dispatch.reform(|_| Action::DropOffer)}
            >
                { "✕" }
            </Button>
        </div>
    }
}
