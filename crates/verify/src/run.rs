//! A test file run.

use crate::code::Code;
use crate::coverage;
use crate::delivery::{received, refused, updated};
use crate::deploy_time::open;
use crate::diagnostics::{self as problems, Diagnostic};
use crate::load::{FilePlace, Files, Loaded, LoadedEvent, LoadedRule, events, file_place, refusal};
use crate::mutants::mutants;
use crate::own_file;
use crate::read::read;
use crate::result::{
    Check, Condition, Expectation, Failure, Note, Outcome, Problem, Results, TestedRule, Trigger, WrongRule,
};
use crate::test_file::{BusTest, EventSource, ExpectedDelivery, Placed, RuleTest, Sample, Test, TestFile};
use rulepad_document::{Codes, Lang, Severity, Span, diagnostic::worded};
use rulepad_pattern::parse;
use rulepad_workbench::bulk::{RuleSet, Scratch};
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{Dialect, Draft, Report, State, Verdict, evaluate, explain};

/// What a run is asked for.
#[derive(Clone, Copy, Default)]
pub struct Options<'o> {
    /// Whether mutants are tried.
    pub mutants: bool,
    /// The samples that `catalogue:` names.
    pub samples: Option<&'o Catalogue>,
    /// Which checks are run, by the name of their rule and event; `None` for all.
    pub only: Option<&'o dyn Fn(&str) -> bool>,
    /// The language of the sentences.
    pub lang: Lang,
}

/// What a run gave: results, and what is wrong with the test file. A file with an error has no results.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The results.
    pub results: Results,
    /// What is wrong with the test file or with what it points at.
    pub diagnostics: Vec<rulepad_document::Diagnostic>,
    /// Whether the text may be edited by its places.
    pub placed: bool,
}

/// Runs a test file. `name` is its path, `text` what it says; what it points at is read from `files`.
#[must_use]
pub fn run(name: &str, text: &str, files: &dyn Files, options: Options<'_>) -> Run {
    let (file, loaded, mut found, placed) = match own_file::read(name, text, options.lang) {
        Some(Ok(own)) => (own.file, own.loaded, Vec::new(), false),
        Some(Err(problem)) => (TestFile::default(), Loaded::default(), vec![problem], false),
        None => {
            let read = read(text);
            let mut found = read.diagnostics;
            let loaded = if found.is_empty() {
                Loaded::rules(&read.file, files, options.lang, &mut found)
            } else {
                Loaded::default()
            };
            (read.file, loaded, found, read.placed)
        }
    };
    let mut results = Results { file: name.to_owned(), ..Results::default() };
    if found.is_empty() {
        let mut runner = Runner { name, text, files, options, ..Runner::of_loaded(&loaded, options.lang) };
        results.checks = runner.tests(&file);
        results.idle_events = runner.idle_events(&file);
        results.rules = runner.tested();
        let untested = loaded.rules.iter().enumerate().filter(|(at, _)| !runner.named.contains(at));
        results.untested = untested.map(|(_, own)| own.name.clone()).collect();
        found.append(&mut runner.found);
        if found.is_empty() {
            // What an import left out stops nothing, and its errors change the exit code.
            found.extend(loaded.reported.iter().cloned());
        } else {
            results = Results { file: name.to_owned(), ..Results::default() };
        }
    }
    found.sort_by_key(|found| found.span().start);
    let diagnostics = worded(found, options.lang);
    results.problems = diagnostics.iter().map(|own| problem(name, text, own)).collect();
    Run { results, diagnostics, placed }
}

impl Run {
    /// A test file that cannot be read, and a sentence on why.
    #[must_use]
    pub fn unread(name: &str, why: String) -> Self {
        let place = FilePlace { file: name.to_owned(), line: 1, column: 1 };
        let code = Code::NoFile.name().to_owned();
        let problem = Problem { code, severity: Severity::Error, message: why, help: Vec::new(), place };
        let results = Results { file: name.to_owned(), problems: vec![problem], ..Results::default() };
        Self { results, ..Self::default() }
    }
}

fn problem(name: &str, text: &str, found: &rulepad_document::Diagnostic) -> Problem {
    Problem {
        code: found.code.to_string(),
        severity: found.severity,
        message: found.message.clone(),
        help: found.help.iter().map(|help| help.text.clone()).collect(),
        place: file_place(name, text, found.span()),
    }
}

/// A rule with what its tests showed.
struct Tested {
    rule: usize,
    report: TestedRule,
    events: Vec<(String, bool)>,
}

