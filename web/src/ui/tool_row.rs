//! A row of buttons on one line: those that do not fit go into a menu at its end.

use crate::ui::button::Button;
use crate::ui::menu::{Menu, MenuItem};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};
use yew::prelude::*;

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Tool {
    /// A button.
    Button {
        /// Its label.
        label: AttrValue,
        /// Says more, in the tooltip.
        title: AttrValue,
        /// The key for it.
        shortcut: Option<AttrValue>,
        /// Whether it does nothing now.
        disabled: bool,
        /// Pressed.
        onclick: Callback<()>,
    },
    /// A button that opens a list.
    Menu {
        /// Prefix of element ids; one of a kind on the page.
        name: AttrValue,
        /// The label of the button.
        label: AttrValue,
        /// The choices.
        items: Vec<MenuItem>,
        /// One was chosen.
        on_choose: Callback<AttrValue>,
    },
}

/// Properties of [`ToolRow`].
#[derive(Clone, Properties, PartialEq)]
pub struct ToolRowProps {
    /// Prefix of element ids; one of a kind on the page.
    pub name: AttrValue,
    /// What the menu at the end is called.
    pub more: AttrValue,
    /// What there is to do, the most important first.
    pub tools: Vec<Tool>,
    /// What is always in the menu.
    #[prop_or_default]
    pub rest: Vec<MenuItem>,
    /// One of `rest` was chosen.
    #[prop_or_default]
    pub on_rest: Callback<AttrValue>,
}

/// The row; it takes the width that is left and stays on one line.
#[component]
pub fn ToolRow(props: &ToolRowProps) -> Html {
    let row = use_node_ref();
    let shown = use_state_eq(|| props.tools.len());
    let measure = {
        let (row, shown) = (row.clone(), shown.setter());
        Callback::from(move |()| {
            if let Some(row) = row.cast::<HtmlElement>() {
                shown.set(fitting(&row));
            }
        })
    };
    {
        // Labels change too, so every drawing is measured.
        let measure = measure.clone();
        use_effect(move || measure.emit(()));
    }
    {
        let row = row.clone();
        use_effect_with((), move |()| {
            let resized = Closure::<dyn Fn()>::new(move || measure.emit(()));
            let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(row)) = (&observer, row.cast::<HtmlElement>()) {
                observer.observe(&row);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(resized);
            }
        });
    }
    let count = (*shown).min(props.tools.len());
    let tool = |(place, tool): (usize, &Tool)| {
        let hidden = (place >= count).then_some("tool-hidden");
        let inside = match tool.clone() {
            Tool::Button { label, title, shortcut, disabled, onclick } => html! {
                <Button {title} {shortcut} {disabled} onclick={onclick.reform(|_| ())}>{ label }</Button>
            },
            Tool::Menu { name, label, items, on_choose } => html! {
                <Menu {name} {label} {items} {on_choose} align_end=true />
            },
        };
        html! {
            <span key={place} class={classes!("tool", hidden)}>{ inside }</span>
        }
    };
    let hidden = props.tools.get(count..).unwrap_or_default();
    let items = more_items(hidden, &props.rest);
    let on_choose = {
        let (hidden, on_rest) = (hidden.to_vec(), props.on_rest.clone());
        Callback::from(move |id: AttrValue| choose(&hidden, &on_rest, &id))
    };
    html! {
        <div ref={row} class="tool-row">
            { for props.tools.iter().enumerate().map(tool) }
            if !items.is_empty() {
                <span class="tool-more">
                    <Menu
                        name={format!("{}-more", props.name)}
                        label="⋯"
                        title={props.more.clone()}
                        class="menu-sign"
                        {items}
                        {on_choose}
                        align_end=true
                    />
                </span>
            }
        </div>
    }
}

/// How many of the row's tools fit, the first ones first; those that do not are measured where they cannot be seen.
fn fitting(row: &HtmlElement) -> usize {
    let Ok(tools) = row.query_selector_all(":scope > .tool") else { return 0 };
    let widths: Vec<f64> = (0..tools.length())
        .filter_map(|at| tools.item(at)?.dyn_into::<HtmlElement>().ok())
        .map(|tool| f64::from(tool.offset_width()))
        .collect();
    let more = row.query_selector(":scope > .tool-more").ok().flatten();
    let more = more.and_then(|more| more.dyn_into::<HtmlElement>().ok());
    let more = more.map_or(0.0, |more| f64::from(more.offset_width()));
    fit(&widths, f64::from(row.client_width()), more)
}

