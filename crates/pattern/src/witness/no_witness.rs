//! Why no event can show what was asked.

use serde::{Deserialize, Serialize};

/// Why there is no such event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum NoWitness {
    /// The pattern has no condition.
    NoCondition,
    /// Nothing fulfils the condition.
    NeverHolds {
        /// The field's joined name.
        name: String,
    },
    /// Every value fulfils the condition, and so does a missing field.
    AlwaysHolds {
        /// The field's joined name.
        name: String,
    },
    /// A later condition on the same name counts in its place.
    Replaced {
        /// The field's joined name.
        name: String,
    },
    /// When the condition fails and the rest of its sub-rule holds, another branch of `$or` holds.
    OtherBranch {
        /// The field's joined name.
        name: String,
    },
    /// None of the values tried does; there may be one.
    NotFound,
    /// The work limit was reached.
    TooMuchWork,
}
