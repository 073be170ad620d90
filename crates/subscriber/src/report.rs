//! Everything about filters and events in words, as plain data.

use crate::code::Code;
use crate::draft::{self, DraftForm, DraftReading};
use crate::event::{BusEvent, Call, Published, read};
use crate::explain::{Explanation, Outcome, ScopeFinding, Verdict, explain};
use crate::filter::{Filter, ParsedFilter, check_all};
use crate::message::Message;
use crate::scope::Scope;
use crate::target::{self, Refusal, Setting, TargetFinding};
use crate::transform::{Arrived, Payload, arrived};
use crate::unverified::Unverified;
use crate::{words_en, words_ko};
use rulepad_document::{Diagnostic, Lang, Words, diagnostic};
use rulepad_pattern::explanation::{Finding, Item};
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

/// What arrives at the target for one event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArrivedReport {
    /// What `payload` is.
    pub outcome: ArrivedOutcome,
    /// The payload; nothing where there is none, or it is not known.
    pub payload: Option<String>,
    /// What one call carries where the batch has no other event, if that is not the payload itself.
    pub call: Option<String>,
    /// The parameters that are expressions, with what they give for the event.
    pub parameters: Vec<ParameterReport>,
    /// What is not verified about it.
    pub unverified: Vec<String>,
}

/// A parameter that is an expression, with its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParameterReport {
    /// Its path in `InvokeConfiguration`.
    pub path: String,
    /// The text that the target gets; nothing where the expression gives none.
    pub value: Option<String>,
}

/// What the payload of an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArrivedOutcome {
    /// A text.
    Text,
    /// Bytes, which are given in Base64.
    Bytes,
    /// There is none: the delivery of this event fails, and is retried.
    Failed,
    /// The target gets a request instead of it.
    Request,
    /// It is not known.
    NotKnown,
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

/// A condition, or a branch of `$or`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// How deep it is in `$or`.
    pub depth: usize,
    /// Whether it holds.
    pub holds: bool,
    /// The sentence, with the name of the field.
    pub sentence: String,
    /// What nearly matched, one sentence each.
    pub near: Vec<String>,
}

/// What filters make of the events in a text.
#[must_use]
pub fn of_filters(filters: &[Filter], event: &str, published: Published, lang: Lang) -> Report {
    made(&DraftReading::default(), filters, event, published, lang)
}

/// What the filters of a subscriber make of the events in a text, and what is wrong with the subscriber.
#[must_use]
pub fn of_subscriber(subscriber: &str, event: &str, published: Published, lang: Lang) -> Report {
    let mut draft = draft::read(subscriber);
    let findings = target::check(&draft.subscriber);
    draft.problems.extend(findings.iter().map(|own| own.diagnostic.clone()));
    let of_target = (draft.form != DraftForm::Filters).then(|| of_target(&draft, findings, lang));
    let filters: Vec<Filter> = draft.subscriber.filters.iter().map(|own| own.filter.clone()).collect();
    Report { target: of_target, ..made(&draft, &filters, event, published, lang) }
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

fn made(draft: &DraftReading, filters: &[Filter], event: &str, published: Published, lang: Lang) -> Report {
    let mut parsed: Vec<ParsedFilter> = filters.iter().map(ParsedFilter::new).collect();
    check_all(&mut parsed);
    let reading = read(event, published);
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
    let verdicts = explanations.iter().map(Explanation::verdict);
    let verdict = match verdicts.max_by_key(|verdict| rank(*verdict)) {
        _ if is_refused || draft.problems.iter().any(|found| found.is(Code::FilterNone)) => {
            Verdict::FilterError
        }
        _ if draft.problems.iter().any(Diagnostic::is_error) => Verdict::SubscriberError,
        _ if is_broken => Verdict::EventError,
        Some(verdict) => verdict,
        None => Verdict::EventError,
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
        let arrived = arrived(&draft.subscriber, event);
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
        headline: headline(verdict, lang),
        subscriber: diagnostic::worded(&subscriber, lang),
        filters: parsed.into_iter().map(|filter| of_filter(filter, lang)).collect(),
        target: None,
        events,
        event: diagnostic::worded(&reading.problems, lang),
        notes: reading.steps.iter().map(|step| step.words(lang)).collect(),
        unverified,
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

fn of_arrived(arrived: Arrived, lang: Lang) -> ArrivedReport {
    let (outcome, payload) = match arrived.payload {
        Payload::Text(text) => (ArrivedOutcome::Text, Some(text)),
        Payload::Bytes(base64) => (ArrivedOutcome::Bytes, Some(base64)),
        Payload::Failed => (ArrivedOutcome::Failed, None),
        Payload::Request => (ArrivedOutcome::Request, None),
        Payload::NotKnown => (ArrivedOutcome::NotKnown, None),
    };
    let unverified = arrived.unverified.iter().map(|open| open.words(lang)).collect();
    let parameters =
        arrived.parameters.into_iter().map(|own| ParameterReport { path: own.path, value: own.value });
    ArrivedReport { outcome, payload, call: arrived.call, parameters: parameters.collect(), unverified }
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
        headline: headline(verdict, lang),
        said: event.form.words(lang),
        published: event.call,
        event: event.text.clone(),
        scopes: found.scopes.iter().map(|scope| of_scope(scope, lang)).collect(),
        arrives: arrived.map(|arrived| of_arrived(arrived, lang)),
        unverified,
    }
}

fn of_scope(found: &ScopeFinding, lang: Lang) -> ScopeReport {
    let (summary, why) = match &found.outcome {
        Outcome::Tried(explanation) => {
            let mut lines = Vec::new();
            outline(&explanation.outline, &explanation.conditions, 0, lang, &mut lines);
            (words::headline(explanation, lang), lines)
        }
        other => (outcome(other, lang), Vec::new()),
    };
    ScopeReport { scope: found.scope, holds: found.holds, summary, why }
}

fn outline(items: &[Item], all: &[Finding], depth: usize, lang: Lang, lines: &mut Vec<Line>) {
    for item in items {
        match item {
            Item::Condition(number) => {
                let Some(finding) = all.get(*number) else { continue };
                lines.push(Line {
                    depth,
                    holds: finding.holds,
                    sentence: words::named_sentence(finding, all, lang),
                    near: finding.near.iter().map(|near| words::near_miss(near, finding, lang)).collect(),
                });
            }
            Item::AnyOf { holds, branches, .. } => {
                let winners = branches.iter().filter(|branch| branch.holds).count();
                let sentence = any_of(winners, branches.len(), lang);
                lines.push(Line { depth, holds: *holds, sentence, near: Vec::new() });
                for branch in branches {
                    outline(&branch.items, all, depth + 1, lang, lines);
                }
            }
        }
    }
}

fn headline(verdict: Verdict, lang: Lang) -> String {
    match lang {
        Lang::En => words_en::verdict(verdict).to_owned(),
        Lang::Ko(_) => words_ko::verdict(verdict).to_owned(),
    }
}

fn outcome(outcome: &Outcome, lang: Lang) -> String {
    match lang {
        Lang::En => words_en::outcome(outcome).to_owned(),
        Lang::Ko(_) => words_ko::outcome(outcome).to_owned(),
    }
}

fn any_of(holding: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::En => words_en::any_of(holding, all),
        Lang::Ko(_) => words_ko::any_of(holding, all),
    }
}
