//! Everything about filters and events in words, as plain data.

mod arrived;
mod line;

pub use arrived::{ArrivedOutcome, ArrivedReport, ParameterReport, PieceKind, PieceReport};
pub use line::{Line, LineKind, Near};

use crate::code::Code;
use crate::draft::{self, DraftForm, DraftReading};
use crate::event::{BusEvent, Call, Published, Reading, read};
use crate::explain::{Explanation, Outcome, ScopeFinding, Verdict, explain};
use crate::filter::{Filter, ParsedFilter, check_all};
use crate::message::Message;
use crate::scope::Scope;
use crate::target::{self, Refusal, Setting, TargetFinding, TargetKind};
use crate::transform::{Arrived, arrived, arrived_at};
use crate::unverified::Unverified;
use crate::{words_en, words_ko};
use rulepad_document::{Diagnostic, Lang, Words, diagnostic};
use rulepad_pattern::words;
use serde::{Deserialize, Serialize};

/// What filters make of events.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Of the one event; of several the worst: no verdict, then no match.
    pub verdict: Verdict,
    /// The verdict in words.
    pub headline: String,
    /// Problems of the text of the subscriber, with those of its filters; spans count bytes of it.
    pub subscriber: Vec<Diagnostic>,
    /// The filters with their problems.
    pub filters: Vec<FilterReport>,
    /// The target; nothing where there is no subscriber.
    pub target: Option<TargetReport>,
    /// The events, in the order of the text.
    pub events: Vec<EventReport>,
    /// Problems of the text with the events; spans count bytes of it.
    pub event: Vec<Diagnostic>,
    /// What was done to the text to get the events.
    pub notes: Vec<String>,
    /// What is not verified about all of it.
    pub unverified: Vec<String>,
}

/// A filter with its problems.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FilterReport {
    /// The part that it reads.
    pub scope: Scope,
    /// Its pattern.
    pub pattern: String,
    /// Its problems, and the traps that events fell into; spans count bytes of the pattern.
    pub diagnostics: Vec<Diagnostic>,
}

/// The target of a subscriber. That AWS refuses a subscriber and that the target refuses what AWS sends are two things.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetReport {
    /// What the target is; nothing where it is no target.
    pub kind: Option<String>,
    /// Whether AWS refuses the subscriber at create.
    pub refused_at_create: bool,
    /// Whether the target refuses every delivery of a subscriber that AWS takes.
    pub refused_by_target: bool,
    /// Who refuses each of the problems of the target.
    pub findings: Vec<FindingReport>,
    /// How events are delivered, one sentence each.
    pub settings: Vec<String>,
    /// The policies of the role.
    pub policies: Vec<PolicyReport>,
    /// What is not verified about the target.
    pub unverified: Vec<String>,
}

/// A problem of the target with who refuses it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingReport {
    /// Who refuses it.
    pub refusal: Refusal,
    /// The problem, which is among those of the subscriber too.
    pub diagnostic: Diagnostic,
}

/// A policy of the role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PolicyReport {
    /// What it is.
    pub title: String,
    /// The document, a JSON text.
    pub text: String,
}

/// What filters make of one event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventReport {
    /// Whether it passes.
    pub verdict: Verdict,
    /// The verdict in words.
    pub headline: String,
    /// What the text was taken for, in a sentence.
    pub said: String,
    /// How it was published.
    pub published: Option<Call>,
    /// The event, a JSON text.
    pub event: String,
    /// What every filter found, in their order.
    pub scopes: Vec<ScopeReport>,
    /// What arrives at the target if the event passes; nothing where there is no target.
    pub arrives: Option<ArrivedReport>,
    /// What is not verified about the verdict.
    pub unverified: Vec<String>,
}

/// What a filter found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScopeReport {
    /// The part that it reads.
    pub scope: Scope,
    /// Whether it accepts the event; nothing where that is not known.
    pub holds: Option<bool>,
    /// What came of it, in short.
    pub summary: String,
    /// Every condition.
    pub why: Vec<Line>,
}

