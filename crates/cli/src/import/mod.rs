//! `rulepad import`: the rules in texts, and what was understood of each.

mod report;
mod walk;

use crate::message::{Message, RulesOf};
use crate::options::{Format, json, once};
use crate::shown;
use crate::source::{InputText, one_standard_input};
use crate::stop::{Stop, read_or_not};
use crate::{diagnostics, help, subscribers};
use lexopt::ValueExt;
use rulepad_subscriber_import::Imported;
use rulepad_workbench::{
    Draft, Import, ImportedFile, ImportedFiles, Lang, NamedText, NotChosen, Severity, Understood, choose,
    file, import, import_files,
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
Rulepad's own file. Subscribers and event sources of custom event buses are read in templates, Terraform
(awscc), scripts, calls of boto3, and requests and answers of the API. Without FILE, or with `-`, standard input is read.

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
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
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
        return Err(Stop::new(Message::Both("save", "format")));
    }
    if rule.is_some() && !save {
        return Err(Stop::new(Message::RuleWithoutSave));
    }
    one_standard_input(paths.iter().map(Some))?;
    let asked = Asked { format, save, rule, lang };
    match &paths[..] {
        [] => one_text(InputText::read(&OsString::from("-"))?, &asked, out),
        [path] if !walk::is_folder(path) => one_text(InputText::read(path)?, &asked, out),
        _ => several(&paths, &asked, out),
    }
}

/// The options.
struct Asked {
    format: Option<Format>,
    save: bool,
    /// The rule to save.
    rule: Option<String>,
    lang: Lang,
}

fn one_text(source: InputText, asked: &Asked, out: &mut impl Write) -> Result<u8, Stop> {
    let Asked { format, save, rule, lang } = asked;
    let lang = *lang;
    let read = import(&source.text, lang);
    if let Some(own) = subscribers::read(&source) {
        return with_subscribers(&read, &own, &source, asked, out);
    }
    read_or_not(match format {
        _ if *save => {
            let draft = one(&read, rule.as_deref(), RulesOf::Text(source.name.clone()), lang)?;
            let written = out.write_all(shown::json(&file::save(&draft).text).as_bytes()).map_err(Stop::from);
            // Nothing is left to be done where standard error is closed.
            let _ = diagnostics::write(&mut io::stderr().lock(), &source, &read.diagnostics, lang);
            written
        }
        Some(Format::Json) => json(out, &read),
        _ => report::text(out, &read, &source, lang).map_err(Stop::from),
    })?;
    Ok(if read.rules.is_empty() { 2 } else { u8::from(is_broken(&read)) })
}

/// A text with subscribers, and perhaps with rules.
fn with_subscribers(
    read: &Import,
    own: &Imported,
    source: &InputText,
    asked: &Asked,
    out: &mut impl Write,
) -> Result<u8, Stop> {
    let Asked { format, save, rule, lang } = asked;
    let lang = *lang;
    let of = || RulesOf::Text(source.name.clone());
    read_or_not(match format {
        _ if *save && read.rules.is_empty() => {
            let text = subscribers::own_file(own, rule.as_deref(), of())?.text;
            let written = out.write_all(shown::json(&text).as_bytes()).map_err(Stop::from);
            let found = subscribers::worded(own, lang);
            // Nothing is left to be done where standard error is closed.
            let _ = diagnostics::write(&mut io::stderr().lock(), source, found, lang);
            written
        }
        _ if *save => {
            let draft = one(read, rule.as_deref(), of(), lang)?;
            out.write_all(shown::json(&file::save(&draft).text).as_bytes()).map_err(Stop::from)
        }
        Some(Format::Json) => {
            let mut value = serde_json::to_value(read)?;
            subscribers::as_json(own, &mut value, lang);
            json(out, &value)
        }
        _ => {
            let rules = if read.rules.is_empty() { Ok(()) } else { report::text(out, read, source, lang) };
            let gap = if read.rules.is_empty() { Ok(()) } else { writeln!(out) };
            rules.and(gap).and_then(|()| subscribers::report(out, own, source, lang)).map_err(Stop::from)
        }
    })?;
    if read.rules.is_empty() && own.is_empty() {
        return Ok(2);
    }
    Ok(u8::from(subscribers::is_broken(own) || (!read.rules.is_empty() && is_broken(read))))
}

