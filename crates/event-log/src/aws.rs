//! DynamoDB's own sentences: as data, and word for word.

use crate::message::{KeyType, Message};
use rulepad_document::{Lang, Words};

/// What DynamoDB says of an item it refuses. Its words are English in every language; others have a gloss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AwsSentence {
    /// A key that the item lacks.
    KeyMissing(String),
    /// A key of another type than the table's.
    KeyType {
        /// The key.
        name: String,
        /// The table's type.
        expected: KeyType,
        /// DynamoDB's name of the type that was found.
        found: &'static str,
    },
    /// A key that is an empty string.
    KeyEmpty(String),
    /// A partition key that is too long.
    PartitionTooLong,
    /// A sort key that is too long.
    SortTooLong,
    /// Lists and maps that are nested too deeply.
    TooDeep,
    /// An item that is too large.
    TooLarge,
    /// A number with too many digits.
    Digits,
    /// A number whose magnitude is too large.
    Overflow,
    /// A number whose magnitude is too small.
    Underflow,
}

impl AwsSentence {
    /// DynamoDB's words.
    #[must_use]
    pub fn sentence(&self) -> String {
        let fixed = match self {
            Self::KeyMissing(name) => {
                return format!(
                    "One or more parameter values were invalid: Missing the key {name} in the item"
                );
            }
            Self::KeyType { name, expected, found } => {
                return format!(
                    "One or more parameter values were invalid: Type mismatch for key {name} expected: {} actual: \
                     {found}",
                    expected.name()
                );
            }
            Self::KeyEmpty(name) => {
                return format!(
                    "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain \
                     an empty string value. Key: {name}"
                );
            }
            Self::PartitionTooLong => {
                "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 \
                 bytes"
            }
            Self::SortTooLong => {
                "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size \
                 limit of 1024 bytes"
            }
            Self::TooDeep => {
                "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond \
                 supported limit"
            }
            Self::TooLarge => "Item size has exceeded the maximum allowed size",
            Self::Digits => "Attempting to store more than 38 significant digits in a Number",
            Self::Overflow => {
                "Number overflow. Attempting to store a number with magnitude larger than supported range"
            }
            Self::Underflow => {
                "Number underflow. Attempting to store a number with magnitude smaller than supported range"
            }
        };
        fixed.to_owned()
    }
}

/// In English DynamoDB's words, in another language what they mean.
impl Words for AwsSentence {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.sentence(),
            Lang::Ko(_) => crate::words_ko::gloss(self),
        }
    }
}

impl From<AwsSentence> for Message {
    fn from(said: AwsSentence) -> Self {
        Self::Aws(said)
    }
}
