//! Whether a subscriber gets an event as it must, and what arrives at its target.

use super::runner::Runner;
use crate::arrival::{arrived, refused};
use crate::delivery::replaced;
use crate::diagnostics as problems;
use crate::load::{LoadedSubscriber, Subscribers, file_place};
use crate::read::sample_id;
use crate::result::{Check, Condition, Expectation, Failure, Note, Outcome};
use crate::test_file::{EventSource, ExpectedDelivery, Placed, Sample, SubscriberTest};
use rulepad_document::{Lang, Span};
use rulepad_pattern::explanation::{Finding, Item};
use rulepad_pattern::words::near_miss;
use rulepad_subscriber::event::read;
use rulepad_subscriber::explain::{Outcome as Trying, ScopeFinding, explain};
use rulepad_subscriber::filter::check_all;
use rulepad_subscriber::report::{EventReport, Report, ScopeReport, of_subscriber};
use rulepad_subscriber::{ParsedFilter, Published, Scope, Verdict};

/// A text with events, and what a subscriber makes of it.
struct Tried {
    /// The path or the id; blank for an event in the test file.
    name: String,
    text: String,
    report: Report,
    /// What every filter found, for each event of the report.
    found: Vec<Vec<ScopeFinding>>,
}

/// An event of a text, with what every filter found.
#[derive(Clone, Copy)]
struct Judged<'t> {
    report: &'t EventReport,
    found: &'t [ScopeFinding],
}

/// Makes the check of an event of a text, which has a name.
type MakeCheck<'m, 'r> = &'m dyn Fn(&Runner<'r>, &Report, Option<Judged<'_>>, String) -> Check;

