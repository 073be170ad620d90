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
        Text::KeepAsTest => "Keep as a test",
        Text::TestHolds { matches: true } => "✓ Test: must match",
        Text::TestHolds { matches: false } => "✓ Test: must not match",
        Text::TestKept { matches: true } => "Test: must match",
        Text::TestKept { matches: false } => "Test: must not match",
        Text::TestFails { matches: true } => "✕ Test fails: must match",
        Text::TestFails { matches: false } => "✕ Test fails: must not match",
        Text::PayloadKept => "Test: payload",
        Text::MustMatch => "Must match",
        Text::MustNotMatch => "Must not match",
        Text::PayloadAsShown => "Payload as shown",
        Text::OfTargets(1) => "what the target receives now",
        Text::OfTargets(count) => return format!("what the {count} targets receive now").into(),
        Text::NoTargets => "the rule has no targets",
        Text::OnlyOfMatch => "nothing is delivered unless the event matches",
        Text::RemoveTest => "Remove the test",
        Text::ConditionsOf(name) => return format!("Conditions of {name}").into(),
        Text::SetValueOf(name) => return format!("Set the event's value of {name}").into(),
        Text::UseNear(near) => return format!("Use it: {near}").into(),
    })
}
