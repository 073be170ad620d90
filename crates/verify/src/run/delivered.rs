//! Whether a target receives what it must.

use super::runner::Runner;
use super::sample::{deploy_time, undecided};
use crate::delivery::{received, refused, updated};
use crate::deploy_time::open;
use crate::load::{LoadedEvent, LoadedRule};
use crate::result::{Check, Expectation, Failure, Note, Outcome};
use crate::test_file::ExpectedDelivery;
use rulepad_document::Lang;
use rulepad_workbench::{Draft, Verdict, evaluate};

impl Runner<'_> {
    pub(super) fn delivery(
        &mut self,
        at: usize,
        rule: &LoadedRule,
        expected: &ExpectedDelivery,
        event: &LoadedEvent,
    ) -> Check {
        let draft = Draft { event: event.text.clone(), ..rule.draft.clone() };
        let report = evaluate(&draft, self.options.lang);
        let open = open(&rule.draft, &report);
        if open.is_empty() {
            self.record(at, rule, &report, true, &event.text);
        }
        let is_open = !open.is_empty();
        let place = draft.targets.iter().position(|target| target.id == expected.target.text);
        let target = place.and_then(|at| report.targets.get(at));
        let mut update = None;
        let failure = match (report.verdict, target) {
            _ if is_open => Some(deploy_time(open)),
            (Verdict::Match, Some(target)) => {
                update = updated(expected, target);
                received(expected, target, || reasons(&draft, place))
            }
            (Verdict::Match, None) | (Verdict::NoMatch, _) => {
                Some(Failure { note: Some(Note::NoMatch), ..self.explained(rule, &report) })
            }
            (_, _) => Some(undecided(&report)),
        };
        let is_update = failure.as_ref().is_some_and(|own| !own.differences.is_empty());
        Check {
            rule: Some(rule.name.clone()),
            subscriber: None,
            event: event.name.clone(),
            expected: Expectation::Delivery { target: expected.target.text.clone() },
            outcome: match &failure {
                None => Outcome::Delivered,
                Some(_) if is_open => Outcome::Undecided,
                Some(Failure { note: Some(Note::NotVerified(_) | Note::UnknownKind), .. }) => {
                    Outcome::Undecided
                }
                Some(_) if matches!(report.verdict, Verdict::Match | Verdict::NoMatch) => Outcome::Different,
                Some(_) => Outcome::Undecided,
            },
            place: self.place(expected.span),
            failure,
            update: update.filter(|_| is_update),
        }
    }
}

/// Why a target receives nothing, in every language: a test file may have been written in any.
fn reasons(draft: &Draft, target: Option<usize>) -> Vec<String> {
    let of = |lang| refused(evaluate(draft, lang).targets.get(target?)?);
    Lang::ALL.into_iter().filter_map(of).collect()
}
