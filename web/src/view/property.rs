//! One short text of the draft, as a labelled line with its problems under it.

use super::editor::of_field;
use super::problems::Problems;
use super::text::Text;
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, Selection},
    shared::Shared,
};
use crate::ui::lang::use_lang;
use crate::ui::text_field::{FieldFocus, TextField};
use rulepad_workbench::{Diagnostic, Draft};
use yew::prelude::*;

/// Properties of [`Property`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct PropertyProps {
    /// The text.
    pub field: Field,
    /// Its id.
    pub id: AttrValue,
    /// What it is called.
    pub label: AttrValue,
    /// Shown while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// What is good to know about it.
    #[prop_or_default]
    pub hint: Html,
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// Its problems in the last answer, among others.
    pub found: Vec<Diagnostic>,
    /// A place to bring into view.
    pub reveal: Option<Selection>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The line.
#[component]
pub(super) fn Property(props: &PropertyProps) -> Html {
    let lang = use_lang();
    let field = props.field;
    let value = field.text(&props.draft).unwrap_or_default().to_owned();
    let answer = props.answer.as_ref().filter(|answer| field.text(&answer.draft) == Some(value.as_str()));
    let invalid = answer.is_some() && of_field(field, &props.found).any(Diagnostic::is_error);
    let note = html! {
        <>
            { props.hint.clone() }
            if let Some(answer) = answer {
                <Problems
                    label={Text::ProblemsOfProperty(&props.label).words(lang)}
                    {field}
                    draft={answer.draft.clone()}
                    found={props.found.clone()}
                    dispatch={props.dispatch.clone()}
                />
            }
        </>
    };
    html! {
        <TextField
            id={props.id.clone()}
            label={props.label.clone()}
            {value}
            placeholder={props.placeholder.clone()}
            code=true
            {invalid}
            focus={props.reveal.map(|place| FieldFocus { number: place.number })}
            on_input={props.dispatch.reform(move |text| Action::Type(field, text))}
            {note}
        />
    }
}
