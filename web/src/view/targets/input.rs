//! The input option of the chosen target, and its texts.

use super::stages::Stages;
use super::target_text::TargetText;
use super::text::{LargeText, Text};
use crate::platform::focus;
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, InputOption, Selection},
    shared::Shared,
    stages::Lit,
};
use crate::ui::button::Button;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::Common;
use crate::view::property::Property;
use rulepad_workbench::{Diagnostic, Draft, Input, Lang, Rendered, Span};
use yew::prelude::*;

/// Properties of [`InputFields`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct InputFieldsProps {
    /// The target's place.
    pub place: usize,
    /// Tells the target apart.
    pub number: u32,
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// What it found about the target.
    pub found: Vec<Diagnostic>,
    /// What becomes of the event.
    pub rendered: Option<Rendered>,
    /// What belongs to what is pointed at.
    pub lit: Lit,
    /// Places to bring into view.
    pub reveals: Vec<Selection>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

const OPTIONS: [(InputOption, Text<'_>, Text<'_>); 4] = [
    (InputOption::MatchedEvent, Text::MatchedEvent, Text::MatchedEventTitle),
    (InputOption::Path, Text::PartOfEvent, Text::PartOfEventTitle),
    (InputOption::Constant, Text::Constant, Text::ConstantTitle),
    (InputOption::Transformer, Text::Transformer, Text::TransformerTitle),
];

/// The choice of an option, then nothing, a path, a constant, or a map and a template with its stages.
#[component]
pub(super) fn InputFields(props: &InputFieldsProps) -> Html {
    let lang = use_lang();
    let place = props.place;
    let Some(input) = props.draft.targets.get(place).map(|target| &target.input) else {
        return Html::default();
    };
    let chosen = InputOption::of(input);
    html! {
        <>
            <fieldset class="options">
                <legend class="visually-hidden">{ Text::Input.words(lang) }</legend>
                <div class="segments">{ for OPTIONS.into_iter().map(|option| radio(lang, props, chosen, option)) }</div>
            </fieldset>
            { instead(lang, props) }
            { texts(lang, props, input) }
        </>
    }
}

/// Another input that does what was meant.
fn instead(lang: Lang, props: &InputFieldsProps) -> Html {
    let instead = props.rendered.as_ref().and_then(|rendered| rendered.instead.as_ref());
    let (Some(instead), Some(answer)) = (instead, &props.answer) else { return Html::default() };
    let onclick = {
        let (dispatch, place) = (props.dispatch.clone(), props.place);
        let (draft, input) = (answer.draft.clone(), instead.input.clone());
        move |_: MouseEvent| {
            dispatch.emit(Action::Exchange(place, draft.clone(), Box::new(input.clone())));
            focus::keep(&["#lower .target-detail [role=radio]", "#lower .options input:checked"]);
        }
    };
    html! {
        <div class="remark tone-plain" role="note" aria-label={Text::WhatWasMeant.words(lang)}>
            <Glyph tone={Tone::Plain} />
            <span>{ Text::DidYouMean.words(lang) }{ " " }</span>
            <button type="button" class="fix" {onclick}><Prose text={instead.text.clone()} /></button>
        </div>
    }
}

fn texts(lang: Lang, props: &InputFieldsProps, input: &Input) -> Html {
    let place = props.place;
    match input {
        Input::MatchedEvent => html! {
            <p class="muted option-note">{ Text::MatchedEventAbout.words(lang) }</p>
        },
        Input::Path(_) => html! {
            <Property
                field={Field::InputPath(place)}
                id={format!("input-path-{}", props.number)}
                label={Text::InputPath.words(lang)}
                placeholder="$.detail"
                draft={props.draft.clone()}
                answer={props.answer.clone()}
                found={props.found.clone()}
                reveal={props.reveals.iter().find(|reveal| reveal.field == Field::InputPath(place)).copied()}
                dispatch={props.dispatch.clone()}
            />
        },
        Input::Constant(_) => {
            text(lang, props, Field::Constant(place), LargeText::Constant, "{\"message\": \"…\"}", Vec::new())
        }
        Input::Transformer { .. } => {
            let variables = props.rendered.as_ref().map(|rendered| &rendered.variables);
            let uses = variables.into_iter().flatten().flat_map(|variable| variable.uses.clone());
            html! {
                <>
                    <div class="form-columns">
                        { text(lang, props, Field::Paths(place), LargeText::InputPaths, "{\"project\": \"$.detail.project-name\"}", Vec::new()) }
                        { text(lang, props, Field::Template(place), LargeText::InputTemplate, "\"<project> was built\"", uses.collect()) }
                    </div>
                    { stages(props) }
                </>
            }
        }
    }
}

fn stages(props: &InputFieldsProps) -> Html {
    let (Some(rendered), Some(answer)) = (&props.rendered, &props.answer) else { return Html::default() };
    if rendered.variables.is_empty() {
        return Html::default();
    }
    let template = Field::Template(props.place).text(&answer.draft).unwrap_or_default().to_owned();
    html! {
        <Stages
            place={props.place}
            rendered={rendered.clone()}
            {template}
            lit={props.lit.variables.clone()}
            dispatch={props.dispatch.clone()}
        />
    }
}

fn text(
    lang: Lang,
    props: &InputFieldsProps,
    field: Field,
    large: LargeText,
    placeholder: &'static str,
    values: Vec<Span>,
) -> Html {
    let json = !matches!(field, Field::Template(_));
    let broken = props.found.iter().any(|found| Field::of(found) == Some(field) && found.is_error());
    html! {
        <TargetText
            key={placeholder}
            {field}
            text={large}
            {placeholder}
            draft={props.draft.clone()}
            answer={props.answer.clone()}
            found={props.found.clone()}
            reveals={props.reveals.clone()}
            lit={props.lit.clone()}
            {values}
            tools={if json { tidy(lang, props, field, broken) } else { Html::default() }}
            dispatch={props.dispatch.clone()}
        />
    }
}

fn tidy(lang: Lang, props: &InputFieldsProps, field: Field, broken: bool) -> Html {
    html! {
        <Button
            class="field-tool"
            title={if broken { Common::IndentOnceValid } else { Common::Indent }.words(lang)}
            disabled={broken}
            onclick={props.dispatch.reform(move |_| Action::Tidy(field))}
        >
            { Common::Format.words(lang) }
        </Button>
    }
}

fn radio(
    lang: Lang,
    props: &InputFieldsProps,
    chosen: InputOption,
    (option, label, title): (InputOption, Text<'_>, Text<'_>),
) -> Html {
    let place = props.place;
    html! {
        <label class="segment" title={title.words(lang)}>
            <input
                type="radio"
                name={format!("input-option-{}", props.number)}
                checked={chosen == option}
                onchange={props.dispatch.reform(move |_: Event| Action::SetOption(place, option))}
            />
            <span>{ label.words(lang) }</span>
        </label>
    }
}
