//! What a document shows of a draft, in English.

/// The heading of the pattern.
pub(crate) const PATTERN: &str = "Event pattern";
/// The heading of the event.
pub(crate) const EVENT: &str = "Event";
/// The heading of what the first target receives.
pub(crate) const PAYLOAD: &str = "The target receives";
/// What is before the verdict and its reason.
pub(crate) const RESULT: &str = "Result:";
/// The text of a link to the page.
pub(crate) const OPEN: &str = "Open this example in Rulepad";

/// The accessible name of a frame.
pub(crate) fn frame_title(answer: &str) -> String {
    format!("Rulepad example. {answer}")
}
