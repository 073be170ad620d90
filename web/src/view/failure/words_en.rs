//! Why a worker does not work, in English.

use crate::engine::failure::Failure;
use yew::AttrValue;

/// A worker was stopped at its time limit.
pub(super) const STOPPED: &str = "this was stopped after 2 seconds";

/// The reason, without a full stop.
pub(super) fn why(failure: &Failure) -> AttrValue {
    AttrValue::Static(match failure {
        Failure::Late => "its files did not arrive within 3 seconds",
        Failure::Interrupted => "its program stopped loading",
        Failure::NotLearned => "it did not learn the catalogue of events within 3 seconds",
        Failure::NotLoaded => "its files did not load",
        Failure::Reloading => "a new version of Rulepad is being loaded",
        Failure::OtherVersion => "its files are of another version of Rulepad than the page: reload the page",
        Failure::NotStarted => "the browser does not allow it",
        Failure::Unexpected => "it answered what was not asked",
        Failure::Unreadable(reason) => return format!("the answer cannot be read ({reason})").into(),
        Failure::Reported(words) => return words.clone().into(),
    })
}
