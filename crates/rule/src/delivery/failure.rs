//! What becomes of a request the service does not take: retries, the dead-letter queue and its message.

use super::request::Request;
use crate::message::{DeliveryNote, DeliveryUnverified};

/// Adds what happens next to a request that is refused.
pub(super) fn tell(request: &mut Request<'_>) {
    if !request.fails() {
        return;
    }
    let queue = request.target.dead_letter_arn.trim();
    if queue.is_empty() {
        request.note(DeliveryNote::EventDropped);
    } else {
        request.note(DeliveryNote::EventToDeadLetterQueue(queue.to_owned()));
        request.unverified(DeliveryUnverified::ErrorCode);
    }
}
