//! What becomes of a request the service does not take: retries, the dead-letter queue and its message.

use super::request::Request;

/// The attributes of a message in a dead-letter queue (user guide, `eb-rule-dlq`).
const ATTRIBUTES: &str = "`RULE_ARN`, `TARGET_ARN`, `ERROR_CODE`, `ERROR_MESSAGE`, `EXHAUSTED_RETRY_CONDITION` and \
                          `RETRY_ATTEMPTS`";

/// Adds what happens next to a request that is refused.
pub(super) fn tell(request: &mut Request<'_>) {
    if !request.fails() {
        return;
    }
    let queue = request.target.dead_letter_arn.trim();
    let next = if queue.is_empty() {
        "EventBridge drops the event, and `FailedInvocations` counts it; a dead-letter queue would keep it."
            .to_owned()
    } else {
        format!(
            "EventBridge sends the event to the dead-letter queue `{queue}`; the message's attributes are {ATTRIBUTES}."
        )
    };
    request.note(next);
    if !queue.is_empty() {
        request.unverified(
            "with which `ERROR_CODE` the event goes to the dead-letter queue, and after how many attempts, has not \
             been seen",
        );
    }
}
