//! A value of a text, by its shape.

use super::{MAX_EVENTS, PasteReader, Way};
use crate::diagnostics as say;
use crate::document::Document;
use crate::kind::{Carrier, EntriesKind, ListKind};
use crate::made::MadeEvent;
use crate::reading::Title;
use crate::record::record;
use crate::shape::{Shape, shape};
use crate::step::ReadingStep;
use crate::tree::Tree;
use crate::wanted::Wanted;
use crate::{bus_log, cloudtrail, notification, put_events};
use rulepad_document::Span;
use rulepad_document::json::Node;

impl PasteReader {
    pub(super) fn value(&mut self, node: &Node, document: &Document, way: &Way) {
        if self.reading.events.len() >= MAX_EVENTS {
            self.overflow(document.span(node));
            return;
        }
        match (shape(node), self.wanted) {
            (Shape::Digest, _) => self.problems(vec![say::digest(document.span(node))]),
            (Shape::Scalar, _) => {
                self.problems(vec![say::not_an_object(node, document.span(node))]);
            }
            (Shape::List { kind, items, carrier }, _) => {
                self.list((kind, items, carrier), document.span(node), document, way);
            }
            (Shape::Payload { carrier, .. }, Wanted::Records) => {
                self.record(node, Some(carrier), document, way);
            }
            (_, Wanted::Records) => self.record(node, None, document, way),
            (Shape::Payload { carrier, .. }, Wanted::Messages) if carrier.is_sns() => {
                self.push(node, document, way);
            }
            (Shape::Payload { carrier, payload }, _) => self.payload(node, (carrier, payload), document, way),
            (_, Wanted::Messages) | (Shape::Event, Wanted::Events) => self.push(node, document, way),
            (Shape::CloudTrailRecord, Wanted::Events) => {
                self.made(cloudtrail::event(node, document), document.span(node), way);
            }
            (Shape::BusLogRecord, Wanted::Events) => {
                self.made(bus_log::event(node, document), document.span(node), way);
            }
            (Shape::S3Record, Wanted::Events) => match notification::event(node, document) {
                Ok(made) => self.made(made, document.span(node), way),
                Err(problem) => self.problems(vec![*problem]),
            },
            (Shape::StreamChange, Wanted::Events) => {
                self.push(node, document, &way.with(ReadingStep::StreamChange));
            }
            (Shape::Entries { kind, items }, Wanted::Events) => {
                self.entries(document.span(node), kind, &items, document, way);
            }
        }
    }

    fn list(
        &mut self,
        (kind, items, carrier): (ListKind, Vec<&Node>, Option<Carrier>),
        span: Span,
        document: &Document,
        way: &Way,
    ) {
        if items.is_empty() {
            self.problems(vec![say::empty_list(span, kind)]);
        }
        let noun = if self.wanted == Wanted::Events { kind.noun() } else { self.wanted.noun() };
        for (at, item) in items.into_iter().enumerate() {
            let way = way.titled(Some(Title::Numbered(noun, at + 1)));
            match carrier.filter(|_| self.wanted != Wanted::Records && item.members().is_some()) {
                Some(carrier) => self.payload(item, (carrier, item.get(carrier.path())), document, &way),
                None => self.value(item, document, &way),
            }
        }
    }

    /// An object as it is.
    pub(super) fn push(&mut self, node: &Node, document: &Document, way: &Way) {
        self.add(&Tree::of(node, document), title(node), document.span(node), way);
    }

    fn made(&mut self, made: MadeEvent, span: Span, way: &Way) {
        let mut way = way.clone();
        way.steps.extend(made.steps);
        self.problems(made.problems);
        self.add(&made.event, Some(Title::Named(made.title)), span, &way);
    }

    /// A record stays what the dialect reads; an answer of an API gets the names of a record.
    fn record(&mut self, node: &Node, carrier: Option<Carrier>, document: &Document, way: &Way) {
        if !carrier.is_some_and(Carrier::is_answer) {
            return self.push(node, document, way);
        }
        let way = way.with(ReadingStep::RecordNames);
        self.add(&record(Tree::of(node, document)), None, document.span(node), &way);
    }

    fn entries(&mut self, span: Span, kind: EntriesKind, items: &[&Node], document: &Document, way: &Way) {
        if items.is_empty() {
            self.problems(vec![say::no_entries(span, kind)]);
        }
        let (mut spans, mut sizes) = (Vec::new(), Vec::new());
        for (at, item) in items.iter().enumerate() {
            if self.reading.events.len() >= MAX_EVENTS {
                self.overflow(document.span(item));
                break;
            }
            let span = document.span(item);
            if item.members().is_none() {
                self.problems(vec![say::not_an_object(item, span)]);
                continue;
            }
            let entry = put_events::entry(item, at + 1, document);
            spans.push(span);
            sizes.push(entry.size);
            let mut way = way.clone();
            way.steps.extend(entry.steps);
            self.problems(entry.problems);
            self.add(&entry.event, Some(entry.title), span, &way);
            if let Some(found) = self.reading.events.last_mut() {
                (found.error, found.size) = (entry.error, Some(entry.size));
            }
        }
        self.problems(put_events::request(&spans, &sizes));
    }
}

/// What a list of events calls an event.
fn title(event: &Node) -> Option<Title> {
    let field = |key: &str| event.get(key).and_then(Node::as_str).filter(|text| !text.is_empty());
    match (field("source"), field("detail-type")) {
        (None, None) => None,
        (Some(only), None) | (None, Some(only)) => Some(Title::Named(only.to_owned())),
        (Some(source), Some(kind)) => Some(Title::Named(format!("{source} · {kind}"))),
    }
}
