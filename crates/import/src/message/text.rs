//! What can be wrong with a text as a whole, and what is not read of it.

use crate::Form;
use crate::other::OtherFormat;

/// What is wrong with a text as a whole, or is not read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum TextMessage {
    Unknown,
    /// In bytes.
    TooLong {
        length: usize,
        most: usize,
    },
    NotJson,
    Incomplete,
    EscapedQuotes,
    /// The member that has names alone.
    NamesOnly(&'static str),
    NoRule,
    NoRuleAmongResources,
    TemplateWithoutRules,
    ServiceWithoutRules,
    /// So many blocks of code of Markdown.
    BlocksWithoutRules(usize),
    NotRead(OtherFormat),
    OtherWithoutRules(OtherFormat),
    /// The first resources that are left out, and how many more there are.
    LeftOut {
        names: Vec<String>,
        more: usize,
    },
    /// `kind` is a type of CloudFormation.
    Nested {
        name: String,
        kind: String,
    },
    /// `kind` is a type of CloudFormation.
    NoPatternOfType {
        name: String,
        kind: String,
    },
    /// `kind` is the event source's.
    EventSource {
        name: String,
        kind: String,
    },
    Scheduler(String),
    FileMissing(String),
    TemplateBudget,
    /// A format that a rule is not written back into.
    NotWrittenBack(Form),
}
