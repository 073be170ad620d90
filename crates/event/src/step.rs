//! What was done to a text to get its events.

use crate::form::Around;
use crate::kind::Carrier;
use rulepad_document::notation::Notation;

/// One thing that was done to a text, or is worth knowing about the event that came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingStep {
    /// What was around the text was removed.
    Unwrapped(Around),
    /// Objects between the words of a log that are no events were left out.
    OtherObjects(usize),
    /// A literal of another language was converted to JSON.
    Converted(Notation),
    /// Errors in the JSON were fixed.
    Fixed(usize),
    /// Text outside of the JSON was left out.
    OutsideLeftOut,
    /// Lines of a log without JSON were left out.
    PlainLines,
    /// The payload is no event, so that the message is tried itself.
    TriedAsItIs,
    /// A change record is tried itself.
    StreamChange,
    /// An answer of an API was given the names of a record.
    RecordNames,
    /// The event is a payload.
    Payload {
        /// What carries it.
        carrier: Carrier,
        /// How it was read.
        read: PayloadRead,
    },
    /// A message of a dead-letter queue names its rule.
    DeadLetter {
        /// `RULE_ARN`
        rule: String,
        /// `TARGET_ARN`
        target: Option<String>,
        /// `ERROR_CODE`
        code: Option<String>,
        /// `ERROR_MESSAGE`
        message: Option<String>,
    },
    /// `Detail` of an entry was parsed.
    DetailParsed,
    /// An entry names its bus.
    BusName(String),
    /// An entry has a `TraceHeader`.
    TraceHeader,
    /// Fields of the event were made up.
    MadeUp(Vec<&'static str>),
    /// A CloudTrail record became the `detail` of an event with this detail-type.
    CloudTrailDetail(&'static str),
    /// AWS's guide has two spellings for the detail-type of a sign-in.
    SignInSpelling,
    /// The source was made from the name of a service.
    SourceOf {
        /// The source.
        source: String,
        /// `eventSource`
        service: String,
    },
    /// A record of a bus's log is about this step of a delivery.
    BusLogStep(String),
    /// What the target got.
    TargetInput(String),
    /// Why the step failed.
    StepFailed(String),
    /// A notification of S3 was translated to the event of this detail-type.
    S3Translation(&'static str),
    /// The key of an S3 object was URL-decoded.
    KeyDecoded,
}

/// How a payload was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayloadRead {
    /// It is an object.
    Object,
    /// It is a JSON text.
    Text,
    /// It was decoded from base64.
    Decoded,
    /// It was decoded from base64 and unzipped.
    Unzipped,
}
