//! AWS's own sentences about subscribers and what is published: as data, and word for word.

use crate::scope::Scope;

/// What AWS answers. Its words are English in every language; others have a gloss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AwsSentence {
    /// Filters without one filter.
    NoFilter,
    /// Two filters of one scope.
    DuplicateScope(Scope),
    /// `wildcard`, alone or in `anything-but`.
    Wildcard,
    /// A content type that no publisher may say.
    ContentType(String),
}

impl AwsSentence {
    /// AWS's words.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::NoFilter => "FilterConfiguration must contain at least one Filter".to_owned(),
            Self::DuplicateScope(scope) => format!("Duplicate filter scope: {}", scope.name()),
            Self::Wildcard => {
                "Filter pattern must not contain wildcard matchers (wildcard, anything-but wildcard)"
                    .to_owned()
            }
            Self::ContentType(found) => format!(
                "Unsupported contentType: {found}. Supported types: application/json, application/avro, \
                 application/protobuf, application/octet-stream."
            ),
        }
    }
}
