//! `rulepad scan`: which rules the events of files of any size match.

mod collect;
mod slice;
mod source;
mod work;

use crate::disk::Disk;
use crate::folder::files;
use crate::help;
use crate::label::Label;
use crate::message::Message;
use crate::options::{self, Format, once};
use crate::shown::{about, line};
use crate::source::one_standard_input;
use crate::stop::{Stop, read_or_not};
use collect::{Totals, scan};
use lexopt::ValueExt;
use rulepad_verify::{LoadedRule, read_rules};
use rulepad_workbench::bulk::{Matcher, compile};
use rulepad_workbench::{Dialect, Lang, State, Words};
use serde::Serialize;
use std::ffi::OsString;
use std::io::Write;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

/// What `rulepad help scan` prints.
pub const HELP: &str = "\
usage: rulepad scan RULES [FILE | DIR | -]...

Matches every event of files of any size with every rule of RULES and counts. RULES is a file with rules in any format
that `rulepad import` reads; it may have wildcards, and `#name` behind it takes one rule. Without FILE, standard input is
read.

A file has events one a line, in a list, or one after the other; or it is an archive of CloudTrail or another list named
`Records`, of which each record becomes the event that a bus gets of it. Files may be compressed with gzip. They are read
in slices: memory does not grow with them. Of a folder, files named .json, .ndjson, .jsonl, .log and .gz are read.

  --rules RULES     more rules; may be repeated
  --value NAME=VALUE
                    a value of the rules that is known only at deploy time; may be repeated
  --matches         writes a line of JSON for each event that matches: its file, line and rules
  --events          writes the events that match, one a line
  --format NAME     text (unless given) or json, of the counts
  --threads N       how many threads match; unless given, as many as the machine has

Exit codes: 0 every event was read, 1 some were not, or a rule could not be decided on some, 2 a file cannot be read or
the arguments are wrong.
";

/// How the names of files end that are read of a folder.
const ENDS: [&str; 5] = [".json", ".ndjson", ".jsonl", ".log", ".gz"];

/// What is written of events that match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// Nothing; the counts are.
    #[default]
    Counts,
    /// Where they are, and the rules.
    Matches,
    /// The events.
    Events,
}

#[derive(Default)]
struct Asked {
    rules: Vec<String>,
    values: Vec<(String, Vec<String>)>,
    files: Vec<OsString>,
    written: Option<Written>,
    format: Option<Format>,
    threads: Option<usize>,
}

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let mut asked = Asked::default();
    let mut first = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(value) if first.is_none() => first = Some(value.string()?),
            lexopt::Arg::Value(value) => asked.files.push(value),
            lexopt::Arg::Long("rules") => asked.rules.push(arguments.value()?.string()?),
            lexopt::Arg::Long("value") => value(&mut asked.values, &arguments.value()?.string()?)?,
            lexopt::Arg::Long("matches") => once(&mut asked.written, "matches", Written::Matches)?,
            lexopt::Arg::Long("events") => once(&mut asked.written, "events", Written::Events)?,
            lexopt::Arg::Long("format") => once(&mut asked.format, "format", Format::read(&mut arguments)?)?,
            lexopt::Arg::Long("threads") => {
                let text = arguments.value()?.string()?;
                let count = text.parse().ok().filter(|count| (1..=256).contains(count));
                let count = count.ok_or_else(|| Stop::new(Message::Threads(text)))?;
                once(&mut asked.threads, "threads", count)?;
            }
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return help::print(out, HELP),
            other => return Err(other.unexpected().into()),
        }
    }
    let first = first.ok_or_else(|| Stop::new(Message::NoRules))?;
    asked.rules.insert(0, first);
    one_standard_input(asked.files.iter().map(Some))?;
    let (rules, matcher) = rules(&asked, lang)?;
    let paths = paths(&asked.files)?;
    let threads = asked.threads.unwrap_or_else(|| available_parallelism().map_or(1, NonZero::get));
    let written = asked.written.unwrap_or_default();
    let names: Vec<&str> = rules.iter().map(|rule| &*rule.name).collect();
    let totals = scan(&matcher, &names, &paths, written, threads, out)?;
    totals.report(lang);
    if written == Written::Counts {
        read_or_not(counts(out, &rules, &totals, asked.format.unwrap_or_default(), lang))?;
    }
    Ok(totals.code())
}

