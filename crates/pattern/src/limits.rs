//! AWS's limits on a pattern.

use crate::diagnostics as say;
use crate::dialect::Dialect;
use crate::message::Diagnostic;

/// The most sub-rules `$or` may multiply out to (EventBridge quotas).
pub const MAX_ALTERNATIVES: usize = 1000;

/// The most characters of a pattern before a quota increase (EventBridge quotas).
pub const MAX_CHARACTERS: usize = 2048;

/// The most characters the API field takes (API reference, `PutRule`).
pub const MAX_FIELD: usize = 4096;

/// Limits on the text as it is sent.
pub(crate) fn check(text: &str, dialect: Dialect) -> Option<Diagnostic> {
    let length = text.chars().count();
    let most = if dialect == Dialect::Rule { MAX_CHARACTERS } else { MAX_FIELD };
    (length > most).then(|| say::too_long(text.len(), length))
}
