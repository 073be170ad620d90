//! The input option of the chosen target, and its texts.

use super::stages::Stages;
use super::text::TargetText;
use crate::platform::focus;
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, InputOption, Place},
    shared::Shared,
    stages::Lit,
};
use crate::ui::button::Button;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::view::property::Property;
use rulepad_workbench::{Diagnostic, Draft, Input, Rendered, Span};
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
    pub reveals: Vec<Place>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

const OPTIONS: [(InputOption, &str, &str); 4] = [
    (InputOption::MatchedEvent, "Matched event", "The whole event, as it is"),
    (InputOption::Path, "Part of the matched event", "InputPath: the part a path selects"),
    (InputOption::Constant, "Constant", "Input: a JSON text, whatever the event says"),
    (InputOption::Transformer, "Input transformer", "InputTransformer: a template with values of the event"),
];

/// The choice of an option, then nothing, a path, a constant, or a map and a template with its stages.
#[component]
pub(super) fn InputFields(props: &InputFieldsProps) -> Html {
    let place = props.place;
    let Some(input) = props.draft.targets.get(place).map(|target| &target.input) else {
        return Html::default();
    };
    let chosen = InputOption::of(input);
    html! {
        <>
            <fieldset class="options">
                <legend class="visually-hidden">{ "Input" }</legend>
                <div class="segments">{ for OPTIONS.into_iter().map(|option| radio(props, chosen, option)) }</div>
            </fieldset>
            { instead(props) }
            { texts(props, input) }
        </>
    }
}

/// Another input that does what was meant.
fn instead(props: &InputFieldsProps) -> Html {
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
        <div class="remark tone-plain" role="note" aria-label="What was meant">
            <Glyph tone={Tone::Plain} />
            <span>{ "Did you mean something else? " }</span>
            <button type="button" class="fix" {onclick}><Prose text={instead.text.clone()} /></button>
        </div>
    }
}

fn texts(props: &InputFieldsProps, input: &Input) -> Html {
    let place = props.place;
    match input {
        Input::MatchedEvent => html! {
            <p class="muted option-note">{ "The target receives the whole event, byte for byte but for white space." }</p>
        },
        Input::Path(_) => html! {
            <Property
                field={Field::InputPath(place)}
                id={format!("input-path-{}", props.number)}
                label="Input path"
                placeholder="$.detail"
                draft={props.draft.clone()}
                answer={props.answer.clone()}
                found={props.found.clone()}
                reveal={props.reveals.iter().find(|reveal| reveal.field == Field::InputPath(place)).copied()}
                dispatch={props.dispatch.clone()}
            />
        },
        Input::Constant(_) => {
            text(props, Field::Constant(place), "Constant", "{\"message\": \"…\"}", Vec::new())
        }
        Input::Transformer { .. } => {
            let variables = props.rendered.as_ref().map(|rendered| &rendered.variables);
            let uses = variables.into_iter().flatten().flat_map(|variable| variable.uses.clone());
            html! {
                <>
                    <div class="form-columns">
                        { text(props, Field::Paths(place), "Input paths", "{\"project\": \"$.detail.project-name\"}", Vec::new()) }
                        { text(props, Field::Template(place), "Input template", "\"<project> was built\"", uses.collect()) }
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
    props: &InputFieldsProps,
    field: Field,
    label: &'static str,
    placeholder: &'static str,
    values: Vec<Span>,
) -> Html {
    let json = !matches!(field, Field::Template(_));
    let broken = props.found.iter().any(|found| Field::of(found) == Some(field) && found.is_error());
    html! {
        <TargetText
            key={label}
            {field}
            {label}
            {placeholder}
            draft={props.draft.clone()}
            answer={props.answer.clone()}
            found={props.found.clone()}
            reveals={props.reveals.clone()}
            lit={props.lit.clone()}
            {values}
            tools={if json { tidy(props, field, broken) } else { Html::default() }}
            dispatch={props.dispatch.clone()}
        />
    }
}

fn tidy(props: &InputFieldsProps, field: Field, broken: bool) -> Html {
    html! {
        <Button
            class="field-tool"
            title={if broken { "Indents the text once it is valid JSON" } else { "Indent the text" }}
            disabled={broken}
            onclick={props.dispatch.reform(move |_| Action::Tidy(field))}
        >
            { "Format" }
        </Button>
    }
}

fn radio(
    props: &InputFieldsProps,
    chosen: InputOption,
    (option, label, title): (InputOption, &'static str, &'static str),
) -> Html {
    let place = props.place;
    html! {
        <label class="segment" {title}>
            <input
                type="radio"
                name={format!("input-option-{}", props.number)}
                checked={chosen == option}
                onchange={props.dispatch.reform(move |_: Event| Action::SetOption(place, option))}
            />
            <span>{ label }</span>
        </label>
    }
}
