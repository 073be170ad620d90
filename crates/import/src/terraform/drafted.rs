//! Values as a draft has them: what is not known is shown as `${…}` and kept as a reference.

use crate::message::Message;
use crate::{Diagnostic, diagnostics};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value};
use rulepad_rule::{Reference, ReferenceLanguage};
use rulepad_terraform::Reports;
use rulepad_terraform::evaluate::Evaluator;
use rulepad_terraform::value::{Data, Instance, SourcePlace, TextPiece, Unknown, Val, Why};
use std::rc::Rc;

/// Writes the values of one rule, and gathers what they refer to.
pub(super) struct Drafted<'e, 't> {
    pub evaluator: &'e Evaluator<'t>,
    reports: &'e Reports<Message>,
    pub references: Vec<Reference>,
}

impl<'e, 't> Drafted<'e, 't> {
    /// Nothing is written yet.
    pub fn new(evaluator: &'e Evaluator<'t>, reports: &'e Reports<Message>) -> Self {
        Self { evaluator, reports, references: Vec::new() }
    }

    /// Reports something at a place, once.
    pub fn report(&self, place: SourcePlace, make: impl FnOnce(Span) -> Diagnostic) {
        self.reports.add(self.evaluator.visible(place), make);
    }

    /// What is shown for a value that is not known.
    pub fn shown(&mut self, own: &Unknown) -> String {
        self.report_unknown(own);
        self.reference(&own.source)
    }

    /// Reports why a value is not known.
    pub fn report_unknown(&self, own: &Unknown) {
        let source =
            if own.source.is_empty() { self.evaluator.text(own.place).into() } else { own.source.clone() };
        match &own.why {
            Why::Budget => {}
            Why::File(path) => self.report(own.place, |span| diagnostics::file_missing(span, path)),
            Why::Fails => self.report(own.place, |span| diagnostics::refused(span, &source)),
            Why::Deploy | Why::Variable | Why::Function => {
                self.report(own.place, |span| diagnostics::reference(span, &source));
            }
        }
    }

    fn reference(&mut self, source: &str) -> String {
        let shown = self.evaluator.shown(source);
        if self.references.iter().all(|own| own.shown != shown) {
            self.references.push(Reference {
                value: self.evaluator.reference_value(source),
                shown: shown.clone(),
                language: ReferenceLanguage::Terraform,
                source: source.to_owned(),
            });
        }
        shown
    }

    pub fn instance(&mut self, own: &Rc<Instance>, place: SourcePlace) -> String {
        self.shown(&Unknown {
            source: own.address.as_str().into(),
            why: Why::Deploy,
            place,
            is_object: false,
        })
    }

    /// The text of a value; `None` where Terraform makes no text of it.
    pub fn text(&mut self, value: &Val) -> Option<String> {
        match &value.data {
            Data::Unknown(own) => Some(self.shown(own)),
            Data::Instance(own) => Some(self.instance(own, value.place)),
            _ => {
                let pieces = self.evaluator.as_pieces(value)?;
                let text = |piece: &TextPiece| match piece {
                    TextPiece::Known(text) => text.to_string(),
                    TextPiece::Unknown(own) => self.shown(own),
                };
                Some(pieces.iter().map(text).collect())
            }
        }
    }

    /// The place of a value in the file of its rule; that of its attribute where it comes from elsewhere.
    pub fn span(&self, place: SourcePlace, home: SourcePlace) -> Span {
        let place = self.evaluator.visible(place);
        let home = self.evaluator.visible(home);
        if place.source == home.source && place.end > place.start { place.span() } else { home.span() }
    }

    /// A string as the file of its rule has it; `None` where another file does.
    pub fn written(&self, place: SourcePlace, home: SourcePlace, text: String) -> Option<Node> {
        let (place, home) = (self.evaluator.visible(place), self.evaluator.visible(home));
        let is_there = place.source == home.source && place.end > place.start;
        is_there.then(|| Node { span: place.span(), value: Value::String(text) })
    }

    /// A value as JSON.
    pub fn node(&mut self, value: &Val, home: SourcePlace) -> Node {
        let span = self.span(value.place, home);
        if !self.evaluator.spend(16) {
            let _ = self.evaluator.too_much(value.place);
            return Node { span, value: Value::Null };
        }
        let value = match &value.data {
            Data::Null => Value::Null,
            Data::Unknown(own) if own.is_object => {
                self.report(value.place, |span| diagnostics::object_unknown(span, &own.source));
                Value::String(self.shown(own))
            }
            Data::Bool(on) => Value::Bool(*on),
            Data::Number(number) => Value::Number(number.to_string()),
            Data::List { items, .. } => {
                Value::Array(items.iter().map(|item| self.node(item, home)).collect())
            }
            Data::Map(members) => Value::Object(
                members
                    .iter()
                    .map(|(key, own)| {
                        let value = self.node(own, home);
                        Member { key: key.to_string(), key_span: value.span, value }
                    })
                    .collect(),
            ),
            _ => Value::String(self.text(value).unwrap_or_else(|| {
                if self.evaluator.exhausted.get() {
                    let _ = self.evaluator.too_much(value.place);
                    return String::new();
                }
                let source = value.source();
                self.report(value.place, |span| diagnostics::refused(span, &source));
                self.reference(&source)
            })),
        };
        Node { span, value }
    }
}
