//! A button that copies something and shows whether it did.

use crate::ui::button::{Button, ButtonKind};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long the answer is shown.
const SHOWN_MILLIS: u32 = 2000;

/// Properties of [`CopyButton`].
#[derive(Clone, Properties, PartialEq)]
pub struct CopyButtonProps {
    /// Its label.
    pub label: AttrValue,
    /// Its label after copying.
    pub done: AttrValue,
    /// Its label when the browser refused.
    pub failed: AttrValue,
    /// Copies, then calls what it was given with whether that worked.
    pub on_copy: Callback<Callback<bool>>,
    /// How loud.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Says more, in the tooltip.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// The key for it.
    #[prop_or_default]
    pub shortcut: Option<AttrValue>,
    /// Whether there is nothing to copy now.
    #[prop_or_default]
    pub disabled: bool,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A button whose width does not change with its words.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let outcome = use_state_eq(|| None::<bool>);
    let timer = use_mut_ref(|| None::<Timeout>);
    {
        let timer = timer.clone();
        use_effect_with((), move |()| move || drop(timer.take()));
    }
    let answered = {
        let outcome = outcome.clone();
        Callback::from(move |worked: bool| {
            outcome.set(Some(worked));
            let outcome = outcome.clone();
            // The timer before it, if any, ends here.
            timer.replace(Some(Timeout::new(SHOWN_MILLIS, move || outcome.set(None))));
        })
    };
    let onclick = props.on_copy.reform(move |_: MouseEvent| answered.clone());
    let said = match *outcome {
        Some(true) => Some(&props.done),
        Some(false) => Some(&props.failed),
        None => None,
    };
    let words = [Some(&props.label), Some(&props.done), Some(&props.failed)];
    let word = |word: Option<&AttrValue>| {
        let shown = word == Some(said.unwrap_or(&props.label));
        html! {
            <span class={classes!("copy-word", (!shown).then_some("copy-word-waiting"))} aria-hidden={(!shown).then_some("true")}>
                { word }
            </span>
        }
    };
    html! {
        <span class={classes!("copy", props.class.clone())}>
            <Button
                kind={props.kind}
                title={props.title.clone()}
                shortcut={props.shortcut.clone()}
                disabled={props.disabled}
                {onclick}
            >
                <span class="copy-words">{ for words.into_iter().map(word) }</span>
            </Button>
            <span class="visually-hidden" role="status">{ said }</span>
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    #[test]
    fn before_copying_only_the_label_is_said() {
        let html = rendered::<CopyButton>(|| {
            yew::props!(CopyButtonProps {
                label: "Copy",
                done: "Copied",
                failed: "Not copied",
                on_copy: Callback::noop(),
            })
        });
        assert!(html.contains("<span class=\"copy-word\">Copy</span>"), "{html}");
        assert_eq!(html.matches("copy-word copy-word-waiting").count(), 2, "{html}");
        assert!(html.contains("<span role=\"status\" class=\"visually-hidden\"></span>"), "{html}");
    }
}
