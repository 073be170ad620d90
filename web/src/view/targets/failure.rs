//! What happens when delivery fails: attempts, age, and the queue for what is given up.

use super::part::PartProps;
use crate::state::field::Field;
use crate::view::property::Property;
use yew::prelude::*;

/// The three settings; blank ones are AWS's own.
#[component]
pub(super) fn Failure(props: &PartProps) -> Html {
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
                { "EventBridge retries with increasing delays and drops the event after the attempts or the age below; without a dead-letter queue it is lost." }
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
