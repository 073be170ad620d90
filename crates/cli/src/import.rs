//! `rulepad import`: the rules in a text, and what was understood of each.

use crate::options::{Format, json, once};
use crate::shown::{self, line};
use crate::source::Source;
use crate::stop::{Stop, read_or_not};
use crate::{diagnostics, help};
use lexopt::ValueExt;
use rulepad_workbench::{
    Brings, Draft, Import, NotChosen, Rule, Severity, Target, Understood, choose, file, import,
};
use std::ffi::OsString;
use std::io::{self, Write};

/// What `rulepad help import` prints.
pub const HELP: &str = "\
usage: rulepad import [FILE] [--format json]
       rulepad import [FILE] --save [--rule NAME]

Reads the rules in a text and says what was understood: answers of `describe-rule`, `list-rules` and
`list-targets-by-rule`, one after another too, requests of PutRule and PutTargets, CloudFormation and
SAM templates, Terraform, event patterns, Rulepad's own file. Without FILE, or with `-`, standard
input is read.

  --save            writes Rulepad's own file, to open on the page or to export
  --rule NAME       which rule to save, where the text has several: its name, its logical id, the address of
                    its resource, or its number
  --format json     the whole answer as one line of JSON; its spans count bytes of UTF-8

Exit codes: 0 all of it was read, 1 something of the text could not be taken, 2 there is no rule, or
the arguments are wrong.
";

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, out: &mut impl Write) -> Result<u8, Stop> {
    let (mut file, mut format, mut rule, mut save) = (None, None, None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(value) if file.is_none() => file = Some(value),
            lexopt::Arg::Long("format") => once(&mut format, "format", Format::read(&mut arguments)?)?,
            lexopt::Arg::Long("rule") => once(&mut rule, "rule", arguments.value()?.string()?)?,
            lexopt::Arg::Long("save") => save = true,
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return help::print(out, HELP),
            other => return Err(other.unexpected().into()),
        }
    }
    if save && format.is_some() {
        return Err(Stop::new("`--save` and `--format` are both given: keep one"));
    }
    if rule.is_some() && !save {
        return Err(Stop::new("`--rule` says which rule to save: write `--save` as well"));
    }
    let source = Source::read(&file.unwrap_or_else(|| OsString::from("-")))?;
    let read = import(&source.text);
    read_or_not(match format {
        _ if save => {
            let draft = one(&read, rule.as_deref(), &source.name)?;
            let written = out.write_all(shown::json(&file::save(&draft).text).as_bytes()).map_err(Stop::from);
            // Nothing is left to be done where standard error is closed.
            let _ = diagnostics::write(&mut io::stderr().lock(), &source, &read.diagnostics);
            written
        }
        Some(Format::Json) => json(out, &read),
        _ => told(out, &read, &source).map_err(Stop::from),
    })?;
    let broken = read.diagnostics.iter().any(|found| found.severity != Severity::Note);
    Ok(if read.rules.is_empty() { 2 } else { u8::from(broken) })
}

/// Reads a text that must hold a rule.
pub fn read(source: &Source) -> Import {
    let read = import(&source.text);
    // Nothing is left to be done where standard error is closed.
    let _ = diagnostics::write(&mut io::stderr().lock(), source, &read.diagnostics);
    read
}

/// The rule that is named, or the only one.
pub fn one(read: &Import, name: Option<&str>, source: &str) -> Result<Draft, Stop> {
    match choose(read, name) {
        Ok(at) => Ok(read.rules.get(at).map(|rule| rule.onto(&Draft::default())).unwrap_or_default()),
        Err(NotChosen::NoRule) => Err(Stop::new(format!("`{source}` has no rule"))),
        Err(NotChosen::Unknown(rules)) => Err(Stop::new(format!(
            "`{source}` has no rule `{}`: its rules are {rules}",
            name.unwrap_or_default()
        ))),
        Err(NotChosen::Several(rules)) => Err(Stop::new(match name {
            None => format!("`{source}` has the rules {rules}: choose one with `--rule`"),
            Some(name) => {
                format!("`{source}` has several rules `{name}`: {rules}; choose one by its number")
            }
        })),
    }
}

fn told(out: &mut impl Write, read: &Import, source: &Source) -> io::Result<()> {
    if !read.form.is_empty() {
        line(out, format_args!("{}: {}", source.name, read.form))?;
    }
    for rule in &read.rules {
        writeln!(out)?;
        line(out, &rule.label)?;
        match &rule.brings {
            Brings::Draft(own) => parts(out, rule, Some(&own.rule), Some(&own.targets))?,
            Brings::Rule(own) => parts(out, rule, own.rule.as_ref(), own.targets.as_deref())?,
        }
        rule.notes.iter().try_for_each(|note| line(out, format_args!("  note: {note}")))?;
    }
    if !(read.rules.is_empty() || read.diagnostics.is_empty()) {
        writeln!(out)?;
    }
    diagnostics::write(out, source, &read.diagnostics)
}

fn parts(
    out: &mut impl Write,
    understood: &Understood,
    rule: Option<&Rule>,
    targets: Option<&[Target]>,
) -> io::Result<()> {
    if let Some(rule) = rule {
        line(out, format_args!("  on event bus {}, {}", rule.bus(), rule.state.name()))?;
        if !rule.description.is_empty() {
            line(out, format_args!("  {}", rule.description))?;
        }
    }
    match &understood.pattern {
        None => line(out, "  no event pattern")?,
        Some(pattern) => match &pattern.sentence {
            Some(sentence) => line(out, format_args!("  {sentence}"))?,
            None => line(out, format_args!("  event pattern with mistakes: {}", pattern.mistakes))?,
        },
    }
    let Some(targets) = targets else { return line(out, "  the text says nothing of targets") };
    if targets.is_empty() {
        return line(out, "  no targets");
    }
    targets.iter().try_for_each(|target| line(out, format_args!("  target {}: {}", target.id, target.arn)))
}
