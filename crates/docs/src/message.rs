//! What can be wrong with an example or a link of a document, as data.

use crate::example::WrittenAs;
use rulepad_document::{Lang, Words};
use rulepad_workbench::share::BadLink;

/// A problem of an example or a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The stored verdict is another than Rulepad's.
    Verdict {
        /// The stored one.
        stored: String,
        /// Rulepad's; `None` where there is nothing to match.
        found: Option<String>,
        /// Why.
        answer: String,
    },
    /// The stored answer says something else than Rulepad's.
    Answer {
        /// The stored one.
        stored: String,
        /// Rulepad's.
        found: String,
    },
    /// The stored payload is another than Rulepad's.
    Payload {
        /// The stored one.
        stored: String,
        /// Rulepad's; `None` without a target.
        found: Option<String>,
    },
    /// Neither a verdict nor an answer is stored.
    NothingStored {
        /// What would be.
        answer: String,
    },
    /// There is neither a pattern nor an event.
    NoTexts,
    /// More than one of `input-path`, `template` and `targets`.
    TwoInputOptions,
    /// `targets` is not JSON, or not a target.
    BadTargets,
    /// A target that would be read otherwise than it is written.
    Target {
        /// What is wrong with it.
        message: String,
    },
    /// A target as share links have it has no such member.
    UnknownMember {
        /// Its name.
        name: String,
    },
    /// The element has no end tag.
    NotClosed,
    /// The part has a name that is not known.
    UnknownPart {
        /// The name.
        name: String,
        /// A known one that is close.
        near: Option<String>,
    },
    /// The part is there twice.
    PartTwice {
        /// Its name.
        name: String,
        /// How the example is written: in a fence the second one may be a line of a text.
        written_as: WrittenAs,
    },
    /// The attribute or option has a name that is not known.
    UnknownAttribute {
        /// The name.
        name: String,
        /// A known one that is close.
        near: Option<String>,
        /// Whether it is an attribute or an option.
        written_as: WrittenAs,
    },
    /// A word of a fence's first line is not `name=value`.
    NotAnOption {
        /// The word.
        word: String,
    },
    /// The attribute or option has a value that is not known.
    WrongValue {
        /// Its name.
        name: String,
        /// The value.
        value: String,
        /// The known ones.
        known: &'static [&'static str],
    },
    /// The link does not open.
    Link(BadLink),
    /// The link opens, and there is nothing in it.
    EmptyLink,
}

impl Words for Problem {
    fn words(&self, lang: Lang) -> String {
        words!(lang, problem(self))
    }
}