impl<'r> Runner<'r> {
    pub(super) fn subscriber(
        &mut self,
        test: &SubscriberTest,
        subscribers: &Subscribers,
        checks: &mut Vec<Check>,
    ) {
        let at = match subscribers.named(&test.subscriber) {
            Ok(at) => at,
            Err(problem) => return self.found.push(*problem),
        };
        let Some(own) = subscribers.all.get(at) else { return };
        self.named_subscribers.insert(at);
        for published in &test.samples {
            let sample = &published.sample;
            self.known_conditions(own, &sample.because);
            for tried in self.tried(own, &sample.event, published.published) {
                let check = |runner: &Self, report: &Report, event: Option<Judged<'_>>, name: String| {
                    runner.judged(own, sample, report, event, name)
                };
                self.each(own, &tried, sample.name.as_deref(), sample.event.span(), &check, checks);
            }
        }
        for published in &test.deliveries {
            let expected = &published.delivery;
            for tried in self.tried(own, &expected.event, published.published) {
                let told = (tried.text.as_str(), published.published);
                let check = |runner: &Self, report: &Report, event: Option<Judged<'_>>, name: String| {
                    runner.arrives(own, expected, report, event, name, told)
                };
                self.each(own, &tried, expected.name.as_deref(), expected.event.span(), &check, checks);
            }
        }
    }

    /// A check for each event of a text; one without a verdict where there is none.
    fn each(
        &self,
        own: &LoadedSubscriber,
        tried: &Tried,
        given: Option<&str>,
        span: Span,
        check: MakeCheck<'_, 'r>,
        checks: &mut Vec<Check>,
    ) {
        let several = tried.report.events.len() > 1;
        let named = |at: usize| match given {
            Some(name) => name.to_owned(),
            None if tried.name.is_empty() => words!(self.options.lang, line_number(self.place(span).line)),
            None if several => format!("{}[{at}]", tried.name),
            None => tried.name.clone(),
        };
        let judged = tried.report.events.iter().zip(&tried.found);
        let judged = judged.map(|(report, found)| Some(Judged { report, found }));
        let events: Vec<Option<Judged<'_>>> =
            if tried.report.events.is_empty() { vec![None] } else { judged.collect() };
        for (at, event) in events.into_iter().enumerate() {
            let name = named(at);
            if self.is_asked(&own.name, &name) {
                checks.push(check(self, &tried.report, event, name));
            }
        }
    }

    /// The texts that a source stands for, each tried.
    fn tried(&mut self, own: &LoadedSubscriber, source: &EventSource, published: Published) -> Vec<Tried> {
        let lang = self.options.lang;
        let tried = |name: String, text: String| {
            let report = of_subscriber(own.text(), &text, published, lang);
            let found = found(own, &text, published);
            Tried { name, text, report, found }
        };
        match source {
            EventSource::Inline { text, .. } => vec![tried(String::new(), text.clone())],
            EventSource::Loaded { name, text, .. } => vec![tried(name.clone(), text.clone())],
            EventSource::Sample(own) => {
                let id = sample_id(&own.text);
                let all = self.options.samples.map(|all| all.events.as_slice()).unwrap_or_default();
                match all.iter().find(|sample| sample.id == id) {
                    Some(sample) => vec![tried(own.text.clone(), sample.event.clone())],
                    None => {
                        let known = all.iter().map(|sample| sample.id.as_str());
                        self.found.push(problems::unknown_sample(own, id, known));
                        Vec::new()
                    }
                }
            }
            EventSource::File(path) => {
                let mut out = Vec::new();
                for (name, text) in self.texts(path) {
                    let found = tried(name, text);
                    match found.report.event.iter().find(|found| found.is_error()) {
                        Some(broken) => {
                            let at = file_place(&found.name, &found.text, broken.span());
                            let why = format!("{}:{}:{}: {}", at.file, at.line, at.column, broken.message);
                            self.found.push(problems::unreadable(&found.name, &why, path.span));
                        }
                        None if found.report.events.is_empty() => {
                            self.found.push(problems::no_event(&found.name, path.span));
                        }
                        None => out.push(found),
                    }
                }
                out
            }
        }
    }

    fn judged(
        &self,
        own: &LoadedSubscriber,
        sample: &Sample,
        report: &Report,
        event: Option<Judged<'_>>,
        name: String,
    ) -> Check {
        let verdict = event.map_or(report.verdict, |event| event.report.verdict);
        let explained = |note: Option<Note>| Failure {
            conditions: event.map(|event| self.conditions(own, event)).unwrap_or_default(),
            note,
            ..Failure::default()
        };
        let (outcome, failure) = match (verdict, sample.matches) {
            _ if broken(report).is_some() => (Outcome::Undecided, Some(undecided(report, event))),
            (Verdict::Match, true) => (Outcome::Matched, None),
            (Verdict::Match, false) => (Outcome::Noisy, Some(explained(None))),
            (Verdict::NoMatch, true) => (Outcome::Missing, Some(explained(None))),
            (Verdict::NoMatch, false) => match event.and_then(|event| other_reason(event, &sample.because)) {
                None => (Outcome::Quiet, None),
                Some(note) => (Outcome::OtherReason, Some(explained(Some(note)))),
            },
            _ => (Outcome::Undecided, Some(undecided(report, event))),
        };
        Check {
            rule: None,
            subscriber: Some(own.name.clone()),
            event: name,
            expected: if sample.matches { Expectation::Match } else { Expectation::NoMatch },
            outcome,
            place: self.place(sample.span),
            failure,
            update: None,
        }
    }

    fn arrives(
        &self,
        own: &LoadedSubscriber,
        expected: &ExpectedDelivery,
        report: &Report,
        event: Option<Judged<'_>>,
        name: String,
        (text, published): (&str, Published),
    ) -> Check {
        let verdict = event.map_or(report.verdict, |event| event.report.verdict);
        let reasons = || -> Vec<String> {
            let of = |lang| of_subscriber(own.text(), text, published, lang);
            let event = event.map(|event| event.report);
            Lang::ALL.into_iter().flat_map(|lang| refused(&of(lang), event).unwrap_or_default()).collect()
        };
        let mut update = None;
        let failure = match (verdict, event) {
            (Verdict::Match, Some(event)) if broken(report).is_none() => {
                let payload = event.report.arrives.as_ref().and_then(|own| own.payload.as_deref());
                update = payload.and_then(|payload| replaced(expected, payload));
                arrived(expected, own, report, event.report, reasons)
            }
            (Verdict::NoMatch, Some(event)) => Some(Failure {
                conditions: self.conditions(own, event),
                note: Some(Note::NoMatch),
                ..Failure::default()
            }),
            _ => Some(undecided(report, event)),
        };
        let is_update = failure.as_ref().is_some_and(|own| !own.differences.is_empty());
        Check {
            rule: None,
            subscriber: Some(own.name.clone()),
            event: name,
            expected: Expectation::Delivery { target: own.target.clone() },
            outcome: match &failure {
                None => Outcome::Delivered,
                Some(Failure { note: Some(Note::NotVerified(_) | Note::UnknownKind), .. }) => {
                    Outcome::Undecided
                }
                Some(_) if matches!(verdict, Verdict::Match | Verdict::NoMatch) => Outcome::Different,
                Some(_) => Outcome::Undecided,
            },
            place: self.place(expected.span),
            failure,
            update: update.filter(|_| is_update),
        }
    }

    /// The conditions of every filter, each below what came of its filter.
    fn conditions(&self, own: &LoadedSubscriber, event: Judged<'_>) -> Vec<Condition> {
        let mut out = Vec::new();
        for (scope, found) in event.report.scopes.iter().zip(event.found) {
            out.push(Condition {
                depth: 0,
                holds: scope.holds == Some(true),
                sentence: format!("{}: {}", scope.scope.name(), scope.summary),
                near: Vec::new(),
                place: own.place(scope.scope, Span::default()),
            });
            self.of_scope(own, scope, found, &mut out);
        }
        out
    }

    fn of_scope(
        &self,
        own: &LoadedSubscriber,
        scope: &ScopeReport,
        found: &ScopeFinding,
        out: &mut Vec<Condition>,
    ) {
        let Trying::Tried(explanation) = &found.outcome else { return };
        let mut all = Vec::new();
        lines(&explanation.outline, &explanation.conditions, &mut all);
        for (line, (finding, span)) in scope.why.iter().zip(all) {
            let near = finding.iter().flat_map(|own| own.near.iter().map(|near| (near, *own)));
            out.push(Condition {
                depth: line.depth + 1,
                holds: line.holds,
                sentence: line.sentence.clone(),
                near: near.map(|(near, of)| near_miss(near, of, self.options.lang)).collect(),
                place: own.place(scope.scope, span),
            });
        }
    }

    /// Reports fields of `because` that no filter asks for.
    fn known_conditions(&mut self, own: &LoadedSubscriber, because: &[Placed]) {
        if because.is_empty() {
            return;
        }
        let found = found(own, "{}", Published::Recognize);
        let names: Vec<String> = found.iter().flatten().flat_map(|scope| named(scope, |_| true)).collect();
        for field in because {
            let wanted = full_name(&field.text);
            let is_scope = own.own.filters.iter().any(|own| own.filter.scope.name() == wanted);
            if !is_scope && !names.contains(&wanted) {
                self.found.push(problems::unknown_subscriber_field(field, &own.name, &names));
            }
        }
    }
}

