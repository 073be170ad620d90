//! Why a worker does not work, or did not do what it was asked, in words.

use crate::engine::failure::Failure;
use crate::state::requests::NotDone;

/// What is said where a worker was stopped, without a full stop.
pub(super) const STOPPED: &str = "this was stopped after 2 seconds";

/// The reason, without a full stop.
pub(super) fn say(failure: &Failure) -> String {
    match failure {
        Failure::Late => "its files did not arrive within 3 seconds".to_owned(),
        Failure::Interrupted => "its program stopped loading".to_owned(),
        Failure::NotLearned => "it did not learn the catalogue of events within 3 seconds".to_owned(),
        Failure::NotLoaded => "its files did not load".to_owned(),
        Failure::Reloading => "a new version of Rulepad is being loaded".to_owned(),
        Failure::OtherVersion => {
            "its files are of another version of Rulepad than the page: reload the page".to_owned()
        }
        Failure::NotStarted => "the browser does not allow it".to_owned(),
        Failure::Unexpected => "it answered what was not asked".to_owned(),
        Failure::Unreadable(reason) => format!("the answer cannot be read ({reason})"),
        Failure::Reported(words) => words.clone(),
    }
}

/// Why something was not done, without a full stop.
pub(super) fn not_done(reason: &NotDone) -> String {
    match reason {
        NotDone::Refused(reason) => reason.clone(),
        NotDone::Stopped => STOPPED.to_owned(),
    }
}
