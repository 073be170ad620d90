//! A draft to its report.

use crate::draft::{Field, SubscriberDraft};
use crate::moved::moved;
use crate::report::{Problem, SubscriberReport};
use crate::written::Written;
use rulepad_document::{Diagnostic, Lang, Words};
use rulepad_subscriber::draft;
use rulepad_subscriber::event::{Reading, read_given};
use rulepad_subscriber::report::{Report, TargetReport, of_readings, verdict_of};
use rulepad_subscriber::target::{Arn, Refusal, TargetKind};

/// What AWS makes of a draft, in words.
#[must_use]
pub fn evaluate(own: &SubscriberDraft, lang: Lang) -> SubscriberReport {
    let written = Written::new(own);
    let mut reading = draft::read(&written.text);
    let has_target = !own.target.trim().is_empty();
    let event = read_given(&own.event, own.published, &own.given());
    if !has_target {
        // Nothing to check yet: the payload is what a queue gets.
        reading.subscriber.invoke = None;
        reading.problems.retain(|found| !matches!(written.find(found.span()), Some((Field::Target, _))));
    }
    if written.missing.contains(&Field::Bus) {
        // Policies name no stand-in.
        reading.subscriber.bus = None;
    }
    let kind = (!has_target).then_some(TargetKind::Sqs);
    let Report { subscriber, target, events, unverified, notes, event: of_event, .. } =
        of_readings(reading, &event, kind, lang);
    let mut problems = placed(&written, subscriber, target.as_ref(), lang);
    problems.extend(of_event.into_iter().map(|found| event_problem(Field::Event, found)));
    problems.extend(event.of_given.iter().map(|found| event_problem(Field::Metadata, found.worded(lang))));
    problems.sort_by_key(|own| (own.field, own.diagnostic.span().start, own.diagnostic.severity));
    let is_refused = problems.iter().any(|own| own.field.scope().is_some() && own.diagnostic.is_error());
    let verdict = verdict_of(is_refused, events.iter().map(|own| own.verdict));
    let moved = moved(own, &event, &events);
    SubscriberReport {
        verdict,
        headline: verdict.words(lang),
        problems,
        missing: written.missing,
        notes,
        takes_given: takes_given(&event),
        moved,
        target: target.filter(|_| has_target),
        block: block(&own.target),
        events,
        unverified,
    }
}

fn takes_given(event: &Reading) -> bool {
    event.takes_given || event.events.is_empty()
}

fn block(target: &str) -> Option<String> {
    let kind = TargetKind::of(&Arn::parse(target)?).ok()?;
    kind.block().map(|block| block.name().to_owned())
}

/// The problems of the request, each of the text that it is about.
fn placed(
    written: &Written,
    found: Vec<Diagnostic>,
    target: Option<&TargetReport>,
    lang: Lang,
) -> Vec<Problem> {
    let refusal = |found: &Diagnostic| {
        let own = target.and_then(|target| target.findings.iter().find(|own| own.diagnostic == *found));
        own.map_or(if found.is_error() { Refusal::AtCreate } else { Refusal::Nobody }, |own| own.refusal)
    };
    let of_request = found.into_iter().map(|found| {
        let refusal = Some(refusal(&found));
        let (field, diagnostic) = written.place(found);
        Problem { field, refusal, diagnostic }
    });
    let left_out = written.left_out.iter().map(|(field, found)| {
        let mut diagnostic = found.worded(lang);
        // Tools read the text before AWS does.
        diagnostic.reference = None;
        let refusal = Some(if diagnostic.is_error() { Refusal::AtCreate } else { Refusal::Nobody });
        Problem { field: *field, refusal, diagnostic }
    });
    left_out.chain(of_request).collect()
}

fn event_problem(field: Field, diagnostic: Diagnostic) -> Problem {
    Problem { field, refusal: None, diagnostic }
}
