//! A list of grouped choices of which one holds.

use crate::ui::roving::place_after;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Choices under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct ListGroup {
    /// The heading.
    pub label: AttrValue,
    /// The choices: the id of each, and what it is called.
    pub options: Vec<(AttrValue, AttrValue)>,
}

/// Properties of [`ListBox`].
#[derive(Clone, Properties, PartialEq)]
pub struct ListBoxProps {
    /// Prefix of element ids; one of a kind on the page.
    pub name: AttrValue,
    /// Accessible name.
    pub label: AttrValue,
    /// The groups, in order.
    pub groups: Vec<ListGroup>,
    /// The id of the choice that holds.
    pub selected: AttrValue,
    /// Another one was chosen.
    pub on_select: Callback<AttrValue>,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// The list. Tab reaches the chosen one, arrows choose its neighbours across the groups, Home and End the ends.
#[component]
pub fn ListBox(props: &ListBoxProps) -> Html {
    let list = use_node_ref();
    let ids: Vec<AttrValue> =
        props.groups.iter().flat_map(|group| &group.options).map(|(id, _)| id.clone()).collect();
    let chosen = ids.iter().position(|id| *id == props.selected);
    {
        let list = list.clone();
        use_effect_with(chosen, move |_| {
            if let Some(list) = list.cast::<HtmlElement>() {
                show_chosen(&list);
            }
        });
    }
    let onkeydown = {
        let (list, on_select, ids) = (list.clone(), props.on_select.clone(), ids.clone());
        move |event: KeyboardEvent| {
            if let Some(next) = place_after(&event.key(), chosen.unwrap_or(0), ids.len(), true)
                && let Some(id) = ids.get(next)
            {
                event.prevent_default();
                on_select.emit(id.clone());
                let options = list.cast::<HtmlElement>();
                let options = options.and_then(|list| list.query_selector_all("[role=option]").ok());
                let option = options.and_then(|options| options.item(u32::try_from(next).ok()?));
                if let Some(option) = option.and_then(|option| option.dyn_into::<HtmlElement>().ok()) {
                    // Focus is refused only by elements that are gone.
                    let _ = option.focus();
                }
            }
        }
    };
    let option = |(id, label): &(AttrValue, AttrValue)| {
        let selected = *id == props.selected;
        let reachable = selected || (chosen.is_none() && ids.first() == Some(id));
        let onclick = props.on_select.reform({
            let id = id.clone();
            move |_: MouseEvent| id.clone()
        });
        html! {
            <div
                key={id.as_str()}
                role="option"
                class="list-option"
                aria-selected={if selected { "true" } else { "false" }}
                tabindex={if reachable { "0" } else { "-1" }}
                {onclick}
            >
                { label }
            </div>
        }
    };
    let group = |(place, group): (usize, &ListGroup)| {
        let heading = format!("{}-group-{place}", props.name);
        html! {
            <div role="group" aria-labelledby={heading.clone()} key={place}>
                <div class="list-heading" role="presentation" id={heading}>{ &group.label }</div>
                { for group.options.iter().map(option) }
            </div>
        }
    };
    html! {
        <div ref={list} class={classes!("list-box", props.class.clone())} role="listbox" aria-label={&props.label} {onkeydown}>
            { for props.groups.iter().enumerate().map(group) }
        </div>
    }
}

/// Scrolls the list, and nothing around it, as far as the chosen option asks for: it may be chosen from elsewhere.
fn show_chosen(list: &HtmlElement) {
    let Some(option) = list.query_selector("[role=option][aria-selected=true]").ok().flatten() else {
        return;
    };
    let (option, own) = (option.get_bounding_client_rect(), list.get_bounding_client_rect());
    let hidden = (option.bottom() - own.bottom()).max(0.0) - (own.top() - option.top()).max(0.0);
    list.set_scroll_top(list.scroll_top() + hidden as i32);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    fn list(selected: &'static str) -> String {
        rendered::<ListBox>(move || {
            let group = |label: &'static str, ids: &[&'static str]| ListGroup {
                label: label.into(),
                options: ids.iter().map(|id| ((*id).into(), id.to_uppercase().into())).collect(),
            };
            yew::props!(ListBoxProps {
                name: "l",
                label: "Formats",
                groups: vec![group("One", &["a", "b"]), group("Two", &["c"])],
                selected: selected,
                on_select: Callback::noop(),
            })
        })
    }

    #[test]
    fn one_choice_is_reached_and_groups_are_named() {
        let html = list("c");
        assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "{html}");
        let c = html.split("role=\"option\"").nth(3).unwrap();
        assert!(c.contains("aria-selected=\"true\"") && c.contains("tabindex=\"0\""), "{html}");
        for part in ["role=\"group\" aria-labelledby=\"l-group-1\"", "id=\"l-group-1\"", ">Two<"] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert_eq!(list("none").matches("tabindex=\"0\"").count(), 1);
    }
}
