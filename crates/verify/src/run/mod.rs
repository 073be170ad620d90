//! A test file run.

mod bus;
mod delivered;
mod runner;
mod sample;
mod subscriber;

pub(crate) use runner::Runner;

use crate::code::Code;
use crate::load::{FilePlace, Files, Loaded, Subscribers, place_in};
use crate::own_file;
use crate::read::read;
use crate::result::{Problem, Results};
use crate::test_file::TestFile;
use rulepad_document::{Codes, Lang, Severity, diagnostic::worded};
use rulepad_workbench::LineIndex;
use rulepad_workbench::catalogue::Catalogue;

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
    let mut subscribers = Subscribers::default();
    let (file, loaded, mut found, placed) = match own_file::read(name, text, options.lang) {
        Some(Ok(own)) => (own.file, own.loaded, Vec::new(), false),
        Some(Err(problem)) => (TestFile::default(), Loaded::default(), vec![problem], false),
        None => {
            let read = read(text);
            let mut found = read.diagnostics;
            let loaded = if found.is_empty() {
                subscribers = Subscribers::read(&read.file, files, options.lang, &mut found);
                Loaded::rules(&read.file, files, options.lang, &mut found)
            } else {
                Loaded::default()
            };
            (read.file, loaded, found, read.placed)
        }
    };
    let mut results = Results { file: name.to_owned(), ..Results::default() };
    if found.is_empty() {
        let mut runner = Runner::of_file(name, text, files, options, &loaded);
        results.checks = runner.tests(&file, &subscribers);
        results.idle_events = runner.idle_events(&file);
        results.rules = runner.tested();
        results.untested = runner.untested(&subscribers);
        found.append(&mut runner.found);
        if found.is_empty() {
            // What an import left out stops nothing, and its errors change the exit code.
            found.extend(loaded.reported.iter().cloned());
        } else {
            results = Results { file: name.to_owned(), ..Results::default() };
        }
    }
    found.sort_by_key(|found| found.span().start);
    let diagnostics = worded(&found, options.lang);
    let lines = LineIndex::new(text);
    results.problems = diagnostics.iter().map(|own| problem(name, &lines, own)).collect();
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

fn problem(name: &str, lines: &LineIndex<'_>, found: &rulepad_document::Diagnostic) -> Problem {
    Problem {
        code: found.code.to_string(),
        severity: found.severity,
        message: found.message.clone(),
        help: found.help.iter().map(|help| help.text.clone()).collect(),
        place: place_in(name, lines, found.span()),
    }
}
