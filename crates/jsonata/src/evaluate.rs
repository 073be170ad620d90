//! An expression applied to events.

use crate::Settings;
use crate::diagnostics;
use crate::engine::built::Built;
use crate::engine::run::{Ended, Plan, most_values, run};
use crate::engine::{self, PREFIX};
use crate::expression::Expression;
use crate::functions;
use crate::message::Message;
use crate::outcome::{Evaluation, Failure, Filtered, Outcome};
use crate::provenance;
use crate::unverified::Unverified;
use crate::written::Use;
use rulepad_document::json::{Node, ValueKind};
use rulepad_document::{Diagnostic, Role, Span};

/// AWS's stack depth (user guide, `eb-custom-bus-transform`).
const AWS_DEPTH: usize = 100;

/// What `$events` is. An event is an object with `Data`, `Metadata` and `SystemMetadata`.
#[derive(Clone, Copy, Debug)]
pub enum Events<'e> {
    /// One event.
    One(&'e Node),
    /// An array of events: in parameters of Lambda and Step Functions targets, and in `Input` of universal targets.
    Batch(&'e [&'e Node]),
}

impl<'e> Events<'e> {
    pub(crate) fn list(self) -> Vec<&'e Node> {
        match self {
            Self::One(event) => vec![event],
            Self::Batch(events) => events.to_vec(),
        }
    }
}

/// Evaluates an expression for an event or a batch. It ends within the bounds, whatever the expression is.
#[must_use]
pub fn evaluate(expression: &Expression, events: Events<'_>, settings: &Settings) -> Evaluation {
    let inner = expression.inner();
    let list = events.list();
    let bindings = || functions::bindings(settings.seed, most_values(settings));
    let plan = Plan {
        shape: &inner.shape,
        watched: &inner.versions.watched,
        costs: &inner.costs,
        bindings: &bindings,
    };
    let (ended, seen) = run(&inner.compiled, &list, matches!(events, Events::Batch(_)), &plan, settings);

    let (reads, remarks) = inner.reads.painted(events);
    let mut unverified = inner.unverified.clone();
    unverified.extend(seen.differences.iter().copied().map(Unverified::Version));
    let add = [
        (remarks.duplicate_keys, Unverified::DuplicateKeys),
        (remarks.broken, Unverified::BrokenEvent),
        (seen.deepest > AWS_DEPTH, Unverified::Depth),
    ];
    unverified.extend(add.into_iter().filter(|(holds, _)| *holds).map(|(_, what)| what));

    let mut respelled = Vec::new();
    let place = |span: jlens_core::Span| {
        let span = engine::within(span, PREFIX.len(), &inner.body);
        let start = inner.span.range().start;
        Span::new(start + span.range().start, start + span.range().end)
    };
    let filtered = seen.filters.applied().iter();
    let filtered = filtered.map(|own| Filtered {
        span: place(own.span),
        tested: own.tested,
        passed: own.passed.clone(),
        more: own.more,
    });
    let filtered = filtered.collect();
    let outcome = match ended {
        Ended::Value(None, _) => Outcome::Nothing,
        Ended::Value(Some(Built::Null), _) => Outcome::Null,
        Ended::Value(Some(built), containers) => {
            let (payload, changed) = provenance::payload(expression, events, &built, &containers, &seen);
            respelled = changed;
            match payload.kind {
                ValueKind::Object | ValueKind::Array => unverified.push(Unverified::JsonLayout),
                ValueKind::String if payload.text.is_empty() => unverified.push(Unverified::EmptyString),
                _ => {}
            }
            Outcome::Delivered(payload)
        }
        Ended::Function => {
            unverified.push(Unverified::Function);
            Outcome::Function
        }
        Ended::Error(error) => {
            let located = engine::located(&error, &inner.body);
            let start = inner.span.range().start;
            let span = Span::new(start + located.span.range().start, start + located.span.range().end);
            Outcome::Failed(Failure { fault: located.fault, span })
        }
        Ended::Stopped(bound) => Outcome::Stopped { bound, span: seen.last.map(place) },
    };
    if !respelled.is_empty() {
        unverified.push(Unverified::NumberSpelling);
    }
    unverified.sort_unstable();
    unverified.dedup();
    Evaluation { outcome, unverified, respelled, reads, filtered }
}

impl Evaluation {
    /// What a person should know of the result. AWS accepts the expression, so nothing here is an error; whether the
    /// delivery fails depends on where the expression is used.
    #[must_use]
    pub fn diagnostics(&self, expression: &Expression, role: Role, used: Use) -> Vec<Diagnostic<Message>> {
        let whole = expression.body();
        let mut found = Vec::new();
        match &self.outcome {
            Outcome::Delivered(payload) => {
                if payload.text.is_empty() && used == Use::Transformer {
                    found.push(diagnostics::empty_string(role, whole));
                }
            }
            Outcome::Nothing => found.push(diagnostics::nothing(role, whole, false, used)),
            Outcome::Null if used == Use::UniversalInput => {}
            Outcome::Null => found.push(diagnostics::nothing(role, whole, true, used)),
            Outcome::Function => found.push(diagnostics::function_result(role, whole)),
            Outcome::Failed(failure) => {
                found.push(diagnostics::failed(role, failure.span, failure.fault.clone(), used));
            }
            Outcome::Stopped { bound, span } => {
                found.push(diagnostics::stopped(role, span.unwrap_or(whole), *bound, used));
            }
        }
        if let Some((first, more)) = self.respelled.split_first() {
            found.push(diagnostics::respelled(role, whole, first, more.len()));
        }
        for what in &self.unverified {
            match what {
                // These have their place in the expression, where it is parsed.
                Unverified::Version(difference) if !difference.is_operator() => {
                    found.push(diagnostics::version(role, whole, *difference));
                }
                Unverified::Depth => found.push(diagnostics::deep(role, whole)),
                _ => {}
            }
        }
        found
    }
}
