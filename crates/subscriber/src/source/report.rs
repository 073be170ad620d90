//! An event source and the events that cross it, in words.

use super::{SourceReading, read};
use crate::event::{self, BusEvent, Published};
use crate::explain::Verdict;
use crate::message::Diagnostic as OwnDiagnostic;
use crate::scope::Scope;
use crate::{words_en, words_ko};
use rulepad_document::json::{Node, quote};
use rulepad_document::{Diagnostic, Lang, Words, diagnostic};
use rulepad_pattern::{Event, words};
use serde::{Deserialize, Serialize};

/// What an event source makes of an event of its origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceReport {
    /// Whether the event comes to the bus.
    pub verdict: Verdict,
    /// The verdict in words.
    pub headline: String,
    /// Problems of the text of the source; spans count bytes of it.
    pub source: Vec<Diagnostic>,
    /// Problems of the event.
    pub event: Vec<Diagnostic>,
    /// Every condition of the pattern, one sentence each.
    pub why: Vec<String>,
    /// The `SYSTEM_METADATA` filter that accepts what comes from this source alone.
    pub proof: Option<String>,
    /// What is not verified about it.
    pub unverified: Vec<String>,
}

/// What an event source makes of a classic event.
#[must_use]
pub fn of_source(source: &str, event: &str, lang: Lang) -> SourceReport {
    let reading = read(source);
    let events = event::read(event, Published::PutEvents);
    let is_refused = reading.problems.iter().any(OwnDiagnostic::is_error);
    let (crosses, why) = match events.events.as_slice() {
        [only] => crosses(&reading, only, lang),
        _ => (None, Vec::new()),
    };
    let verdict = match crosses {
        _ if is_refused => Verdict::SubscriberError,
        None if events.events.is_empty() => Verdict::EventError,
        None => Verdict::Undecided,
        Some(true) => Verdict::Match,
        Some(false) => Verdict::NoMatch,
    };
    let origin = reading.source.origin.as_ref().and_then(|origin| origin.source());
    SourceReport {
        verdict,
        headline: headline(verdict, lang),
        proof: origin.map(|name| format!("{{\"aws:Source\":[{}]}}", quote(name))),
        source: diagnostic::worded(&reading.problems, lang),
        event: diagnostic::worded(&events.problems, lang),
        why,
        unverified: reading.unverified.iter().map(|open| open.words(lang)).collect(),
    }
}

fn headline(verdict: Verdict, lang: Lang) -> String {
    match lang {
        Lang::En => words_en::crossing(verdict).to_owned(),
        Lang::Ko(_) => words_ko::crossing(verdict).to_owned(),
    }
}

/// Whether an event is of the origin and matches the pattern; nothing where that is not known.
fn crosses(reading: &SourceReading, event: &BusEvent, lang: Lang) -> (Option<bool>, Vec<String>) {
    let Some(data) = event.part(Scope::Data) else { return (None, Vec::new()) };
    let Some(origin) = &reading.source.origin else { return (None, Vec::new()) };
    let Some(name) = origin.source() else { return (None, Vec::new()) };
    let is_own = data.get("source").and_then(Node::as_str) == Some(name);
    let Some(pattern) = &reading.source.pattern else { return (Some(is_own), Vec::new()) };
    let Some(fields) = Event::new(data) else { return (None, Vec::new()) };
    let explanation = rulepad_pattern::explain(&pattern.pattern, &fields);
    let all = &explanation.conditions;
    let why = all.iter().map(|finding| words::named_sentence(finding, all, lang)).collect();
    (explanation.verdict().map(|holds| holds && is_own), why)
}
