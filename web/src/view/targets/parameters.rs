//! The property that only the target's kind has, and the endpoint of an API destination.

use super::part::PartProps;
use super::target_text::TargetText;
use super::text::{LargeText, Text};
use crate::platform::focus;
use crate::state::{action::Action, field::Field};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::code_editor::CompletionQuestion;
use crate::ui::lang::use_lang;
use crate::view::common::Common;
use crate::view::pattern::completion::{offered, wanted};
use crate::view::property::Property;
use rulepad_workbench::{Lang, TargetKind, complete_parameters, starter};
use yew::prelude::*;

/// The property as JSON, with a start to insert.
#[component]
pub(super) fn Parameters(props: &PartProps) -> Html {
    let lang = use_lang();
    let place = props.place;
    let field = Field::Parameters(place);
    let Some(target) = props.draft.targets.get(place) else { return Html::default() };
    let kind = target.kind();
    let text = kind.and_then(TargetKind::parameters).map_or(LargeText::Parameters, LargeText::OfAws);
    let broken = props.found.iter().any(|found| Field::of(found) == Some(field) && found.is_error());
    let tools = html! {
        <Button
            class="field-tool"
            title={if broken { Common::IndentOnceValid } else { Common::Indent }.words(lang)}
            disabled={broken || target.parameters.trim().is_empty()}
            onclick={props.dispatch.reform(move |_| Action::Tidy(field))}
        >
            { Common::Format.words(lang) }
        </Button>
    };
    let completions = kind.map(|kind| {
        Callback::from(move |CompletionQuestion { point, answer }: CompletionQuestion| {
            let found = wanted(&point).then(|| complete_parameters(kind, &point.text, point.offset, lang));
            answer.emit(found.and_then(|found| offered(&point, found)));
        })
    });
    html! {
        <>
            if kind == Some(TargetKind::ApiDestination) || !target.endpoint.is_empty() {
                <Property
                    field={Field::Endpoint(place)}
                    id={format!("target-endpoint-{}", props.number)}
                    label={Text::Endpoint.words(lang)}
                    placeholder="POST https://example.com/orders/*"
                    hint={html! { <p class="muted field-hint">{ Text::EndpointHint.words(lang) }</p> }}
                    draft={props.draft.clone()}
                    answer={props.answer.clone()}
                    found={props.found.clone()}
                    reveal={props.reveals.iter().find(|reveal| reveal.field == Field::Endpoint(place)).copied()}
                    dispatch={props.dispatch.clone()}
                />
            }
            { start(lang, props, kind, &target.arn, target.parameters.trim().is_empty()) }
            <TargetText
                {field}
                {text}
                placeholder="{ }"
                {completions}
                draft={props.draft.clone()}
                answer={props.answer.clone()}
                found={props.found.clone()}
                reveals={props.reveals.clone()}
                {tools}
                dispatch={props.dispatch.clone()}
            />
        </>
    }
}

/// What to start with, while there is nothing.
fn start(lang: Lang, props: &PartProps, kind: Option<TargetKind>, arn: &str, blank: bool) -> Html {
    let Some(text) = kind.filter(|_| blank).and_then(|kind| starter(kind, arn)) else {
        return Html::default();
    };
    let field = Field::Parameters(props.place);
    let onclick = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| {
            dispatch.emit(Action::Type(field, text.clone()));
            focus::keep(&["#lower .detail-panel [role=textbox]"]);
        }
    };
    html! {
        <div class="begin">
            <Button kind={ButtonKind::Primary} {onclick}>{ Text::InsertMembers.words(lang) }</Button>
            <span class="muted">{ Text::InsertedNext.words(lang) }</span>
        </div>
    }
}
