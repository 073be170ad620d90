//! Everything this crate has a sentence for, as data.

use crate::aws::AwsSentence;
use crate::input_path::{FaultKind, Miss};
use crate::unverified::{NotDelivered, Unverified};
use rulepad_document::json::ValueKind;

/// A message, a label or a help of a diagnostic, or a reason of an outcome.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A problem of the JSON of a text.
    Json(rulepad_document::Message),
    /// AWS's sentence, as the answer to a target.
    Aws(String),
    /// AWS's sentence as data: in English its words, in another language what it means.
    AwsSentence(AwsSentence),
    /// A message about the input paths, where it is shown away from them.
    InInputPaths(Box<Message>),
    /// What is not verified.
    Unverified(Unverified),
    /// Why nothing is delivered.
    NotDelivered(NotDelivered),
    /// What another input option does.
    Offer(Offer),
    /// The kind of a variable's value; `None` where there is none.
    ValueKind(Option<ValueKind>),
    /// What is wrong with a constant or with the choice of an option.
    Input(InputMessage),
    /// What is wrong with a path or the map of paths.
    Path(PathMessage),
    /// What is wrong with a template.
    Template(TemplateMessage),
    /// What to do about it.
    Help(Help),
}

/// What is wrong with a constant or with the choice of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputMessage {
    /// More than one option is set.
    MoreThanOne,
    /// Text follows the constant.
    TrailingText,
    /// The constant has so many characters.
    TooLong(usize),
}

