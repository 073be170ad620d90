//! Every span of a report, counted in the texts of its draft.

use super::texts::Texts;
use crate::explanation::{Explanation, Finding, Reason, Wanted};
use crate::report::{Line, Near};
use rulepad_document::units::Units;
use rulepad_document::{Diagnostic, Help, Label, Reference};
use rulepad_pattern::complexity::{Complexity, Cost};
use rulepad_pattern::explanation::{Branch, Item, Seen};
use rulepad_pattern::near_miss::NearMiss;
use rulepad_rule::{DeliveredPart, Delivery, Source};
use rulepad_transformer::{Origin, Outcome, Payload, Piece, Rendered, Variable};

// Every type is taken apart without `..`, so that a new field cannot bring spans that nobody counts.

impl Texts {
    pub(super) fn diagnostic(&self, found: &mut Diagnostic) {
        let Diagnostic { code: _, severity: _, message: _, labels, help, reference } = found;
        let first = labels.first().map_or(&self.none.other, |label| self.units(label.role));
        for Help { text: _, edits } in help {
            first.edits(edits);
        }
        if let Some(Reference { sentence: _, cursor, locations: _, reached, gloss: _ }) = reference {
            *cursor = first.offset(*cursor);
            *reached = first.offset(*reached);
        }
        for Label { role, span, text: _ } in labels {
            self.units(*role).span(span);
        }
    }

    pub(super) fn line(&self, line: &mut Line) {
        let Line {
            depth: _,
            name: _,
            kind: _,
            holds: _,
            sentence: _,
            wants: _,
            saw: _,
            contrast: _,
            pattern,
            event,
            near,
        } = line;
        self.pattern.span(pattern);
        self.event.spans(event);
        for Near { text: _, edits } in near {
            self.pattern.edits(edits);
        }
    }

    pub(super) fn complexity(&self, complexity: &mut Complexity) {
        let Complexity { value: _, limit: _, field: _, costliest, wildcards } = complexity;
        for Cost { span, field: _, value: _ } in costliest.iter_mut().chain(wildcards) {
            self.pattern.span(span);
        }
    }

    pub(super) fn explanation(&self, explanation: &mut Explanation) {
        let Explanation { conditions, alternatives: _, shown: _, outline, exhausted: _ } = explanation;
        for finding in conditions {
            self.finding(finding);
        }
        for item in outline {
            self.item(item);
        }
    }

    fn finding(&self, finding: &mut Finding) {
        let Finding { name: _, key, span, wants, holds: _, reason, seen, more: _, near } = finding;
        self.pattern.spans([key, span]);
        for Wanted { span, text: _ } in wants {
            self.pattern.span(span);
        }
        if let Reason::NotALeaf { kind: _, span } = reason {
            self.event.span(span);
        }
        for Seen { name: _, span, json: _, matcher: _ } in seen {
            self.event.span(span);
        }
        for NearMiss { difference: _, saw: _, event, edits } in near {
            self.event.span(event);
            self.pattern.edits(edits);
        }
    }

    fn item(&self, item: &mut Item) {
        match item {
            Item::Condition(_) => {}
            Item::AnyOf { key, holds: _, branches } => {
                self.pattern.span(key);
                for Branch { span, holds: _, items } in branches {
                    self.pattern.span(span);
                    items.iter_mut().for_each(|item| self.item(item));
                }
            }
        }
    }

    pub(super) fn rendered(&self, rendered: &mut Rendered, target: u32) {
        let Rendered { outcome, certainty: _, variables, diagnostics, instead: _ } = rendered;
        match outcome {
            Outcome::Delivered(payload)
            | Outcome::NotDelivered { reason: _, would_be: payload }
            | Outcome::Unknown { reason: _, would_be: Some(payload) } => self.payload(payload, target),
            Outcome::Unknown { reason: _, would_be: None } | Outcome::Refused { message: _ } => {}
        }
        let texts = self.target(target);
        for variable in variables {
            let Variable { name: _, path: _, path_span, value: _, kind: _, event_spans, uses, reserved: _ } =
                variable;
            texts.paths.spans(path_span);
            self.event.spans(event_spans);
            texts.template.spans(uses);
        }
        for found in diagnostics {
            self.diagnostic(found);
        }
    }

    pub(super) fn delivery(&self, delivery: &mut Delivery) {
        let Delivery { operation: _, parts, notes: _, unverified: _, refused: _ } = delivery;
        for DeliveredPart { name: _, text: _, is_json: _, source } in parts {
            match source {
                Source::Event { spans } => self.event.spans(spans),
                Source::Payload | Source::Settings => {}
            }
        }
    }

    fn payload(&self, payload: &mut Payload, target: u32) {
        let Payload { text, is_json: _, pieces } = payload;
        let own = Units::new(text, self.unit);
        let texts = self.target(target);
        for Piece { out, origin } in pieces {
            own.span(out);
            match origin {
                Origin::Template { span } => texts.template.span(span),
                Origin::Variable { name: _, span, event_spans } => {
                    texts.template.span(span);
                    self.event.spans(event_spans);
                }
                Origin::Event { span } => self.event.span(span),
                Origin::Constant { span } => texts.plain.span(span),
            }
        }
    }
}
