//! `KinesisParameters` (API reference, `KinesisParameters`).

use crate::schema::{Field, Wants, field, text};

pub(super) const MEMBERS: &[Field] = &[field(
    "PartitionKeyPath",
    Wants::Text(text(0, 256).path()),
    "the value of the event that is the partition key; the event's id without it",
)
.required()
.also(&["PartitionKey"])];
