//! `BatchParameters` (API reference, `BatchParameters`). It is not among the properties that take dynamic paths.

use crate::schema::{ANY, Field, Wants, field, text};

pub(super) const MEMBERS: &[Field] = &[
    field("JobDefinition", Wants::Text(text(1, ANY)), "the ARN or the name of the job definition")
        .required()
        .also(&["JobDefinitionArn"]),
    field("JobName", Wants::Text(text(1, ANY)), "the name of the job").required(),
    field(
        "ArrayProperties",
        Wants::Object(&[
            field("Size", Wants::Whole(2, 10_000), "how many child jobs, 2 to 10,000").also(&["ArraySize"])
        ]),
        "makes it an array job",
    ),
    field(
        "RetryStrategy",
        Wants::Object(&[field("Attempts", Wants::Whole(1, 10), "how often the job is tried, 1 to 10")
            .also(&["JobAttempts"])]),
        "instead of the job definition's",
    ),
];