/// Why the events of a text cannot be read.
fn broken(report: &Report) -> Option<&str> {
    report.event.iter().find(|found| found.is_error()).map(|found| found.message.as_str())
}

fn undecided(report: &Report, event: Option<Judged<'_>>) -> Failure {
    let open = event.map(|event| event.report.unverified.join(" ")).unwrap_or_default();
    let note = match broken(report) {
        Some(why) => Note::BadEvent(why.to_owned()),
        None if event.is_none() => Note::BadEvent(report.headline.clone()),
        None if open.is_empty() => Note::TooMuchWork,
        None => Note::NotVerified(open),
    };
    Failure { note: Some(note), ..Failure::default() }
}

/// What every filter of a subscriber finds of the events in a text.
fn found(own: &LoadedSubscriber, text: &str, published: Published) -> Vec<Vec<ScopeFinding>> {
    let mut parsed: Vec<ParsedFilter> =
        own.own.filters.iter().map(|own| ParsedFilter::new(&own.filter)).collect();
    check_all(&mut parsed);
    read(text, published).events.iter().map(|event| explain(&parsed, event).scopes).collect()
}

/// The conditions of a pattern in the order of their lines: `None` for an `$or`; each with its place in the pattern.
fn lines<'f>(items: &[Item], all: &'f [Finding], out: &mut Vec<(Option<&'f Finding>, Span)>) {
    for item in items {
        match item {
            Item::Condition(number) => out.extend(all.get(*number).map(|found| (Some(found), found.key))),
            Item::AnyOf { key, branches, .. } => {
                out.push((None, *key));
                branches.iter().for_each(|branch| lines(&branch.items, all, out));
            }
        }
    }
}

/// The full names of the conditions of a filter that are wanted, `$or` in any of its branches.
fn named(scope: &ScopeFinding, is_wanted: impl Fn(&Finding) -> bool) -> Vec<String> {
    let Trying::Tried(explanation) = &scope.outcome else { return Vec::new() };
    let wanted = explanation.conditions.iter().filter(|found| is_wanted(found));
    wanted.map(|found| format!("{}.{}", scope.scope.name(), found.name)).collect()
}

/// The full names of the conditions of a filter that fail, or that fail together; its part of the event alone where the
/// filter fails without a condition that does.
fn failed(scope: &ScopeFinding) -> Vec<String> {
    let mut names = named(scope, |found| !found.holds);
    if let Trying::Tried(explanation) = &scope.outcome {
        let conflicts = explanation.alternatives.iter().flat_map(|own| &own.conflict);
        let together = conflicts.filter_map(|at| explanation.conditions.get(*at));
        names.extend(together.map(|found| format!("{}.{}", scope.scope.name(), found.name)));
    }
    if names.is_empty() { vec![scope.scope.name().to_owned()] } else { names }
}

/// The name of a field with the part of the event that it is in: `DATA` where a test does not name one.
fn full_name(field: &str) -> String {
    let is_full = |scope: Scope| {
        let name = scope.name();
        field == name || field.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
    };
    if Scope::ALL.into_iter().any(is_full) {
        field.to_owned()
    } else {
        format!("{}.{field}", Scope::Data.name())
    }
}

/// The conditions that fail, where they are not those expected.
fn other_reason(event: Judged<'_>, because: &[Placed]) -> Option<Note> {
    if because.is_empty() {
        return None;
    }
    let failing = event.found.iter().filter(|scope| scope.holds == Some(false));
    let mut failed: Vec<String> = failing.flat_map(failed).collect();
    failed.sort();
    failed.dedup();
    let mut expected: Vec<String> = because.iter().map(|own| full_name(&own.text)).collect();
    expected.sort();
    expected.dedup();
    (failed != expected).then_some(Note::FailedAt(failed))
}
