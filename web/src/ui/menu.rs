//! A button that opens a list of choices.

use crate::ui::roving::place_after;
use crate::ui::visible_text::{VisibleText, seen};
use gloo::{events::EventListener, utils::document};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// One choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MenuItem {
    /// Tells it apart.
    pub id: AttrValue,
    /// What it is called.
    pub label: AttrValue,
    /// A few words under or after the name.
    pub detail: Option<AttrValue>,
    /// Set for choices of which one holds now.
    pub checked: Option<bool>,
    /// The heading of the group that begins here.
    pub heading: Option<AttrValue>,
}

/// Properties of [`Menu`].
#[derive(Clone, Properties, PartialEq)]
pub struct MenuProps {
    /// Prefix of element ids; one of a kind on the page.
    pub name: AttrValue,
    /// What the button says.
    pub label: AttrValue,
    /// The choices, in order.
    pub items: Vec<MenuItem>,
    /// One was chosen, by its id.
    pub on_choose: Callback<AttrValue>,
    /// It was opened.
    #[prop_or_default]
    pub on_open: Callback<()>,
    /// Opens towards the left, for a button at the right edge.
    #[prop_or_default]
    pub align_end: bool,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A button and its menu. Arrows, Home, End and first letters move; Escape, Tab and a press elsewhere close.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let root = use_node_ref();
    let button = use_node_ref();
    // The place that has the focus while the menu is open.
    let open = use_state_eq(|| None::<usize>);
    {
        let root = root.clone();
        use_effect_with(*open, move |place| {
            if let (Some(place), Some(root)) = (*place, root.cast::<HtmlElement>())
                && let Ok(items) = root.query_selector_all("[role^=menuitem]")
                && let Some(item) =
                    items.item(place as u32).and_then(|item| item.dyn_into::<HtmlElement>().ok())
            {
                // Focus is refused only by elements that are gone.
                let _ = item.focus();
            }
        });
    }
    {
        let (root, open, on_open) = (root.clone(), open.clone(), props.on_open.clone());
        use_effect_with(open.is_some(), move |is_open| {
            if *is_open {
                on_open.emit(());
            }
            let listener = is_open.then(|| {
                EventListener::new(&document(), "pointerdown", move |event| {
                    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
                    let inside = root.get().is_some_and(|root| root.contains(target.as_ref()));
                    if !inside {
                        open.set(None);
                    }
                })
            });
            move || drop(listener)
        });
    }
    let close = {
        let (open, button) = (open.clone(), button.clone());
        move || {
            open.set(None);
            if let Some(button) = button.cast::<HtmlElement>() {
                // Focus is refused only by elements that are gone.
                let _ = button.focus();
            }
        }
    };
    let onkeydown = {
        let (open, items, close) = (open.clone(), props.items.clone(), close.clone());
        move |event: KeyboardEvent| {
            let key = event.key();
            let next = match (*open, key.as_str()) {
                (None, "ArrowDown") => Some(0),
                (None, "ArrowUp") => items.len().checked_sub(1),
                (None, _) => None,
                (Some(_), "Escape") => {
                    event.prevent_default();
                    event.stop_propagation();
                    return close();
                }
                (Some(_), "Tab") => return open.set(None),
                (Some(place), key) => place_after(key, place, items.len(), true)
                    .or_else(|| place_starting_with(&items, place, key)),
            };
            if next.is_some() {
                event.prevent_default();
                open.set(next);
            }
        }
    };
    let toggle = {
        let open = open.clone();
        let first = props.items.iter().position(|item| item.checked == Some(true)).unwrap_or(0);
        move |_: MouseEvent| open.set(if open.is_some() { None } else { Some(first) })
    };
    let list = format!("{}-menu", props.name);
    let item = |(place, item): (usize, &MenuItem)| {
        let onclick = {
            let (close, id, on_choose) = (close.clone(), item.id.clone(), props.on_choose.clone());
            move |_: MouseEvent| {
                close();
                on_choose.emit(id.clone());
            }
        };
        // Keyed: items that come while it is open leave the focus where it is.
        html! {
            <key={item.id.to_string()}>
                if let Some(heading) = &item.heading {
                    <li role="presentation" class="menu-heading">{ heading }</li>
                }
                <li role="none">
                    <button
                        type="button"
                        class="menu-item"
                        role={if item.checked.is_some() { "menuitemradio" } else { "menuitem" }}
                        aria-checked={item.checked.map(|checked| if checked { "true" } else { "false" })}
                        tabindex={if *open == Some(place) { "0" } else { "-1" }}
                        {onclick}
                    >
                        <span><VisibleText text={item.label.clone()} /></span>
                        if let Some(detail) = &item.detail {
                            <small><VisibleText text={detail.clone()} /></small>
                        }
                    </button>
                </li>
            </>
        }
    };
    html! {
        <div ref={root} class={classes!("menu", props.class.clone())} {onkeydown}>
            <button
                ref={button}
                type="button"
                class="button button-quiet menu-button"
                aria-haspopup="menu"
                aria-expanded={if open.is_some() { "true" } else { "false" }}
                aria-controls={open.is_some().then(|| list.clone())}
                onclick={toggle}
            >
                <VisibleText text={props.label.clone()} />
                <span aria-hidden="true" class="menu-arrow">{ "▾" }</span>
            </button>
            if open.is_some() {
                <ul
                    id={list}
                    role="menu"
                    aria-label={seen(&props.label)}
                    class={classes!("menu-list", props.align_end.then_some("menu-list-end"))}
                >
                    { for props.items.iter().enumerate().map(item) }
                </ul>
            }
        </div>
    }
}

/// The next place, round the end, whose name begins with this key.
fn place_starting_with(items: &[MenuItem], from: usize, key: &str) -> Option<usize> {
    let mut letters = key.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
    let begins = |item: &MenuItem| {
        item.label.chars().next().is_some_and(|first| first.to_lowercase().eq(letter.to_lowercase()))
    };
    let places = (from + 1..items.len()).chain(0..=from);
    places.into_iter().find(|&place| items.get(place).is_some_and(begins))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    fn items() -> Vec<MenuItem> {
        ["Apple", "banana", "apricot"]
            .map(|label| MenuItem { id: label.into(), label: label.into(), ..MenuItem::default() })
            .to_vec()
    }

    #[test]
    fn a_letter_leads_to_the_next_name_that_begins_with_it() {
        assert_eq!(place_starting_with(&items(), 0, "a"), Some(2));
        assert_eq!(place_starting_with(&items(), 2, "A"), Some(0));
        assert_eq!(place_starting_with(&items(), 0, "B"), Some(1));
        assert_eq!(place_starting_with(&items(), 1, "b"), Some(1));
        assert_eq!(place_starting_with(&items(), 0, "z"), None);
        assert_eq!(place_starting_with(&items(), 0, "Enter"), None);
        assert_eq!(place_starting_with(&[], 0, "a"), None);
    }

    #[test]
    fn it_begins_closed() {
        let html = rendered::<Menu>(|| {
            yew::props!(MenuProps {
                name: "m",
                label: "Examples",
                items: items(),
                on_choose: Callback::noop()
            })
        });
        assert!(
            html.contains("aria-haspopup=\"menu\"") && html.contains("aria-expanded=\"false\""),
            "{html}"
        );
        assert!(!html.contains("role=\"menu\""), "{html}");
    }
}
