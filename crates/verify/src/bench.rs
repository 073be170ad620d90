//! Rules, events and tests that are in memory: the questions that a page asks of them.

use crate::coverage;
use crate::load::Loaded;
use crate::mutants::mutants;
use crate::own_file;
use crate::result::{Check, TestedRule};
use crate::run::Runner;
use crate::test_file::Test;
use rulepad_document::{Lang, Words};
use rulepad_workbench::bus::Bus;
use rulepad_workbench::file::Events;
use rulepad_workbench::{
    Dialect, Draft, Outcome as Rendering, TargetReport, Verdict, batch, evaluate, event_time, explain,
};

/// What became of each test of a bus, those of rules first, then those of the bus. An error says in a sentence in lower
/// case why there is no outcome: AWS refuses the pattern, or there is no such target or field.
#[must_use]
pub fn check(draft: &Draft, events: &Events, bus: &Bus, lang: Lang) -> Vec<Result<Check, String>> {
    let own = own_file::of_bus("", draft, Some(events), bus, &Default::default(), lang);
    let mut runner = Runner::of_loaded(&own.loaded, lang);
    let mut out = Vec::new();
    for test in &own.file.tests {
        let mut checks = Vec::new();
        match test {
            Test::Rule(test) => runner.rule(test, &mut checks),
            Test::Bus(test) => runner.bus(test, &mut checks),
            // A file of rules has no tests of subscribers.
            Test::Subscriber(_) => {}
        }
        let problem = std::mem::take(&mut runner.found).into_iter().next();
        out.push(match problem {
            Some(problem) => Err(problem.message.words(lang)),
            None => checks.pop().ok_or_else(String::new),
        });
    }
    out
}

/// Why a check is not as expected, in one sentence in lower case; `None` where it is.
#[must_use]
pub fn sentence(check: &Check, lang: Lang) -> Option<String> {
    check.failure.as_ref().map(|failure| words!(lang, in_short(check, failure)))
}

/// What became of a check, and why where it is not as expected: a line each, as a terminal has them.
#[must_use]
pub fn lines(check: &Check, lang: Lang) -> Vec<String> {
    let why = check.failure.iter().flat_map(|failure| words!(lang, failure(failure)));
    std::iter::once(words!(lang, outcome(check))).chain(why).collect()
}

/// What a rule did with one event, at the event's own time.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Observation {
    /// The event's `time`, in seconds since 1970.
    pub time: Option<i64>,
    /// Whether it matches.
    pub matched: bool,
    /// For each target of a rule that matches, whether it is delivered; `None` where that is not known.
    pub targets: Vec<Option<bool>>,
}

/// What a rule does with an event: an event that does not match costs no more than its verdict.
#[must_use]
pub fn observe(rule: &Draft, event: &str) -> Observation {
    let time = event_time(event);
    let none = Observation { time, ..Observation::default() };
    if rule.dialect == Dialect::Rule && batch::verdict(&rule.pattern, event, Lang::En).0 != Verdict::Match {
        return none;
    }
    let report = evaluate(&Draft { event: event.to_owned(), ..rule.clone() }, Lang::En);
    if report.verdict != Verdict::Match {
        return none;
    }
    Observation { time, matched: true, targets: report.targets.iter().map(delivered).collect() }
}

fn delivered(target: &TargetReport) -> Option<bool> {
    match &target.rendered.as_ref()?.outcome {
        Rendering::Delivered(_) => Some(target.delivery.as_ref().is_none_or(|own| own.refused.is_none())),
        Rendering::NotDelivered { .. } | Rendering::Refused { .. } => Some(false),
        Rendering::Unknown { .. } => None,
    }
}

/// How events exercise a rule: each with whether it must match. Events on which the rule has no verdict, or not the one
/// that is expected, say nothing of a change and do not count for mutants.
#[must_use]
pub fn exercise(rule: &Draft, events: &[(String, bool)], with_mutants: bool, lang: Lang) -> TestedRule {
    let loaded = Loaded::of_drafts("", vec![rule.clone()], lang);
    let Some(rule) = loaded.rules.first() else { return TestedRule::default() };
    let mut tested = TestedRule {
        rule: rule.name.clone(),
        coverage: coverage::parts(rule, &loaded),
        ..TestedRule::default()
    };
    for (event, matches) in events {
        let report = explain(&rule.draft.pattern, event, rule.draft.dialect, Lang::En);
        if !matches!(report.verdict, Verdict::Match | Verdict::NoMatch) {
            continue;
        }
        if *matches {
            tested.positive += 1;
        } else {
            tested.negative += 1;
        }
        coverage::count(&mut tested.coverage, &report);
    }
    if with_mutants {
        (tested.mutants, tested.untried) = mutants(rule, &loaded, events);
    }
    tested
}
