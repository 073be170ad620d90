//! The messages and notes on a template, as data.

use rulepad_document::{Lang, Words};

/// A text of a diagnostic of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Message {
    /// A problem of the JSON or the YAML that the template is written in.
    Text(rulepad_document::Message),
    // What is wrong with a loop.
    LoopShape,
    LoopUnknown,
    LoopLong,
    // What to do about it.
    WriteLoop,
    GiveValuesOfLoop,
    ImportFewerValues,
}

/// What is shown for the functions of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandInNote {
    /// One of them.
    Shown {
        /// What is shown: a text, or a value as JSON.
        shown: String,
        /// The function, as JSON.
        source: String,
    },
    /// So many more.
    More(usize),
}

impl From<rulepad_document::Message> for Message {
    fn from(what: rulepad_document::Message) -> Self {
        Self::Text(what)
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

impl Words for StandInNote {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::stand_in(self),
            Lang::Ko(_) => crate::words_ko::stand_in(self),
        }
    }
}
