//! The chosen sample: what is known of it, its starting pattern, and its event.

use super::text::Text;
use crate::state::finder::Sample;
use crate::state::shared::Shared;
use crate::ui::code_editor::{CodeEditor, Language};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::Common;
use rulepad_workbench::catalogue::{Catalogue, FieldInfo, FoundItem};
use rulepad_workbench::{Dialect, Lang};
use yew::prelude::*;

/// Properties of [`Preview`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct PreviewProps {
    /// Where it was found.
    pub catalogue: Shared<Catalogue>,
    /// The chosen one.
    pub found: FoundItem,
    /// Who reads the pattern.
    pub dialect: Dialect,
}

/// The sample.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let lang = use_lang();
    let catalogue = &*props.catalogue;
    let Some(sample) = Sample::of(catalogue, props.found, props.dialect) else { return Html::default() };
    let (sure, notes, reference) = match props.found {
        FoundItem::Event(at) => catalogue.events.get(at).map_or(("", &[][..], ""), |own| {
            (own.confidence.sentence(lang), own.notes.as_slice(), own.reference.as_str())
        }),
        FoundItem::Type(at) => {
            (catalogue.types.get(at).map_or("", |own| own.confidence.sentence(lang)), &[][..], "")
        }
        FoundItem::Record(at) => catalogue
            .records
            .get(at)
            .map_or(("", &[][..], ""), |own| ("", own.facts.as_slice(), own.reference.as_str())),
    };
    let fields = match props.found {
        FoundItem::Type(at) => catalogue.types.get(at).map(|own| own.fields.as_slice()),
        FoundItem::Event(_) | FoundItem::Record(_) => None,
    };
    let (heading, label) = if props.dialect.has_envelope() {
        (Common::Event.words(lang), Text::SampleEvent)
    } else {
        (Text::Record.words(lang), Text::SampleRecord)
    };
    html! {
        <section class="finder-preview" aria-label={Text::ChosenSample.words(lang)} tabindex="0">
            <h3>{ sample.title.words(lang) }</h3>
            if !sure.is_empty() {
                <p class="muted">{ sure }</p>
            }
            if !notes.is_empty() {
                <ul class="finder-notes">
                    { for notes.iter().map(|note| html! { <li><Prose text={note.words(lang).to_owned()} /></li> }) }
                </ul>
            }
            if let Some(pattern) = sample.pattern {
                { text(Text::StartingPattern.words(lang), Text::SamplePattern.words(lang), pattern) }
            }
            if let Some(event) = sample.event {
                { text(heading, label.words(lang), event) }
            }
            if let Some(fields) = fields {
                <h4>{ Text::Fields.words(lang) }</h4>
                <ul class="finder-fields">{ for fields.iter().map(|own| field(lang, own)) }</ul>
            }
            if !reference.is_empty() {
                <p class="finder-reference muted">{ Text::DescribedIn.words(lang) }{ " " }{ reference }</p>
            }
        </section>
    }
}

fn text(heading: AttrValue, label: AttrValue, text: &str) -> Html {
    html! {
        <>
            <h4>{ heading }</h4>
            <CodeEditor
                class="fit finder-text"
                {label}
                language={Language::Json}
                text={text.to_owned()}
                read_only=true
                wrap=true
                line_numbers=false
            />
        </>
    }
}

fn field(lang: Lang, field: &FieldInfo) -> Html {
    html! {
        <li>
            <code translate="no">{ &field.path }</code>
            { " " }
            <span class="muted">{ field.kind_name(lang) }</span>
            if !field.values.is_empty() {
                { " " }
                <code translate="no" class="finder-values">{ field.values.join(", ") }</code>
            }
        </li>
    }
}
