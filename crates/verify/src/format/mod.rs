//! Results for people and for the tools of CI.

mod github;
mod json;
mod junit;
mod markdown;
mod sarif;
mod tap;
mod text;

use crate::load::FilePlace;
use crate::result::{Check, Covered, Fate, Mutant, Problem, Results, TestedRule};
use crate::run::Run;
use rulepad_document::Lang;

/// Everything that was run, with what is to be reported of it.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Each test file.
    pub runs: Vec<Run>,
    /// Whether coverage is reported.
    pub coverage: bool,
    /// Whether mutants are reported.
    pub mutants: bool,
    /// The language of the sentences.
    pub lang: Lang,
}

impl Report {
    /// Every check of every file.
    #[must_use]
    pub fn checks(&self) -> Vec<&Check> {
        self.runs.iter().flat_map(|run| &run.results.checks).collect()
    }

    /// How much of the patterns decided a verdict, in percent; 100 where there is nothing to cover.
    #[must_use]
    pub fn covered_percent(&self) -> f64 {
        let rules = self.runs.iter().flat_map(|run| &run.results.rules);
        let parts: Vec<bool> =
            rules.flat_map(|rule| &rule.coverage).map(crate::Covered::is_covered).collect();
        if parts.is_empty() {
            return 100.0;
        }
        let covered = parts.iter().filter(|own| **own).count();
        // Counts of parts are far below the integers that a float has exactly.
        #[expect(clippy::cast_precision_loss, reason = "a pattern has few parts")]
        let percent = covered as f64 * 100.0 / parts.len() as f64;
        percent
    }
}

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// All of it as JSON.
    Json,
    /// The Test Anything Protocol, version 14.
    Tap,
    /// JUnit's XML, as CI servers read it.
    JUnit,
    /// Commands of GitHub Actions, which annotate the changed lines.
    GitHub,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// A table for a summary or a comment.
    Markdown,
}

impl Format {
    /// Every format with the name it has on the command line.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("text", Self::Text),
        ("json", Self::Json),
        ("tap", Self::Tap),
        ("junit", Self::JUnit),
        ("github", Self::GitHub),
        ("sarif", Self::Sarif),
        ("markdown", Self::Markdown),
    ];

    /// The format with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(own, _)| *own == name).map(|(_, format)| *format)
    }

    /// The report in this format, with a line end at its end.
    #[must_use]
    pub fn write(self, report: &Report) -> String {
        match self {
            Self::Text => text::write(report),
            Self::Json => json::write(report),
            Self::Tap => tap::write(report),
            Self::JUnit => junit::write(report),
            Self::GitHub => github::write(report),
            Self::Sarif => sarif::write(report),
            Self::Markdown => markdown::write(report),
        }
    }
}

/// The name of a check in formats that have one line for each.
fn title(check: &Check, lang: Lang) -> String {
    let rule = check.subject();
    format!("{rule} › {} › {}", check.event, words!(lang, expectation(&check.expected)))
}

/// The name of a problem in formats that have one line for each test.
fn problem_title(own: &Problem, lang: Lang) -> String {
    format!("{} › {}", words!(lang, FILE), own.message)
}

/// What there is to say of a problem.
fn problem_lines(own: &Problem, lang: Lang) -> Vec<String> {
    let mut lines = vec![own.message.clone()];
    lines.extend(words!(lang, helps(own)));
    lines
}

/// The mutants of a file that no check noticed, where they are reported.
fn survivors<'r>(report: &Report, results: &'r Results) -> Vec<(&'r TestedRule, &'r Mutant)> {
    if report.mutants { results.survivors().collect() } else { Vec::new() }
}

/// The name of a surviving mutant in formats that have one line for each test.
fn survivor_title(rule: &TestedRule, mutant: &Mutant, lang: Lang) -> String {
    format!("{} › {} › {}", rule.rule, words!(lang, SURVIVOR), words!(lang, change(mutant)))
}

/// What there is to say of a surviving mutant: the event that tells it from its rule.
fn survivor_lines(mutant: &Mutant, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = words!(lang, mutation(mutant)).into_iter().collect();
    if let Fate::Survived { event, .. } = &mutant.fate {
        lines.push(words!(lang, WITNESS).to_owned());
        lines.extend(event.lines().map(str::to_owned));
    }
    lines
}

/// The parts of patterns that decided nothing, where coverage is reported.
fn uncovered_parts<'r>(report: &Report, results: &'r Results) -> Vec<(&'r TestedRule, &'r Covered)> {
    if !report.coverage {
        return Vec::new();
    }
    let all = results.rules.iter().flat_map(|rule| rule.coverage.iter().map(move |own| (rule, own)));
    all.filter(|(_, own)| !own.is_covered()).collect()
}

/// A place, or the start of the test file.
fn place_or_start(place: Option<&FilePlace>, results: &Results) -> FilePlace {
    place.cloned().unwrap_or_else(|| FilePlace { file: results.file.clone(), line: 1, column: 1 })
}
