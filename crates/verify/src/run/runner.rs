//! What the checks of a test file share: its rules, its events, and what the tests showed so far.

use super::Options;
use crate::coverage;
use crate::diagnostics::{self as problems, Diagnostic};
use crate::load::{
    FilePlace, Files, Loaded, LoadedEvent, LoadedRule, Subscribers, events, paths, place_in, refusal,
};
use crate::mutants::mutants;
use crate::result::{Check, TestedRule};
use crate::test_file::{EventSource, Placed, RuleTest, Test, TestFile};
use rulepad_document::{Lang, Span};
use rulepad_workbench::{Dialect, LineIndex, Report, explain};
use std::collections::{BTreeMap, BTreeSet};

/// A rule with what its tests showed.
struct Tested {
    rule: usize,
    report: TestedRule,
    events: Vec<(String, bool)>,
}

pub(crate) struct Runner<'r> {
    name: &'r str,
    /// The lines of the test file.
    lines: LineIndex<'r>,
    files: &'r dyn Files,
    pub(super) options: Options<'r>,
    pub(super) loaded: &'r Loaded,
    pub(crate) found: Vec<Diagnostic>,
    /// The rules with a check, in the order of their first.
    tested: Vec<Tested>,
    /// The places of rules in [`tested`](Self::tested).
    places: BTreeMap<usize, usize>,
    /// The rules that a test names.
    pub(super) named: BTreeSet<usize>,
    /// The subscribers that a test names.
    pub(super) named_subscribers: BTreeSet<usize>,
}

/// No files at all.
struct NoFiles;

impl Files for NoFiles {
    fn paths(&self, _: &str) -> Result<Vec<String>, String> {
        Ok(Vec::new())
    }

    fn read(&self, _: &str) -> Result<String, String> {
        Err(String::new())
    }
}

impl<'r> Runner<'r> {
    /// For a test file and what it points at.
    pub(super) fn of_file(
        name: &'r str,
        text: &'r str,
        files: &'r dyn Files,
        options: Options<'r>,
        loaded: &'r Loaded,
    ) -> Self {
        Self {
            name,
            lines: LineIndex::new(text),
            files,
            options,
            loaded,
            found: Vec::new(),
            tested: Vec::new(),
            places: BTreeMap::new(),
            named: BTreeSet::new(),
            named_subscribers: BTreeSet::new(),
        }
    }

    /// For rules that are loaded, and tests that name no files.
    pub(crate) fn of_loaded(loaded: &'r Loaded, lang: Lang) -> Self {
        Self::of_file("", "", &NoFiles, Options { lang, ..Options::default() }, loaded)
    }

    pub(super) fn tests(&mut self, file: &TestFile, subscribers: &Subscribers) -> Vec<Check> {
        let mut checks = Vec::new();
        for test in &file.tests {
            match test {
                Test::Rule(own) => self.rule(own, &mut checks),
                Test::Bus(own) => self.bus(own, &mut checks),
                Test::Subscriber(own) => self.subscriber(own, subscribers, &mut checks),
            }
        }
        checks
    }

    /// The rules and subscribers that no test names.
    pub(super) fn untested(&self, subscribers: &Subscribers) -> Vec<String> {
        let rules = self.loaded.rules.iter().enumerate().filter(|(at, _)| !self.named.contains(at));
        let subscribers = subscribers.all.iter().enumerate();
        let subscribers = subscribers.filter(|(at, _)| !self.named_subscribers.contains(at));
        let rules = rules.map(|(_, own)| own.name.clone());
        rules.chain(subscribers.map(|(_, own)| own.name.clone())).collect()
    }

    /// What the tests of each rule showed.
    pub(super) fn tested(&mut self) -> Vec<TestedRule> {
        let rules = std::mem::take(&mut self.tested);
        let finish = |tested: Tested| {
            let mut report = tested.report;
            if let Some(rule) = self.loaded.rules.get(tested.rule).filter(|_| self.options.mutants) {
                (report.mutants, report.untried) = mutants(rule, self.loaded, &tested.events);
            }
            report
        };
        rules.into_iter().map(finish).collect()
    }

