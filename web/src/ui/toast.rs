//! Short messages that come in a row of the page, are read out, and go.

use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::visible_text::{VisibleText, seen};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Tells it apart from every other one of this page.
    pub id: u32,
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub text: AttrValue,
    /// The label of a button, such as "Undo".
    pub action: Option<AttrValue>,
    /// After how long it goes by itself; it waits while pointed at or focused.
    pub millis: Option<u32>,
}

/// Properties of [`Toasts`].
#[derive(Clone, Properties, PartialEq)]
pub struct ToastsProps {
    /// Accessible name of the row.
    pub label: AttrValue,
    /// Accessible name of the buttons that dismiss.
    pub dismiss_label: AttrValue,
    /// The messages, oldest first.
    pub toasts: Vec<Toast>,
    /// This one is to go.
    pub on_dismiss: Callback<u32>,
    /// The action of this one was chosen.
    #[prop_or_default]
    pub on_action: Callback<u32>,
}

/// The row where messages come; it covers nothing. It must be on the page before the first of them, or they are not read out.
#[component]
pub fn Toasts(props: &ToastsProps) -> Html {
    let toast = |toast: &Toast| {
        html! {
            <Item
                key={toast.id}
                toast={toast.clone()}
                dismiss_label={props.dismiss_label.clone()}
                on_dismiss={props.on_dismiss.clone()}
                on_action={props.on_action.clone()}
            />
        }
    };
    html! {
        <div class="toasts" role="log" aria-live="polite" aria-relevant="additions" aria-label={&props.label}>
            { for props.toasts.iter().map(toast) }
        </div>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct ItemProps {
    toast: Toast,
    dismiss_label: AttrValue,
    on_dismiss: Callback<u32>,
    on_action: Callback<u32>,
}

#[component]
fn Item(props: &ItemProps) -> Html {
    let held = use_state_eq(|| false);
    let Toast { id, tone, millis, .. } = props.toast;
    {
        let on_dismiss = props.on_dismiss.clone();
        use_effect_with((*held, id, millis), move |&(held, id, millis)| {
            let timer =
                millis.filter(|_| !held).map(|millis| Timeout::new(millis, move || on_dismiss.emit(id)));
            move || drop(timer)
        });
    }
    let hold = |on: bool| {
        let held = held.clone();
        move || held.set(on)
    };
    let (enter, leave, focus, blur) = (hold(true), hold(false), hold(true), hold(false));
    html! {
        <div
            class={classes!("toast", tone.class())}
            onmouseenter={move |_| enter()}
            onmouseleave={move |_| leave()}
            onfocusin={move |_| focus()}
            onfocusout={move |_| blur()}
        >
            <Glyph {tone} />
            <span class="toast-text" title={seen(&props.toast.text)}><VisibleText text={props.toast.text.clone()} /></span>
            if let Some(action) = &props.toast.action {
                <Button onclick={props.on_action.reform(move |_| id)}>{ action }</Button>
            }
            <Button
                kind={ButtonKind::Icon}
                title={props.dismiss_label.clone()}
                onclick={props.on_dismiss.reform(move |_| id)}
            >
                { "✕" }
            </Button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    fn corner(toasts: fn() -> Vec<Toast>) -> String {
        rendered::<Toasts>(move || {
            yew::props!(ToastsProps {
                label: "Messages",
                dismiss_label: "Dismiss",
                toasts: toasts(),
                on_dismiss: Callback::noop(),
            })
        })
    }

    #[test]
    fn the_live_region_is_there_before_any_message() {
        let html = corner(Vec::new);
        assert!(html.contains("aria-live=\"polite\"") && !html.contains("toast-text"), "{html}");
    }

    #[test]
    fn a_message_has_its_tone_its_action_and_a_way_out() {
        let html = corner(|| {
            vec![Toast {
                id: 7,
                tone: Tone::Caution,
                text: "storage is blocked".into(),
                action: Some("Retry".into()),
                millis: None,
            }]
        });
        for part in ["tone-caution", "storage is blocked", ">Retry<", "aria-label=\"Dismiss\""] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }
}
