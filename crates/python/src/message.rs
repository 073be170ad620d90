//! What is wrong with an argument or with a line, as data.

use rulepad_document::{Lang, Words};
use rulepad_workbench::bulk::Fault;

/// A text for the person who calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// An argument that is none of dict, str and bytes.
    NotAText {
        /// The argument.
        argument: String,
        /// The name of its type.
        found: String,
    },
    /// An argument that has no bytes.
    NotBytes {
        /// The argument.
        argument: String,
        /// The name of its type.
        found: String,
    },
    /// Bytes that are not UTF-8.
    NotUtf8 {
        /// The argument.
        argument: String,
        /// The first byte that is wrong.
        at: usize,
    },
    /// A string that has half of a surrogate pair.
    LoneSurrogate {
        /// The argument.
        argument: String,
    },
    /// A value that JSON has none for.
    NotJson {
        /// Where, as `event.detail.when`.
        path: String,
        /// The name of its type.
        found: String,
    },
    /// A float that is infinite or not a number.
    NotFinite {
        /// Where.
        path: String,
        /// The value, as Python prints it.
        value: String,
    },
    /// A key that is not a string.
    KeyNotText {
        /// The dict.
        path: String,
        /// The key, as Python prints it.
        key: String,
    },
    /// A value that is nested deeper than AWS reads, or contains itself.
    TooDeep {
        /// The argument.
        argument: String,
    },
    /// A language that there is not.
    UnknownLanguage(String),
    /// A dialect that there is not.
    UnknownDialect(String),
    /// A way to publish that there is not.
    UnknownPublished(String),
    /// A line that is not an event.
    BadLine(Fault),
}

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::message(self),
            Lang::Ko(_) => crate::words_ko::message(self),
        }
    }
}