/// Whether something could not be taken, or AWS refuses a rule.
fn is_broken(read: &Import) -> bool {
    read.diagnostics.iter().any(|found| found.severity != Severity::Note)
        || read.rules.iter().any(|rule| report::refused(rule) > 0)
}

fn several(paths: &[OsString], asked: &Asked, out: &mut impl Write) -> Result<u8, Stop> {
    let Asked { format, save, rule, lang } = asked;
    let lang = *lang;
    let walk::Walked { files, skipped } = walk::read(paths)?;
    let texts: Vec<NamedText> =
        files.iter().map(|(own, _)| NamedText { name: own.name.clone(), text: own.text.clone() }).collect();
    let read = import_files(&texts, lang);
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
        _ if *save => save_one(&read, &shown, rule.as_deref(), lang, out),
        Some(Format::Json) => json(out, &read),
        _ => told(&read, &shown, files.len(), lang, out).map_err(Stop::from),
    })?;
    // A saved file has one rule, and the JSON is that of rules: subscribers are of texts that are read alone there.
    let own: Vec<(Imported, &InputText)> =
        files.iter().filter_map(|(source, _)| Some((subscribers::read(source)?, source))).collect();
    let is_text = !*save && !matches!(format, Some(Format::Json));
    for (own, source) in &own {
        if is_text {
            writeln!(out)?;
            read_or_not(subscribers::report(out, own, source, lang).map_err(Stop::from))?;
        } else {
            shown::about(&Message::SubscribersAlone(source.name.clone()), lang);
        }
    }
    for message in &skipped {
        shown::about(message, lang);
    }
    let is_empty = own.iter().all(|(own, _)| own.is_empty()) || !is_text;
    if read.count() == 0 && is_empty {
        return Ok(2);
    }
    let is_partial = own.iter().any(|(own, _)| !is_text || subscribers::is_broken(own));
    let is_broken = shown.iter().any(|(file, _)| self::is_broken(&file.import));
    Ok(u8::from(!skipped.is_empty() || is_partial || is_broken))
}

fn save_one(
    read: &ImportedFiles,
    shown: &[(&ImportedFile, &InputText)],
    rule: Option<&str>,
    lang: Lang,
    out: &mut impl Write,
) -> Result<(), Stop> {
    let rules: Vec<Understood> = read.rules().map(|(_, rule)| rule.clone()).collect();
    let all = Import { rules, ..Import::default() };
    let draft = one(&all, rule, RulesOf::Files, lang)?;
    out.write_all(shown::json(&file::save(&draft).text).as_bytes())?;
    for (file, source) in shown {
        // Nothing is left to be done where standard error is closed.
        let _ = diagnostics::write(&mut io::stderr().lock(), source, &file.import.diagnostics, lang);
    }
    Ok(())
}

fn told(
    read: &ImportedFiles,
    shown: &[(&ImportedFile, &InputText)],
    files: usize,
    lang: Lang,
    out: &mut impl Write,
) -> io::Result<()> {
    for (file, source) in shown {
        report::text(out, &file.import, source, lang)?;
        writeln!(out)?;
    }
    let with_form =
        read.files.iter().filter(|own| !own.import.form.is_empty() || !own.with.is_empty()).count();
    report::table(out, read, files - with_form, lang)
}

/// Reads a text that must hold a rule.
pub fn read(source: &InputText, lang: Lang) -> Import {
    let read = import(&source.text, lang);
    // Nothing is left to be done where standard error is closed.
    let _ = diagnostics::write(&mut io::stderr().lock(), source, &read.diagnostics, lang);
    read
}

/// The rule that is named, or the only one.
pub fn one(read: &Import, name: Option<&str>, of: RulesOf, lang: Lang) -> Result<Draft, Stop> {
    match choose(read, name, lang) {
        Ok(at) => Ok(read.rules.get(at).map(|rule| rule.onto(&Draft::default())).unwrap_or_default()),
        Err(NotChosen::NoRule) => Err(Stop::new(Message::NoRule(of))),
        Err(NotChosen::Unknown(rules)) => {
            Err(Stop::new(Message::UnknownRule { of, name: name.unwrap_or_default().to_owned(), rules }))
        }
        Err(NotChosen::Several(rules)) => Err(Stop::new(match name {
            None => Message::SeveralRules { of, rules },
            Some(name) => Message::SeveralCalled { of, name: name.to_owned(), rules },
        })),
    }
}
