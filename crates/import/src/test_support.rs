//! What the tests of this crate share.

use crate::Files;
use rulepad_document::Lang;

/// What was understood of a text, in English.
pub(crate) type Imported = crate::Imported<String, String, String>;
/// A rule of it, in English.
pub(crate) type FoundRule = crate::FoundRule<String, String>;

/// Reads a text, in English.
pub(crate) fn import(text: &str) -> Imported {
    crate::import(text).worded(Lang::En)
}

/// Reads a text among other files, in English.
pub(crate) fn import_among(text: &str, files: &Files<'_>) -> Imported {
    crate::import_among(text, files).worded(Lang::En)
}
