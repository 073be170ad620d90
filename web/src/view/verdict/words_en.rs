//! Texts of the page about the verdict, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::Stopped => "Evaluation stopped after 2 seconds",
        Text::StoppedWhatNow => {
            "Your texts are as you left them. Make the event or the pattern smaller, or try again."
        }
        Text::CannotRun => "The evaluation cannot run",
        Text::Evaluating => "Evaluating",
        Text::StillEvaluating => "evaluating",
        Text::CannotBeRead => "cannot be read",
        Text::EventStopped => "stopped",
        Text::GoToPattern => "Go to the event pattern",
        Text::GoToEvent => "Go to the event",
        Text::SeeWhy => "See why",
        Text::Verdict => "Verdict",
        Text::CannotRunWhy(reason) => {
            return format!("Your texts are as you left them. The worker stopped: {reason}.").into();
        }
    })
}