/// What filters make of the events in a text.
#[must_use]
pub fn of_filters(filters: &[Filter], event: &str, published: Published, lang: Lang) -> Report {
    made(&DraftReading::default(), filters, &read(event, published), None, lang)
}

/// What the filters of a subscriber make of the events in a text, and what is wrong with the subscriber.
#[must_use]
pub fn of_subscriber(subscriber: &str, event: &str, published: Published, lang: Lang) -> Report {
    of_readings(draft::read(subscriber), &read(event, published), None, lang)
}

/// The same of texts that were read. `kind` is what payloads are written for where the subscriber has no target; without
/// it there are none.
#[must_use]
pub fn of_readings(mut draft: DraftReading, event: &Reading, kind: Option<TargetKind>, lang: Lang) -> Report {
    let findings = target::check(&draft.subscriber);
    draft.problems.extend(findings.iter().map(|own| own.diagnostic.clone()));
    let of_target = (draft.form != DraftForm::Filters).then(|| of_target(&draft, findings, lang));
    let filters: Vec<Filter> = draft.subscriber.filters.iter().map(|own| own.filter.clone()).collect();
    Report { target: of_target, ..made(&draft, &filters, event, kind, lang) }
}

fn of_target(draft: &DraftReading, findings: Vec<TargetFinding>, lang: Lang) -> TargetReport {
    let own = &draft.subscriber;
    let (settings, open) = target::settings(own);
    let (policies, more) = target::policies(own);
    let kind = settings.iter().find_map(|setting| match setting {
        Setting::Carries { kind, .. } => Some(kind.words(lang)),
        _ => None,
    });
    let by = |refusal| findings.iter().any(|own| own.refusal == refusal);
    TargetReport {
        kind,
        refused_at_create: draft.problems.iter().any(Diagnostic::is_error),
        refused_by_target: by(Refusal::ByTarget),
        settings: settings.iter().map(|setting| setting.words(lang)).collect(),
        policies: policies
            .into_iter()
            .map(|policy| PolicyReport { title: policy.title.words(lang), text: policy.text })
            .collect(),
        unverified: open.iter().chain(&more).map(|open| open.words(lang)).collect(),
        findings: findings
            .into_iter()
            .map(|own| FindingReport { refusal: own.refusal, diagnostic: own.diagnostic.worded(lang) })
            .collect(),
    }
}

