//! What this crate's diagnostics say, as data.

use crate::json::ValueKind;
use crate::json::fault::Fault;
use crate::words::{Lang, Words};

/// A text of a diagnostic: its message, the words at a place, or what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Message {
    // A JSON text: what is wrong.
    Comment,
    ByteOrderMark,
    ForeignSpace(char),
    UnclosedString,
    ControlCharacter(char),
    Quotes(QuoteMarks),
    UnknownEscape(char),
    HexEscape,
    LoneSurrogate,
    PlusSign,
    LeadingPoint,
    LeadingZero,
    MissingFraction,
    MissingExponent,
    NumberLength(usize),
    /// A bare word, and the JSON constant that it means.
    Word {
        word: String,
        constant: Option<&'static str>,
    },
    KeyWithoutOpeningQuote(String),
    BareKey(String),
    UnopenedString(String),
    MissingValue,
    MissingValueOfKey,
    Unexpected(char),
    UnexpectedBeforeQuote(String),
    ExtraComma,
    TrailingComma,
    MissingComma {
        in_array: bool,
    },
    MissingColon,
    WrongColon(String),
    /// A bracket that is never closed, and how many around it are not either.
    Unclosed {
        bracket: char,
        around: usize,
    },
    MismatchedBracket {
        found: char,
        in_array: bool,
    },
    OpenedHere,
    TooDeep,
    TrailingText(String),
    Empty,
    // A JSON text: what to do.
    RemoveComment,
    RemoveIt,
    UseOrdinarySpace,
    CloseString,
    WriteAs(String),
    UseDoubleQuotes,
    DoubleBackslash,
    WriteWholePair,
    RemovePlus,
    WriteZeroBeforePoint,
    RemoveLeadingZeros,
    QuoteCode,
    RemovePoint,
    WriteExponent,
    ShortenNumber,
    Write(String),
    PutInDoubleQuotes,
    AddQuote,
    WriteValueOrRemoveKey,
    RemoveComma,
    InsertComma,
    InsertColon,
    WriteColon,
    Add(String),
    InsertBefore(char),
    Flatten,
    PasteEvent,
    WriteJsonValue,
    // A YAML text: what is wrong.
    /// `info` is the YAML parser's.
    YamlSyntax {
        line: u32,
        info: String,
    },
    YamlAliasOfItself,
    YamlTooLarge {
        most: usize,
    },
    YamlRepeatsTooMuch {
        mebibytes: usize,
    },
    YamlLongKey {
        most: usize,
    },
    YamlTooDeep {
        most: usize,
    },
    YamlWordAsText(String),
    YamlWordAsNumber {
        word: String,
        number: String,
    },
    YamlWordAs {
        word: String,
        kind: ValueKind,
    },
    // A YAML text: what to do.
    YamlTabs,
    YamlCheckIndentation,
    WriteValueOut,
    ImportPartWithRule,
    WriteRepeatedOnce,
    WriteKeyAsText,
    ImportPartOfTextWithRule,
    PutInQuotes,
    /// What AWS's JSON parser says, word for word in English; the gloss of a reference.
    Jackson(Fault),
}

/// The marks around a string that JSON does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteMarks {
    /// `'`
    Single,
    /// `` ` ``
    Back,
    /// “ and its like.
    Typographic,
}

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::message(self),
            Lang::Ko(_) => crate::words_ko::message(self),
        }
    }
}
