//! What the page shows while files are dragged over it.

use super::text::Text;
use crate::ui::lang::use_lang;
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
    let lang = use_lang();
    if !props.over {
        return Html::default();
    }
    html! {
        <div class="drop-state" aria-hidden="true">
            <p>{ Text::DropHere.words(lang) }<small>{ Text::FilesStay.words(lang) }</small></p>
        </div>
    }
}
