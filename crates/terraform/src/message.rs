//! The messages on a configuration, as data.

use crate::syntax::SyntaxProblem;
use rulepad_document::{Lang, Words};

/// A text of a diagnostic of a configuration. A source is an expression as it is written, shortened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Message {
    Syntax(SyntaxProblem),
    /// Lines that are not read for an error in them, and the start of the first.
    Skipped {
        lines: usize,
        start: String,
    },
    KeyUnknown {
        source: String,
    },
    MadeOnlyIf {
        condition: String,
    },
    Budget,
    TooManyInstances,
    NumberTooLong,
    /// `by` is `count` or `for_each`.
    CountUnknown {
        by: String,
        source: String,
    },
    /// Nothing is made as these variables have their defaults.
    NotMade {
        variables: Vec<String>,
    },
    DynamicUnknown {
        block: String,
        source: String,
    },
    // What to do.
    UseFormatter,
    CorrectError,
    WriteValue,
    WriteValueOrImportLess,
    ImportPart,
    NumberKept,
    ReadOnce,
    ReadAsMade,
    WriteBlocks,
}

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::message(self),
            Lang::Ko(_) => crate::words_ko::message(self),
        }
    }
}
