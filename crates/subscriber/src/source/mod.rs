//! Event sources of a custom event bus: what of an AWS service, a partner or a webhook comes to the bus.
//!
//! A source makes a rule on the first generation's bus; its pattern sees classic events, and events that cross it meet the
//! filters of subscribers next.

mod check;
mod diagnostics;
mod report;
mod schema;

pub use report::{SourceReport, of_source};

use crate::draft::{Placed, PlacedText};
use crate::message::Diagnostic;
use crate::unverified::Unverified;
use rulepad_document::json::{self, Node, Value};
use rulepad_document::{Role, Span};
use rulepad_pattern::{LanguageParsed, Pattern, parse_language};

/// The most characters of a pattern (API model `eventbridgev2` 2025-05-15).
pub const MAX_PATTERN: usize = 3753;

/// An event source as it is written: the request of `CreateEventSource`.
#[derive(Clone, Debug, Default)]
pub struct EventSource {
    /// Where its events come from; nothing where that is not written.
    pub origin: Option<Origin>,
    /// Its pattern over classic events; without one, everything of the origin comes.
    pub pattern: Option<SourcePattern>,
}

/// Where the events of a source come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An AWS service: its `source`, such as `aws.s3`.
    Service(Placed<String>),
    /// A partner: the ARN of its event source.
    Partner(Placed<String>),
    /// Requests to a webhook.
    Webhook(Span),
}

/// The pattern of a source.
#[derive(Clone, Debug)]
pub struct SourcePattern {
    /// The pattern, a JSON text.
    pub text: String,
    /// Where it is in the text of the source.
    pub place: PlacedText,
    /// The pattern as far as it can be read.
    pub pattern: Pattern,
    /// The JSON it was read from.
    pub json: Option<Node>,
    /// Problems, with places in the pattern.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a text of a source holds.
#[derive(Clone, Debug, Default)]
pub struct SourceReading {
    /// The source as far as it can be read.
    pub source: EventSource,
    /// Problems, with places of the text; those of the pattern are among them.
    pub problems: Vec<Diagnostic>,
    /// What is not known about it.
    pub unverified: Vec<Unverified>,
}

/// The members of a request of `CreateEventSource` that AWS or its tools refuse, at the places that the value has.
#[must_use]
pub fn check_request(node: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    check::members(node, &mut found);
    found
}

/// Reads an event source.
#[must_use]
pub fn read(text: &str) -> SourceReading {
    let parsed = json::parse(text, Role::Import);
    let mut problems: Vec<Diagnostic> =
        parsed.diagnostics.into_iter().map(rulepad_document::Diagnostic::lift).collect();
    problems.iter_mut().for_each(|found| found.reference = None);
    let Some(root) = parsed.root.filter(|root| root.value != Value::Invalid) else {
        return SourceReading { problems, ..SourceReading::default() };
    };
    let mut reading = SourceReading::default();
    check::members(&root, &mut problems);
    reading.source.origin = origin(&root);
    let variant = root.get("Configuration").and_then(Node::members).and_then(<[_]>::first);
    if let Some(node) = variant.and_then(|variant| variant.value.get("Pattern"))
        && let Some(written) = node.as_str()
        && !written.is_empty()
    {
        let LanguageParsed { pattern, json, diagnostics } = parse_language(written);
        let mut found: Vec<Diagnostic> = diagnostics.into_iter().map(check::of_language).collect();
        check::pattern(written, &pattern, json.as_ref(), &mut found, &mut reading.unverified);
        let place = PlacedText::new(node, written, text);
        problems.extend(found.iter().map(|own| place.place(own.clone())));
        reading.source.pattern =
            Some(SourcePattern { text: written.to_owned(), place, pattern, json, diagnostics: found });
    }
    if matches!(reading.source.origin, Some(Origin::Webhook(_))) {
        reading.unverified.push(Unverified::WebhookEvent);
    }
    rulepad_document::order::sort_by_key(&mut problems, |found| (found.span().start, found.severity));
    reading.problems = problems;
    reading
}

fn origin(root: &Node) -> Option<Origin> {
    let configuration = root.get("Configuration")?;
    let text = |variant: &str, name: &str| {
        let own = configuration.get(variant)?.get(name)?;
        Some(Placed { value: own.as_str()?.to_owned(), span: own.span })
    };
    text("AwsServiceEventsConfiguration", "AwsService")
        .map(Origin::Service)
        .or_else(|| text("PartnerEventsConfiguration", "PartnerEventSourceArn").map(Origin::Partner))
        .or_else(|| {
            configuration.get("WebhookEventsConfiguration").map(|webhook| Origin::Webhook(webhook.span))
        })
}

impl Origin {
    /// What `aws:Source` of its events is; nothing where that is not documented.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        match self {
            Self::Service(service) => Some(&service.value),
            Self::Partner(arn) => arn.value.split_once(":event-source/").map(|(_, name)| name),
            Self::Webhook(_) => None,
        }
    }
}
