//! `rulepad export`: a rule as a file of another format.

use crate::import::{one, read};
use crate::label::Label;
use crate::message::{Message, RulesOf, labeled};
use crate::options::once;
use crate::shown::{self, line};
use crate::source::InputText;
use crate::stop::{Stop, read_or_not};
use crate::{help, subscribers};
use lexopt::ValueExt;
use rulepad_workbench::{Export, Exported, Format, Lang, Severity, export};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

#[path = "export_all.rs"]
mod export_all;

const HELP: &str = "\
usage: rulepad export --format NAME [FILE] [--rule NAME]
       rulepad export --format NAME [FILE] --all DIR
       rulepad export --dialect subscriber --format NAME [FILE] [--rule NAME]

Writes a rule with its targets, and what lets EventBridge deliver to them, in another format. FILE is
Rulepad's own file or any text that `rulepad import` reads; without it, or with `-`, standard input is
read. What the format cannot carry, and what is still to do by hand, go to standard error.

  --format NAME     one of the formats below
  --rule NAME       which rule, where the text has several: its name, its logical id, the address of its
                    resource, or its number
  --all DIR         writes every rule of the text as a file of its own into a directory
  --dialect subscriber
                    writes the subscribers and event sources of custom event buses in FILE instead, all of
                    them in one file or the one that `--rule` names; `rulepad help migrate` has the formats

Exit codes: 0 the file carries the whole rule, 1 something of it is lost, AWS refuses something of its
targets, or something of the text could not be taken, 2 there is no file, because AWS refuses the event
pattern, the text has no rule or several, or the arguments are wrong. With `--all`, the worst of them.

";

/// What `rulepad help export` prints.
pub fn page() -> String {
    let names: Vec<(String, &str)> =
        Format::ALL.into_iter().map(|format| (identifier(format), format.name(Lang::En))).collect();
    let wide = names.iter().map(|(own, _)| own.len()).max().unwrap_or_default();
    let lines = names.iter().map(|(own, name)| format!("  {own:wide$}  {name}\n"));
    HELP.to_owned() + &lines.collect::<String>()
}

/// The name of a format in share links, in JavaScript and here.
fn identifier(format: Format) -> String {
    let name = serde_json::to_value(format).ok();
    name.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let (mut file, mut format, mut rule, mut all, mut dialect) = (None, None, None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(value) if file.is_none() => file = Some(value),
            lexopt::Arg::Long("format") => once(&mut format, "format", arguments.value()?.string()?)?,
            lexopt::Arg::Long("dialect") => once(&mut dialect, "dialect", subscriber(&mut arguments)?)?,
            lexopt::Arg::Long("rule") => once(&mut rule, "rule", arguments.value()?.string()?)?,
            lexopt::Arg::Long("all") => once(&mut all, "all", arguments.value()?)?,
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return help::print(out, &page()),
            other => return Err(other.unexpected().into()),
        }
    }
    let format = format.ok_or_else(|| Stop::new(Message::NoExportFormat))?;
    if dialect.is_some() && all.is_some() {
        return Err(Stop::new(Message::Both("dialect", "all")));
    }
    let own = if dialect.is_none() { Some(named(&format)?) } else { None };
    let source = InputText::read(&file.unwrap_or_else(|| OsString::from("-")))?;
    let Some(format) = own else {
        return subscribers::export_to(source, format, rule.as_deref(), lang, out);
    };
    let read = read(&source, lang);
    let partly = u8::from(read.diagnostics.iter().any(|found| found.severity != Severity::Note));
    if let Some(directory) = all {
        if rule.is_some() {
            return Err(Stop::new(Message::Both("rule", "all")));
        }
        if read.rules.is_empty() {
            return Err(Stop::new(Message::NoRule(RulesOf::Text(source.name))));
        }
        return Ok(export_all::run(&read, format, Path::new(&directory), lang, out)?.max(partly));
    }
    let draft = one(&read, rule.as_deref(), RulesOf::Text(source.name), lang)?;
    let file = match export(&draft, format, lang) {
        Export::Ready(file) => file,
        Export::NotYet(sentence) => return Err(Stop::new(Message::Said(sentence))),
    };
    read_or_not(shown::file(out, &file.text).map_err(Stop::from))?;
    report(&file, None, lang);
    Ok(outcome(&file).max(partly))
}

/// Prints what AWS refuses, what is lost and what is left to do; `rule` names the file's rule among others.
fn report(file: &Exported, rule: Option<&str>, lang: Lang) {
    let mut about = io::stderr().lock();
    let whose = rule.map(|rule| format!("{rule}: ")).unwrap_or_default();
    for (label, sentences) in
        [(Label::Refused, &file.refused), (Label::Lost, &file.losses), (Label::Note, &file.notes)]
    {
        for sentence in sentences {
            // Nothing is left to be done where standard error is closed.
            let _ = line(&mut about, labeled(label, lang, format_args!("{whose}{sentence}")));
        }
    }
}

/// The exit code of a file that was written.
fn outcome(file: &Exported) -> u8 {
    u8::from(!(file.losses.is_empty() && file.refused.is_empty()))
}

fn named(name: &str) -> Result<Format, Stop> {
    let unknown = |_| Stop::new(Message::UnknownExportFormat(name.to_owned()));
    serde_json::from_value(name.into()).map_err(unknown)
}

/// The only value of `--dialect`.
fn subscriber(arguments: &mut lexopt::Parser) -> Result<(), Stop> {
    let name = arguments.value()?.string()?;
    let unknown = || Stop::new(Message::UnknownDialect { name: name.clone(), command: "export".to_owned() });
    (name == "subscriber").then_some(()).ok_or_else(unknown)
}
