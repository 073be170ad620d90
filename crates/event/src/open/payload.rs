//! What is inside of a wrapper.

use super::{MAX_LEVELS, PasteReader, Way};
use crate::dead_letter;
use crate::diagnostics as say;
use crate::document::{BytePlace, Document};
use crate::kind::{Carrier, Coding};
use crate::payload::{Unreadable, decode};
use crate::shape::looks_like_event;
use crate::split::{SplitLayout, split, starts_json};
use crate::step::{PayloadRead, ReadingStep};
use crate::tree::Tree;
use crate::unwrap::unwrap;
use crate::wanted::Wanted;
use rulepad_document::Span;
use rulepad_document::json::{Node, Value};

impl PasteReader {
    pub(super) fn payload(
        &mut self,
        node: &Node,
        (carrier, payload): (Carrier, Option<&Node>),
        document: &Document,
        way: &Way,
    ) {
        let Some(payload) = payload.filter(|payload| payload.value != Value::Null) else {
            let span = document.span(node);
            let span = Span { start: span.start, end: span.end.min(span.start + 1) };
            return self.problems(vec![say::no_payload(span, carrier)]);
        };
        let span = document.span(payload);
        let mut way = Way { level: way.level + 1, ..way.clone() };
        if way.level > MAX_LEVELS {
            return self.problems(vec![say::too_wrapped(span, MAX_LEVELS)]);
        }
        way.steps.extend(dead_letter::read(node));
        let Some(text) = payload.as_str() else {
            way.steps.push(ReadingStep::Payload { carrier, read: PayloadRead::Object });
            return self.value(payload, document, &way);
        };
        let (inner, zipped) = match decode(text, carrier.coding()) {
            Ok(decoded) => decoded,
            // Tools print records with their data decoded.
            Err(_) if carrier.coding() == Coding::Base64 && starts_json(text.trim_start()) => {
                (text.to_owned(), false)
            }
            Err(why) => {
                return self.problems(vec![match why {
                    Unreadable::Base64 => say::not_base64(span, carrier),
                    Unreadable::Gzip => say::not_gzip(span, carrier),
                    Unreadable::TooLarge => say::too_large(span),
                    Unreadable::Binary => say::binary(span, carrier),
                }]);
            }
        };
        let Some(budget) = self.budget.checked_sub(inner.len()) else {
            return self.problems(vec![say::too_large(span)]);
        };
        self.budget = budget;
        let read = match (inner != text, zipped) {
            (true, true) => PayloadRead::Unzipped,
            (true, false) => PayloadRead::Decoded,
            (false, _) => PayloadRead::Text,
        };
        way.steps.push(ReadingStep::Payload { carrier, read });
        self.inner(&inner, span, carrier, &way);
    }

    /// The text of a payload.
    pub(super) fn inner(&mut self, text: &str, span: Span, carrier: Carrier, way: &Way) {
        let inside = unwrap(text, &BytePlace::Within(span), self.wanted);
        let split = split(&inside.text);
        let is_line = carrier.coding() == Coding::Line;
        let line = is_line && split.layout != SplitLayout::None;
        if !line && (split.layout == SplitLayout::None || !starts_json(inside.text.trim_start())) {
            if self.wanted == Wanted::Messages {
                // The message is the text itself: a filter on the body reads it, or drops it.
                let message = Tree::object([("Message", Some(Tree::string(text)))]);
                return self.add(&message, None, span, way);
            }
            // Most of a log is no event.
            if is_line {
                if !std::mem::replace(&mut self.plain_lines, true) {
                    self.reading.steps.push(ReadingStep::PlainLines);
                }
                return;
            }
            return self.problems(vec![say::plain_payload(span, carrier)]);
        }
        let mut documents = self.documents(&inside.text, &inside.place, &split);
        if line && !starts_json(inside.text.trim_start()) {
            // Behind the label of a line, only what looks like an event is one.
            documents.retain(|document| looks_like_event(&document.root));
        }
        let many = documents.len() > 1;
        for (at, document) in documents.iter().enumerate() {
            let title = if many { Some(self.numbered(at)) } else { way.title.clone() };
            self.value(&document.root, document, &way.titled(title));
        }
    }
}