pub(crate) struct Runner<'r> {
    name: &'r str,
    text: &'r str,
    files: &'r dyn Files,
    options: Options<'r>,
    loaded: &'r Loaded,
    pub(crate) found: Vec<Diagnostic>,
    rules: Vec<Tested>,
    /// The rules that a test names.
    named: Vec<usize>,
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
    /// For rules that are loaded, and tests that name no files.
    pub(crate) fn of_loaded(loaded: &'r Loaded, lang: Lang) -> Self {
        let options = Options { lang, ..Options::default() };
        let (found, rules, named) = (Vec::new(), Vec::new(), Vec::new());
        Self { name: "", text: "", files: &NoFiles, options, loaded, found, rules, named }
    }

    fn tests(&mut self, file: &TestFile) -> Vec<Check> {
        let mut checks = Vec::new();
        for test in &file.tests {
            match test {
                Test::Rule(own) => self.rule(own, &mut checks),
                Test::Bus(own) => self.bus(own, &mut checks),
            }
        }
        checks
    }

    /// The events of the file that trigger no rule.
    fn idle_events(&mut self, file: &TestFile) -> Vec<String> {
        if file.events.is_empty() {
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

    fn tested(&mut self) -> Vec<TestedRule> {
        let rules = std::mem::take(&mut self.rules);
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
        self.named.push(at);
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
            let ids: Vec<String> = rule.draft.targets.iter().map(|target| target.id.clone()).collect();
            if !ids.contains(&expected.target.text) {
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

    fn is_asked(&self, rule: &str, event: &str) -> bool {
        self.options.only.is_none_or(|only| only(&format!("{rule} › {event}")))
    }

    fn events(&mut self, source: &EventSource, dialect: Dialect) -> Vec<LoadedEvent> {
        let all =
            events(source, dialect, self.files, self.options.samples, self.options.lang, &mut self.found);
        let line = || {
            let line = file_place(self.name, self.text, source.span()).line;
            words!(self.options.lang, line_number(line))
        };
        all.into_iter()
            .map(|event| match event.name.is_empty() {
                true => LoadedEvent { name: line(), text: event.text },
                false => event,
            })
            .collect()
    }

    fn place(&self, span: Span) -> crate::load::FilePlace {
        file_place(self.name, self.text, span)
    }

    fn sample(&mut self, at: usize, rule: &LoadedRule, sample: &Sample, event: &LoadedEvent) -> Check {
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
            event: event.name.clone(),
            expected: if sample.matches { Expectation::Match } else { Expectation::NoMatch },
            outcome,
            place: self.place(sample.span),
            failure,
            update: None,
        }
    }

    /// Counts what a sample covers.
    fn record(&mut self, at: usize, rule: &LoadedRule, report: &Report, matches: bool, event: &str) {
        let own = match self.rules.iter_mut().position(|own| own.rule == at) {
            Some(found) => found,
            None => {
                let report = TestedRule {
                    rule: rule.name.clone(),
                    positive: 0,
                    negative: 0,
                    coverage: coverage::parts(rule, self.loaded),
                    mutants: Vec::new(),
                    untried: 0,
                };
                self.rules.push(Tested { rule: at, report, events: Vec::new() });
                self.rules.len() - 1
            }
        };
        let Some(own) = self.rules.get_mut(own) else { return };
        if matches {
            own.report.positive += 1;
        } else {
            own.report.negative += 1;
        }
        coverage::count(&mut own.report.coverage, report);
        own.events.push((event.to_owned(), matches));
    }

    fn explained(&self, rule: &LoadedRule, report: &Report) -> Failure {
        let condition = |line: &rulepad_workbench::Line| Condition {
            depth: line.depth,
            holds: line.holds,
            sentence: line.with_name(self.options.lang),
            near: line.near.iter().map(|near| near.text.clone()).collect(),
            place: rule.place(self.loaded, line.pattern),
        };
        Failure { conditions: report.why.iter().map(condition).collect(), ..Failure::default() }
    }

    fn delivery(
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

    pub(crate) fn bus(&mut self, test: &BusTest, checks: &mut Vec<Check>) {
        let mut expected = Vec::new();
        for name in &test.triggers {
            match self.loaded.named(name) {
                Ok(at) if self.loaded.rules.get(at).is_some_and(|own| own.draft.dialect != Dialect::Rule) => {
                    self.found.push(problems::not_a_rule(name));
                }
                Ok(at) => {
                    expected.push(at);
                    self.named.push(at);
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
}

fn named(event: LoadedEvent, name: Option<&str>) -> LoadedEvent {
    match name {
        Some(name) => LoadedEvent { name: name.to_owned(), text: event.text },
        None => event,
    }
}

/// Why a target receives nothing, in every language: a test file may have been written in any.
fn reasons(draft: &Draft, target: Option<usize>) -> Vec<String> {
    let of = |lang| refused(evaluate(draft, lang).targets.get(target?)?);
    Lang::ALL.into_iter().filter_map(of).collect()
}

fn deploy_time(open: Vec<String>) -> Failure {
    Failure { note: Some(Note::DeployTime(open)), ..Failure::default() }
}

fn undecided(report: &Report) -> Failure {
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
