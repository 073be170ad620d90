//! `KinesisParameters` (API reference, `KinesisParameters`).

use crate::message::Hint;
use crate::schema::{SchemaField, Wants, field, text};

pub(super) const MEMBERS: &[SchemaField] =
    &[field("PartitionKeyPath", Wants::Text(text(0, 256).path()), Hint::PartitionKey)
        .required()
        .also(&["PartitionKey"])];
