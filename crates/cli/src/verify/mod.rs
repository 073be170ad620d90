//! `rulepad verify`: rules under test, in CI and while they are written.

mod find;

use crate::diagnostics;
use crate::disk::{Disk, Stamp};
use crate::help;
use crate::message::Message;
use crate::options::once;
use crate::shown::{about, file};
use crate::source::InputText;
use crate::stop::{Stop, read_or_not};
use lexopt::ValueExt;
use regex_lite::Regex;
use rulepad_verify::{Format, Options, Report, Run, SCHEMA, run as run_file, update};
use rulepad_workbench::{Lang, Words, catalogue};
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

/// What `rulepad help verify` prints.
pub const HELP: &str = "\
usage: rulepad verify [FILE | DIR]... [--format NAME] [--out NAME=PATH]...

Runs test files, `*.rulepad.yaml` and `*.rulepad.json`: which events a rule must match and must not,
what its targets receive, which rules an event triggers. Rules are read where they are, in any format that
`rulepad import` reads. Without FILE, the test files under the current folder are found.

  --format NAME     text (unless given), json, tap, junit, github, sarif or markdown
  --out NAME=PATH   writes the results in a format to a file as well; may be repeated
  --run REGEX       runs only the checks whose `rule › event` matches
  --require-tests   every rule must have an event that must match and one that must not
  --allow-empty     no checks at all are no failure
  --coverage        which conditions, values and `$or` branches never decided a verdict
  --threshold N     fails where less than N percent of them did; means --coverage
  --mutants         changes each rule by small steps and lists the changes that no check notices, each with
                    an event that tells the two apart; such a change is a failure
  --update          writes the payloads that are delivered into the test files
  --watch           runs them again whenever a file changes, until interrupted
  --schema          prints the JSON Schema of a test file

Exit codes: 0 all is as expected, 1 something is not, 2 a file cannot be read or the arguments are wrong.
";

/// How long `--watch` waits before it looks at the files again.
const PAUSE: Duration = Duration::from_millis(200);

#[derive(Default)]
struct Asked {
    paths: Vec<OsString>,
    format: Option<Format>,
    outs: Vec<(Format, PathBuf)>,
    only: Option<Regex>,
    require_tests: bool,
    allow_empty: bool,
    coverage: bool,
    threshold: Option<f64>,
    mutants: bool,
    update: bool,
    watch: bool,
}

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let mut asked = Asked::default();
    let mut schema = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(value) => asked.paths.push(value),
            lexopt::Arg::Long("format") => {
                let name = arguments.value()?.string()?;
                once(&mut asked.format, "format", format(&name)?)?;
            }
            lexopt::Arg::Long("out") => asked.outs.push(destination(&arguments.value()?.string()?)?),
            lexopt::Arg::Long("run") => {
                let text = arguments.value()?.string()?;
                let only = Regex::new(&text)
                    .map_err(|error| Stop::new(Message::Regex { error: error.to_string(), text }))?;
                once(&mut asked.only, "run", only)?;
            }
            lexopt::Arg::Long("threshold") => {
                let text = arguments.value()?.string()?;
                let percent = text.parse::<f64>().ok().filter(|percent| (0.0..=100.0).contains(percent));
                let percent = percent.ok_or_else(|| Stop::new(Message::Threshold(text)))?;
                once(&mut asked.threshold, "threshold", percent)?;
            }
            lexopt::Arg::Long("require-tests") => asked.require_tests = true,
            lexopt::Arg::Long("fail-on-empty") => asked.allow_empty = false,
            lexopt::Arg::Long("allow-empty") => asked.allow_empty = true,
            lexopt::Arg::Long("coverage") => asked.coverage = true,
            lexopt::Arg::Long("mutants") => asked.mutants = true,
            lexopt::Arg::Long("update") => asked.update = true,
            lexopt::Arg::Long("watch") => asked.watch = true,
            lexopt::Arg::Long("schema") => schema = true,
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return help::print(out, HELP),
            other => return Err(other.unexpected().into()),
        }
    }
    if schema {
        return help::print(out, SCHEMA);
    }
    asked.coverage |= asked.threshold.is_some();
    if asked.watch { watch(&asked, lang, out) } else { Ok(run_all(&asked, lang, out)?.code) }
}

fn format(name: &str) -> Result<Format, Stop> {
    Format::named(name).ok_or_else(|| {
        let known = Format::NAMES.iter().map(|(name, _)| *name).collect();
        Stop::new(Message::UnknownFormat { name: name.to_owned(), known })
    })
}

fn destination(text: &str) -> Result<(Format, PathBuf), Stop> {
    match text.split_once('=') {
        Some((name, path)) if !path.is_empty() => Ok((format(name)?, PathBuf::from(path))),
        _ => Err(Stop::new(Message::OutWithoutPath(text.to_owned()))),
    }
}

