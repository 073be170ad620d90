//! `rulepad import`: the rules in texts, and what was understood of each.

mod report;
mod walk;

use crate::options::{Format, json, once};
use crate::shown;
use crate::source::{InputText, one_standard_input};
use crate::stop::{Stop, read_or_not};
use crate::{diagnostics, help};
use lexopt::ValueExt;
use rulepad_workbench::Lang;
use rulepad_workbench::{
    Draft, Import, ImportedFile, ImportedFiles, NamedText, NotChosen, Severity, Understood, choose, file,
    import, import_files,
};
use std::ffi::OsString;
use std::io::{self, Write};

/// What `rulepad help import` prints.
pub const HELP: &str = "\
usage: rulepad import [FILE | DIR]... [--format json]
       rulepad import [FILE | DIR]... --save [--rule NAME]

Reads the rules in texts and shows what was understood, with what AWS refuses of each rule and what is
probably wrong: CloudFormation and SAM templates and parts of them, Terraform, serverless.yml, Pulumi YAML
and stacks, scripts that call the AWS CLI, calls of boto3 and the SDK for JavaScript, requests and answers of
EventBridge, Lambda, SNS and Pipes in JSON or YAML, CloudTrail records, items of AWS Config, event patterns,
Rulepad's own file. Without FILE, or with `-`, standard input is read.

Of several files, one may name another, as a script does with `file://pattern.json`. Of a folder, the files
whose names end as those of such formats are read, in its folders too; folders that tools write, such as
node_modules, and hidden ones are not.

  --save            writes Rulepad's own file, to open on the page or to export
  --rule NAME       which rule to save, where there are several: its name, its logical id, the address of
                    its resource, or its number
  --format json     the whole answer as one line of JSON; its spans count bytes of UTF-8

Exit codes: 0 all of it was read and AWS takes it, 1 something could not be taken or AWS refuses it, 2 there
is no rule, or the arguments are wrong.
";

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, out: &mut impl Write) -> Result<u8, Stop> {
    let (mut paths, mut format, mut rule, mut save) = (Vec::new(), None, None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(value) => paths.push(value),
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
    one_standard_input(paths.iter().map(Some))?;
    match &paths[..] {
        [] => one_text(InputText::read(&OsString::from("-"))?, format, save, rule.as_deref(), out),
        [path] if !walk::is_folder(path) => {
            one_text(InputText::read(path)?, format, save, rule.as_deref(), out)
        }
        _ => several(&paths, format, save, rule.as_deref(), out),
    }
}

fn one_text(
    source: InputText,
    format: Option<Format>,
    save: bool,
    rule: Option<&str>,
    out: &mut impl Write,
) -> Result<u8, Stop> {
    let read = import(&source.text, Lang::En);
    read_or_not(match format {
        _ if save => {
            let draft = one(&read, rule, &source.name)?;
            let written = out.write_all(shown::json(&file::save(&draft).text).as_bytes()).map_err(Stop::from);
            // Nothing is left to be done where standard error is closed.
            let _ = diagnostics::write(&mut io::stderr().lock(), &source, &read.diagnostics);
            written
        }
        Some(Format::Json) => json(out, &read),
        _ => report::text(out, &read, &source).map_err(Stop::from),
    })?;
    Ok(if read.rules.is_empty() { 2 } else { u8::from(is_broken(&read)) })
}

/// Whether something could not be taken, or AWS refuses a rule.
fn is_broken(read: &Import) -> bool {
    read.diagnostics.iter().any(|found| found.severity != Severity::Note)
        || read.rules.iter().any(|rule| report::refused(rule) > 0)
}

fn several(
    paths: &[OsString],
    format: Option<Format>,
    save: bool,
    rule: Option<&str>,
    out: &mut impl Write,
) -> Result<u8, Stop> {
    let walk::Walked { files, skipped } = walk::read(paths)?;
    let texts: Vec<NamedText> =
        files.iter().map(|(own, _)| NamedText { name: own.name.clone(), text: own.text.clone() }).collect();
    let read = import_files(&texts, Lang::En);
    // A file of a folder that is none of the formats, or has no rule, is no problem.
    let counts = |file: &ImportedFile, named: bool| named || !file.import.is_without_rules();
    let shown: Vec<(&ImportedFile, &InputText)> = read
        .files
        .iter()
        .zip(&files)
        .filter(|(file, (_, named))| counts(file, *named))
        .map(|(file, (source, _))| (file, source))
        .collect();
    read_or_not(match format {
        _ if save => save_one(&read, &shown, rule, out),
        Some(Format::Json) => json(out, &read),
        _ => told(&read, &shown, files.len(), out).map_err(Stop::from),
    })?;
    for sentence in &skipped {
        // Nothing is left to be done where standard error is closed.
        let _ = shown::line(&mut io::stderr().lock(), format_args!("rulepad: {sentence}"));
    }
    if read.count() == 0 {
        return Ok(2);
    }
    Ok(u8::from(!skipped.is_empty() || shown.iter().any(|(file, _)| is_broken(&file.import))))
}

fn save_one(
    read: &ImportedFiles,
    shown: &[(&ImportedFile, &InputText)],
    rule: Option<&str>,
    out: &mut impl Write,
) -> Result<(), Stop> {
    let rules: Vec<Understood> = read.rules().map(|(_, rule)| rule.clone()).collect();
    let all = Import { rules, ..Import::default() };
    let draft = one(&all, rule, "the files")?;
    out.write_all(shown::json(&file::save(&draft).text).as_bytes())?;
    for (file, source) in shown {
        // Nothing is left to be done where standard error is closed.
        let _ = diagnostics::write(&mut io::stderr().lock(), source, &file.import.diagnostics);
    }
    Ok(())
}

fn told(
    read: &ImportedFiles,
    shown: &[(&ImportedFile, &InputText)],
    files: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    for (file, source) in shown {
        report::text(out, &file.import, source)?;
        writeln!(out)?;
    }
    let with_form =
        read.files.iter().filter(|own| !own.import.form.is_empty() || !own.with.is_empty()).count();
    report::table(out, read, files - with_form)
}

/// Reads a text that must hold a rule.
pub fn read(source: &InputText) -> Import {
    let read = import(&source.text, Lang::En);
    // Nothing is left to be done where standard error is closed.
    let _ = diagnostics::write(&mut io::stderr().lock(), source, &read.diagnostics);
    read
}

/// The rule that is named, or the only one.
pub fn one(read: &Import, name: Option<&str>, source: &str) -> Result<Draft, Stop> {
    match choose(read, name, Lang::En) {
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
