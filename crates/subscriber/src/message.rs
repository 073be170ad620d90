//! What diagnostics say, as data.

use crate::aws::AwsSentence;
use crate::draft::Form;
use crate::event::Call;
use crate::scope::Scope;
use crate::target_text::TargetText;
use rulepad_document::json::ValueKind;
use rulepad_pattern::Operator;

/// A diagnostic of this crate.
pub type Diagnostic = rulepad_document::Diagnostic<Message>;

/// A text of a diagnostic: what is wrong, or what to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Of the JSON.
    Json(rulepad_document::Message),
    /// Of the pattern language.
    Pattern(rulepad_pattern::Message),
    /// Of an event, its envelope and what wraps it.
    Event(rulepad_event::Message),
    /// Of an expression.
    Jsonata(rulepad_jsonata::Message),
    /// AWS's words.
    Aws(AwsSentence),
    /// Of filters.
    Filter(FilterText),
    /// Of what is published.
    Published(EventText),
    /// Of how a subscriber is written.
    Draft(DraftText),
    /// Of the target of a subscriber.
    Target(TargetText),
    /// Of an event source.
    Source(SourceText),
}

/// What is wrong with an event source, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceText {
    /// No origin, or several.
    Variants(usize),
    /// No way to authenticate, or several.
    Authentications(usize),
    /// A FIFO queue for failures.
    FifoQueue,
    /// A pattern that is too long.
    PatternTooLong {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        most: usize,
    },
    /// A field that AWS adds itself.
    AddedField(String),
    /// Keep one origin.
    KeepOneVariant,
    /// Keep one way to authenticate.
    KeepOneAuthentication,
    /// Use a standard queue.
    UseStandardQueue,
    /// Leave the rest to filters.
    FilterInSubscriber,
    /// Remove the field.
    RemoveField(String),
}

