//! Who reads the pattern, and what that means for the rest of the page.

use crate::state::action::Action;
use crate::ui::menu::{Menu, MenuItem};
use rulepad_workbench::{Dialect, Lang};
use yew::prelude::*;

/// Properties of [`DialectMenu`].
#[derive(Clone, Properties, PartialEq)]
pub struct DialectMenuProps {
    /// The chosen one.
    pub dialect: Dialect,
    /// Whether there is little room.
    pub narrow: bool,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The choice of who reads the pattern.
#[component]
pub fn DialectMenu(props: &DialectMenuProps) -> Html {
    let item = |dialect: Dialect| MenuItem {
        id: dialect.name(Lang::En).into(),
        label: dialect.name(Lang::En).into(),
        detail: Some(format!("tried on {}", dialect.reads(Lang::En)).into()),
        checked: Some(dialect == props.dialect),
        ..MenuItem::default()
    };
    let label = if props.narrow { short(props.dialect) } else { props.dialect.name(Lang::En) };
    let on_choose = props.dispatch.reform(|id: AttrValue| {
        let chosen = Dialect::ALL.into_iter().find(|dialect| dialect.name(Lang::En) == id.as_str());
        Action::SetDialect(chosen.unwrap_or_default())
    });
    html! {
        <Menu name="dialect" {label} items={Dialect::ALL.map(item).to_vec()} {on_choose} />
    }
}

fn short(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Rule => "Rule",
        Dialect::Archive => "Archive",
        Dialect::Pipes => "Pipes",
        Dialect::EventSourceMapping => "Lambda",
        Dialect::SnsAttributes | Dialect::SnsBody => "SNS",
    }
}

/// Properties of [`OfRulesOnly`].
#[derive(Clone, Properties, PartialEq)]
pub struct OfRulesOnlyProps {
    /// The chosen dialect.
    pub dialect: Dialect,
    /// What belongs to rules: `Targets belong`.
    pub what: AttrValue,
}

/// Says of a panel that it is about rules, where the pattern is read as something else.
#[component]
pub fn OfRulesOnly(props: &OfRulesOnlyProps) -> Html {
    if props.dialect == Dialect::Rule {
        return Html::default();
    }
    html! {
        <p class="of-rules-only">
            { format!("{} to rules; the pattern is for: {}.", props.what, props.dialect.name(Lang::En)) }
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
    let kept = match props.count {
        0 => "there are none.".to_owned(),
        1 => "1 target is kept.".to_owned(),
        count => format!("{count} targets are kept."),
    };
    html! {
        <details class="folded-targets">
            <summary>
                { format!("Targets belong to EventBridge rules; this pattern is for: {}. ", props.dialect.name(Lang::En)) }
                <span class="muted">{ kept }</span>
            </summary>
            { props.children.clone() }
        </details>
    }
}
