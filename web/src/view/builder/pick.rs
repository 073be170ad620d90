//! A choice of one from a list.

use crate::ui::visible_text::seen;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Pick`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct PickProps {
    /// Its accessible name.
    pub label: AttrValue,
    /// Its id, where a visible label names it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Values and what the list shows for them.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The value that is chosen.
    pub chosen: AttrValue,
    /// Another one was chosen.
    pub on_choose: Callback<String>,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// The browser's own list: it is at home under every hand.
#[component]
pub(super) fn Pick(props: &PickProps) -> Html {
    let select = use_node_ref();
    {
        // The list shows what is chosen in the pattern, also where a choice was not carried out.
        let select = select.clone();
        use_effect_with((props.chosen.clone(), props.options.clone()), move |(chosen, _)| {
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                select.set_value(chosen);
            }
        });
    }
    let onchange = {
        let (on_choose, chosen) = (props.on_choose.clone(), props.chosen.clone());
        move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                let value = select.value();
                select.set_value(&chosen);
                on_choose.emit(value);
            }
        }
    };
    html! {
        <select
            ref={select}
            id={props.id.clone()}
            class={classes!("field-input", "builder-pick", props.class.clone())}
            aria-label={props.id.is_none().then(|| seen(&props.label))}
            {onchange}
        >
            { for props.options.iter().map(|(value, label)| html! {
                <option value={value.clone()} selected={*value == props.chosen}>{ seen(label) }</option>
            }) }
        </select>
    }
}