/// What is wrong with how a subscriber is written, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftText {
    /// A text that is no object.
    NotASubscriber(ValueKind),
    /// A configuration without a filter.
    NoFilter,
    /// A member that is not known.
    UnknownMember {
        /// Its name.
        name: String,
        /// The path of the object; blank for the whole.
        of: String,
    },
    /// A member that is there twice.
    Repeated(String),
    /// A member that must be there.
    Missing {
        /// Its name.
        name: &'static str,
        /// The path of the object; blank for the whole.
        of: String,
    },
    /// A value of the wrong kind.
    Type {
        /// Its path.
        name: String,
        /// What it must be.
        wanted: ValueKind,
        /// What it is.
        saw: ValueKind,
    },
    /// A text that is too short or too long.
    Length {
        /// Its path.
        name: String,
        /// How many characters it has.
        length: usize,
        /// How many it must have.
        least: usize,
        /// How many it may have.
        most: usize,
    },
    /// A text that does not look as it must.
    Form {
        /// Its path.
        name: String,
        /// What it must look like.
        form: Form,
    },
    /// A text that is none of those allowed.
    Choice {
        /// Its path.
        name: String,
        /// The text.
        found: String,
    },
    /// A number outside its range, or no whole number.
    Range {
        /// Its path.
        name: String,
        /// The number.
        found: String,
        /// The smallest.
        least: i64,
        /// The greatest.
        most: i64,
    },
    /// A list or a map with too many entries.
    Count {
        /// Its path.
        name: String,
        /// How many it has.
        count: usize,
        /// How many it may have.
        most: usize,
    },
    /// Write a request.
    WriteRequest,
    /// Add a filter, or remove the configuration.
    AddFilterOrRemove,
    /// Use another name.
    Rename(&'static str),
    /// The members there are.
    Members(Vec<&'static str>),
    /// Keep one.
    KeepOne,
    /// Add the member.
    AddMember(&'static str),
    /// Put it in quotes.
    QuoteIt,
    /// Write JSON in a string.
    WriteAsText,
    /// Remove the quotes.
    RemoveQuotes,
    /// Write a value of this kind.
    WriteKind(ValueKind),
    /// Write a text of this length.
    WriteLength {
        /// How many characters it must have.
        least: usize,
        /// How many it may have.
        most: usize,
    },
    /// Write what it must look like.
    WriteForm(Form),
    /// Write the text that was meant.
    WriteChoice(String),
    /// The texts there are.
    Choices(&'static [&'static str]),
    /// Write a number of the range.
    WriteNumber {
        /// The smallest.
        least: i64,
        /// The greatest.
        most: i64,
    },
    /// Keep fewer.
    KeepFewer(usize),
}

/// What is wrong with filters, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub enum FilterText {
    /// A filter without a pattern.
    EmptyPattern(Scope),
    /// A pattern that is an array.
    RootArray,
    /// Two filters of one scope.
    DuplicateScope(Scope),
    /// All patterns together are too long.
    TooLong {
        /// How many bytes they have.
        bytes: usize,
        /// How many they may have.
        most: usize,
    },
    /// They are nearly too long.
    Long {
        /// How many bytes they have.
        bytes: usize,
        /// How many they may have.
        most: usize,
    },
    /// A source in the data, which any publisher can write.
    SourceIsNoProof(String),
    /// A value of another type, where all values are strings.
    NeverString(Scope, ValueKind),
    /// An operator in `METADATA`.
    MetadataOperator(Operator),
    /// `$or` in `METADATA`.
    MetadataOr,
    /// A field under a key of `METADATA`.
    MetadataNested(String),
    /// `numeric`, where all values are strings.
    NumericOnStrings,
    /// `wildcard`.
    NoWildcard,
    /// A name that system metadata does not have.
    UnknownSystemField(String),
    /// The filter fits the payload of `PutRawEvents`, and the event is one of `PutEvents`.
    ForPutRawEvents {
        /// Whether it matches once the pattern is under `detail`.
        fits: bool,
    },
    /// The filter fits the envelope of `PutEvents`, and the event is one of `PutRawEvents`.
    ForPutEvents {
        /// Whether what it has under `detail` matches the payload.
        fits: bool,
        /// What else it asks of the envelope.
        envelope: Vec<String>,
    },
    /// A field that events of `PutRawEvents` do not have.
    RawHasNoSource(&'static str),
    /// The content type of `PutEvents` is another.
    EnvelopeContentType,
    /// Events of `PutEvents` have no metadata.
    NoMetadata,
    /// No `DATA` filter matches bytes.
    OctetStream,
    /// Take the filter out.
    RemoveFilter,
    /// Write an object.
    WriteObject,
    /// Make one filter of both.
    JoinFilters,
    /// Make several subscribers.
    SplitIntoSubscribers,
    /// Add another filter.
    AddFilter {
        /// Its scope.
        scope: Scope,
        /// Its pattern.
        pattern: String,
    },
    /// Put the value in quotes.
    QuoteIt,
    /// List the values.
    ListExactValues,
    /// Compare strings.
    CompareStrings,
    /// Use an edge, or list the values.
    UseAffixOrList,
    /// Use an operator that accepts the same.
    UseOperator(Operator),
    /// Write the plain value.
    WriteValue,
    /// Write the key as publishers do.
    WriteFlatKey,
    /// Use another name.
    Rename(&'static str),
    /// The names that there are.
    SystemFields,
    /// Put the pattern under `detail`.
    WrapInDetail,
    /// Keep what is under `detail`.
    UnwrapDetail,
    /// Publish by the other call.
    PublishBy(Call),
    /// Leave the condition out, or ask for something that raw events have.
    AskMetadata,
    /// Use a `DATA` filter.
    UseData,
    /// Use a `METADATA` filter.
    UseMetadata,
}

/// What is wrong with what is published, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub enum EventText {
    /// A member that an entry must have.
    Missing(&'static str),
    /// A member that an entry does not have.
    UnknownMember(String),
    /// A value of the wrong kind.
    Type {
        /// The member.
        member: String,
        /// What it must be.
        wanted: ValueKind,
        /// What it is.
        saw: ValueKind,
    },
    /// A source that only AWS uses.
    ReservedSource(String),
    /// A detail that is no JSON.
    DetailNotJson,
    /// A content type that no publisher may say.
    ContentType(String),
    /// Avro or Protobuf as bytes.
    NotDecoded(&'static str),
    /// Bytes under `application/json` that are no JSON.
    NotJson,
    /// A metadata key that AWS does not take.
    MetadataKey(String),
    /// Two metadata keys that differ in case alone.
    MetadataCase {
        /// One key.
        one: String,
        /// The other.
        other: String,
    },
    /// A member of system metadata that publishers do not set.
    SystemMember(String),
    /// A record of a queue, which has no event.
    NoPayload,
    /// Write the member.
    AddMember(&'static str),
    /// Use another name.
    Rename(&'static str),
    /// The members there are.
    Members(&'static [&'static str]),
    /// Use another source.
    OtherSource,
    /// Put the value in quotes.
    QuoteIt,
    /// Write an object as a string.
    WriteJsonText,
    /// The content types there are.
    ContentTypes,
    /// Paste what AWS decodes.
    PasteDecoded,
    /// Use another content type.
    UseOctetStream,
    /// What a key may be.
    MetadataKeys,
    /// Keep one.
    KeepOne,
    /// Turn on logs.
    UseLogs,
}

impl From<rulepad_document::Message> for Message {
    fn from(message: rulepad_document::Message) -> Self {
        Self::Json(message)
    }
}

impl From<rulepad_pattern::Message> for Message {
    fn from(message: rulepad_pattern::Message) -> Self {
        Self::Pattern(message)
    }
}

impl From<rulepad_jsonata::Message> for Message {
    fn from(message: rulepad_jsonata::Message) -> Self {
        Self::Jsonata(message)
    }
}

impl From<rulepad_event::Message> for Message {
    fn from(message: rulepad_event::Message) -> Self {
        Self::Event(message)
    }
}

impl From<AwsSentence> for Message {
    fn from(said: AwsSentence) -> Self {
        Self::Aws(said)
    }
}

impl From<FilterText> for Message {
    fn from(text: FilterText) -> Self {
        Self::Filter(text)
    }
}

impl From<EventText> for Message {
    fn from(text: EventText) -> Self {
        Self::Published(text)
    }
}

impl From<DraftText> for Message {
    fn from(text: DraftText) -> Self {
        Self::Draft(text)
    }
}

impl From<TargetText> for Message {
    fn from(text: TargetText) -> Self {
        Self::Target(text)
    }
}

impl From<SourceText> for Message {
    fn from(text: SourceText) -> Self {
        Self::Source(text)
    }
}
