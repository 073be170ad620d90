//! From places in the event on the bus to those in the text it was made from.

use crate::draft::SubscriberDraft;
use crate::report::Moved;
use rulepad_document::json::{self, Node, Value};
use rulepad_document::{Role, Span};
use rulepad_subscriber::event::{EventForm, Reading};
use rulepad_subscriber::report::EventReport;
use std::collections::BTreeMap;

/// More is not looked for.
const MOST: usize = 5_000;

/// The places that a report points at, where the text of the event is the event, or its payload.
pub(crate) fn moved(own: &SubscriberDraft, reading: &Reading, reports: &[EventReport]) -> Vec<Moved> {
    let ([event], [report]) = (reading.events.as_slice(), reports) else { return Vec::new() };
    let parsed = json::parse(&own.event, Role::Event);
    let Some(text) = parsed.single().filter(|_| reading.steps.is_empty()) else { return Vec::new() };
    let bus = match event.form {
        EventForm::Classic | EventForm::Raw | EventForm::CloudEvent | EventForm::Decoded => {
            event.root.get("Data")
        }
        EventForm::WithMetadata => Some(&event.root),
        EventForm::Bytes | EventForm::PutEventsEntry | EventForm::PutRawEventsEntry | EventForm::Log => None,
    };
    let Some(bus) = bus else { return Vec::new() };
    let mut wanted: BTreeMap<(u32, u32), Option<Span>> = BTreeMap::new();
    let mut want = |span: &Span| {
        if wanted.len() < MOST {
            wanted.insert((span.start, span.end), None);
        }
    };
    let lines = report.scopes.iter().flat_map(|scope| &scope.why);
    lines.flat_map(|line| &line.event).for_each(&mut want);
    if let Some(arrives) = &report.arrives {
        arrives.reads.iter().for_each(&mut want);
        arrives.pieces.iter().flat_map(|piece| &piece.event).for_each(&mut want);
    }
    walk(bus, text, &mut wanted);
    let found = wanted.into_iter();
    found.filter_map(|((start, end), text)| Some(Moved { bus: Span { start, end }, text: text? })).collect()
}

/// Both trees have the same form: one is a copy of the other.
fn walk(bus: &Node, text: &Node, wanted: &mut BTreeMap<(u32, u32), Option<Span>>) {
    if let Some(place) = wanted.get_mut(&(bus.span.start, bus.span.end)) {
        *place = Some(text.span);
    }
    match (&bus.value, &text.value) {
        (Value::Object(of_bus), Value::Object(of_text)) => {
            for (of_bus, of_text) in of_bus.iter().zip(of_text) {
                walk(&of_bus.value, &of_text.value, wanted);
            }
        }
        (Value::Array(of_bus), Value::Array(of_text)) => {
            for (of_bus, of_text) in of_bus.iter().zip(of_text) {
                walk(of_bus, of_text, wanted);
            }
        }
        _ => {}
    }
}
