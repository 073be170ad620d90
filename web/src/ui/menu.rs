//! A button that opens a list of choices.

use crate::ui::roving::place_after;
use crate::ui::visible_text::{VisibleText, seen};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
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
    /// Set for choices of which one holds now, and for switches.
    pub checked: Option<bool>,
    /// Whether it is a switch by itself rather than one of several.
    pub switch: bool,
    /// Whether it does nothing now.
    pub disabled: bool,
    /// The heading of the group that begins here.
    pub heading: Option<AttrValue>,
}

/// Properties of [`Menu`].
#[derive(Clone, Properties, PartialEq)]
pub struct MenuProps {
    /// Prefix of element ids; one of a kind on the page.
    pub name: AttrValue,
    /// The label of the button.
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
    /// Says what the button opens, where its label is a sign.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A button and its menu, which opens where there is room for it on the screen. Arrows, Home, End and first letters move; Escape, Tab and a press elsewhere close.
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
        let root = root.clone();
        let (align_end, count) = (props.align_end, props.items.len());
        use_effect_with((open.is_some(), count), move |(is_open, _)| {
            if let (true, Some(root)) = (*is_open, root.cast::<HtmlElement>()) {
                place(&root, align_end);
            }
        });
    }
    {
        let (root, open, on_open) = (root.clone(), open.clone(), props.on_open.clone());
        let (around, align_end) = (root.clone(), props.align_end);
        use_effect_with(open.is_some(), move |is_open| {
            if *is_open {
                on_open.emit(());
            }
            // The list follows its button when something around it is scrolled.
            let listeners = is_open.then(|| {
                let close_outside = move |event: &web_sys::Event| {
                    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
                    let inside = root.get().is_some_and(|root| root.contains(target.as_ref()));
                    if !inside {
                        open.set(None);
                    }
                };
                let capture = EventListenerOptions::run_in_capture_phase();
                let pressed = close_outside.clone();
                let follow = move |event: &web_sys::Event| {
                    let scrolled = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
                    if let Some(root) = around.cast::<HtmlElement>()
                        && !root.contains(scrolled.as_ref())
                    {
                        place(&root, align_end);
                    }
                };
                [
                    EventListener::new(&document(), "pointerdown", pressed),
                    EventListener::new_with_options(&document(), "scroll", capture, follow),
                    EventListener::new(&window(), "resize", close_outside),
                ]
            });
            move || drop(listeners)
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
            let disabled = item.disabled;
            move |_: MouseEvent| {
                if disabled {
                    return;
                }
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
                        role={match (item.checked, item.switch) {
                            (None, _) => "menuitem",
                            (Some(_), true) => "menuitemcheckbox",
                            (Some(_), false) => "menuitemradio",
                        }}
                        aria-checked={item.checked.map(|checked| if checked { "true" } else { "false" })}
                        aria-disabled={item.disabled.then_some("true")}
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
                title={props.title.clone()}
                aria-label={props.title.clone()}
                onclick={toggle}
            >
                <VisibleText text={props.label.clone()} />
                if props.title.is_none() {
                    <span aria-hidden="true" class="menu-arrow">{ "▾" }</span>
                }
            </button>
            if open.is_some() {
                <ul
                    id={list}
                    role="menu"
                    aria-label={seen(props.title.as_ref().unwrap_or(&props.label))}
                    class="menu-list"
                >
                    { for props.items.iter().enumerate().map(item) }
                </ul>
            }
        </div>
    }
}

/// Space that stays free at the edges of the screen, in pixels.
const MARGIN: f64 = 8.0;
/// Space between the button and its menu.
const GAP: f64 = 4.0;
/// A menu grows no taller than this, so that it stays a menu.
const TALLEST: f64 = 560.0;

/// Puts the list under the button, or over it where there is more room, inside the screen; the item with the focus
/// stays in sight where the list gets another height.
fn place(root: &HtmlElement, align_end: bool) {
    let (Ok(Some(button)), Ok(Some(list))) =
        (root.query_selector(".menu-button"), root.query_selector(".menu-list"))
    else {
        return;
    };
    let Ok(list) = list.dyn_into::<HtmlElement>() else { return };
    let size = |of: Result<wasm_bindgen::JsValue, _>| of.ok().and_then(|px| px.as_f64()).unwrap_or_default();
    let (width, height) = (size(window().inner_width()), size(window().inner_height()));
    let (button, own) = (button.get_bounding_client_rect(), list.get_bounding_client_rect());
    // All of its items and its edges: taking its limit away to measure it would scroll it back to its start.
    let tall = f64::from(list.scroll_height() + list.offset_height() - list.client_height());
    let edges =
        Edges { left: button.left(), right: button.right(), top: button.top(), bottom: button.bottom() };
    let spot = spot(&edges, (own.width(), tall), (width, height), align_end);
    for (property, value) in [("left", spot.left), ("top", spot.top), ("max-height", spot.most)] {
        // Only a malformed value is refused.
        let _ = list.style().set_property(property, &format!("{value}px"));
    }
    if (list.get_bounding_client_rect().height() - own.height()).abs() >= 1.0 {
        show_focused(&list);
    }
}

/// Scrolls the list, and nothing around it, as far as its item with the focus asks for.
fn show_focused(list: &HtmlElement) {
    let Some(item) = document().active_element().filter(|item| list.contains(Some(item))) else { return };
    let (item, own) = (item.get_bounding_client_rect(), list.get_bounding_client_rect());
    let hidden = (item.bottom() - own.bottom()).max(0.0) - (own.top() - item.top()).max(0.0);
    list.set_scroll_top(list.scroll_top() + hidden as i32);
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Edges {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// Where a list goes, and how tall it may be.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    left: f64,
    top: f64,
    most: f64,
}

fn spot(button: &Edges, list: (f64, f64), screen: (f64, f64), align_end: bool) -> Spot {
    let wanted = if align_end { button.right - list.0 } else { button.left };
    let left = wanted.min(screen.0 - list.0 - MARGIN).max(MARGIN);
    let below = screen.1 - button.bottom - GAP - MARGIN;
    let above = button.top - GAP - MARGIN;
    let tall = list.1.min(TALLEST);
    if tall <= below || below >= above {
        return Spot { left, top: button.bottom + GAP, most: below.min(TALLEST) };
    }
    let most = above.min(TALLEST);
    Spot { left, top: button.top - GAP - tall.min(most), most }
}

/// The next place, round the end, whose name starts with this key.
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
    fn a_list_stays_on_the_screen() {
        let screen = (1024.0, 768.0);
        for left in [0.0, 300.0, 990.0] {
            for top in [0.0, 300.0, 740.0] {
                for list in [(120.0, 60.0), (400.0, 900.0), (1200.0, 30.0)] {
                    for align_end in [false, true] {
                        let button = Edges { left, right: left + 30.0, top, bottom: top + 28.0 };
                        let spot = spot(&button, list, screen, align_end);
                        let tall = list.1.min(spot.most);
                        assert!(spot.left >= 0.0 && spot.top >= 0.0, "{spot:?}");
                        assert!(list.0 > 1000.0 || spot.left + list.0 <= screen.0, "{spot:?}");
                        assert!(spot.top + tall <= screen.1, "{spot:?}");
                        let covers = spot.top < button.bottom && spot.top + tall > button.top;
                        assert!(!covers, "the button stays in sight: {spot:?}");
                    }
                }
            }
        }
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
