//! What this crate's diagnostics say, as data.

use crate::aws::AwsSentence;
use crate::kind::{Carrier, ShapeKind};
use rulepad_document::json::ValueKind;
use rulepad_document::notation::Notation;

/// A text of a diagnostic: what is wrong, or what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Message {
    /// A problem of the JSON or YAML of a text.
    Document(rulepad_document::Message),
    /// What to do.
    Help(Help),
    /// What AWS says, word for word in English; the gloss of a reference.
    Aws(AwsSentence),

    // A pasted text.
    NotAnObject(ValueKind),
    NoJson,
    LooksLikeYaml,
    YamlWithoutObject,
    Notation(Notation),
    CutValue(Shortened),
    UnknownValue(Shortened),
    Digest,
    BusLogWithoutDetail,
    InFile(String),
    Shorthand,
    SkippedLine,
    Empty(ShapeKind),
    NoPayload(Carrier),
    PlainPayload(Carrier),
    NotBase64(Carrier),
    NotGzip(Carrier),
    Binary(Carrier),
    TooLarge,
    TooWrapped(usize),
    TooMany(usize),
    /// A CloudTrail record has no such field, which becomes a field of the event.
    NoCloudTrailField {
        field: &'static str,
        becomes: &'static str,
    },
    UnknownCloudTrailType(String),
    NoS3Event(String),
    Cut,

    // The envelope of an event.
    MissingFields(Vec<&'static str>),
    MisspeltField {
        key: Shortened,
        name: &'static str,
    },
    FieldType {
        name: String,
        kind: ValueKind,
        expected: Expected,
    },
    DetailText,
    Time(TimeFault),
    Version(Shortened),
    Account(Shortened),
    LongDetailType(usize),
    EmptySource,
    /// The name of a service as CloudTrail has it, and its source.
    ServiceAsSource {
        service: Shortened,
        source: String,
    },
    SourceCase(Shortened),
    Id(Shortened),
    Region(Shortened),
    ReadOnlyCall,
    EventSize(usize),

    // An entry of PutEvents.
    DuplicateMember(&'static str),
    UnknownMember(String),
    MemberType {
        name: &'static str,
        kind: ValueKind,
        expected: Expected,
    },
    MalformedDetail(DetailFault),
    LargeInteger(String),
    EntryTime(String),
    MemberLength {
        name: &'static str,
        length: usize,
        most: usize,
    },
    EmptyMember(&'static str),
    MissingMember(&'static str),
    ReservedSource(String),
    EntryCount(usize),
    EntriesSize(usize),
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Help {
    // A pasted text.
    PasteOneEvent,
    PasteSomething,
    CorrectYaml,
    ConvertToJson,
    PasteEventOrImport,
    PasteEvent,
    LogWholeEvent,
    WriteValue,
    PasteLogFile,
    LogDetail,
    PasteFile,
    WriteEntries,
    WriteOrRemoveLine,
    PasteFilled,
    PasteWith(Carrier),
    EventsAreJson,
    CopyAllOf(Carrier),
    PastePart,
    PasteInside,
    PasteRest,
    AddField { field: &'static str, becomes: &'static str },
    CheckDetailType,
    S3Events,
    CopyAll,

    // The envelope of an event.
    AddMissing,
    TriedWithoutTestedFields,
    TriedWithoutFields,
    Write(String),
    WriteExpected(Expected),
    MakeList,
    WriteTime,
    QuoteNumber,
    ReadAsJson,
    WriteDateInUtc,
    WriteTwelveDigits,
    ShortenDetailType,
    NameSender,
    WriteUuid,
    WriteRegion,
    SetRuleState,
    UseS3,

    // An entry of PutEvents.
    KeepOne,
    PutIntoDetail,
    WriteAsJsonText,
    FixDetail,
    OtherEntriesAreTaken,
    SendAsString,
    WriteRfc3339,
    ShortenMember,
    WriteMember(&'static str),
    UseOtherSource,
    SendInSeveralCalls,
    SendLess,
}

/// A value of the text, cut where it is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortened {
    /// The start of the value.
    pub start: String,
    /// Whether there is more of it.
    pub cut: bool,
}

impl Shortened {
    /// At most so many characters of a value.
    pub(crate) fn of(value: &str, most: usize) -> Self {
        let start: String = value.chars().take(most).collect();
        Self { cut: start.len() < value.len(), start }
    }
}

/// What a field or member has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An object.
    Object,
    /// A string.
    String,
    /// A list of strings.
    Strings,
    /// A JSON text.
    JsonText,
}

/// How a time differs from the form in events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeFault {
    /// It has a fraction of a second.
    Fraction,
    /// It is not in UTC.
    Offset,
    /// It is spelled differently.
    Spelling,
    /// It is no time.
    NoTime,
}

/// Why `Detail` is not the JSON text of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DetailFault {
    /// It is not JSON.
    Json(rulepad_document::Message),
    /// It is the JSON text of something else; `None` where that cannot be read.
    Other(Option<ValueKind>),
}

impl From<rulepad_document::Message> for Message {
    fn from(message: rulepad_document::Message) -> Self {
        Self::Document(message)
    }
}

impl From<Help> for Message {
    fn from(help: Help) -> Self {
        Self::Help(help)
    }
}

impl From<AwsSentence> for Message {
    fn from(said: AwsSentence) -> Self {
        Self::Aws(said)
    }
}
