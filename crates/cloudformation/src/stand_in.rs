//! What is shown for a value that is known only at deploy time.

use crate::message::StandInNote;
use rulepad_document::json::{Node, compact, text_of};

/// A function of a template, and what it is shown as.
#[derive(Clone, Debug)]
pub struct StandIn {
    /// The function as the template has it.
    pub raw: Node,
    /// What is shown for it.
    pub shown: Node,
}

impl StandIn {
    /// The note on what is shown.
    fn note(&self) -> StandInNote {
        StandInNote::Shown { shown: text_of(&self.shown), source: compact(&self.raw) }
    }
}

/// How many functions are listed one by one.
const MOST_LISTED: usize = 12;

/// What is shown for the functions of a template, one note each, up to a limit.
#[must_use]
pub fn stand_in_notes(stand_ins: &[StandIn]) -> Vec<StandInNote> {
    let mut notes: Vec<StandInNote> = stand_ins.iter().take(MOST_LISTED).map(StandIn::note).collect();
    if stand_ins.len() > MOST_LISTED {
        notes.push(StandInNote::More(stand_ins.len() - MOST_LISTED));
    }
    notes
}