fn made(
    draft: &DraftReading,
    filters: &[Filter],
    reading: &Reading,
    kind: Option<TargetKind>,
    lang: Lang,
) -> Report {
    let mut parsed: Vec<ParsedFilter> = filters.iter().map(ParsedFilter::new).collect();
    check_all(&mut parsed);
    let explanations: Vec<Explanation> = reading.events.iter().map(|event| explain(&parsed, event)).collect();
    for explanation in &explanations {
        for (filter, found) in parsed.iter_mut().zip(&explanation.scopes) {
            for trap in &found.traps {
                if !filter.diagnostics.contains(trap) {
                    filter.diagnostics.push(trap.clone());
                }
            }
        }
    }
    let of_filters = || parsed.iter().flat_map(|filter| &filter.diagnostics);
    let is_refused = of_filters().any(Diagnostic::is_error);
    let is_broken = reading.problems.iter().any(Diagnostic::is_error);
    let is_refused = is_refused || draft.problems.iter().any(|found| found.is(Code::FilterNone));
    let verdict = if is_refused {
        Verdict::FilterError
    } else if draft.problems.iter().any(Diagnostic::is_error) {
        Verdict::SubscriberError
    } else if is_broken {
        Verdict::EventError
    } else {
        verdict_of(false, explanations.iter().map(Explanation::verdict))
    };
    let is_wordless = |found: &&Diagnostic<Message>| found.is_error() && found.reference.is_none();
    let no_words = of_filters().any(|found| is_wordless(&found))
        || draft.problems.iter().filter(is_wordless).any(|found| !found.is_of_json());
    let standing = [Unverified::Verdicts].into_iter().chain(no_words.then_some(Unverified::Sentence));
    let unverified = standing.map(|open| open.words(lang)).collect();
    let mut subscriber = draft.problems.clone();
    for (placed, filter) in draft.subscriber.filters.iter().zip(&parsed) {
        subscriber.extend(filter.diagnostics.iter().map(|found| placed.place.place(found.clone())));
    }
    let mut events: Vec<EventReport> = Vec::new();
    for (event, found) in reading.events.iter().zip(&explanations) {
        let assumed = || Some(arrived_at(kind?, &draft.subscriber, event));
        let arrived = arrived(&draft.subscriber, event).or_else(assumed);
        for found in arrived.iter().flat_map(|arrived| &arrived.diagnostics) {
            if !subscriber.contains(found) {
                subscriber.push(found.clone());
            }
        }
        events.push(of_event(event, found, arrived, lang));
    }
    rulepad_document::order::sort_by_key(&mut subscriber, |found| (found.span().start, found.severity));
    Report {
        verdict,
        headline: verdict.words(lang),
        subscriber: diagnostic::worded(&subscriber, lang),
        filters: parsed.into_iter().map(|filter| of_filter(filter, lang)).collect(),
        target: None,
        events,
        event: diagnostic::worded(&reading.problems, lang),
        notes: reading.steps.iter().map(|step| step.words(lang)).collect(),
        unverified,
    }
}

/// The verdict of filters over events: the worst of each event's. Without an event there is none.
#[must_use]
pub fn verdict_of(is_refused: bool, verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    match verdicts.max_by_key(|verdict| rank(*verdict)) {
        _ if is_refused => Verdict::FilterError,
        Some(verdict) => verdict,
        None => Verdict::EventError,
    }
}

fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Match => 0,
        Verdict::NoMatch => 1,
        Verdict::Undecided => 2,
        Verdict::EventError => 3,
        Verdict::SubscriberError => 4,
        Verdict::FilterError => 5,
    }
}

fn of_filter(filter: ParsedFilter, lang: Lang) -> FilterReport {
    FilterReport {
        scope: filter.scope,
        pattern: filter.text,
        diagnostics: diagnostic::worded(&filter.diagnostics, lang),
    }
}

fn of_event(event: &BusEvent, found: &Explanation, arrived: Option<Arrived>, lang: Lang) -> EventReport {
    let verdict = found.verdict();
    let mut unverified: Vec<String> = Vec::new();
    for open in event.unverified.iter().chain(found.scopes.iter().flat_map(|scope| &scope.unverified)) {
        let words = open.words(lang);
        if !unverified.contains(&words) {
            unverified.push(words);
        }
    }
    EventReport {
        verdict,
        headline: verdict.words(lang),
        said: event.form.words(lang),
        published: event.call,
        event: event.text.clone(),
        scopes: found.scopes.iter().map(|scope| of_scope(scope, lang)).collect(),
        arrives: arrived.map(|arrived| arrived::of(arrived, lang)),
        unverified,
    }
}

fn of_scope(found: &ScopeFinding, lang: Lang) -> ScopeReport {
    let (summary, why) = match &found.outcome {
        Outcome::Tried(explanation) => (words::headline(explanation, lang), line::lines(explanation, lang)),
        other => (outcome(other, lang), Vec::new()),
    };
    ScopeReport { scope: found.scope, holds: found.holds, summary, why }
}

fn outcome(outcome: &Outcome, lang: Lang) -> String {
    match lang {
        Lang::En => words_en::outcome(outcome).to_owned(),
        Lang::Ko(_) => words_ko::outcome(outcome).to_owned(),
    }
}