    pub(crate) fn rule(&mut self, test: &RuleTest, checks: &mut Vec<Check>) {
        let at = match self.loaded.named(&test.rule) {
            Ok(at) => at,
            Err(problem) => return self.found.push(*problem),
        };
        let Some(rule) = self.loaded.rules.get(at) else { return };
        if let Some(problem) = refusal(rule, test.rule.span) {
            return self.found.push(problem);
        }
        self.named.insert(at);
        for sample in &test.samples {
            self.known_fields(rule, &sample.because);
            for event in self.events(&sample.event, rule.draft.dialect) {
                let event = named(event, sample.name.as_deref());
                if self.is_asked(&rule.name, &event.name) {
                    let check = self.sample(at, rule, sample, &event);
                    checks.push(check);
                }
            }
        }
        for expected in &test.deliveries {
            if rule.draft.targets.iter().all(|target| target.id != expected.target.text) {
                let ids: Vec<String> = rule.draft.targets.iter().map(|target| target.id.clone()).collect();
                self.found.push(problems::unknown_target(&expected.target, &rule.name, &ids));
                continue;
            }
            for event in self.events(&expected.event, rule.draft.dialect) {
                let event = named(event, expected.name.as_deref());
                if self.is_asked(&rule.name, &event.name) {
                    let check = self.delivery(at, rule, expected, &event);
                    checks.push(check);
                }
            }
        }
    }

    fn known_fields(&mut self, rule: &LoadedRule, because: &[Placed]) {
        if because.is_empty() {
            return;
        }
        let report = explain(&rule.draft.pattern, "{}", rule.draft.dialect, self.options.lang);
        let names: Vec<String> =
            report.explanation.into_iter().flat_map(|own| own.conditions).map(|own| own.name).collect();
        for field in because.iter().filter(|field| !names.contains(&field.text)) {
            self.found.push(problems::unknown_field(field, &rule.name, &names));
        }
    }

    pub(super) fn is_asked(&self, rule: &str, event: &str) -> bool {
        self.options.only.is_none_or(|only| only(&format!("{rule} › {event}")))
    }

    pub(super) fn events(&mut self, source: &EventSource, dialect: Dialect) -> Vec<LoadedEvent> {
        let all =
            events(source, dialect, self.files, self.options.samples, self.options.lang, &mut self.found);
        let line = || {
            let line = self.place(source.span()).line;
            words!(self.options.lang, line_number(line))
        };
        all.into_iter()
            .map(|event| match event.name.is_empty() {
                true => LoadedEvent { name: line(), text: event.text },
                false => event,
            })
            .collect()
    }

    /// The texts of the files that a path stands for, each with its path.
    pub(super) fn texts(&mut self, path: &Placed) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        for own in paths(path, self.files, &mut self.found) {
            match self.files.read(&own) {
                Ok(text) => texts.push((own, text)),
                Err(why) => self.found.push(problems::unreadable(&own, &why, path.span)),
            }
        }
        texts
    }

    pub(super) fn place(&self, span: Span) -> FilePlace {
        place_in(self.name, &self.lines, span)
    }

    /// Counts what a sample covers.
    pub(super) fn record(
        &mut self,
        at: usize,
        rule: &LoadedRule,
        report: &Report,
        matches: bool,
        event: &str,
    ) {
        let own = match self.places.get(&at) {
            Some(found) => *found,
            None => {
                let report = TestedRule {
                    rule: rule.name.clone(),
                    positive: 0,
                    negative: 0,
                    coverage: coverage::parts(rule, self.loaded),
                    mutants: Vec::new(),
                    untried: 0,
                };
                self.places.insert(at, self.tested.len());
                self.tested.push(Tested { rule: at, report, events: Vec::new() });
                self.tested.len() - 1
            }
        };
        let Some(own) = self.tested.get_mut(own) else { return };
        if matches {
            own.report.positive += 1;
        } else {
            own.report.negative += 1;
        }
        coverage::count(&mut own.report.coverage, report);
        own.events.push((event.to_owned(), matches));
    }
}

/// An event under the name that a test gives it.
pub(super) fn named(event: LoadedEvent, name: Option<&str>) -> LoadedEvent {
    match name {
        Some(name) => LoadedEvent { name: name.to_owned(), text: event.text },
        None => event,
    }
}