/// What is wrong with a path or the map of paths.
#[derive(Clone, Debug, PartialEq)]
pub enum PathMessage {
    /// A path has so many characters.
    TooLong(usize),
    /// A path leaves the grammar.
    Fault(FaultKind),
    /// A path selects nothing.
    SelectsNothing {
        /// The path.
        path: String,
        /// The step that fails.
        miss: Option<Miss>,
    },
    /// Label: what the path selects up to this place.
    ReachedHere(String),
    /// The map is no object.
    MapNotObject(ValueKind),
    /// Text follows the map.
    TrailingText,
    /// A path is no string.
    NotString {
        /// The name of its variable.
        name: String,
        /// What it is.
        kind: ValueKind,
    },
    /// The map has so many entries.
    TooMany(usize),
    /// A name appears twice.
    DuplicateName(String),
    /// Label: the later of two paths.
    LaterPath,
    /// A name is AWS's own.
    ReservedName(String),
    /// A variable has no name.
    NoName,
    /// A name has so many characters.
    NameTooLong(usize),
    /// A name has characters that AWS does not take.
    BadName(String),
    /// So many paths instead of one.
    Several(usize),
    /// The template does not use this variable.
    Unused(String),
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateMessage {
    /// The template is empty.
    Empty,
    /// The template has so many characters.
    TooLong(usize),
    /// Nothing defines this variable.
    Undefined(String),
    /// Label: another place of an undefined variable.
    UsedHereToo,
    /// An encoder rewrote this placeholder.
    Encoded(String),
    /// A placeholder of another tool.
    Foreign(String),
    /// A string that is nothing but this path.
    BarePath(String),
    /// Quotes around a number, `true`, `false` or `null`.
    QuotedLiteral {
        /// The name of the variable.
        name: String,
        /// What it holds.
        kind: Option<ValueKind>,
    },
    /// A text without quotes.
    UnquotedText,
    /// A quote is never closed.
    UnclosedQuote,
    /// Text and a variable together, without quotes.
    TextBesideVariable,
    /// Text outside of the quotes of a text template.
    TextOutsideQuotes,
    /// A string of a text template goes over several lines.
    LineBreakInQuotes,
    /// Text follows the JSON.
    TrailingText,
    /// A variable is used as a key.
    VariableKey(String),
    /// The quotes of an object or array break a string.
    NestedBreaksString {
        /// The name of the variable.
        name: String,
        /// What it holds.
        kind: Option<ValueKind>,
    },
    /// The characters of a string break a string.
    TextBreaksString(String),
    /// An event variable is in quotes.
    EventInQuotes(String),
    /// The payload is larger than any target takes.
    PayloadTooLarge,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Help {
    /// Keep one of the options.
    KeepOneOption,
    /// Shorten the constant.
    ShortenConstant,
    /// Select a value higher up.
    SelectHigher,
    /// Write this path.
    WritePath(String),
    /// What names of a path may hold.
    PathNames,
    /// AWS does not check paths.
    PathsNotChecked,
    /// Write a map.
    WriteMap,
    /// Write a path in quotes.
    QuotePath,
    /// Select an object that holds several values.
    SelectObject,
    /// Remove the earlier of two entries.
    RemoveEarlier,
    /// A reserved variable needs no entry.
    NeedsNoEntry(String),
    /// Give a variable this name.
    NameIt(String),
    /// Use the same name in the template.
    SameNameInTemplate,
    /// What names of variables may hold.
    VariableNames,
    /// Shorten the name.
    ShortenName,
    /// Give each path a name.
    NameEachPath,
    /// Send several values by a transformer.
    UseTransformer,
    /// Remove an entry.
    RemoveEntry,
    /// Write a template.
    WriteTemplate,
    /// Shorten the template.
    ShortenTemplate,
    /// Write this variable.
    WriteVariable(String),
    /// The name is that of EventBridge Pipes.
    NameInPipes,
    /// Only EventBridge Pipes has the variable.
    OnlyInPipes,
    /// Only EventBridge Scheduler has the variable.
    OnlyInScheduler,
    /// Paths in placeholders are for Pipes.
    PathInPlaceholder,
    /// Which reserved variables there are.
    ReservedVariables,
    /// Add this variable to the input paths.
    AddToPaths(String),
    /// `jsonencode` of Terraform rewrites placeholders.
    JsonEncode,
    /// Name a value in the input paths.
    NameValue,
    /// Name a path in the input paths.
    NamePath,
    /// Put the text in quotes.
    QuoteText,
    /// Close a quote at the end.
    CloseAtEnd,
    /// Put text and variable in quotes.
    Quote,
    /// Write text between the quotes of its line.
    BetweenQuotes,
    /// Put each line in quotes.
    QuoteEachLine,
    /// Write a key out.
    WriteKeyOut,
    /// Remove the quotes around a variable.
    RemoveQuotes,
    /// Give a value a separate key.
    GiveKey,
    /// Use a JSON template.
    UseJsonTemplate,
    /// Use a large value once.
    UseOnce,
}

/// What another input option does that was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Defines a variable.
    Define {
        /// Its name.
        name: String,
        /// Its path.
        path: String,
    },
    /// Defines these variables.
    DefineSeveral(Vec<String>),
    /// Sends so many values by an input transformer.
    SendSeveral(usize),
    /// Makes the text the template of an input transformer.
    MakeTemplate,
    /// Sends what the path selects.
    SelectPath,
    /// Fills the constant from the event.
    FillConstant,
    /// Puts the values of the template's paths in.
    FillPaths,
    /// Sends the template as a constant.
    SendConstant,
    /// Names what the template asks for in the input paths.
    NameInPaths,
    /// Renames a variable.
    Rename {
        /// The name that AWS does not take.
        from: String,
        /// The name that it takes.
        to: String,
    },
    /// Sends the matched event.
    SendEvent,
    /// Sends a part of the event.
    SendPart,
}

impl From<rulepad_document::Message> for Message {
    fn from(what: rulepad_document::Message) -> Self {
        Self::Json(what)
    }
}

impl From<Unverified> for Message {
    fn from(what: Unverified) -> Self {
        Self::Unverified(what)
    }
}

impl From<NotDelivered> for Message {
    fn from(why: NotDelivered) -> Self {
        Self::NotDelivered(why)
    }
}

impl From<InputMessage> for Message {
    fn from(what: InputMessage) -> Self {
        Self::Input(what)
    }
}

impl From<PathMessage> for Message {
    fn from(what: PathMessage) -> Self {
        Self::Path(what)
    }
}

impl From<TemplateMessage> for Message {
    fn from(what: TemplateMessage) -> Self {
        Self::Template(what)
    }
}

impl From<Help> for Message {
    fn from(what: Help) -> Self {
        Self::Help(what)
    }
}

impl From<AwsSentence> for Message {
    fn from(said: AwsSentence) -> Self {
        Self::AwsSentence(said)
    }
}