/// What one round gave.
struct Round {
    code: u8,
    /// Every file that was read.
    read: Vec<Stamp>,
    /// The test files that were found.
    found: Vec<PathBuf>,
}

fn run_all(asked: &Asked, lang: Lang, out: &mut impl Write) -> Result<Round, Stop> {
    let paths = find::test_files(&asked.paths)?;
    let samples = catalogue::bundled().map_err(|error| Stop::new(Message::Said(error)))?;
    let only = asked.only.as_ref().map(|only| move |name: &str| only.is_match(name));
    let options = Options {
        mutants: asked.mutants,
        samples: Some(&samples),
        only: only.as_ref().map(|only| only as &dyn Fn(&str) -> bool),
        lang,
    };
    let mut report = Report { coverage: asked.coverage, mutants: asked.mutants, lang, ..Report::default() };
    let mut broken = false;
    let mut read = Vec::new();
    for path in &paths {
        read.push(Stamp::of(path));
        let source = match InputText::read(path.as_os_str()) {
            Ok(source) => source,
            // The other files are run all the same.
            Err(Stop::Because(message)) => {
                about(&*message, lang);
                report.runs.push(Run::unread(&path.display().to_string(), message.words(lang)));
                broken = true;
                continue;
            }
            Err(stop) => return Err(stop),
        };
        if find::is_draft(&source.text) {
            about(&Message::NoTests(source.name), lang);
            continue;
        }
        let disk = Disk::beside(path, lang);
        let mut run = run_file(&source.name, &source.text, &disk, options);
        read.extend(disk.read_files());
        broken |= run.diagnostics.iter().any(rulepad_workbench::Diagnostic::is_error);
        // Nothing is left to be done where standard error is closed.
        let _ = diagnostics::write(&mut io::stderr().lock(), &source, &run.diagnostics, lang);
        if asked.update
            && run.placed
            && let Some(text) = update(&source.text, &run.results)
        {
            fs::write(path, &text).map_err(|error| Stop::new(Message::unwritable(path.display(), error)))?;
            about(&Message::PayloadsUpdated(source.name.clone()), lang);
            run = run_file(&source.name, &text, &disk, options);
        }
        report.runs.push(run);
    }
    for (format, path) in &asked.outs {
        fs::write(path, format.write(&report))
            .map_err(|error| Stop::new(Message::unwritable(path.display(), error)))?;
    }
    read_or_not(file(out, &asked.format.unwrap_or_default().write(&report)).map_err(Stop::from))?;
    let code = if broken { 2 } else { u8::from(!is_good(asked, &report, paths.len(), lang)) };
    Ok(Round { code, read, found: paths })
}

/// Whether everything is as expected; what is not, beside the checks, is said on standard error.
fn is_good(asked: &Asked, report: &Report, files: usize, lang: Lang) -> bool {
    let mut good = report.checks().iter().all(|check| check.passed());
    if report.checks().is_empty() && !asked.allow_empty {
        about(if files == 0 { &Message::NoTestFile } else { &Message::NoCheck }, lang);
        good = false;
    }
    if let Some(threshold) = asked.threshold.filter(|threshold| report.covered_percent() < *threshold) {
        about(&Message::Coverage { percent: report.covered_percent(), threshold }, lang);
        good = false;
    }
    let results = report.runs.iter().map(|run| &run.results);
    for results in results {
        if asked.require_tests {
            let one_sided = results.rules.iter().filter(|rule| rule.positive == 0 || rule.negative == 0);
            for rule in one_sided {
                let (file, must_match) = (results.file.clone(), rule.positive == 0);
                about(&Message::OneSided { file, rule: rule.rule.clone(), must_match }, lang);
                good = false;
            }
            for rule in &results.untested {
                about(&Message::Untested { file: results.file.clone(), rule: rule.clone() }, lang);
                good = false;
            }
        }
        good &= results.survivors().next().is_none();
    }
    good
}

/// Runs the tests whenever one of their files changes; ends only where the output does.
fn watch(asked: &Asked, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    loop {
        let round = match run_all(asked, lang, out) {
            Ok(round) => round,
            // A file may be missing for a moment while an editor writes it.
            Err(Stop::Because(message)) => {
                about(&*message, lang);
                let found = find::test_files(&asked.paths).unwrap_or_default();
                Round { code: 2, read: found.iter().map(|path| Stamp::of(path)).collect(), found }
            }
            Err(stop) => return Err(stop),
        };
        if out.flush().is_err() {
            return Ok(round.code);
        }
        let is_current = || {
            round.read.iter().all(Stamp::is_current)
                && find::test_files(&asked.paths).is_ok_and(|found| found == round.found)
        };
        while is_current() {
            sleep(PAUSE);
        }
    }
}
