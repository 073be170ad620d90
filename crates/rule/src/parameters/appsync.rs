//! `AppSyncParameters` (API reference, `AppSyncParameters`).

use crate::message::Hint;
use crate::schema::{SchemaField, Wants, field, text};

pub(super) const MEMBERS: &[SchemaField] =
    &[field("GraphQLOperation", Wants::Text(text(1, 1_048_576)), Hint::GraphQlOperation)
        .required()
        .also(&["Operation", "Mutation"])];
