//! Which events: their service and their type.

use super::pick::Pick;
use super::text::Text;
use crate::state::action::Action;
use crate::ui::button::Button;
use crate::ui::lang::use_lang;
use rulepad_workbench::Lang;
use rulepad_workbench::builder::{Built, Change, Choice};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`KindOfEvent`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct KindOfEventProps {
    /// The form.
    pub built: Rc<Built>,
    /// Whether the rows of both are shown too.
    pub several: bool,
    /// Whether they should be.
    pub on_several: Callback<bool>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The two choices. More than one value, or another operator, is edited in the rows below.
#[component]
pub(super) fn KindOfEvent(props: &KindOfEventProps) -> Html {
    let lang = use_lang();
    let built = &props.built;
    let toggle = {
        let (on_several, several) = (props.on_several.clone(), props.several);
        move |_| on_several.emit(!several)
    };
    let has_rows = ["source", "detail-type"].into_iter().any(|field| built.row(field).is_some());
    html! {
        <fieldset class="builder-kind">
            <legend class="visually-hidden">{ Text::KindOfEvent.words(lang) }</legend>
            { choice(lang, props, "builder-service", Text::Service, "source", Text::AnyService, &built.services) }
            if !built.event_types.is_empty() {
                { choice(lang, props, "builder-type", Text::EventType, "detail-type", Text::AnyEvent, &built.event_types) }
            }
            if has_rows {
                <Button
                    class="builder-several"
                    pressed={props.several}
                    title={Text::ShowAsRows.words(lang)}
                    onclick={toggle}
                >
                    { Text::MoreDots.words(lang) }
                </Button>
            }
        </fieldset>
    }
}

/// What is in the list where none of it, or several, are chosen.
const OTHER: &str = "other";
const ANY: &str = "any";

fn choice(
    lang: Lang,
    props: &KindOfEventProps,
    id: &'static str,
    label: Text<'_>,
    field: &'static str,
    any: Text<'_>,
    choices: &[Choice],
) -> Html {
    let row = props.built.row(field);
    let mut picked = choices.iter().enumerate().filter(|(_, choice)| choice.picked).map(|(place, _)| place);
    let only = match (picked.next(), picked.next()) {
        (Some(one), None) if row.is_some_and(|row| row.matchers.len() == 1) => Some(one),
        _ => None,
    };
    let mut options: Vec<(AttrValue, AttrValue)> = vec![(ANY.into(), any.words(lang))];
    let label = label.words(lang);
    let chosen = match (row, only) {
        (None, _) => AttrValue::from(ANY),
        (Some(_), Some(place)) => place.to_string().into(),
        (Some(row), None) => {
            let texts: Vec<&str> = row.matchers.iter().map(|shown| shown.text.as_str()).collect();
            options.push((OTHER.into(), shorten(&texts.join(", ")).into()));
            OTHER.into()
        }
    };
    options.extend(choices.iter().enumerate().map(|(place, choice)| {
        let detail = if choice.detail.is_empty() || field != "source" {
            choice.label.clone()
        } else {
            format!("{} · {}", choice.label, choice.detail)
        };
        (place.to_string().into(), detail.into())
    }));
    let changes: Vec<Change> = choices.iter().map(|choice| choice.change.clone()).collect();
    let dispatch = props.dispatch.clone();
    let on_choose = Callback::from(move |value: String| {
        if value == ANY {
            dispatch.emit(Action::Build(Change::RemoveField(field.to_owned())));
        } else if let Some(change) = value.parse().ok().and_then(|place: usize| changes.get(place)) {
            dispatch.emit(Action::Build(change.clone()));
        }
    });
    html! {
        <div class="field">
            <label class="field-label" for={id}>{ label.clone() }</label>
            <Pick {id} {label} {options} {chosen} {on_choose} />
        </div>
    }
}

/// A list shows one line.
fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    format!("{}…", line.chars().take(MOST).collect::<String>())
}
