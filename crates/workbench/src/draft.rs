//! What a person is editing: texts that may be broken, and the choices beside them.

use rulepad_event_log::Table;
use rulepad_import::Origin;
use rulepad_pattern::Dialect;
use rulepad_rule::{Reference, Rule, Target};
use serde::{Deserialize, Serialize};

/// Everything on the page that a share link, a saved file or an evaluation carries.
///
/// The texts are as typed, valid or not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The event, a JSON text.
    pub event: String,
    /// The event pattern, a JSON text.
    pub pattern: String,
    /// Who reads the pattern.
    pub dialect: Dialect,
    /// The rule's own properties.
    pub rule: Rule,
    /// The rule's targets.
    pub targets: Vec<Target>,
    /// The values in the texts that only the text the rule was read from knows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// The table of the event log; `None` until there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
    /// The text the rule was read from, where exports keep what is around the rule; `None` for a rule of one's
    /// own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}
