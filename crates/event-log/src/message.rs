//! The messages and notes on an event log, as data.

use crate::aws::AwsSentence;
use rulepad_document::json::ValueKind;
use rulepad_document::{Lang, Words};

/// A text of a diagnostic or of a put.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A problem of a path, which AWS stores unchecked.
    Path(rulepad_transformer::Message),
    /// What is wrong with a key of the table, or what to do about it.
    Key(KeyMessage),
    /// Why DynamoDB refuses an item.
    Refusal(Refusal),
    /// What to know about a put.
    Note(PutNote),
    /// What DynamoDB says, word for word in English; the gloss of its words.
    Aws(AwsSentence),
}

/// What is wrong with a key of the table, or what to do about it. A length is in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum KeyMessage {
    NameMissing,
    NameTooLong { length: usize, most: usize },
    NameTwice(String),
    PathMissing,
    // What to do.
    GiveName,
    ShortenName,
    NameSortKeyDifferently,
    WritePath,
    PathForm,
}

/// Why DynamoDB refuses an item. A length and a size are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Refusal {
    NotOneValue,
    /// The key's path selects nothing.
    KeyMissing {
        name: String,
        path: String,
    },
    NamelessAttribute,
    Number,
    /// A key is neither a string nor a number.
    KeyKind {
        name: String,
        kind: ValueKind,
    },
    /// A key has another type than that of the first item.
    KeyType {
        name: String,
        kind: ValueKind,
        expected: KeyType,
    },
    KeyEmpty(String),
    TooDeep {
        name: String,
        most: usize,
    },
    PartitionTooLong {
        length: usize,
        most: usize,
    },
    SortTooLong {
        length: usize,
        most: usize,
    },
    TooLarge {
        size: usize,
        most: usize,
    },
}

/// A type that a key may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyType {
    /// `S`
    String,
    /// `N`
    Number,
}

impl KeyType {
    /// DynamoDB's name of it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::String => "S",
            Self::Number => "N",
        }
    }
}

/// What to know about a put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PutNote {
    /// The payload is no object; it is the value of one attribute.
    OneAttribute {
        /// What it is.
        kind: ValueKind,
        /// The attribute.
        name: &'static str,
    },
    /// A member of the payload has the name of a key and another value.
    MemberReplaced {
        /// The name.
        name: String,
        /// The path of the key's value.
        path: String,
    },
}

impl From<rulepad_transformer::Message> for Message {
    fn from(what: rulepad_transformer::Message) -> Self {
        Self::Path(what)
    }
}

impl From<KeyMessage> for Message {
    fn from(what: KeyMessage) -> Self {
        Self::Key(what)
    }
}

impl From<Refusal> for Message {
    fn from(why: Refusal) -> Self {
        Self::Refusal(why)
    }
}

impl From<PutNote> for Message {
    fn from(what: PutNote) -> Self {
        Self::Note(what)
    }
}

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::message(self),
            Lang::Ko(_) => crate::words_ko::message(self),
        }
    }
}
