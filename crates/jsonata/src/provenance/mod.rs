//! Where each byte of a result came from.
//!
//! The constructors of an expression (objects, arrays, `&`, conditionals, blocks) give the payload its skeleton, and the
//! values of their parts were kept while it was evaluated. A part that is a plain path is found again in the events; any
//! other part is computed from what it reads. What is written is compared with the result: where they differ, the
//! skeleton is not used.

mod copied;
mod origin;
mod path;
mod shape;
mod writer;

pub(crate) use shape::shape;

use crate::Events;
use crate::engine::built::Built;
use crate::engine::source::Containers;
use crate::engine::watch::Seen;
use crate::expression::Expression;
use crate::outcome::{Origin, Payload, Respelled};
use rulepad_document::Span;
use rulepad_document::json::ValueKind;
use shape::Shaped;
use writer::Writer;

/// The payload of a result, and the numbers that it spells differently from the events.
pub(crate) fn payload(
    expression: &Expression,
    events: Events<'_>,
    built: &Built,
    containers: &Containers<'_>,
    seen: &Seen,
) -> (Payload, Vec<Respelled>) {
    let (kind, is_text) = kind(built, containers);
    let whole = copied::text(built, containers, is_text);
    let mut shaped = Shaped::new(expression, events, containers, seen, is_text);
    shaped.write(built);
    let mut writer = shaped.into_writer();
    if writer.text != whole {
        // The skeleton and the result disagree: the result stands, as one piece.
        let inner = expression.inner();
        writer = Writer::new(is_text);
        let origin = Origin::Computed { span: inner.span, places: inner.reads.places(events) };
        writer.push(&whole, origin);
    }
    let Writer { text, pieces, respelled, .. } = writer;
    (Payload { text, kind, pieces }, respelled)
}

fn kind(built: &Built, containers: &Containers<'_>) -> (ValueKind, bool) {
    let kind = match built {
        Built::Null => ValueKind::Null,
        Built::Bool(true) => ValueKind::True,
        Built::Bool(false) => ValueKind::False,
        Built::Number(_) => ValueKind::Number,
        Built::String(_) => ValueKind::String,
        Built::Array(_) => ValueKind::Array,
        Built::Object(_) => ValueKind::Object,
        Built::Input(number) => {
            containers.node(*number).map_or(ValueKind::Null, |(node, ..)| node.value.kind())
        }
    };
    (kind, kind == ValueKind::String)
}

/// A place in the expression as one in the text: nodes are placed in the compiled text, with its prefix.
pub(crate) fn placed(expression: &Expression, node: &jlens_core::ast::Node) -> Span {
    let inner = expression.inner();
    let span = crate::engine::within(node.span, crate::engine::PREFIX.len(), &inner.body);
    let start = inner.span.range().start;
    Span::new(start + span.range().start, start + span.range().end)
}
