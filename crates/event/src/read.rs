//! A pasted text to the events in it.

use crate::open::PasteReader;
use crate::reading::{Reading, Wrapped};
use crate::shape::{is_plain, shape};
use crate::split::{SplitLayout, split, starts_json};
use crate::wanted::Wanted;
use rulepad_document::json;

/// Reads a text, whatever form it has. Never fails: what cannot be read is a problem. Work is bounded.
#[must_use]
pub fn read(text: &str, wanted: Wanted) -> Reading {
    let mut reader = PasteReader::new(wanted);
    reader.paste(text);
    reader.reading
}

/// Whether a text is something other than one event that [`read`] can read events from. `parsed` is the result of
/// [`json::parse`] for the text.
#[must_use]
pub fn wrapped(text: &str, parsed: &json::Parsed, wanted: Wanted) -> Option<Wrapped> {
    if is_one(text, parsed, wanted) {
        return None;
    }
    let reading = read(text, wanted);
    let count = reading.events.len();
    (reading.wrapped && count > 0).then_some(Wrapped { form: reading.form, count })
}

/// Whether the text is one event, broken or not, or nothing at all. `parsed` is the result of [`json::parse`] for
/// the text.
#[must_use]
pub fn is_one(text: &str, parsed: &json::Parsed, wanted: Wanted) -> bool {
    let Some(root) = &parsed.root else { return true };
    let plain = is_plain(&shape(root), wanted);
    plain
        && (parsed.single().is_some()
            || starts_json(text.trim_start()) && split(text).layout == SplitLayout::One)
}
