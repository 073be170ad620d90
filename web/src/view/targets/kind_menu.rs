//! The choice of what a new target is.

use super::text::Text;
use crate::platform::focus;
use crate::state::action::Action;
use crate::ui::lang::use_lang;
use crate::ui::menu::{Menu, MenuItem};
use rulepad_workbench::TargetKind;
use yew::prelude::*;

/// Properties of [`KindMenu`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct KindMenuProps {
    /// The label of the button.
    pub label: AttrValue,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The choice of a target without an ARN.
const BLANK: &str = "blank";

/// A menu of kinds; the target starts with an ARN of its kind, and with a role where it needs one.
#[component]
pub(super) fn KindMenu(props: &KindMenuProps) -> Html {
    let lang = use_lang();
    let kinds = (0..).zip(TargetKind::ALL).map(|(place, kind): (usize, TargetKind)| MenuItem {
        id: place.to_string().into(),
        label: Text::Kind(kind).words(lang),
        heading: (place == 0).then(|| Text::WithSampleArn.words(lang)),
        ..MenuItem::default()
    });
    let blank = MenuItem {
        id: BLANK.into(),
        label: Text::Blank.words(lang),
        detail: Some(Text::BlankDetail.words(lang)),
        ..MenuItem::default()
    };
    let items: Vec<MenuItem> = std::iter::once(blank).chain(kinds).collect();
    let on_choose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |id: AttrValue| {
            let kind = id.parse().ok().and_then(|place: usize| TargetKind::ALL.get(place).copied());
            dispatch.emit(Action::AddTarget(kind));
            focus::first(&["#lower .target-card[aria-current]"]);
        })
    };
    html! {
        <Menu name="kinds" class="kind-menu" label={&props.label} {items} {on_choose} />
    }
}
