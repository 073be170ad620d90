//! The choice of what a new target is.

use crate::platform::focus;
use crate::state::action::Action;
use crate::ui::menu::{Menu, MenuItem};
use rulepad_workbench::{Kind, Lang};
use yew::prelude::*;

/// Properties of [`KindMenu`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct KindMenuProps {
    /// What the button says.
    pub label: AttrValue,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// A menu of kinds; the target begins with an ARN of its kind, and with a role where it needs one.
#[component]
pub(super) fn KindMenu(props: &KindMenuProps) -> Html {
    let kinds = (0..).zip(Kind::ALL).map(|(place, kind): (usize, Kind)| MenuItem {
        id: place.to_string().into(),
        label: capital(kind.name(Lang::En)).into(),
        heading: (place == 0).then(|| "Begins with a sample ARN".into()),
        ..MenuItem::default()
    });
    let blank = MenuItem {
        id: "blank".into(),
        label: "Blank".into(),
        detail: Some("I have the ARN".into()),
        ..MenuItem::default()
    };
    let items: Vec<MenuItem> = std::iter::once(blank).chain(kinds).collect();
    let on_choose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |id: AttrValue| {
            let kind = id.parse().ok().and_then(|place: usize| Kind::ALL.get(place).copied());
            dispatch.emit(Action::AddTarget(kind));
            focus::first(&["#lower .target-card[aria-current]"]);
        })
    };
    html! {
        <Menu name="kinds" class="kind-menu" label={&props.label} {items} {on_choose} />
    }
}

/// As it stands at the start of a line.
pub(super) fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
