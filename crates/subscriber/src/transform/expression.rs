//! Expressions applied to an event: the transformer's, and those of parameters, which read the original event.

use super::{Arrived, Payload, Resolved};
use crate::draft::{Block, Subscriber};
use crate::event::BusEvent;
use crate::expression::ingested;
use crate::unverified::Unverified;
use rulepad_document::Role;
use rulepad_document::json::{Node, ValueKind};
use rulepad_jsonata::{Evaluation, Events, Expression, Outcome, Settings, Use, evaluate, parse};

/// What the expression of a transformer makes of an event. `call` is the payload as JSON, for arrays.
pub(super) fn transformed(text: &str, own: &Subscriber, event: &BusEvent, in_array: bool) -> Arrived {
    let Some(expression) = parse(text, Role::Import, Use::Transformer).expression else {
        return Arrived::new(Payload::NotKnown, Vec::new());
    };
    let found = evaluate(&expression, Events::One(&event.root), &settings(event));
    let mut arrived = match &found.outcome {
        Outcome::Delivered(payload) => {
            let json = Some(payload.json());
            let is_text = payload.kind == ValueKind::String;
            let open = (is_text && in_array).then_some(Unverified::StringInArray);
            let text = Payload::Text(payload.text.clone());
            let pieces = payload.pieces.clone();
            Arrived { call: json, pieces, ..Arrived::new(text, open.into_iter().collect()) }
        }
        Outcome::Nothing | Outcome::Null | Outcome::Failed(_) | Outcome::Stopped { .. } => {
            Arrived::new(Payload::Failed, Vec::new())
        }
        Outcome::Function => Arrived::new(Payload::NotKnown, Vec::new()),
    };
    arrived.is_expression = true;
    arrived.reads.clone_from(&found.reads);
    if let Some(place) = &own.expression {
        let diagnostics = found.diagnostics(&expression, Role::Import, Use::Transformer);
        arrived.diagnostics.extend(diagnostics.into_iter().map(|found| place.place(found.lift())));
    }
    open(&found, event, &mut arrived.unverified);
    arrived
}

/// Adds what the parameters that are expressions give for an event.
pub(super) fn parameters(own: &Subscriber, event: &BusEvent, arrived: &mut Arrived) {
    for parameter in &own.parameters {
        let used = if parameter.block == Block::Universal { Use::UniversalInput } else { Use::Parameter };
        let Some(expression) = parse(&parameter.text, Role::Import, used).expression else { continue };
        let found = of_parameter(&expression, parameter.is_of_batch(), event);
        let value = match &found.outcome {
            Outcome::Delivered(payload) => Some(payload.text.clone()),
            _ => None,
        };
        let diagnostics = found.diagnostics(&expression, Role::Import, used);
        arrived.diagnostics.extend(diagnostics.into_iter().map(|found| parameter.place.place(found.lift())));
        open(&found, event, &mut arrived.unverified);
        arrived.parameters.push(Resolved { path: parameter.path.clone(), value });
    }
}

fn of_parameter(expression: &Expression, is_batch: bool, event: &BusEvent) -> Evaluation {
    let list = [&event.root];
    let events = if is_batch { Events::Batch(&list) } else { Events::One(&event.root) };
    evaluate(expression, events, &settings(event))
}

/// The time of `$now` is that of the event, so that the same texts give the same answer.
fn settings(event: &BusEvent) -> Settings {
    Settings { now: ingested(event), ..Settings::default() }
}

/// Adds what the result depends on and is not known.
fn open(found: &Evaluation, event: &BusEvent, out: &mut Vec<Unverified>) {
    let mut add = |open: Unverified| {
        if !out.contains(&open) {
            out.push(open);
        }
    };
    found.unverified.iter().copied().map(Unverified::Jsonata).for_each(&mut add);
    for field in event.open.iter().filter(|field| field.always) {
        let node = event.part(field.scope).and_then(|part| part.get(&field.name));
        let is_read = |node: &Node| {
            found.reads.iter().any(|place| place.span.covers(node.span) || node.span.covers(place.span))
        };
        if node.is_some_and(is_read) {
            add(field.unverified());
        }
    }
}
