//! The parts of what a service receives, beside the payload itself.

use super::text::Text;
use crate::state::{action::Action, model::Pointed};
use crate::ui::lang::use_lang;
use crate::ui::visible_text::VisibleText;
use rulepad_workbench::{DeliveredPart, Delivery, Lang, Source};
use yew::prelude::*;

/// The name of the part that is the first line of an HTTP request.
const REQUEST: &str = "request";

/// Properties of [`Parts`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct PartsProps {
    /// Accessible name of the list.
    pub label: AttrValue,
    /// The parts.
    pub parts: Vec<DeliveredPart>,
    /// Whether they are the head of an HTTP request.
    pub http: bool,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// Names and texts; those of the event light their values there.
#[component]
pub(super) fn Parts(props: &PartsProps) -> Html {
    let lang = use_lang();
    let part = |part: &DeliveredPart| {
        let spans = match &part.source {
            Source::Event { spans } if !spans.is_empty() => Some(spans.clone()),
            _ => None,
        };
        let text = html! { <VisibleText text={part.text.clone()} /> };
        let name = match part.name.as_str() {
            REQUEST if props.http => Html::default(),
            name => html! { <dt translate="no">{ name }{ if props.http { ":" } else { "" } }</dt> },
        };
        html! {
            <div class={classes!("part", part.name.is_empty().then_some("part-nameless"), (props.http && part.name == REQUEST).then_some("part-request"))}>
                { name }
                <dd>{ if let Some(spans) = spans { from_event(lang, props, spans, text) } else { text } }</dd>
            </div>
        }
    };
    html! {
        <dl class={classes!("parts", props.http.then_some("parts-http"))} aria-label={&props.label}>
            { for props.parts.iter().map(part) }
        </dl>
    }
}

fn from_event(lang: Lang, props: &PartsProps, spans: Vec<rulepad_workbench::Span>, text: Html) -> Html {
    let point = |on: bool| {
        let spans = spans.clone();
        props.dispatch.reform(move |()| Action::Point(on.then(|| Pointed::Values(spans.clone()))))
    };
    let (enter, leave, focus, blur) = (point(true), point(false), point(true), point(false));
    let first = spans.first().copied();
    let dispatch = props.dispatch.clone();
    html! {
        <button
            type="button"
            class="part-value"
            title={Text::FromEvent.words(lang)}
            onmouseenter={move |_: MouseEvent| enter.emit(())}
            onmouseleave={move |_: MouseEvent| leave.emit(())}
            onfocusin={move |_: FocusEvent| focus.emit(())}
            onfocusout={move |_: FocusEvent| blur.emit(())}
            onclick={move |_: MouseEvent| {
                if let Some(span) = first {
                    dispatch.emit(Action::ShowValue(span));
                }
            }}
        >
            { text }
        </button>
    }
}

/// The parts before the payload, its own name, and the parts after it.
pub(super) fn around(delivery: &Delivery) -> (Vec<DeliveredPart>, Option<&str>, Vec<DeliveredPart>) {
    let place = delivery.parts.iter().position(|part| part.source == Source::Payload);
    match place {
        Some(place) => (
            delivery.parts.iter().take(place).cloned().collect(),
            delivery.parts.get(place).map(|part| part.name.as_str()),
            delivery.parts.iter().skip(place + 1).cloned().collect(),
        ),
        None => (delivery.parts.clone(), None, Vec::new()),
    }
}

/// Whether it is an HTTP request.
pub(super) fn is_http(delivery: &Delivery) -> bool {
    delivery.parts.first().is_some_and(|part| part.name == REQUEST)
}
