//! What the page says while files are dragged over it.

use yew::prelude::*;

/// Properties of [`DropState`].
#[derive(Clone, Properties, PartialEq)]
pub struct DropStateProps {
    /// Whether files are over the page.
    pub over: bool,
}

/// A calm frame around the page: dropping works anywhere.
#[component]
pub fn DropState(props: &DropStateProps) -> Html {
    if !props.over {
        return Html::default();
    }
    html! {
        <div class="drop-state" aria-hidden="true">
            <p>{ "Drop to read what is in it" }<small>{ "Files stay on this computer" }</small></p>
        </div>
    }
}
