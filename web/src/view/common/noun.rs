//! What a pattern is tried on, in a word.

use rulepad_workbench::Dialect;

/// A single thing that a pattern is tried on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) enum Noun {
    Event,
    Record,
    Message,
}

impl Noun {
    /// What the service that evaluates the pattern calls it.
    pub(in crate::view) fn of(dialect: Dialect) -> Self {
        match dialect {
            Dialect::Rule | Dialect::Archive => Self::Event,
            Dialect::Pipes | Dialect::EventSourceMapping => Self::Record,
            Dialect::SnsAttributes | Dialect::SnsBody => Self::Message,
        }
    }
}
