//! What an expression gives for one event, as plain data.

use crate::fault::Fault;
use crate::unverified::Unverified;
use rulepad_document::Span;
use rulepad_document::json::{ValueKind, quote};

/// What an expression gives for one event or batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// The result.
    pub outcome: Outcome,
    /// What is not verified about it, each once.
    pub unverified: Vec<Unverified>,
    /// Numbers that the result copies from the event with another spelling.
    pub respelled: Vec<Respelled>,
    /// What the expression reads, in the order of the events; everything else has no influence on the result.
    pub reads: Vec<Place>,
    /// What the predicates of the expression let through, in the order in which they were applied; those beyond a bound
    /// are left out.
    pub filtered: Vec<Filtered>,
}

/// The result of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A value that is neither nothing nor `null`.
    Delivered(Payload),
    /// No value. A transformer that gives none fails the delivery (user guide, `eb-custom-bus-transform`).
    Nothing,
    /// `null`, which fails a delivery as well.
    Null,
    /// A function. What AWS does with it is not known.
    Function,
    /// An error of the expression with this event.
    Failed(Failure),
    /// The evaluation reached a bound.
    Stopped {
        /// Which one.
        bound: Bound,
        /// The part of the expression that was evaluated, in bytes of the text, where it is known.
        span: Option<Span>,
    },
}

/// What a target receives.
#[derive(Clone, Debug, PartialEq)]
pub struct Payload {
    /// Of a string its characters, without quotes; of everything else compact JSON.
    pub text: String,
    /// What kind of value it is.
    pub kind: ValueKind,
    /// Where each byte came from: in order, without gap or overlap, none empty.
    pub pieces: Vec<Piece>,
}

impl Payload {
    /// The value as JSON: a string has its quotes.
    #[must_use]
    pub fn json(&self) -> String {
        if self.kind == ValueKind::String { quote(&self.text) } else { self.text.clone() }
    }
}

/// A stretch of the payload with one origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Bytes of the payload.
    pub out: Span,
    /// Where they came from.
    pub origin: Origin,
}

/// Where a stretch of the payload came from. Spans of the expression are bytes of the text that was parsed.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// It is written in the expression.
    Expression {
        /// Where.
        span: Span,
    },
    /// A value of the event, copied.
    Event {
        /// The part of the expression that selects it.
        span: Span,
        /// The values in the events.
        places: Vec<Place>,
    },
    /// Made from these values, and nothing else, by a function such as `$uppercase`.
    MadeFrom {
        /// The part of the expression that makes it.
        span: Span,
        /// The values in the events.
        places: Vec<Place>,
    },
    /// Computed; every value that can have influence is listed.
    Computed {
        /// The part of the expression that computes it.
        span: Span,
        /// The values in the events.
        places: Vec<Place>,
    },
}

/// A value in one of the events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The number of the event, from 0.
    pub event: u32,
    /// The part of the event.
    pub part: Part,
    /// The span of the value's node.
    pub span: Span,
}

/// A part of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The whole event, or a member with another name.
    Event,
    /// `Data`, or a value in it.
    Data,
    /// `Metadata`, or a value in it.
    Metadata,
    /// `SystemMetadata`, or a value in it.
    SystemMetadata,
}

/// A number of the event that the result writes differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respelled {
    /// As the event spells it.
    pub event: String,
    /// As it is written in the result.
    pub written: String,
    /// Where it is in the event.
    pub place: Place,
}

/// What a predicate, such as `[total > 500]`, let through of a sequence. A predicate in a function is applied for each call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filtered {
    /// The predicate, without its brackets, in bytes of the text.
    pub span: Span,
    /// How many elements it was tried on.
    pub tested: u32,
    /// The places of those that passed in the sequence, from 0.
    pub passed: Vec<u32>,
    /// How many more passed, beyond what is listed.
    pub more: u32,
}

/// Why an evaluation failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The error.
    pub fault: Fault,
    /// Where in the expression, in bytes of the text.
    pub span: Span,
}

/// What stops an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// Too many steps.
    Steps,
    /// Too deep.
    Depth,
    /// Too long.
    Time,
    /// A value that is too large.
    Bytes,
}
