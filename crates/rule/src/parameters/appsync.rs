//! `AppSyncParameters` (API reference, `AppSyncParameters`).

use crate::message::Hint;
use crate::schema::{Field, Wants, field, text};

pub(super) const MEMBERS: &[Field] =
    &[field("GraphQLOperation", Wants::Text(text(1, 1_048_576)), Hint::GraphQlOperation)
        .required()
        .also(&["Operation", "Mutation"])];
