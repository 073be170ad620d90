//! Why no event can show what was asked.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why there is no such event; [`ToString`] gives the sentence.
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

impl fmt::Display for NoWitness {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCondition => write!(out, "the pattern has no condition."),
            Self::NeverHolds { name } => write!(out, "no event can meet the condition on {name}."),
            Self::AlwaysHolds { name } => {
                write!(out, "the condition on {name} cannot fail: it accepts every value, and no value.")
            }
            Self::Replaced { name } => {
                write!(out, "a later condition on {name} takes the place of this one, so it is never tried.")
            }
            Self::OtherBranch { name } => write!(
                out,
                "when the condition on {name} fails and the rest holds, another branch of `$or` holds."
            ),
            Self::NotFound => write!(out, "none of the values tried gives such an event; there may be one."),
            Self::TooMuchWork => write!(out, "this pattern takes too much work to find such an event."),
        }
    }
}
