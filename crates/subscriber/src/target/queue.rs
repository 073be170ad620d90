//! Queues and topics: whether they keep an order.

/// Whether a name of a queue or topic is that of a FIFO one.
pub(super) fn is_fifo(arn: &str) -> bool {
    arn.ends_with(".fifo")
}
