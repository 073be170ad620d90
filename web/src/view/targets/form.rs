//! The properties of the chosen target.

use super::input::InputFields;
use super::variables::Variables;
use crate::platform::focus;
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, InputOption, Place},
    shared::Shared,
};
use crate::ui::button::Button;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::view::property::Property;
use rulepad_workbench::{Diagnostic, Draft, Permission, Severity, TargetReport};
use yew::prelude::*;

/// Properties of [`TargetForm`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct TargetFormProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// What it found about this target.
    pub report: Option<TargetReport>,
    /// The target's place.
    pub place: usize,
    /// Tells the target apart.
    pub number: u32,
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

/// Id, ARN, role and input.
#[component]
pub(super) fn TargetForm(props: &TargetFormProps) -> Html {
    let place = props.place;
    let Some(target) = props.draft.targets.get(place) else { return Html::default() };
    let found = props.report.as_ref().map(|report| report.diagnostics.clone()).unwrap_or_default();
    let property =
        |field: Field, name: &str, label: &'static str, placeholder: Option<&'static str>, hint: Html| {
            html! {
                <Property
                    {field}
                    id={format!("target-{name}-{}", props.number)}
                    {label}
                    {placeholder}
                    {hint}
                    draft={props.draft.clone()}
                    answer={props.answer.clone()}
                    found={found.clone()}
                    reveal={props.reveals.iter().find(|reveal| reveal.field == field).copied()}
                    dispatch={props.dispatch.clone()}
                />
            }
        };
    let role = target.kind().map(|kind| kind.permission());
    let takes_role =
        !target.role_arn.is_empty() || matches!(role, Some(Permission::Role | Permission::Either));
    let remove = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| {
            dispatch.emit(Action::RemoveTarget(place));
            focus::keep(&["#lower .target-item[aria-current]", "#lower .empty-panel .button"]);
        }
    };
    html! {
        <div class="form target-form">
            <div class="form-row">
                { property(Field::TargetId(place), "id", "Id", Some("my-target"), Html::default()) }
                { property(
                    Field::TargetArn(place),
                    "arn",
                    "ARN",
                    Some("arn:aws:lambda:us-east-1:123456789012:function:my-function"),
                    Html::default(),
                ) }
                <Button
                    class="target-remove"
                    title="Remove this target; it can be taken back"
                    onclick={remove}
                >
                    { "Remove target" }
                </Button>
            </div>
            { facts(props.report.as_ref()) }
            if takes_role {
                { property(
                    Field::TargetRole(place),
                    "role",
                    "Role ARN",
                    Some("arn:aws:iam::123456789012:role/my-role"),
                    Html::default(),
                ) }
            }
            { for found.iter().filter(|found| Field::of(found).is_none()).map(remark) }
            <fieldset class="options">
                <legend>{ "Input" }</legend>
                <div class="segments">
                    { for OPTIONS.into_iter().map(|option| radio(props, InputOption::of(&target.input), option)) }
                </div>
            </fieldset>
            <InputFields
                {place}
                number={props.number}
                draft={props.draft.clone()}
                answer={props.answer.clone()}
                found={found.clone()}
                reveals={props.reveals.clone()}
                dispatch={props.dispatch.clone()}
            />
            if let Some(rendered) = props.report.as_ref().and_then(|report| report.rendered.as_ref()) {
                if !rendered.variables.is_empty() {
                    <Variables variables={rendered.variables.clone()} dispatch={props.dispatch.clone()} />
                }
            }
        </div>
    }
}

fn facts(report: Option<&TargetReport>) -> Html {
    let Some(report) = report.filter(|report| !report.kind.is_empty()) else { return Html::default() };
    html! {
        <p class="facts">
            <strong>{ &report.kind }</strong>
            { " · " }
            <Prose text={report.receives.clone()} />
            { " " }
            <Prose text={report.permission.clone()} />
        </p>
    }
}

/// A problem of the target as a whole.
fn remark(found: &Diagnostic) -> Html {
    let (tone, word) = match found.severity {
        Severity::Error => (Tone::Bad, "mistake"),
        Severity::Warning => (Tone::Caution, "warning"),
        Severity::Note => (Tone::Plain, "note"),
    };
    html! {
        <div class={classes!("remark", tone.class())} role="note">
            <Glyph {tone} label={word} />
            <div>
                <Prose text={found.message.clone()} />
                { for found.help.iter().map(|help| html! { <p class="problem-advice"><Prose text={help.text.clone()} /></p> }) }
            </div>
        </div>
    }
}

fn radio(
    props: &TargetFormProps,
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
