//! Expected payloads replaced by those that are delivered.

use crate::result::Results;
use rulepad_document::Edit;
use rulepad_document::diagnostic::apply;
use std::collections::BTreeSet;

/// The text of a test file with every expected payload that differs replaced by the delivered one; everything else
/// stays byte for byte. `None` where nothing changes.
#[must_use]
pub fn update(text: &str, results: &Results) -> Option<String> {
    let (mut edits, mut places) = (Vec::new(), BTreeSet::new());
    for (span, payload) in results.checks.iter().filter_map(|check| check.update.as_ref()) {
        // One expectation that several events share has one payload: the first.
        if places.insert((span.start, span.end)) {
            edits.push(Edit { span: *span, text: payload.clone() });
        }
    }
    (!edits.is_empty()).then(|| apply(text, &edits))
}
