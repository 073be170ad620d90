//! Which rules of the bus an event triggers.

use super::runner::{Runner, named};
use super::sample::{deploy_time, undecided};
use crate::deploy_time::open;
use crate::diagnostics as problems;
use crate::load::{LoadedEvent, LoadedRule, refusal};
use crate::result::{Check, Expectation, Failure, Note, Outcome, Trigger, WrongRule};
use crate::test_file::{BusTest, TestFile};
use rulepad_pattern::parse;
use rulepad_workbench::bulk::{RuleSet, Scratch};
use rulepad_workbench::{Dialect, State, Verdict, explain};

impl Runner<'_> {
    pub(crate) fn bus(&mut self, test: &BusTest, checks: &mut Vec<Check>) {
        let mut expected = Vec::new();
        for name in &test.triggers {
            match self.loaded.named(name) {
                Ok(at) if self.loaded.rules.get(at).is_some_and(|own| own.draft.dialect != Dialect::Rule) => {
                    self.found.push(problems::not_a_rule(name));
                }
                Ok(at) => {
                    expected.push(at);
                    self.named.insert(at);
                }
                Err(problem) => self.found.push(*problem),
            }
        }
        // A pattern that AWS refuses is deployed by nobody, so nothing can be said of the bus.
        let on_the_bus = self.loaded.rules.iter().filter(|own| own.draft.dialect == Dialect::Rule);
        self.found.extend(on_the_bus.filter_map(|own| refusal(own, test.span)));
        if expected.len() < test.triggers.len() {
            return;
        }
        for event in self.events(&test.event, Dialect::Rule) {
            let event = named(event, test.name.as_deref());
            if !self.is_asked("bus", &event.name) {
                continue;
            }
            let check = self.triggered(test, &expected, &event);
            checks.push(check);
        }
    }

    fn triggered(&mut self, test: &BusTest, expected: &[usize], event: &LoadedEvent) -> Check {
        let (mut also, mut not, mut broken) = (Vec::new(), Vec::new(), None);
        let mut wrong = Vec::new();
        let loaded = self.loaded;
        for (at, rule) in loaded.rules.iter().enumerate() {
            if rule.draft.dialect != Dialect::Rule {
                continue;
            }
            let report = explain(&rule.draft.pattern, &event.text, rule.draft.dialect, self.options.lang);
            // A disabled rule is triggered by nothing.
            let disabled = rule.draft.rule.state == State::Disabled;
            let open = if disabled { Vec::new() } else { open(&rule.draft, &report) };
            let is_expected = expected.contains(&at);
            let fault = match (report.verdict, is_expected) {
                _ if !open.is_empty() => {
                    broken = Some(deploy_time(open));
                    continue;
                }
                (Verdict::EventError | Verdict::Undecided, _) => {
                    broken = Some(undecided(&report));
                    continue;
                }
                (Verdict::Match, true) if disabled => Some(Trigger::Disabled),
                (Verdict::Match, false) if !disabled => Some(Trigger::Extra),
                (Verdict::NoMatch | Verdict::PatternError, true) => Some(Trigger::Missing),
                (Verdict::Match | Verdict::NoMatch | Verdict::PatternError, _) => None,
            };
            if !disabled {
                self.record(at, rule, &report, is_expected, &event.text);
            }
            let Some(fault) = fault else { continue };
            let names = if fault == Trigger::Extra { &mut also } else { &mut not };
            names.push(rule.name.clone());
            let conditions = self.explained(rule, &report).conditions;
            wrong.push(WrongRule { rule: rule.name.clone(), fault, conditions });
        }
        let note = match (also.is_empty(), not.is_empty()) {
            (true, true) => None,
            (false, true) => Some(Note::AlsoTriggers(also)),
            (true, false) => Some(Note::DoesNotTrigger(not)),
            (false, false) => Some(Note::OtherRules { also, not }),
        };
        let (outcome, failure) = match (broken, note) {
            (Some(broken), _) => (Outcome::Undecided, Some(broken)),
            (None, None) => (Outcome::Triggered, None),
            (None, Some(note)) => {
                (Outcome::OtherRules, Some(Failure { note: Some(note), rules: wrong, ..Failure::default() }))
            }
        };
        Check {
            rule: None,
            subscriber: None,
            event: event.name.clone(),
            expected: Expectation::Triggers(
                expected
                    .iter()
                    .filter_map(|at| self.loaded.rules.get(*at))
                    .map(|own| own.name.clone())
                    .collect(),
            ),
            outcome,
            place: self.place(test.span),
            failure,
            update: None,
        }
    }

    /// The events of the file that trigger no rule.
    pub(super) fn idle_events(&mut self, file: &TestFile) -> Vec<String> {
        if file.events.is_empty() || self.loaded.rules.is_empty() {
            return Vec::new();
        }
        let on_the_bus = self
            .loaded
            .rules
            .iter()
            .filter(|own| own.draft.dialect == Dialect::Rule && own.draft.rule.state != State::Disabled);
        let mut rules = RuleSet::default();
        // What AWS refuses is on no bus.
        let on_the_bus: Vec<&LoadedRule> = on_the_bus
            .filter(|own| parse(&own.draft.pattern).valid().map(|own| rules.add(own.clone())).is_some())
            .collect();
        let (matcher, mut scratch) = (rules.compile(), Scratch::default());
        // A rule that does not match may do so with another value of a reference.
        let later: Vec<&&LoadedRule> =
            on_the_bus.iter().filter(|own| !own.draft.references.is_empty()).collect();
        let lang = self.options.lang;
        let is_decided = |own: &&&LoadedRule, event: &LoadedEvent| {
            open(&own.draft, &explain(&own.draft.pattern, &event.text, Dialect::Rule, lang)).is_empty()
        };
        let mut is_idle = |event: &LoadedEvent| {
            let found = matcher.matching(event.text.as_bytes(), &mut scratch);
            found.is_ok_and(|found| found.matched.is_empty() && found.undecided.is_empty())
                && later.iter().all(|own| is_decided(own, event))
        };
        let all: Vec<LoadedEvent> =
            file.events.iter().flat_map(|source| self.events(source, Dialect::Rule)).collect();
        all.into_iter().filter(|event| is_idle(event)).map(|event| event.name).collect()
    }
}
