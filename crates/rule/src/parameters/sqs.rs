//! `SqsParameters` (API reference, `SqsParameters`): for FIFO and fair queues.

use crate::message::Hint;
use crate::schema::{SchemaField, Wants, field, text};

pub(super) const MEMBERS: &[SchemaField] =
    &[field("MessageGroupId", Wants::Text(text(0, 100).dynamic()), Hint::MessageGroup)];
