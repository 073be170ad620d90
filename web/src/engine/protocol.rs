//! What page and worker tell each other, as JSON texts.

use rulepad_workbench::{Draft, Report};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The worker's first message, once it can evaluate.
pub const READY: &str = "ready";

/// A draft to evaluate.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Request<'d> {
    /// The draft's number.
    pub revision: u32,
    /// The draft.
    pub draft: Cow<'d, Draft>,
}

/// The answer to a request.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// The draft's number.
    pub revision: u32,
    /// What was found.
    pub report: Report,
}

impl Request<'_> {
    /// The message for the worker.
    #[must_use]
    pub fn to_message(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The worker's answer to a message; `None` for one that is not a request.
#[must_use]
pub fn answer(message: &str) -> Option<String> {
    let request = serde_json::from_str::<Request<'_>>(message).ok()?;
    let report = rulepad_workbench::evaluate(&request.draft);
    serde_json::to_string(&Response { revision: request.revision, report }).ok()
}

/// The response in a message from the worker.
///
/// # Errors
/// A sentence, when the worker is not of this version of the page.
pub fn read(message: &str) -> Result<Response, String> {
    serde_json::from_str(message).map_err(|error| format!("the answer cannot be read ({error})"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_workbench::{evaluate, examples};

    #[test]
    fn every_report_survives_the_way() {
        for example in examples() {
            let request = Request { revision: 7, draft: Cow::Borrowed(&example.draft) };
            let response = read(&answer(&request.to_message()).unwrap()).unwrap();
            assert_eq!(
                response,
                Response { revision: 7, report: evaluate(&example.draft) },
                "{}",
                example.id
            );
        }
    }

    #[test]
    fn what_is_no_message_is_said() {
        assert_eq!(answer("{}"), None);
        assert!(read("[]").is_err());
    }
}
