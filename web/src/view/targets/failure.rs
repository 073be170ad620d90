//! What happens when delivery fails: attempts, age, and the queue for what is dropped.

use super::part::PartProps;
use super::text::Text;
use crate::state::field::Field;
use crate::ui::lang::use_lang;
use crate::view::property::Property;
use yew::prelude::*;

/// The three settings; blank ones are AWS's own.
#[component]
pub(super) fn Failure(props: &PartProps) -> Html {
    let lang = use_lang();
    let place = props.place;
    let property = |field: Field, name: &str, label: Text<'_>, placeholder: &'static str| {
        let label = label.words(lang);
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
                { Text::RetriesAbout.words(lang) }
            </p>
            <div class="form-pair">
                { property(Field::RetryAttempts(place), "retries", Text::RetryAttempts, "185") }
                { property(Field::EventAge(place), "age", Text::EventAge, "86400") }
            </div>
            { property(
                Field::DeadLetter(place),
                "dlq",
                Text::DeadLetterQueue,
                "arn:aws:sqs:us-east-1:123456789012:my-dead-letter-queue",
            ) }
        </>
    }
}
