//! What happens when delivery fails: attempts, age, and the queue for what is given up.

use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, Place},
    shared::Shared,
};
use crate::view::property::Property;
use rulepad_workbench::{Diagnostic, Draft};
use yew::prelude::*;

/// Properties of [`Failure`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct FailureProps {
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

/// The three settings; blank ones are AWS's own.
#[component]
pub(super) fn Failure(props: &FailureProps) -> Html {
    let place = props.place;
    let property = |field: Field, name: &str, label: &'static str, placeholder: &'static str| {
        html! {
            <Property
                {field}
                id={format!("target-{name}-{}", props.number)}
                {label}
                {placeholder}
                draft={props.draft.clone()}
                answer={props.answer.clone()}
                found={props.found.clone()}
                reveal={props.reveals.iter().find(|reveal| reveal.field == field).copied()}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    html! {
        <>
            <p class="muted option-note">
                { "EventBridge tries again with growing pauses, and gives an event up after the attempts or the age below. Without a dead-letter queue it is then gone." }
            </p>
            <div class="form-pair">
                { property(Field::RetryAttempts(place), "retries", "Retry attempts (0 to 185)", "185") }
                { property(Field::EventAge(place), "age", "Event age in seconds (60 to 86,400)", "86400") }
            </div>
            { property(
                Field::DeadLetter(place),
                "dlq",
                "Dead-letter queue ARN",
                "arn:aws:sqs:us-east-1:123456789012:my-dead-letter-queue",
            ) }
        </>
    }
}
