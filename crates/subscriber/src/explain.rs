//! Whether an event passes the filters, and why: every scope tried, none skipped.

use crate::event::{BusEvent, OpenField};
use crate::filter::ParsedFilter;
use crate::message::Diagnostic;
use crate::scope::Scope;
use crate::system::ContentType;
use crate::trap;
use crate::unverified::Unverified;
use rulepad_document::json::build;
use rulepad_document::json::{Node, Value};
use rulepad_pattern::operator::Test;
use rulepad_pattern::{Event, Pattern};
use serde::{Deserialize, Serialize};

/// Whether a subscriber gets an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every filter accepts it.
    Match,
    /// A filter does not.
    NoMatch,
    /// AWS refuses a filter, so that there is no subscriber.
    FilterError,
    /// AWS refuses something else of the subscriber.
    SubscriberError,
    /// The event cannot be read, or AWS refuses to publish it.
    EventError,
    /// It depends on something that is not known, or the work limit was reached.
    Undecided,
}

/// What every filter found in an event.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// One for each filter, in the order of the filters.
    pub scopes: Vec<ScopeFinding>,
}

/// What one filter found.
#[derive(Clone, Debug)]
pub struct ScopeFinding {
    /// What it reads.
    pub scope: Scope,
    /// What came of it.
    pub outcome: Outcome,
    /// Whether it accepts the event; `None` where that is not known.
    pub holds: Option<bool>,
    /// On what that depends.
    pub unverified: Vec<Unverified>,
    /// Why it silently never matches, with places in the pattern.
    pub traps: Vec<Diagnostic>,
}

/// What came of trying a filter.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The pattern was tried.
    Tried(Box<rulepad_pattern::Explanation>),
    /// Bytes match no pattern over the data.
    OctetStream,
    /// What it reads is no object, or the pattern has no known meaning.
    NotTried,
    /// AWS refuses the filter.
    Refused,
}

impl Explanation {
    /// All filters together: they are ANDed. No filter accepts every event.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let any = |wanted: Option<bool>| self.scopes.iter().any(|scope| scope.holds == wanted);
        if self.scopes.iter().any(|scope| matches!(scope.outcome, Outcome::Refused)) {
            Verdict::FilterError
        } else if any(Some(false)) {
            Verdict::NoMatch
        } else if any(None) {
            Verdict::Undecided
        } else {
            Verdict::Match
        }
    }
}

/// Tries every filter on an event.
#[must_use]
pub fn explain(filters: &[ParsedFilter], event: &BusEvent) -> Explanation {
    let scopes = filters.iter().map(|filter| {
        let mut found = tried(filter, event);
        if found.holds == Some(false) {
            found.traps = trap::traps(filter, event, &found.outcome);
        }
        found
    });
    Explanation { scopes: scopes.collect() }
}

fn tried(filter: &ParsedFilter, event: &BusEvent) -> ScopeFinding {
    let scope = filter.scope;
    let found =
        |outcome, holds, unverified| ScopeFinding { scope, outcome, holds, unverified, traps: Vec::new() };
    if let Some(unverified) = &filter.unverified {
        return found(Outcome::NotTried, None, vec![unverified.clone()]);
    }
    let Some(pattern) = filter.valid() else { return found(Outcome::Refused, None, Vec::new()) };
    if scope == Scope::Data && event.content == Some(ContentType::OctetStream) {
        return found(Outcome::OctetStream, Some(false), Vec::new());
    }
    // An event without metadata is one with none: both are read.
    let none = build::object([]);
    let part = event.part(scope).unwrap_or(&none);
    let unknown: Vec<Unverified> =
        event.unverified.iter().filter(|_| scope == Scope::Data).cloned().collect();
    let Some(fields) = Event::new(part) else {
        let mut unverified = unknown;
        if unverified.is_empty() {
            unverified.push(Unverified::DataNotObject);
        }
        return found(Outcome::NotTried, None, unverified);
    };
    let explanation = rulepad_pattern::explain(pattern, &fields);
    let open: Vec<&OpenField> =
        event.open.iter().filter(|field| field.scope == scope && is_asked(field, pattern)).collect();
    let holds = explanation.verdict().filter(|_| !fields.is_cut());
    let outcome = Outcome::Tried(Box::new(explanation));
    if open.is_empty() || holds.is_none() {
        return found(outcome, holds, Vec::new());
    }
    // What the rest of the pattern says, whatever AWS sets.
    let mut rest = pattern.clone();
    let mut sure = pattern.clone();
    for field in &open {
        rest = rest.without(&field.name);
        sure.alternatives.retain(|own| !own.conditions.iter().any(|(name, _)| *name == field.name));
    }
    let sure = !sure.alternatives.is_empty() && rulepad_pattern::matches(&sure, &fields) == Some(true);
    match rulepad_pattern::matches(&rest, &fields) {
        Some(false) => found(outcome, Some(false), Vec::new()),
        Some(true) if sure => found(outcome, Some(true), Vec::new()),
        _ => found(outcome, None, open.into_iter().map(OpenField::unverified).collect()),
    }
}

/// Whether a pattern asks for the value of a field, or for a field that not every event has.
fn is_asked(field: &OpenField, pattern: &Pattern) -> bool {
    let asks = |test: &Test| !field.always || !matches!(test, Test::Exists(_));
    let own = pattern.conditions.iter().filter(|condition| condition.name == field.name);
    own.flat_map(|condition| &condition.matchers).any(|matcher| asks(&matcher.test))
}

/// Whether a pattern matches a value, where it is an object.
pub(crate) fn fits(pattern: &Pattern, value: &Node) -> bool {
    let is_object = matches!(value.value, Value::Object(_));
    is_object
        && Event::new(value).is_some_and(|event| rulepad_pattern::matches(pattern, &event) == Some(true))
}
