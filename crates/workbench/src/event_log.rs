//! An event log in words.

use rulepad_document::Lang;
use rulepad_event_log::{EventLog, Table};

/// What the table holds after a function stored each payload with `PutItem`; see [`rulepad_event_log::event_log`].
#[must_use]
pub fn event_log(table: &Table, payloads: &[String], lang: Lang) -> EventLog {
    rulepad_event_log::event_log(table, payloads).worded(lang)
}
