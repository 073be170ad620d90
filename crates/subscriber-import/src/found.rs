//! What a text has: requests in the spelling of the API, with places in the text.

use crate::form::Form;
use crate::message::Diagnostic;
use rulepad_document::Span;
use rulepad_document::json::build::unplaced;
use rulepad_document::json::{Node, Value, pretty};
use rulepad_rule::Reference;
use rulepad_rule::reference::{Known, KnownPiece};
use rulepad_subscriber::{draft, source};
use std::collections::{BTreeSet, HashSet};

/// What was understood of a text.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// What the text is; `None` where it is nothing that is known.
    pub form: Option<Form>,
    /// The subscribers, in their order.
    pub subscribers: Vec<FoundRequest>,
    /// The event sources, in their order.
    pub sources: Vec<FoundRequest>,
    /// The custom event buses, in their order.
    pub buses: Vec<FoundBus>,
    /// Problems of the text, and what could not be taken, each with its place in the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// A subscriber or an event source of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundRequest {
    /// What distinguishes it from the others: its name, or that of its resource.
    pub label: String,
    /// The address of its resource; blank where the text has none.
    pub address: String,
    /// The request of `CreateSubscriber` or `CreateEventSource`, a JSON text.
    pub request: String,
    /// The values in it that are known only at deploy time.
    pub references: Vec<Reference>,
    /// Where it is in the text.
    pub span: Span,
}

/// A custom event bus of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundBus {
    /// The name of its resource.
    pub label: String,
    /// Its name.
    pub name: String,
}

/// Which request it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// `CreateSubscriber`
    Subscriber,
    /// `CreateEventSource`
    EventSource,
}

/// What AWS answers and takes nowhere.
const ANSWERED: [&str; 6] =
    ["SubscriberArn", "SubscriberDetails", "Revoked", "CreationTime", "LastModifiedTime", "ResponseMetadata"];

/// The same of event sources.
const ANSWERED_OF_SOURCES: [&str; 6] =
    ["EventSourceArn", "State", "Type", "WebhookUrl", "SecretArn", "EventSourceDetails"];

impl Imported {
    /// A text of this form, of which nothing is read yet.
    pub(crate) fn of(form: Form) -> Self {
        Self { form: Some(form), ..Self::default() }
    }

    /// Whether nothing was found that a bus delivers to or gets events from.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.subscribers.is_empty() && self.sources.is_empty()
    }

    /// Adds a request, and what is wrong with it apart from values that are known only at deploy time.
    pub(crate) fn add(&mut self, request: Request, address: &str, mut node: Node, later: &Later<'_>) {
        if let Value::Object(members) = &mut node.value {
            let is_answered = |key: &str| {
                ANSWERED.contains(&key)
                    || (request == Request::EventSource && ANSWERED_OF_SOURCES.contains(&key))
            };
            members.retain(|own| !is_answered(&own.key));
        }
        let found = match request {
            Request::Subscriber => draft::check_request(&node),
            Request::EventSource => source::check_request(&node),
        };
        let mut used = Used::default();
        used.walk(&node, later);
        let is_known = |found: &&rulepad_subscriber::Diagnostic| !used.places.contains(&found.span());
        let found: Vec<Diagnostic> =
            found.iter().filter(is_known).map(|found| found.clone().lift::<crate::Message>()).collect();
        self.diagnostics.extend(found.into_iter().map(without_edits));
        let name = node.get("Name").and_then(Node::as_str).unwrap_or_default();
        let label = if name.is_empty() { address } else { name }.to_owned();
        let own = FoundRequest {
            label,
            address: address.to_owned(),
            request: pretty(&unplaced(&node)),
            references: used.references.iter().filter_map(|at| later.references.get(*at)).cloned().collect(),
            span: node.span,
        };
        match request {
            Request::Subscriber => self.subscribers.push(own),
            Request::EventSource => self.sources.push(own),
        }
    }
}

/// The text spells members in its own way, so no edit of a request is right in it.
fn without_edits(mut found: Diagnostic) -> Diagnostic {
    found.help.iter_mut().for_each(|help| help.edits.clear());
    found
}

/// The values of a text that are known only at deploy time.
pub(crate) struct Later<'r> {
    references: &'r [Reference],
    known: Known<'r>,
}

impl<'r> Later<'r> {
    /// Looks for these.
    pub(crate) fn new(references: &'r [Reference]) -> Self {
        Self { references, known: Known::new(references) }
    }
}

/// The values that a request has in its texts.
#[derive(Default)]
struct Used {
    /// Where they are.
    places: HashSet<Span>,
    /// Their places in the list, in its order.
    references: BTreeSet<usize>,
}

impl Used {
    /// Finds them in a value. Nesting is bounded by the parsers.
    fn walk(&mut self, node: &Node, later: &Later<'_>) {
        match &node.value {
            Value::String(text) => self.text(text, node.span, later),
            Value::Array(items) => items.iter().for_each(|item| self.walk(item, later)),
            Value::Object(members) => {
                for own in members {
                    self.text(&own.key, own.key_span, later);
                    self.walk(&own.value, later);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, span: Span, later: &Later<'_>) {
        if !text.contains("${") {
            return;
        }
        for piece in later.known.pieces(text) {
            if let KnownPiece::Reference(at) = piece {
                self.references.insert(at);
                self.places.insert(span);
            }
        }
    }
}
