//! An expression by itself: what it gives for events, in words, as plain data.

use crate::event::{BusEvent, Published, read};
use crate::scope::Scope;
use crate::system::SystemField;
use rulepad_document::json::{Node, ValueKind};
use rulepad_document::{Diagnostic, Lang, Role, Span, Words, diagnostic};
use rulepad_jsonata::{
    Evaluation, Events, Expression, Filtered, Form, Origin, Outcome, Part, Place, Settings, Use,
};
use serde::{Deserialize, Serialize};

/// How an expression is evaluated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExpressionOptions {
    /// How the events were published, where their shape does not show it.
    pub published: Published,
    /// Where the expression is used.
    #[serde(rename = "use")]
    pub used: ExpressionUse,
    /// Whether `$events` is an array of all events: so it is in parameters of Lambda and Step Functions targets, and
    /// in `Input` of universal targets.
    pub batch: bool,
    /// The time of `$now` in milliseconds since 1970-01-01T00:00:00Z; the time of the event where there is none.
    pub now: Option<i64>,
    /// What decides the numbers of `$random`, `$shuffle` and `$uuid`.
    pub seed: u64,
}

/// Where an expression is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExpressionUse {
    /// `Transformer.JsonataConfiguration.Expression`.
    #[default]
    Transformer,
    /// A parameter of a target.
    Parameter,
    /// `UniversalTargetParameters.Input`.
    UniversalInput,
}

impl From<ExpressionUse> for Use {
    fn from(used: ExpressionUse) -> Self {
        match used {
            ExpressionUse::Transformer => Self::Transformer,
            ExpressionUse::Parameter => Self::Parameter,
            ExpressionUse::UniversalInput => Self::UniversalInput,
        }
    }
}

/// What an expression gives for events.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExpressionReport {
    /// Whether the text is an expression: `false` for a literal, and for a literal that looks like one.
    pub is_expression: bool,
    /// Whether AWS refuses the text when a subscriber is created.
    pub is_refused: bool,
    /// Problems of the text and of its results, each once; spans count bytes of it.
    pub expression: Vec<Diagnostic>,
    /// Problems of the text with the events; spans count bytes of it.
    pub event: Vec<Diagnostic>,
    /// The events as they were read.
    pub events: Vec<EvaluatedEvent>,
    /// The results: one for each event, or one for the batch. None where the text is refused or a literal.
    pub results: Vec<Evaluated>,
}

/// An event that an expression reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvaluatedEvent {
    /// What its text was taken for, in a sentence.
    pub said: String,
    /// The event, a JSON text.
    pub event: String,
}

/// What an expression gives for an event, or for a batch of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evaluated {
    /// What came of it.
    pub outcome: ExpressionOutcome,
    /// The text that arrives: of a string its characters, of everything else JSON. Nothing without a value.
    pub text: Option<String>,
    /// What kind of value it is.
    pub kind: Option<ResultKind>,
    /// Where each byte of the text came from: in order, without gap or overlap.
    pub pieces: Vec<PieceReport>,
    /// What the expression reads; everything else of the events has no influence.
    pub reads: Vec<PlaceReport>,
    /// What the predicates of the expression let through, in the order in which they were applied.
    pub filtered: Vec<FilteredReport>,
    /// What is not verified about the result.
    pub unverified: Vec<String>,
}

/// What a predicate, such as `[total > 500]`, let through of a sequence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilteredReport {
    /// The predicate, in bytes of the text.
    pub span: Span,
    /// How many elements it was tried on.
    pub tested: u32,
    /// The places of those that passed in the sequence, from 0.
    pub passed: Vec<u32>,
    /// How many more passed, beyond what is listed.
    pub more: u32,
}

/// What came of an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExpressionOutcome {
    /// A value.
    Delivered,
    /// No value: a transformer that gives none fails the delivery.
    Nothing,
    /// `null`, which fails a delivery as well.
    Null,
    /// A function; what AWS does with it is not known.
    Function,
    /// An error of the expression with this event.
    Failed,
    /// It reached a bound.
    Stopped,
}

/// What kind of value a result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultKind {
    /// A string, which arrives without quotes.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// A stretch of a result with one origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PieceReport {
    /// Bytes of the result.
    pub out: Span,
    /// How it came about.
    pub from: PieceOrigin,
    /// The part of the expression that makes it, in bytes of the text.
    pub span: Span,
    /// The values in the events that it comes from.
    pub places: Vec<PlaceReport>,
}

/// How a stretch of a result came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PieceOrigin {
    /// It is written in the expression.
    Expression,
    /// A value of the event, copied.
    Event,
    /// Made from these values and nothing else, by a function such as `$uppercase`.
    MadeFrom,
    /// Computed; every value that can have influence is listed.
    Computed,
}

/// A value in one of the events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceReport {
    /// The number of the event, from 0.
    pub event: u32,
    /// The part that it is in; nothing for the whole event.
    pub scope: Option<Scope>,
    /// Where it is in the text of the event, in bytes.
    pub span: Span,
}

