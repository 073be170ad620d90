//! The evaluation, as the data flows: texts, values, explanation, payloads.

use crate::draft::Draft;
use crate::outline::lines;
use crate::report::{InWords, Report, TargetReport, Verdict};
use crate::words;
use rulepad_document::Role;
use rulepad_document::json::{self, Node};
use rulepad_pattern::{self as pattern, Event};
use rulepad_rule::{Rule, Target, check_targets, rule_arn};
use rulepad_transformer::{self as transformer, Surroundings};

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
    let in_words = parsed.valid().map(|pattern| InWords {
        sentence: pattern::in_words::sentence(pattern),
        formula: pattern::in_words::formula(pattern),
    });
    let (headline, summary) =
        words::verdict(verdict, explanation.as_ref(), &parsed.diagnostics, &event_problems);

    let mut pattern_problems = parsed.diagnostics.clone();
    if let (Some(pattern), Some(event), Some(explanation)) = (parsed.valid(), &flat, &explanation) {
        pattern_problems.extend(pattern::lint::event_lints(pattern, event, explanation));
    }

    Report {
        verdict,
        headline,
        summary,
        aws_error: parsed.aws_error(&draft.pattern),
        why,
        explanation,
        rule: draft.rule.check(),
        targets: targets(draft, root),
        event: event_problems,
        pattern: pattern_problems,
        in_words,
    }
}

fn targets(draft: &Draft, event: Option<&Node>) -> Vec<TargetReport> {
    let around = surroundings(&draft.rule, event);
    let checks = check_targets(&draft.rule, &draft.targets);
    let report = |(index, target): (u32, &Target)| {
        let rendered =
            event.map(|event| transformer::render(&target.input, event, &around, index, &target.id));
        let mine = checks
            .iter()
            .filter(|found| found.labels.first().and_then(|label| label.role.target()) == Some(index));
        let own = rendered.iter().flat_map(|rendered| &rendered.diagnostics);
        let kind = target.kind();
        TargetReport {
            kind: kind.map(|kind| kind.name().to_owned()).unwrap_or_default(),
            receives: kind.map(|kind| kind.receives().to_owned()).unwrap_or_default(),
            permission: kind.map(words::permission).unwrap_or_default(),
            diagnostics: mine.chain(own).cloned().collect(),
            rendered,
        }
    };
    (0..).zip(&draft.targets).map(report).collect()
}

/// What the reserved variables say. When EventBridge will receive an event cannot be known: its own time
/// stands for it.
pub(crate) fn surroundings(rule: &Rule, event: Option<&Node>) -> Surroundings {
    let time = event.and_then(|event| event.get("time")).and_then(Node::as_str);
    Surroundings {
        rule_arn: rule_arn(rule, event),
        rule_name: rule.name.clone(),
        ingestion_time: time.unwrap_or("2026-01-01T00:00:00Z").to_owned(),
    }
}
