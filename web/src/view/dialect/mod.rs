//! The service that evaluates the pattern, and what that means for the rest of the page.

mod text;
mod words_en;
mod words_ko;

use crate::platform::location;
use crate::state::action::Action;
use crate::state::shared::Shared;
use crate::ui::lang::use_lang;
use crate::ui::menu::{Menu, MenuItem};
use rulepad_workbench::{Dialect, Draft, share};
use text::Text;
use yew::prelude::*;

/// Properties of [`DialectMenu`].
#[derive(Clone, Properties, PartialEq)]
pub struct DialectMenuProps {
    /// The chosen one.
    pub dialect: Dialect,
    /// Whether there is little room.
    pub narrow: bool,
    /// The draft, which the page of subscribers takes along.
    pub draft: Shared<Draft>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The choice that loads the page of subscribers, which is another program.
const SUBSCRIBER: &str = "subscriber";

/// The choice of the service that evaluates the pattern.
#[component]
pub fn DialectMenu(props: &DialectMenuProps) -> Html {
    let lang = use_lang();
    // An item is known by its place.
    let item = |(place, dialect): (usize, Dialect)| MenuItem {
        id: place.to_string().into(),
        label: dialect.name(lang).into(),
        detail: Some(Text::TriedOn(dialect).words(lang)),
        checked: Some(dialect == props.dialect),
        ..MenuItem::default()
    };
    let label = if props.narrow { Text::Short(props.dialect) } else { Text::Name(props.dialect) };
    let on_choose = {
        let (draft, dispatch) = (props.draft.clone(), props.dispatch.clone());
        Callback::from(move |id: AttrValue| {
            if id.as_str() == SUBSCRIBER {
                return location::load(&format!("{}#{}", location::page(), share::to_subscriber(&draft)));
            }
            let chosen = id.parse().ok().and_then(|place: usize| Dialect::ALL.get(place).copied());
            dispatch.emit(Action::SetDialect(chosen.unwrap_or_default()));
        })
    };
    let subscriber = MenuItem {
        id: SUBSCRIBER.into(),
        label: Text::Subscriber.words(lang),
        detail: Some(Text::SubscriberDetail.words(lang)),
        checked: Some(false),
        ..MenuItem::default()
    };
    let items: Vec<MenuItem> = Dialect::ALL.into_iter().enumerate().map(item).chain([subscriber]).collect();
    html! {
        <Menu name="dialect" label={label.words(lang)} {items} {on_choose} />
    }
}

/// Properties of [`OfRulesOnly`].
#[derive(Clone, Properties, PartialEq)]
pub struct OfRulesOnlyProps {
    /// The chosen dialect.
    pub dialect: Dialect,
}

/// A note that an export is about rules, where the pattern is evaluated as something else.
#[component]
pub fn OfRulesOnly(props: &OfRulesOnlyProps) -> Html {
    let lang = use_lang();
    if props.dialect == Dialect::Rule {
        return Html::default();
    }
    html! {
        <p class="of-rules-only">
            { Text::ExportOfRules(props.dialect).words(lang) }
        </p>
    }
}

/// Properties of [`FoldedTargets`].
#[derive(Clone, Properties, PartialEq)]
pub struct FoldedTargetsProps {
    /// The chosen dialect.
    pub dialect: Dialect,
    /// How many targets there are.
    pub count: usize,
    /// The targets.
    pub children: Html,
}

/// The targets of a rule, folded where the pattern is evaluated for something else.
#[component]
pub fn FoldedTargets(props: &FoldedTargetsProps) -> Html {
    let lang = use_lang();
    html! {
        <details class="folded-targets">
            <summary>
                { Text::TargetsOfRules(props.dialect).words(lang) }{ " " }
                <span class="muted">{ Text::TargetsKept(props.count).words(lang) }</span>
            </summary>
            { props.children.clone() }
        </details>
    }
}
