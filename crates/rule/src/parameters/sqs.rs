//! `SqsParameters` (API reference, `SqsParameters`): for FIFO and fair queues.

use crate::schema::{Field, Wants, field, text};

pub(super) const MEMBERS: &[Field] = &[field(
    "MessageGroupId",
    Wants::Text(text(0, 100).dynamic()),
    "the message group, at most 100 characters; a path takes it from the event",
)];