/// What a text gives for the events in another, as a transformer or as a parameter.
#[must_use]
pub fn of_expression(text: &str, event: &str, options: &ExpressionOptions, lang: Lang) -> ExpressionReport {
    let used = options.used.into();
    let parsed = rulepad_jsonata::parse(text, Role::Import, used);
    let reading = read(event, options.published);
    let is_refused = parsed.diagnostics.iter().any(Diagnostic::is_error);
    let mut problems = parsed.diagnostics;
    let mut results = Vec::new();
    if let Some(expression) = &parsed.expression {
        let roots: Vec<&Node> = reading.events.iter().map(|event| &event.root).collect();
        let mut add = |events: Events<'_>, first: u32, settings: &Settings| {
            let found = rulepad_jsonata::evaluate(expression, events, settings);
            for problem in found.diagnostics(expression, Role::Import, used) {
                if !problems.contains(&problem) {
                    problems.push(problem);
                }
            }
            results.push(evaluated(&found, expression, first, lang));
        };
        if options.batch {
            if let Some(event) = reading.events.first() {
                add(Events::Batch(&roots), 0, &settings(event, options));
            }
        } else {
            for (number, event) in (0..).zip(&reading.events) {
                add(Events::One(&event.root), number, &settings(event, options));
            }
        }
    }
    let read = reading.events.into_iter();
    ExpressionReport {
        is_expression: parsed.form == Form::Expression,
        is_refused,
        expression: diagnostic::worded(&problems, lang),
        event: diagnostic::worded(&reading.problems, lang),
        events: read.map(|own| EvaluatedEvent { said: own.form.words(lang), event: own.text }).collect(),
        results,
    }
}

/// The time of `$now` is that of the event, so that the same texts give the same answer.
fn settings(event: &BusEvent, options: &ExpressionOptions) -> Settings {
    Settings {
        now: options.now.unwrap_or_else(|| ingested(event)),
        seed: options.seed,
        ..Settings::default()
    }
}

/// When AWS took an event, in milliseconds since 1970; 0 where that is not known.
pub(crate) fn ingested(event: &BusEvent) -> i64 {
    let system = event.part(Scope::SystemMetadata);
    let time = system.and_then(|own| own.get(SystemField::IngestionTime.name())).and_then(Node::as_str);
    let seconds = time.and_then(rulepad_event::seconds).unwrap_or_default();
    seconds.saturating_mul(1000)
}

/// `first` is the number of the first event that it reads.
fn evaluated(found: &Evaluation, expression: &Expression, first: u32, lang: Lang) -> Evaluated {
    let places = |places: &[Place]| places.iter().map(|place| placed(place, first)).collect();
    let outcome = match &found.outcome {
        Outcome::Delivered(_) => ExpressionOutcome::Delivered,
        Outcome::Nothing => ExpressionOutcome::Nothing,
        Outcome::Null => ExpressionOutcome::Null,
        Outcome::Function => ExpressionOutcome::Function,
        Outcome::Failed(_) => ExpressionOutcome::Failed,
        Outcome::Stopped { .. } => ExpressionOutcome::Stopped,
    };
    let payload = match &found.outcome {
        Outcome::Delivered(payload) => Some(payload),
        _ => None,
    };
    let piece = |own: &rulepad_jsonata::Piece| {
        let (from, span, of) = match &own.origin {
            Origin::Expression { span } => (PieceOrigin::Expression, *span, &[][..]),
            Origin::Event { span, places } => (PieceOrigin::Event, *span, places.as_slice()),
            Origin::MadeFrom { span, places } => (PieceOrigin::MadeFrom, *span, places.as_slice()),
            Origin::Computed { span, places } => (PieceOrigin::Computed, *span, places.as_slice()),
        };
        PieceReport { out: own.out, from, span, places: places(of) }
    };
    let mut unverified: Vec<String> = Vec::new();
    for open in expression.unverified().iter().chain(&found.unverified) {
        let words = open.words(lang);
        if !unverified.contains(&words) {
            unverified.push(words);
        }
    }
    Evaluated {
        outcome,
        text: payload.map(|payload| payload.text.clone()),
        kind: payload.and_then(|payload| kind(payload.kind)),
        pieces: payload.iter().flat_map(|payload| &payload.pieces).map(piece).collect(),
        reads: places(&found.reads),
        filtered: found.filtered.iter().map(filtered).collect(),
        unverified,
    }
}

fn filtered(own: &Filtered) -> FilteredReport {
    FilteredReport { span: own.span, tested: own.tested, passed: own.passed.clone(), more: own.more }
}

fn placed(place: &Place, first: u32) -> PlaceReport {
    let scope = match place.part {
        Part::Event => None,
        Part::Data => Some(Scope::Data),
        Part::Metadata => Some(Scope::Metadata),
        Part::SystemMetadata => Some(Scope::SystemMetadata),
    };
    PlaceReport { event: first + place.event, scope, span: place.span }
}

fn kind(of: ValueKind) -> Option<ResultKind> {
    match of {
        ValueKind::String => Some(ResultKind::String),
        ValueKind::Number => Some(ResultKind::Number),
        ValueKind::True | ValueKind::False => Some(ResultKind::Boolean),
        ValueKind::Array => Some(ResultKind::Array),
        ValueKind::Object => Some(ResultKind::Object),
        ValueKind::Null | ValueKind::Invalid => None,
    }
}
