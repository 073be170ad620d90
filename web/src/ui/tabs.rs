//! Tabs: one row of names of which one is chosen, and the panel it shows.

use crate::ui::roving::place_after;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// One name in the row.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// Tells it apart; part of element ids, so letters, digits and hyphens.
    pub id: AttrValue,
    /// What it is called.
    pub label: AttrValue,
    /// A short number or word after the name.
    pub badge: Option<AttrValue>,
}

/// Properties of [`Tabs`].
#[derive(Clone, Properties, PartialEq)]
pub struct TabsProps {
    /// Prefix of the ids of tabs and panels; one of a kind on the page.
    pub name: AttrValue,
    /// Accessible name of the row.
    pub label: AttrValue,
    /// The names, in order.
    pub tabs: Vec<Tab>,
    /// The id of the chosen one.
    pub selected: AttrValue,
    /// Another one was chosen.
    pub on_select: Callback<AttrValue>,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// The row of names. Tab reaches the chosen one, arrows choose its neighbours, Home and End the ends.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let row = use_node_ref();
    let chosen = props.tabs.iter().position(|tab| tab.id == props.selected);
    let onkeydown = {
        let (row, props) = (row.clone(), props.clone());
        move |event: KeyboardEvent| {
            let next = place_after(&event.key(), chosen.unwrap_or(0), props.tabs.len(), false);
            if let Some(next) = next
                && let Some(tab) = props.tabs.get(next)
            {
                event.prevent_default();
                props.on_select.emit(tab.id.clone());
                let element = row.cast::<HtmlElement>().and_then(|row| row.children().item(next as u32));
                if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                    // Focus is refused only by elements that are gone.
                    let _ = element.focus();
                }
            }
        }
    };
    let tab = |(place, tab): (usize, &Tab)| {
        let selected = chosen == Some(place);
        let reachable = selected || (chosen.is_none() && place == 0);
        let onclick = props.on_select.reform({
            let id = tab.id.clone();
            move |_| id.clone()
        });
        html! {
            <button
                key={tab.id.as_str()}
                type="button"
                role="tab"
                class="tab"
                id={tab_id(&props.name, &tab.id)}
                aria-selected={if selected { "true" } else { "false" }}
                aria-controls={selected.then(|| panel_id(&props.name, &tab.id))}
                tabindex={if reachable { "0" } else { "-1" }}
                {onclick}
            >
                { &tab.label }
                if let Some(badge) = &tab.badge {
                    <span class="tab-badge">{ " " }{ badge }</span>
                }
            </button>
        }
    };
    html! {
        <div ref={row} class={classes!("tabs", props.class.clone())} role="tablist" aria-label={&props.label} {onkeydown}>
            { for props.tabs.iter().enumerate().map(tab) }
        </div>
    }
}

/// Properties of [`TabPanel`].
#[derive(Clone, Properties, PartialEq)]
pub struct TabPanelProps {
    /// The `name` of its [`Tabs`].
    pub name: AttrValue,
    /// The id of the chosen tab.
    pub id: AttrValue,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
    /// What the chosen tab shows.
    pub children: Html,
}

/// What a chosen tab shows, named by it.
#[component]
pub fn TabPanel(props: &TabPanelProps) -> Html {
    html! {
        <div
            role="tabpanel"
            class={classes!("tab-panel", props.class.clone())}
            id={panel_id(&props.name, &props.id)}
            aria-labelledby={tab_id(&props.name, &props.id)}
        >
            { props.children.clone() }
        </div>
    }
}

fn tab_id(name: &str, id: &str) -> String {
    format!("{name}-tab-{id}")
}

fn panel_id(name: &str, id: &str) -> String {
    format!("{name}-panel-{id}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    fn row(selected: &'static str) -> String {
        rendered::<Tabs>(move || {
            let tab = |id: &'static str, badge: Option<&'static str>| Tab {
                id: id.into(),
                label: id.to_uppercase().into(),
                badge: badge.map(Into::into),
            };
            yew::props!(TabsProps {
                name: "low",
                label: "Below",
                tabs: vec![tab("a", None), tab("b", Some("2"))],
                selected: selected,
                on_select: Callback::noop(),
            })
        })
    }

    #[test]
    fn only_the_chosen_tab_is_reached_by_tab_and_names_its_panel() {
        let html = row("b");
        assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "{html}");
        let b = html.split("<button").nth(2).unwrap();
        for part in
            ["id=\"low-tab-b\"", "aria-selected=\"true\"", "aria-controls=\"low-panel-b\"", "tabindex=\"0\""]
        {
            assert!(b.contains(part), "{part} in {b}");
        }
        assert_eq!(html.matches("aria-controls").count(), 1, "{html}");
    }

    #[test]
    fn the_row_is_reached_even_when_none_is_chosen() {
        assert_eq!(row("z").matches("tabindex=\"0\"").count(), 1);
    }
}
