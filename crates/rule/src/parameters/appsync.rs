//! `AppSyncParameters` (API reference, `AppSyncParameters`).

use crate::schema::{Field, Wants, field, text};

pub(super) const MEMBERS: &[Field] = &[field(
    "GraphQLOperation",
    Wants::Text(text(1, 1_048_576)),
    "the mutation with its variables, whose values are the input's members",
)
.required()
.also(&["Operation", "Mutation"])];
