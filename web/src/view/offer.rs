//! What is offered for a text that was just pasted or is read by another service now, quietly, beside that text.

use super::text::Text;
use crate::state::action::Action;
use crate::state::export::ExportAction;
use crate::state::offer::{Offer, Offered, fitting};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::lang::use_lang;
use crate::view::common::Common;
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
    let lang = use_lang();
    let Some(offer) = &props.offer else { return Html::default() };
    let (sentence, label) = match &offer.offered {
        Offered::Import { looks, .. } => (Text::LooksLike(looks.name(lang)), Text::OpenInImport.words(lang)),
        Offered::Sample(dialect) => (
            Text::TriedOn(*dialect),
            if dialect.has_envelope() { Common::FindSampleEvent } else { Common::FindSampleRecord }
                .words(lang),
        ),
        Offered::Format => (Text::OneLine, Text::FormatIt.words(lang)),
    };
    html! {
        <div class="event-strip offer" role="group" aria-label={Text::Offer.words(lang)}>
            <p role="status">{ sentence.words(lang) }</p>
            <Button kind={ButtonKind::Primary} onclick={props.dispatch.reform(|_| Action::TakeOffer)}>{ label }</Button>
            if let Offered::Sample(dialect) = offer.offered {
                <Button onclick={props.dispatch.reform(move |_| Action::Export(ExportAction::Select(fitting(dialect))))}>
                    { Text::ExportAs(fitting(dialect).name(lang)).words(lang) }
                </Button>
            }
            <Button
                kind={ButtonKind::Icon}
                title={Text::DismissOffer.words(lang)}
                onclick={props.dispatch.reform(|_| Action::DropOffer)}
            >
                { "✕" }
            </Button>
        </div>
    }
}
