//! The texts of the chosen input option.

use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, Place},
    shared::Shared,
};
use crate::ui::code_editor::{CodeEditor, Language};
use crate::view::{editor, problems::Problems, property::Property};
use rulepad_workbench::{Diagnostic, Draft, Input};
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
    /// Places to bring into view.
    pub reveals: Vec<Place>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// Nothing, a path, a constant, or a map and a template.
#[component]
pub(super) fn InputFields(props: &InputFieldsProps) -> Html {
    let place = props.place;
    match props.draft.targets.get(place).map(|target| &target.input) {
        None | Some(Input::MatchedEvent) => Html::default(),
        Some(Input::Path(_)) => html! {
            <Property
                field={Field::InputPath(place)}
                id={format!("input-path-{}", props.number)}
                label="Input path"
                placeholder="$.detail"
                draft={props.draft.clone()}
                answer={props.answer.clone()}
                found={props.found.clone()}
                reveal={reveal(props, Field::InputPath(place))}
                dispatch={props.dispatch.clone()}
            />
        },
        Some(Input::Constant(_)) => text(props, Field::Constant(place), "Constant", "{\"message\": \"…\"}"),
        Some(Input::Transformer { .. }) => html! {
            <div class="form-columns">
                { text(props, Field::Paths(place), "Input paths", "{\"project\": \"$.detail.project-name\"}") }
                { text(props, Field::Template(place), "Input template", "\"<project> was built\"") }
            </div>
        },
    }
}

fn reveal(props: &InputFieldsProps, field: Field) -> Option<Place> {
    props.reveals.iter().find(|reveal| reveal.field == field).copied()
}

/// A text of several lines, with its problems under it.
fn text(props: &InputFieldsProps, field: Field, label: &'static str, placeholder: &'static str) -> Html {
    let value = AttrValue::from(field.text(&props.draft).unwrap_or_default().to_owned());
    let findings_text = props.answer.as_ref().and_then(|answer| field.text(&answer.draft));
    let findings_text = findings_text.map(|text| AttrValue::from(text.to_owned()));
    let on_action = {
        let (dispatch, found, answer) = (props.dispatch.clone(), props.found.clone(), props.answer.clone());
        Callback::from(move |chosen| {
            if let (Some(edits), Some(answer)) = (editor::edits(field, &found, chosen), &answer) {
                dispatch.emit(Action::Fix { field, draft: answer.draft.clone(), edits });
            }
        })
    };
    html! {
        <div class="field" key={label}>
            <span class="field-label" aria-hidden="true">{ label }</span>
            <CodeEditor
                class="fit field-editor"
                {label}
                language={if field == Field::Template(props.place) { Language::Plain } else { Language::Json }}
                text={value}
                {placeholder}
                {findings_text}
                wrap=true
                line_numbers=false
                diagnostics={editor::diagnostics(field, &props.found)}
                reveal={editor::reveal(reveal(props, field))}
                on_input={props.dispatch.reform(move |text| Action::Type(field, text))}
                {on_action}
            />
            if let Some(answer) = &props.answer {
                <Problems
                    label={format!("Problems of the {}", label.to_lowercase())}
                    {field}
                    draft={answer.draft.clone()}
                    found={props.found.clone()}
                    with_place=true
                    dispatch={props.dispatch.clone()}
                />
            }
        </div>
    }
}
