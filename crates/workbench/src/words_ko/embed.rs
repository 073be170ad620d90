//! What a document shows of a draft, in Korean.

/// The heading of the pattern.
pub(crate) const PATTERN: &str = "이벤트 패턴";
/// The heading of the event.
pub(crate) const EVENT: &str = "이벤트";
/// The heading of what the first target receives.
pub(crate) const PAYLOAD: &str = "대상이 받는 내용";
/// What is before the verdict and its reason.
pub(crate) const RESULT: &str = "결과:";
/// The text of a link to the page.
pub(crate) const OPEN: &str = "Rulepad에서 이 예제 열기";

/// The accessible name of a frame.
pub(crate) fn frame_title(answer: &str) -> String {
    format!("Rulepad 예제. {answer}")
}
