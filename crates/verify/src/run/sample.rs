//! Whether an event matches a rule as it must, and why not.

use super::runner::Runner;
use crate::deploy_time::open;
use crate::load::{LoadedEvent, LoadedRule};
use crate::result::{Check, Condition, Expectation, Failure, Note, Outcome};
use crate::test_file::{Placed, Sample};
use rulepad_workbench::{Report, Verdict, explain};

impl Runner<'_> {
    pub(super) fn sample(
        &mut self,
        at: usize,
        rule: &LoadedRule,
        sample: &Sample,
        event: &LoadedEvent,
    ) -> Check {
        let report = explain(&rule.draft.pattern, &event.text, rule.draft.dialect, self.options.lang);
        let open = open(&rule.draft, &report);
        if open.is_empty() {
            self.record(at, rule, &report, sample.matches, &event.text);
        }
        let (outcome, failure) = match (report.verdict, sample.matches) {
            _ if !open.is_empty() => (Outcome::Undecided, Some(deploy_time(open))),
            (Verdict::Match, true) => (Outcome::Matched, None),
            (Verdict::Match, false) => (Outcome::Noisy, Some(self.explained(rule, &report))),
            (Verdict::NoMatch, true) => (Outcome::Missing, Some(self.explained(rule, &report))),
            (Verdict::NoMatch, false) => match other_reason(&report, &sample.because) {
                None => (Outcome::Quiet, None),
                Some(note) => {
                    let failure = Failure { note: Some(note), ..self.explained(rule, &report) };
                    (Outcome::OtherReason, Some(failure))
                }
            },
            (_, _) => (Outcome::Undecided, Some(undecided(&report))),
        };
        Check {
            rule: Some(rule.name.clone()),
            subscriber: None,
            event: event.name.clone(),
            expected: if sample.matches { Expectation::Match } else { Expectation::NoMatch },
            outcome,
            place: self.place(sample.span),
            failure,
            update: None,
        }
    }

    /// The conditions of a verdict that is not the expected one.
    pub(super) fn explained(&self, rule: &LoadedRule, report: &Report) -> Failure {
        let condition = |line: &rulepad_workbench::Line| Condition {
            depth: line.depth,
            holds: line.holds,
            sentence: line.with_name(self.options.lang),
            near: line.near.iter().map(|near| near.text.clone()).collect(),
            place: rule.place(self.loaded, line.pattern),
        };
        Failure { conditions: report.why.iter().map(condition).collect(), ..Failure::default() }
    }
}

pub(super) fn deploy_time(open: Vec<String>) -> Failure {
    Failure { note: Some(Note::DeployTime(open)), ..Failure::default() }
}

pub(super) fn undecided(report: &Report) -> Failure {
    let note = match report.verdict {
        Verdict::Undecided => Note::TooMuchWork,
        _ => {
            let first = report.event.iter().find(|found| found.is_error());
            Note::BadEvent(first.map_or_else(|| report.summary.clone(), |found| found.message.clone()))
        }
    };
    Failure { note: Some(note), ..Failure::default() }
}

/// The conditions that fail, where they are not those expected.
fn other_reason(report: &Report, because: &[Placed]) -> Option<Note> {
    if because.is_empty() {
        return None;
    }
    let explanation = report.explanation.as_ref()?;
    let failing = explanation.conditions.iter().filter(|own| !own.holds);
    let mut failed: Vec<String> = failing.map(|own| own.name.clone()).collect();
    // Conditions that hold one by one fail together.
    let conflicts = explanation.alternatives.iter().flat_map(|own| &own.conflict);
    failed.extend(conflicts.filter_map(|at| Some(explanation.conditions.get(*at)?.name.clone())));
    failed.sort();
    failed.dedup();
    let mut expected: Vec<&str> = because.iter().map(|own| own.text.as_str()).collect();
    expected.sort_unstable();
    expected.dedup();
    (failed != expected).then_some(Note::FailedAt(failed))
}
