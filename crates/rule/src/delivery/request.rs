//! The request as it is put together: parts, notes, what is not verified, and the first refusal.

use super::{DeliveredPart, Delivery, Source, failure};
use crate::message::{DeliveryNote, DeliveryRefusal, DeliveryUnverified, Limited, Message, ObjectTaker};
use crate::{Arn, Target, payload_problem};
use rulepad_document::json::{Node, Value, parse};
use rulepad_document::{Role, Span};
use rulepad_transformer::{Input, Origin, Payload};

/// How many values and bytes of the event the paths of one property bring in at most.
const BUDGET: usize = 4 << 20;
/// The most notes, and the most of what is not verified.
const MOST_REMARKS: usize = 40;

/// Everything a request is made of, and what has been made so far.
pub(super) struct Request<'t> {
    pub target: &'t Target,
    pub arn: Arn<'t>,
    pub payload: &'t Payload,
    /// The payload as JSON; `None` where it is none.
    pub input: Option<Node>,
    /// The original event.
    pub event: &'t Node,
    /// The target's own property; `None` where it has none or it cannot be read.
    pub parameters: Option<Node>,
    delivery: Delivery<Message>,
    /// How many values and bytes of the event paths may still bring in.
    pub budget: usize,
    /// Whether it is the target that is refused, before any event comes.
    incomplete: bool,
}

impl<'t> Request<'t> {
    pub fn new(target: &'t Target, arn: Arn<'t>, payload: &'t Payload, event: &'t Node) -> Self {
        // The parser reads a value and leaves what follows it; several lines of text are not one value.
        let read = |text: &str| parse(text, Role::Event).single().cloned();
        let blank = target.parameters.trim().is_empty();
        let parameters = if blank { None } else { read(&target.parameters) };
        let mut request = Self {
            target,
            arn,
            payload,
            input: read(&payload.text),
            event,
            delivery: Delivery {
                operation: String::new(),
                parts: Vec::new(),
                notes: Vec::new(),
                unverified: Vec::new(),
                refused: None,
            },
            budget: BUDGET,
            incomplete: false,
            parameters,
        };
        let readable = request.parameters.as_ref().is_some_and(|node| node.members().is_some());
        if !blank && !readable {
            request.unverified(DeliveryUnverified::PropertyNotObject);
        }
        request
    }

    /// Whether the target asks for the event as it is.
    pub fn is_matched_event(&self) -> bool {
        self.target.input == Input::MatchedEvent
    }

    /// A part set by the target or the service.
    pub fn setting(&mut self, name: &str, text: impl Into<String>) {
        self.part(name, text, false, Source::Settings);
    }

    /// The payload, byte for byte.
    pub fn payload_as(&mut self, name: &str) {
        let text = self.payload.text.clone();
        self.part(name, text, self.input.is_some(), Source::Payload);
    }

    pub fn part(&mut self, name: &str, text: impl Into<String>, is_json: bool, source: Source) {
        self.delivery.parts.push(DeliveredPart { name: name.to_owned(), text: text.into(), is_json, source });
    }

    pub fn note(&mut self, note: DeliveryNote) {
        push_once(&mut self.delivery.notes, note.into());
    }

    pub fn unverified(&mut self, what: DeliveryUnverified) {
        push_once(&mut self.delivery.unverified, what.into());
    }

    /// The service does not take the request; of several reasons the first is kept.
    pub fn refuse(&mut self, why: DeliveryRefusal) {
        if self.delivery.refused.is_none() {
            self.delivery.refused = Some(why.into());
        }
    }

    /// PutTargets does not take the target, so that there is no request at all.
    pub fn refuse_target(&mut self, why: DeliveryRefusal) {
        if self.delivery.refused.is_none() {
            self.incomplete = true;
        }
        self.refuse(why);
    }

    /// Whether an event is lost, or goes to the dead-letter queue.
    pub fn fails(&self) -> bool {
        self.delivery.refused.is_some() && !self.incomplete
    }

    /// The member of the target's own property.
    pub fn parameter(&self, name: &str) -> Option<&Node> {
        self.parameters.as_ref()?.get(name)
    }

    /// Where a stretch of the payload comes from in the event.
    pub fn source_of(&self, span: Span) -> Source {
        let mut spans: Vec<Span> = Vec::new();
        let overlaps = |out: Span| out.start < span.end && span.start < out.end;
        for piece in self.payload.pieces.iter().filter(|piece| overlaps(piece.out)) {
            match &piece.origin {
                Origin::Event { span } => spans.push(*span),
                Origin::Variable { event_spans, .. } => spans.extend(event_spans),
                _ => {}
            }
        }
        spans.sort_unstable();
        spans.dedup();
        if spans.is_empty() { Source::Settings } else { Source::Event { spans } }
    }

    /// A string of the event's envelope, with its place.
    pub fn envelope(&self, name: &str) -> Option<(String, Span)> {
        let node = self.event.get(name)?;
        node.as_str().map(|text| (text.to_owned(), node.span))
    }

    /// The payload in bytes.
    pub fn size(&self) -> usize {
        self.payload.text.len()
    }

    /// Refuses a payload above the limit, and notes of one above the older limit that older guides name it.
    pub fn limit(&mut self, what: Limited, older: usize, newer: usize) {
        let size = self.size();
        if size > newer {
            self.refuse(DeliveryRefusal::TooLarge { size, what, most: newer });
        } else if size > older {
            self.note(DeliveryNote::LargerThanBefore { size, what, newer, older });
        }
    }

    pub fn finish(mut self, operation: impl Into<String>) -> Delivery<Message> {
        if let Some(problem) = self.input.as_ref().and_then(|input| payload_problem(self.target, input)) {
            self.refuse(DeliveryRefusal::Payload(problem));
        }
        failure::tell(&mut self);
        Delivery { operation: operation.into(), ..self.delivery }
    }

    /// The input as an object; a refusal where it is anything else.
    pub fn input_members(&mut self, taker: ObjectTaker) -> Option<Node> {
        let seen = match &self.input {
            Some(node) if matches!(node.value, Value::Object(_)) => return Some(node.clone()),
            Some(node) => Some(node.value.kind()),
            None => None,
        };
        self.refuse(DeliveryRefusal::NotObject { taker, seen });
        None
    }
}

fn push_once(remarks: &mut Vec<Message>, remark: Message) {
    if remarks.len() < MOST_REMARKS && !remarks.contains(&remark) {
        remarks.push(remark);
    }
}
