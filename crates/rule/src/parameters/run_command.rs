//! `RunCommandParameters` (API reference, `RunCommandParameters` and `RunCommandTarget`).

use crate::message::Hint;
use crate::schema::{SchemaField, TextForm, Wants, field, text};

const VALUES: Wants = Wants::List(&Wants::Text(text(1, 256)), 1, 50);
const TARGETS: Wants = Wants::List(&Wants::Object(TARGET), 1, 5);

pub(super) const MEMBERS: &[SchemaField] =
    &[field("RunCommandTargets", TARGETS, Hint::CommandTargets).required()];

const TARGET: &[SchemaField] = &[
    field("Key", Wants::Text(text(1, 128).form(is_key, TextForm::TagKey)), Hint::CommandTargetKey).required(),
    field("Values", VALUES, Hint::CommandTargetValues).required(),
];

/// `^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$`
fn is_key(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == ' ' || "_.:/=+-@".contains(c))
}
