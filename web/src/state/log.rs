//! The event log: payloads written down in this visit, and what a table holds of them.

use super::model::{Done, Model};
use super::moment::Moment;
use super::open::undoable;
use super::shared::Shared;
use rulepad_workbench::{EventLog, Key, Table, suggest_keys};

/// The most payloads that are written down.
pub const MOST_WRITTEN: usize = 100;
/// The most bytes of them together; the worker reads the log anew at every key typed into its table.
pub const MOST_BYTES: usize = 1 << 20;

/// What was written down, and what the table makes of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// The payloads, oldest first.
    pub written: Vec<Shared<String>>,
    /// What the table holds; `None` without a table.
    pub table: Option<Shared<ReadLog>>,
}

/// The log as a table of these keys holds it.
#[derive(Debug, PartialEq)]
pub struct ReadLog {
    /// The keys.
    pub keys: Table,
    /// What the table holds.
    pub log: Result<EventLog, Stopped>,
}

/// Working out what a table holds took too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl Log {
    /// Whether one more payload of this length has room.
    #[must_use]
    pub fn has_room(&self, payload: usize) -> bool {
        let bytes: usize = self.written.iter().map(|text| text.len()).sum();
        self.written.len() < MOST_WRITTEN && bytes + payload <= MOST_BYTES
    }
}

pub(super) fn write(model: &mut Model, payload: String) {
    if model.log.has_room(payload.len()) {
        model.log.written.push(Shared::new(payload));
    }
}

/// Takes one payload out of the log.
pub(super) fn strike(model: &mut Model, place: usize) {
    if place < model.log.written.len() {
        let before = Moment::of(model);
        model.log.written.remove(place);
        undoable(model, before, Done::Struck(1));
    }
}

pub(super) fn clear(model: &mut Model) {
    let before = Moment::of(model);
    let gone = std::mem::take(&mut model.log.written).len();
    if gone > 0 {
        undoable(model, before, Done::Struck(gone));
    }
}

/// The table a payload asks for: who did it, and when.
#[must_use]
pub fn table_for(payload: &str) -> Table {
    let keys = suggest_keys(payload);
    let timed = |key: &&Key| key.name == "timestamp";
    let sort = keys.iter().find(timed).cloned().unwrap_or_default();
    let partition = keys.iter().find(|key| !timed(key)).cloned().unwrap_or_default();
    Table { partition, sort }
}

/// The worker read it, or did not get to an end.
pub(super) fn read(model: &mut Model, keys: Table, log: Result<EventLog, Stopped>) {
    model.log.table = Some(Shared::new(ReadLog { keys, log }));
}
