//! What is offered for a text that was just pasted or is read by another service now, quietly, beside that text.

use crate::state::action::Action;
use crate::state::export::ExportAction;
use crate::state::offer::{Offer, Offered, fitting};
use crate::ui::button::{Button, ButtonKind};
use rulepad_workbench::Lang;
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
        Offered::Sample(dialect) => (
            format!("{}: the pattern is tried on {}.", dialect.name(Lang::En), dialect.reads(Lang::En)),
            if dialect.has_envelope() { "Find a sample event" } else { "Find a sample record" },
        ),
        Offered::Format => ("This JSON is on one line.".to_owned(), "Format it"),
    };
    html! {
        <div class="event-strip offer" role="group" aria-label="Offer">
            <p role="status">{ sentence }</p>
            <Button kind={ButtonKind::Primary} onclick={props.dispatch.reform(|_| Action::TakeOffer)}>{ label }</Button>
            if let Offered::Sample(dialect) = offer.offered {
                <Button onclick={props.dispatch.reform(move |_| Action::Export(ExportAction::Select(fitting(dialect))))}>
                    { format!("Export as {}", fitting(dialect).name()) }
                </Button>
            }
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
