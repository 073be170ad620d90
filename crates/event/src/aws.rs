//! AWS's own sentences about an event: as data, and word for word.

use crate::fields::ENTRY_MEMBERS;

/// What AWS says of a PutEvents request or of an event. Its words are English in every language; others have a gloss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AwsSentence {
    /// A member that an entry lacks.
    Required(&'static str),
    /// A member that entries do not have.
    UnknownParameter {
        /// Which entry; the first has number 1.
        number: usize,
        /// The member.
        key: String,
    },
    /// A source that only AWS may use.
    NotAuthorized,
    /// A detail that is no JSON object.
    MalformedDetail,
    /// More bytes than a request takes.
    TotalSize,
    /// An event that TestEventPattern does not take.
    NotAnEvent,
}

impl AwsSentence {
    /// AWS's words.
    #[must_use]
    pub fn sentence(&self) -> String {
        let fixed = match self {
            Self::Required(name) => {
                return format!("Parameter {name} is not valid. Reason: {name} is a required argument.");
            }
            Self::UnknownParameter { number, key } => {
                return format!(
                    "Unknown parameter in Entries[{}]: \"{key}\", must be one of: {}",
                    number - 1,
                    ENTRY_MEMBERS.join(", ")
                );
            }
            Self::NotAuthorized => "Not authorized for the source.",
            Self::MalformedDetail => "Detail is malformed.",
            Self::TotalSize => "Total size of the entries in the request is over the limit.",
            Self::NotAnEvent => "Parameter Event is not valid.",
        };
        fixed.to_owned()
    }
}
