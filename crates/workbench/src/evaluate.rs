//! The evaluation, as the data flows: texts, values, explanation, payloads.

use crate::draft::Draft;
use crate::outline::lines;
use crate::report::{Report, TargetReport, Verdict};
use crate::words;
use rulepad_document::json::{self, Node};
use rulepad_document::{Diagnostic, Role};
use rulepad_pattern::{self as pattern, Event};
use rulepad_rule::{self as rule, Target};
use rulepad_transformer as transformer;

/// Answers a draft: whether the event matches and why, and what each target receives.
///
/// Never fails and never panics: broken texts give diagnostics. Work is bounded.
#[must_use]
pub fn evaluate(draft: &Draft) -> Report {
    let event = json::parse(&draft.event, Role::Event);
    let parsed = pattern::parse(&draft.pattern);

    let root = event.valid();
    let flat = root.and_then(Event::new);
    let mut event_problems = event.diagnostics.clone();
    if let (Some(root), None) = (root, &flat) {
        event_problems.push(words::event_not_an_object(root));
    }
    event_problems.sort_by_key(|found| found.span().start);

    let explanation = match (parsed.valid(), &flat) {
        (Some(pattern), Some(event)) => Some(pattern::explain(pattern, event)),
        _ => None,
    };
    let verdict = match &explanation {
        _ if parsed.valid().is_none() => Verdict::PatternError,
        None => Verdict::EventError,
        Some(explanation) => match explanation.verdict() {
            Some(true) => Verdict::Match,
            Some(false) => Verdict::NoMatch,
            None => Verdict::Undecided,
        },
    };
    let why = explanation.as_ref().map(lines).unwrap_or_default();
    let (headline, summary) =
        words::verdict(verdict, explanation.as_ref(), &parsed.diagnostics, &event_problems);

    Report {
        verdict,
        headline,
        summary,
        aws_error: parsed.aws_error(&draft.pattern),
        why,
        explanation,
        rule: rule::check_rule(&draft.rule),
        targets: targets(draft, root),
        event: event_problems,
        pattern: parsed.diagnostics,
    }
}

fn targets(draft: &Draft, event: Option<&Node>) -> Vec<TargetReport> {
    let around = event.map(|event| rule::surroundings(&draft.rule, event));
    let mut reports: Vec<TargetReport> = Vec::with_capacity(draft.targets.len());
    for (index, target) in (0..).zip(&draft.targets) {
        let rendered = event.zip(around.as_ref()).map(|(event, around)| {
            transformer::render(&target.input, event, &draft.event, around, index, &target.id)
        });
        let mut diagnostics: Vec<Diagnostic> = rule::check_target(&draft.targets, index);
        diagnostics.extend(rendered.iter().flat_map(|rendered| rendered.diagnostics.iter().cloned()));
        reports.push(target_report(target, diagnostics, rendered));
    }
    reports
}

fn target_report(
    target: &Target,
    diagnostics: Vec<Diagnostic>,
    rendered: Option<transformer::Rendered>,
) -> TargetReport {
    let kind = rule::Kind::of_arn(&target.arn);
    TargetReport {
        kind: kind.map(|kind| kind.name().to_owned()).unwrap_or_default(),
        receives: kind.map(|kind| kind.receives().to_owned()).unwrap_or_default(),
        permission: kind.map(|kind| kind.permission().to_owned()).unwrap_or_default(),
        diagnostics,
        rendered,
    }
}
