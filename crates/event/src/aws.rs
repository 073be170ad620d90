//! AWS's own sentences about a PutEvents request, word for word.

use crate::fields::ENTRY_MEMBERS;

/// Of a member that an entry lacks.
pub(crate) fn required(name: &str) -> String {
    format!("Parameter {name} is not valid. Reason: {name} is a required argument.")
}

/// Of a member that entries do not have; the first entry has number 1.
pub(crate) fn unknown_parameter(number: usize, key: &str) -> String {
    format!(
        "Unknown parameter in Entries[{}]: \"{key}\", must be one of: {}",
        number - 1,
        ENTRY_MEMBERS.join(", ")
    )
}

/// Of a source that only AWS may use.
pub(crate) const NOT_AUTHORIZED: &str = "Not authorized for the source.";

/// Of a detail that is no JSON object.
pub(crate) const MALFORMED_DETAIL: &str = "Detail is malformed.";
