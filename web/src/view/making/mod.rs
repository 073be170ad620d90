//! The menu of events made to order.

use crate::state::{action::Action, making::Wish, model::Answer, shared::Shared};
use crate::ui::menu::{Menu, MenuItem};
use rulepad_workbench::{Draft, LineKind, Span};
use yew::prelude::*;

/// Properties of [`MakeMenu`].
#[derive(Clone, Properties, PartialEq)]
pub struct MakeMenuProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer with an explanation.
    pub explained: Option<Shared<Answer>>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// An event that matches, or one that just misses a condition.
#[component]
pub fn MakeMenu(props: &MakeMenuProps) -> Html {
    let spans = props.explained.as_ref().filter(|explained| explained.draft.pattern == props.draft.pattern);
    let mut conditions: Vec<(Span, MenuItem)> = Vec::new();
    for line in spans.iter().flat_map(|explained| &explained.report.why) {
        if line.kind == LineKind::Condition && conditions.iter().all(|(span, _)| *span != line.pattern) {
            let item = MenuItem {
                id: line.pattern.start.to_string().into(),
                label: line.name.clone().into(),
                detail: (!line.wants.is_empty()).then(|| format!("wants {}", line.wants).into()),
                heading: conditions.is_empty().then(|| "One that just misses".into()),
                ..MenuItem::default()
            };
            conditions.push((line.pattern, item));
        }
    }
    let matching = MenuItem {
        id: "matching".into(),
        label: "An event that matches".into(),
        detail: Some("this one mended, or a new one".into()),
        ..MenuItem::default()
    };
    let (spans, misses): (Vec<Span>, Vec<MenuItem>) = conditions.into_iter().unzip();
    let items: Vec<MenuItem> = std::iter::once(matching).chain(misses).collect();
    let on_choose = props.dispatch.reform(move |id: AttrValue| {
        let span = spans.iter().find(|span| span.start.to_string() == id.as_str());
        Action::Make(span.map_or(Wish::Matching, |span| Wish::Failing(*span)))
    });
    html! {
        <Menu name="make" label="Make event" {items} align_end=true {on_choose} />
    }
}
