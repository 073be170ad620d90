//! One line of what was found.

use super::text::Text;
use crate::state::finder::Take;
use crate::state::{action::Action, shared::Shared};
use crate::ui::folded_text::FoldedText;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use rulepad_workbench::Lang;
use rulepad_workbench::catalogue::{Catalogue, FoundItem, Hit};
use yew::prelude::*;

/// Properties of [`Row`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct RowProps {
    /// Its place in the list.
    pub place: usize,
    /// Where it was found.
    pub catalogue: Shared<Catalogue>,
    /// What was found.
    pub hit: Hit,
    /// Whether it is the chosen one.
    pub chosen: bool,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The id of the row at this place.
pub(super) fn row_id(place: usize) -> String {
    format!("finder-row-{place}")
}

/// What it is, why it was found, and how sure its shape is. A press chooses it, a second one takes it.
#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let lang = use_lang();
    let place = props.place;
    let Some(RowContent { name, of, sure, why_sure }) = shown(lang, &props.catalogue, props.hit.found) else {
        return Html::default();
    };
    html! {
        <li
            id={row_id(place)}
            class="found"
            role="option"
            aria-selected={if props.chosen { "true" } else { "false" }}
            onclick={props.dispatch.reform(move |_: MouseEvent| Action::ChooseFound(place))}
            ondblclick={props.dispatch.reform(|_: MouseEvent| Action::TakeFound(Take::Event))}
        >
            <span class="found-name">{ name }</span>
            <span class="found-sure" title={why_sure}>{ sure }</span>
            <span class="found-of"><FoldedText text={of} most={48} /></span>
            if !props.hit.why.is_empty() {
                <span class="found-why"><Prose text={props.hit.why.clone()} /></span>
            }
        </li>
    }
}

struct RowContent<'c> {
    name: &'c str,
    of: String,
    /// How sure its shape is, in a word, and what the word means.
    sure: AttrValue,
    why_sure: AttrValue,
}

fn shown(lang: Lang, catalogue: &Catalogue, found: FoundItem) -> Option<RowContent<'_>> {
    let of = |service: &str, source: &str| format!("{service} · {source}");
    Some(match found {
        FoundItem::Event(at) => {
            let own = catalogue.events.get(at)?;
            RowContent {
                name: &own.detail_type,
                of: of(&own.service, &own.source),
                sure: own.confidence.name(lang).into(),
                why_sure: own.confidence.sentence(lang).into(),
            }
        }
        FoundItem::Type(at) => {
            let own = catalogue.types.get(at)?;
            RowContent {
                name: &own.detail_type,
                of: of(&own.service, &own.source),
                sure: Text::FieldsOnly.words(lang),
                why_sure: Text::FieldsOnlyTitle.words(lang),
            }
        }
        FoundItem::Record(at) => {
            let own = catalogue.records.get(at)?;
            RowContent {
                name: own.title.words(lang),
                of: own.id.clone(),
                sure: AttrValue::default(),
                why_sure: AttrValue::default(),
            }
        }
    })
}
