//! `BatchParameters` (API reference, `BatchParameters`). It is not among the properties that take dynamic paths.

use crate::message::Hint;
use crate::schema::{ANY, SchemaField, Wants, field, text};

pub(super) const MEMBERS: &[SchemaField] = &[
    field("JobDefinition", Wants::Text(text(1, ANY)), Hint::JobDefinition)
        .required()
        .also(&["JobDefinitionArn"]),
    field("JobName", Wants::Text(text(1, ANY)), Hint::JobName).required(),
    field(
        "ArrayProperties",
        Wants::Object(&[field("Size", Wants::Whole(2, 10_000), Hint::ArraySize).also(&["ArraySize"])]),
        Hint::ArrayProperties,
    ),
    field(
        "RetryStrategy",
        Wants::Object(&[field("Attempts", Wants::Whole(1, 10), Hint::JobAttempts).also(&["JobAttempts"])]),
        Hint::RetryStrategy,
    ),
];
