//! `KinesisParameters` (API reference, `KinesisParameters`).

use crate::message::Hint;
use crate::schema::{Field, Wants, field, text};

pub(super) const MEMBERS: &[Field] =
    &[field("PartitionKeyPath", Wants::Text(text(0, 256).path()), Hint::PartitionKey)
        .required()
        .also(&["PartitionKey"])];
