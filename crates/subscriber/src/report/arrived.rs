//! What arrives at a target, in words.

use crate::transform::{Arrived, Payload};
use rulepad_document::{Lang, Span, Words};
use rulepad_jsonata::{Origin, Piece, Place};
use serde::{Deserialize, Serialize};

/// What arrives at the target for one event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArrivedReport {
    /// What `payload` is.
    pub outcome: ArrivedOutcome,
    /// The payload; nothing where there is none, or it is not known.
    pub payload: Option<String>,
    /// What one call carries where the batch has no other event, if that is not the payload itself.
    pub call: Option<String>,
    /// Where each byte of the payload comes from: in order, without gap or overlap; none where there is no payload.
    pub pieces: Vec<PieceReport>,
    /// What the expression reads, in bytes of the event on the bus (`EventReport::event`); all else has no influence.
    pub reads: Vec<Span>,
    /// The parameters that are expressions, with what they give for the event.
    pub parameters: Vec<ParameterReport>,
    /// What is not verified about it.
    pub unverified: Vec<String>,
}

/// A parameter that is an expression, with its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParameterReport {
    /// Its path in `InvokeConfiguration`.
    pub path: String,
    /// The text that the target gets; nothing where the expression gives none.
    pub value: Option<String>,
}

/// What the payload of an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArrivedOutcome {
    /// A text.
    Text,
    /// Bytes, which are given in Base64.
    Bytes,
    /// There is none: the delivery of this event fails, and is retried.
    Failed,
    /// The target gets a request instead of it.
    Request,
    /// It is not known.
    NotKnown,
}

/// A stretch of a payload with one origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PieceReport {
    /// Bytes of the payload.
    pub out: Span,
    /// How it came there.
    pub kind: PieceKind,
    /// The part of the transformer's expression that makes it, in bytes of its text; nothing without an expression.
    pub expression: Option<Span>,
    /// The values of the event that it comes from, in bytes of the event on the bus (`EventReport::event`).
    pub event: Vec<Span>,
}

/// How a stretch of a payload came there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PieceKind {
    /// It is written in the expression.
    Expression,
    /// It is copied from the event.
    Event,
    /// A function makes it from these values, and from nothing else.
    MadeFrom,
    /// It is computed, and no other values have influence.
    Computed,
}

/// What arrives, in words.
pub(super) fn of(arrived: Arrived, lang: Lang) -> ArrivedReport {
    let (outcome, payload) = match arrived.payload {
        Payload::Text(text) => (ArrivedOutcome::Text, Some(text)),
        Payload::Bytes(base64) => (ArrivedOutcome::Bytes, Some(base64)),
        Payload::Failed => (ArrivedOutcome::Failed, None),
        Payload::Request => (ArrivedOutcome::Request, None),
        Payload::NotKnown => (ArrivedOutcome::NotKnown, None),
    };
    let unverified = arrived.unverified.iter().map(|open| open.words(lang)).collect();
    let parameters =
        arrived.parameters.into_iter().map(|own| ParameterReport { path: own.path, value: own.value });
    ArrivedReport {
        outcome,
        payload,
        call: arrived.call,
        pieces: arrived.pieces.into_iter().map(|own| piece(own, arrived.is_expression)).collect(),
        reads: arrived.reads.into_iter().map(|place| place.span).collect(),
        parameters: parameters.collect(),
        unverified,
    }
}

fn piece(own: Piece, is_expression: bool) -> PieceReport {
    let spans = |places: Vec<Place>| places.into_iter().map(|place| place.span).collect();
    let (kind, span, event) = match own.origin {
        Origin::Expression { span } => (PieceKind::Expression, span, Vec::new()),
        Origin::Event { span, places } => (PieceKind::Event, span, spans(places)),
        Origin::MadeFrom { span, places } => (PieceKind::MadeFrom, span, spans(places)),
        Origin::Computed { span, places } => (PieceKind::Computed, span, spans(places)),
    };
    PieceReport { out: own.out, kind, expression: is_expression.then_some(span), event }
}