/// Space between two of them, as the style sheet has it.
const GAP: f64 = 4.0;
/// The width of the menu's button before it was first seen.
const MORE: f64 = 36.0;

fn fit(widths: &[f64], room: f64, more: f64) -> usize {
    let all: f64 = widths.iter().map(|width| width + GAP).sum::<f64>();
    let menu = if more > 0.0 { more } else { MORE };
    let always = if more > 0.0 { more } else { 0.0 };
    if all + always <= room + GAP {
        return widths.len();
    }
    let mut taken = menu;
    widths
        .iter()
        .take_while(|width| {
            taken += **width + GAP;
            taken <= room
        })
        .count()
}

/// Ids of the menu: the place of a hidden tool, or of one of its choices, or one of the rest.
fn more_items(hidden: &[Tool], rest: &[MenuItem]) -> Vec<MenuItem> {
    let of_tool = |(place, tool): (usize, &Tool)| match tool {
        Tool::Button { label, title, shortcut, disabled, .. } => vec![MenuItem {
            id: format!("tool/{place}").into(),
            label: label.clone(),
            detail: Some(match shortcut {
                Some(shortcut) => format!("{title} ({shortcut})").into(),
                None => title.clone(),
            }),
            disabled: *disabled,
            ..MenuItem::default()
        }],
        Tool::Menu { label, items, .. } => {
            let mut items = items.clone();
            for item in &mut items {
                item.id = format!("tool/{place}/{}", item.id).into();
            }
            if let Some(first) = items.first_mut().filter(|first| first.heading.is_none()) {
                first.heading = Some(label.clone());
            }
            items
        }
    };
    let rest = rest.iter().map(|item| MenuItem { id: format!("rest/{}", item.id).into(), ..item.clone() });
    hidden.iter().enumerate().flat_map(of_tool).chain(rest).collect()
}

fn choose(hidden: &[Tool], on_rest: &Callback<AttrValue>, id: &str) {
    if let Some(id) = id.strip_prefix("rest/") {
        return on_rest.emit(id.to_owned().into());
    }
    let mut parts = id.splitn(3, '/').skip(1);
    let tool = parts.next().and_then(|place| hidden.get(place.parse::<usize>().ok()?));
    match (tool, parts.next()) {
        (Some(Tool::Button { onclick, disabled: false, .. }), _) => onclick.emit(()),
        (Some(Tool::Menu { on_choose, .. }), Some(choice)) => on_choose.emit(choice.to_owned().into()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::rc::Rc;

    #[test]
    fn what_fits_is_shown_and_the_rest_leaves_room_for_the_menu() {
        let widths = [100.0, 80.0, 60.0];
        assert_eq!(fit(&widths, 250.0, 0.0), 3);
        assert_eq!(fit(&widths, 240.0, 0.0), 2, "36 for the menu, 104, 84");
        assert_eq!(fit(&widths, 250.0, 32.0), 2, "the menu is there anyway");
        assert_eq!(fit(&widths, 300.0, 32.0), 3);
        assert_eq!(fit(&widths, 20.0, 0.0), 0);
        assert_eq!(fit(&[], 0.0, 32.0), 0);
    }

    #[test]
    fn what_is_in_the_menu_does_what_its_button_did() {
        let done = Rc::new(RefCell::new(Vec::<String>::new()));
        let note = |what: &'static str| {
            let done = done.clone();
            Callback::from(move |id: AttrValue| done.borrow_mut().push(format!("{what} {id}")))
        };
        let tools = [
            Tool::Button {
                label: "Format".into(),
                title: "Indent".into(),
                shortcut: None,
                disabled: false,
                onclick: note("button").reform(|()| "".into()),
            },
            Tool::Menu {
                name: "make".into(),
                label: "Make event".into(),
                items: vec![MenuItem { id: "a/b".into(), label: "A".into(), ..MenuItem::default() }],
                on_choose: note("menu"),
            },
        ];
        let rest = [MenuItem { id: "wrap".into(), label: "Wrap".into(), ..MenuItem::default() }];
        let items = more_items(&tools, &rest);
        let headings: Vec<_> = items.iter().filter_map(|item| item.heading.as_deref()).collect();
        assert_eq!(headings, ["Make event"]);
        for item in &items {
            choose(&tools, &note("rest"), &item.id);
        }
        assert_eq!(*done.borrow(), ["button ", "menu a/b", "rest wrap"]);
    }
}
