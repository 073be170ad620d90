//! One short text of the draft, with its problems under it.

use super::problems::Problems;
use super::text::Text;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Answer, Reveal};
use crate::ui::lang::use_lang;
use crate::ui::text_field::{FieldFocus, TextField};
use rulepad_subscriber_workbench::{Field, SubscriberDraft};
use yew::prelude::*;

/// Properties of [`LineInput`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct LineInputProps {
    /// The text.
    pub field: Field,
    /// Its id.
    pub id: &'static str,
    /// Shown while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// What is good to know about it.
    #[prop_or_default]
    pub hint: Html,
    /// The draft as it is.
    pub draft: Shared<SubscriberDraft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// A place to bring into view.
    #[prop_or_default]
    pub reveal: Option<Reveal>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The line.
#[component]
pub(super) fn LineInput(props: &LineInputProps) -> Html {
    let lang = use_lang();
    let field = props.field;
    let value = props.draft.text(field).unwrap_or_default().to_owned();
    let answer = props.answer.clone().filter(|answer| answer.draft.text(field) == Some(value.as_str()));
    let invalid =
        answer.as_ref().is_some_and(|answer| answer.report.of(field).any(|own| own.diagnostic.is_error()));
    let note = html! {
        <>
            { props.hint.clone() }
            <Problems fields={vec![field]} {answer} dispatch={props.dispatch.clone()} />
        </>
    };
    let focus = props.reveal.filter(|own| own.field == field).map(|own| FieldFocus { number: own.number });
    html! {
        <TextField
            id={props.id}
            label={Text::Label(field).words(lang)}
            {value}
            placeholder={props.placeholder.clone()}
            code=true
            {invalid}
            {focus}
            on_input={props.dispatch.reform(move |text| Action::Type(field, text))}
            {note}
        />
    }
}
