//! Texts of the page about the reasons, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::FromLastEvent => "from the last event that could be read",
        Text::FromLastEvaluation => "from the last evaluation that came to an end",
        Text::HowRecordWasRead => "How the record was read",
        Text::NoEventYet => {
            "Once the event can be read, each condition of the pattern appears here with the value the event has."
        }
        Text::NoPatternYet => {
            "Once AWS accepts the pattern, each of its conditions appears here with the value the event has."
        }
        Text::GoToPlace => "Go to its place in the pattern",
        Text::SetValueTitle => "Change the event so that it meets this condition",
        Text::SetValue => "Set the event's value",
        Text::WhyKeys => "Why (Alt+3)",
        Text::Met => "met",
        Text::Failed => "failed",
        Text::EventHas => "event has",
        Text::PatternNeeds => "pattern needs",
        Text::ConditionsOf(name) => return format!("Conditions of {name}").into(),
        Text::SetValueOf(name) => return format!("Set the event's value of {name}").into(),
        Text::UseNear(near) => return format!("Use it: {near}").into(),
    })
}
