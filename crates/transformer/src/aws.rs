//! AWS's own sentences about an input: as data, and word for word.

/// What AWS says of an input option. Its words are English in every language; others have a gloss. An id is the
/// target's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "`sentence` has the words of each")]
pub enum AwsSentence {
    /// More than one option is set.
    OneOption { id: String },
    /// A variable that is not defined.
    Placeholder { id: String, name: String },
    /// A constant that is no JSON; `location` is `[Source: …]` with line and column.
    InputSyntax { id: String, location: String },
}

impl AwsSentence {
    /// AWS's words.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::OneOption { id } => {
                format!("Only one of Input, InputPath, or InputTransformer must be provided for target {id}.")
            }
            Self::Placeholder { id, name } => {
                format!("InputTemplate for target {id} contains invalid placeholder {name}.")
            }
            Self::InputSyntax { id, location } => {
                format!("JSON syntax error in input for target {id}: {location}")
            }
        }
    }
}