/// Reads `NAME=VALUE`; a name that is there gets one more value.
fn value(values: &mut Vec<(String, Vec<String>)>, text: &str) -> Result<(), Stop> {
    let Some((name, value)) = text.split_once('=').filter(|(name, _)| !name.is_empty()) else {
        return Err(Stop::new(Message::NoValue(text.to_owned())));
    };
    match values.iter_mut().find(|(known, _)| known == name) {
        Some((_, all)) => all.push(value.to_owned()),
        None => values.push((name.to_owned(), vec![value.to_owned()])),
    }
    Ok(())
}

/// Reads the rules and compiles them.
fn rules(asked: &Asked, lang: Lang) -> Result<(Vec<LoadedRule>, Matcher), Stop> {
    let reading = read_rules(&asked.rules, &asked.values, &Disk::here(lang), lang);
    for found in reading.diagnostics.iter().filter(|found| !found.is_error()) {
        about(&Message::Said(found.message.clone()), lang);
    }
    if let Some(found) = reading.diagnostics.iter().find(|found| found.is_error()) {
        return Err(Stop::new(Message::Said(found.message.clone())));
    }
    for rule in &reading.rules {
        if rule.draft.dialect != Dialect::Rule {
            let (file, name) = (rule.file.clone(), rule.name.clone());
            return Err(Stop::new(Message::Filter { file, name }));
        }
        let open = rule.open_values();
        if let Some(value) = open.first() {
            let name = value.trim_start_matches("${").trim_end_matches('}');
            return Err(Stop::new(Message::Open {
                file: rule.file.clone(),
                rule: rule.name.clone(),
                value: value.to_string(),
                name: name.to_owned(),
            }));
        }
    }
    let matcher =
        compile(reading.rules.iter().map(|rule| &*rule.draft.pattern), lang).map_err(|refused| {
            let rule = reading.rules.get(refused.number);
            let (file, rule) = rule.map(|rule| (rule.file.clone(), rule.name.clone())).unwrap_or_default();
            let message = refused.message.lines().next().unwrap_or_default().to_owned();
            Stop::new(Message::RefusedPattern { file, rule, message })
        })?;
    Ok((reading.rules, matcher))
}

/// The files that are named, and those of the folders that are named; without any, standard input.
fn paths(arguments: &[OsString]) -> Result<Vec<PathBuf>, Stop> {
    let mut paths = Vec::new();
    for argument in arguments {
        let path = Path::new(argument);
        if path.is_dir() {
            for path in files(path, |name| ENDS.iter().any(|end| name.ends_with(end))) {
                paths.push(path?);
            }
        } else {
            paths.push(path.to_owned());
        }
    }
    if arguments.is_empty() {
        paths.push(PathBuf::from("-"));
    }
    Ok(paths)
}

#[derive(Serialize)]
struct Counts<'c> {
    events: u64,
    matched: u64,
    undecided: u64,
    unread: u64,
    bytes: u64,
    rules: Vec<Count<'c>>,
}

#[derive(Serialize)]
struct Count<'c> {
    rule: &'c str,
    file: &'c str,
    /// Whether the rule is disabled, so that no event triggers it.
    disabled: bool,
    matched: u64,
}

/// Writes how many events each rule matches.
fn counts(
    out: &mut impl Write,
    rules: &[LoadedRule],
    totals: &Totals,
    format: Format,
    lang: Lang,
) -> Result<(), Stop> {
    let all: Vec<Count<'_>> = rules
        .iter()
        .zip(&totals.matched)
        .map(|(rule, matched)| Count {
            rule: &rule.name,
            file: &rule.file,
            disabled: rule.draft.rule.state == State::Disabled,
            matched: *matched,
        })
        .collect();
    if format == Format::Json {
        let Totals { events, any, undecided, unread, bytes, .. } = *totals;
        return options::json(out, &Counts { events, matched: any, undecided, unread, bytes, rules: all });
    }
    let width = totals.matched.iter().max().map_or(1, |most| most.to_string().len());
    for own in all {
        let disabled =
            if own.disabled { format!("  ({})", Label::Disabled.words(lang)) } else { String::new() };
        line(out, format_args!("{:>width$}  {}{disabled}", own.matched, own.rule))?;
    }
    let Totals { events, any, .. } = *totals;
    Ok(line(out, Message::Matched { any, events }.words(lang))?)
}
