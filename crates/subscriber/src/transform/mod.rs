//! What arrives at the target for an event: the payload that the transformer makes, and how a call carries it
//! (EventBridge user guide, transformers of a custom event bus, checked 2026-11-29).

mod bytes;
mod copied;
mod expression;

use crate::draft::{Subscriber, Transformer};
use crate::event::{BusEvent, Call, OpenField};
use crate::message::Diagnostic;
use crate::scope::Scope;
use crate::system::ContentType;
use crate::target::{Carries, TargetKind, kind_of, max_batch};
use crate::unverified::Unverified;
use bytes::Arrival;
use rulepad_document::json::{Node, compact, quote};
use rulepad_jsonata::{Part, Piece, Place};

/// What arrives for one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrived {
    /// What it is.
    pub payload: Payload,
    /// What one call carries, where no other event is in its batch; nothing where there is no payload, or where it is
    /// the payload itself.
    pub call: Option<String>,
    /// The parameters that are expressions, with what they give for the event, in the order of the text.
    pub parameters: Vec<Resolved>,
    /// Where each byte of the payload comes from; places are in the text of the event.
    pub pieces: Vec<Piece>,
    /// What the transformer's expression reads, with places in the text of the event.
    pub reads: Vec<Place>,
    /// Whether the spans of `pieces` are of the transformer's expression.
    pub is_expression: bool,
    /// What to know of the results of expressions, with places in the text of the subscriber.
    pub diagnostics: Vec<Diagnostic>,
    /// What is not verified about it.
    pub unverified: Vec<Unverified>,
}

/// A parameter that is an expression, with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// Its path in `InvokeConfiguration`.
    pub path: String,
    /// The text that the target gets; nothing where the expression gives none.
    pub value: Option<String>,
}

/// The payload of an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Payload {
    /// This text, in UTF-8.
    Text(String),
    /// Bytes, which are given in Base64.
    Bytes(String),
    /// The expression gives no payload: the delivery of this event fails, and is retried.
    Failed,
    /// The target does not use the transformer: it gets the request that `Input` makes.
    Request,
    /// It is not known.
    NotKnown,
}

/// What arrives for an event, whatever the filters make of it; nothing where the target is no target.
#[must_use]
pub fn arrived(own: &Subscriber, event: &BusEvent) -> Option<Arrived> {
    Some(arrived_at(kind_of(own)?, own, event))
}

/// What arrives for an event at a target of this kind, whatever the ARN of the target is.
#[must_use]
pub fn arrived_at(kind: TargetKind, own: &Subscriber, event: &BusEvent) -> Arrived {
    let transformer = own.transformer.as_ref().map(|own| own.value.clone()).unwrap_or_default();
    let is_array = kind.carries() == Carries::Array;
    let in_array = is_array && max_batch(own, kind) != Some(1);
    let mut found = match &transformer {
        _ if kind == TargetKind::Universal => Arrived::new(Payload::Request, Vec::new()),
        Transformer::Raw => raw(event, kind),
        Transformer::WithMetadata => with_metadata(event),
        Transformer::Jsonata(None) => Arrived::new(Payload::NotKnown, Vec::new()),
        Transformer::Jsonata(Some(text)) => expression::transformed(&text.value, own, event, is_array),
    };
    if in_array {
        found.call = match (&found.payload, found.call.take()) {
            (Payload::Text(_), Some(json)) => Some(format!("[{json}]")),
            (Payload::Text(text), None) => Some(format!("[{text}]")),
            _ => None,
        };
    } else {
        found.call = None;
    }
    expression::parameters(own, event, &mut found);
    found
}

impl Arrived {
    fn new(payload: Payload, unverified: Vec<Unverified>) -> Self {
        Self {
            payload,
            call: None,
            parameters: Vec::new(),
            pieces: Vec::new(),
            reads: Vec::new(),
            is_expression: false,
            diagnostics: Vec::new(),
            unverified,
        }
    }

    /// The payload is a copy of a value of the event.
    fn copy(mut self, source: Option<&Node>, part: Part) -> Self {
        if let (Payload::Text(text) | Payload::Bytes(text), Some(source)) = (&self.payload, source) {
            self.pieces = copied::pieces(text, source, part);
        }
        self
    }
}

/// The data unchanged.
fn raw(event: &BusEvent, kind: TargetKind) -> Arrived {
    let data = event.part(Scope::Data);
    let text =
        |text: String, unverified| Arrived::new(Payload::Text(text), unverified).copy(data, Part::Data);
    if event.content == Some(ContentType::OctetStream) {
        let base64 = data.and_then(Node::as_str).unwrap_or_default();
        return match bytes::arrival(kind) {
            Arrival::Bytes => {
                Arrived::new(Payload::Bytes(base64.to_owned()), Vec::new()).copy(data, Part::Data)
            }
            Arrival::Base64 => text(base64.to_owned(), Vec::new()),
            Arrival::JsonString => text(quote(base64), Vec::new()),
            Arrival::NotKnown => Arrived::new(Payload::NotKnown, vec![Unverified::BytesOfTarget]),
        };
    }
    let is_raw =
        event.call == Some(Call::PutRawEvents) && !event.content.is_some_and(ContentType::is_decoded);
    if let Some(payload) = event.payload.as_ref().filter(|_| is_raw) {
        return text(payload.clone(), Vec::new());
    }
    let mut unverified = vec![Unverified::EnvelopeBytes];
    unverified.extend(stand_ins(event, &[Scope::Data]));
    text(data.map(compact).unwrap_or_default(), unverified)
}

/// All three parts.
fn with_metadata(event: &BusEvent) -> Arrived {
    let mut unverified = vec![Unverified::EnvelopeBytes];
    unverified.extend(stand_ins(event, &Scope::ALL));
    Arrived::new(Payload::Text(compact(&event.root)), unverified).copy(Some(&event.root), Part::Event)
}

/// What of the event AWS alone knows.
fn stand_ins(event: &BusEvent, scopes: &[Scope]) -> Vec<Unverified> {
    let own = event.open.iter().filter(|field| scopes.contains(&field.scope));
    own.map(OpenField::unverified).collect()
}
