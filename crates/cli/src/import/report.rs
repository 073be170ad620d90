//! What `rulepad import` prints of a text.

use crate::diagnostics;
use crate::shown::line;
use crate::source::InputText;
use rulepad_workbench::{
    Brings, Diagnostic, Import, ImportedFiles, Lang, Rule, Severity, Target, Understood,
};
use std::io::{self, Write};

/// Everything that was understood of one text.
pub fn text(out: &mut impl Write, read: &Import, source: &InputText) -> io::Result<()> {
    if !read.form.is_empty() {
        line(out, format_args!("{}: {}", source.name, read.form))?;
    }
    for rule in &read.rules {
        writeln!(out)?;
        line(out, &rule.label)?;
        match &rule.brings {
            Brings::Draft(own) => parts(out, rule, source, Some(&own.rule), Some(&own.targets))?,
            Brings::Rule(own) => parts(out, rule, source, own.rule.as_ref(), own.targets.as_deref())?,
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
    source: &InputText,
    rule: Option<&Rule>,
    targets: Option<&[Target]>,
) -> io::Result<()> {
    let dialect = match &understood.brings {
        Brings::Rule(own) => own.dialect,
        Brings::Draft(own) => Some(own.dialect),
    };
    match dialect.filter(|dialect| !dialect.has_envelope()) {
        Some(dialect) => line(out, format_args!("  {}", dialect.name(Lang::En)))?,
        None => {
            if let Some(rule) = rule {
                line(out, format_args!("  on event bus {}, {}", rule.bus(), rule.state.name()))?;
            }
        }
    }
    if let Some(rule) = rule.filter(|rule| !rule.description.is_empty()) {
        line(out, format_args!("  {}", rule.description))?;
    }
    let schedule = rule.map(|rule| rule.schedule.as_str()).filter(|schedule| !schedule.is_empty());
    if let Some(schedule) = schedule {
        let alone = if understood.pattern.is_none() { "; there is no event to match" } else { "" };
        line(out, format_args!("  this rule has a schedule, {schedule}{alone}"))?;
    }
    match &understood.pattern {
        None if schedule.is_some() => {}
        None => line(out, "  no event pattern")?,
        Some(pattern) => {
            match &pattern.sentence {
                Some(sentence) => line(out, format_args!("  {sentence}"))?,
                None => line(out, format_args!("  event pattern with errors: {}", pattern.mistakes))?,
            }
            for found in &pattern.found {
                problem(out, source, &found.diagnostic, found.place)?;
            }
        }
    }
    for found in &understood.rule {
        problem(out, source, found, None)?;
    }
    let Some(targets) = targets else { return line(out, "  no targets in this text") };
    if targets.is_empty() {
        return line(out, "  no targets");
    }
    for (at, target) in targets.iter().enumerate() {
        line(out, format_args!("  target {}: {}", target.id, target.arn))?;
        let Some(read) = understood.targets.get(at) else { continue };
        let queue = match read.queue.as_str() {
            "" => "no dead-letter queue".to_owned(),
            queue => format!("dead-letter queue {queue}"),
        };
        line(out, format_args!("    receives {}; {}; {queue}", read.input, read.retries))?;
        for found in &read.diagnostics {
            problem(out, source, found, None)?;
        }
    }
    Ok(())
}

/// A problem of a rule, at its place in the text where that is known.
fn problem(
    out: &mut impl Write,
    source: &InputText,
    found: &Diagnostic,
    place: Option<rulepad_workbench::Span>,
) -> io::Result<()> {
    let mut found = found.clone();
    if let Some(place) = place {
        // Other places of it are places of the pattern.
        found.labels.truncate(1);
        found.labels.iter_mut().for_each(|label| label.span = place);
        return diagnostics::write(out, source, [&found]);
    }
    let severity = match found.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    line(out, format_args!("    {severity}: {} [{}]", found.message, found.code))?;
    if let Some(reference) = &found.reference {
        line(out, format_args!("      AWS: {}", reference.sentence))?;
    }
    found.help.iter().try_for_each(|help| line(out, format_args!("      help: {}", help.text)))
}

/// The files as a table, with how many rules and problems each has.
pub fn table(out: &mut impl Write, read: &ImportedFiles, quiet: usize) -> io::Result<()> {
    let rows: Vec<[String; 4]> = read
        .files
        .iter()
        .filter(|file| !file.import.form.is_empty() || !file.with.is_empty())
        .map(|file| {
            let form = match (file.import.form.as_str(), &file.with[..]) {
                (_, [with, ..]) if file.import.rules.is_empty() => format!("part of {with}"),
                (form, _) => form.to_owned(),
            };
            let problems =
                file.import.diagnostics.iter().filter(|own| own.severity != Severity::Note).count();
            let refused: usize = file.import.rules.iter().map(refused).sum();
            [file.name.clone(), form, file.import.rules.len().to_string(), (problems + refused).to_string()]
        })
        .collect();
    let head = ["file", "format", "rules", "problems"].map(str::to_owned);
    let width = |at: usize| {
        let cells = rows.iter().chain([&head]).filter_map(|row| row.get(at));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2), width(3)];
    for [name, form, rules, problems] in [&head].into_iter().chain(&rows) {
        let [one, two, three, four] = widths;
        line(out, format_args!("{name:one$}  {form:two$}  {rules:>three$}  {problems:>four$}"))?;
    }
    let files = if quiet == 0 { String::new() } else { format!("; {quiet} more without rules") };
    let count = read.count();
    let word = if count == 1 { "rule" } else { "rules" };
    line(out, format_args!("{count} {word} in {} files{files}", rows.len()))
}

/// How many problems of a rule AWS refuses it for.
pub fn refused(rule: &Understood) -> usize {
    let of_pattern = rule.pattern.as_ref().map_or(0, |pattern| pattern.mistakes);
    let errors = |all: &[Diagnostic]| all.iter().filter(|found| found.is_error()).count();
    of_pattern + errors(&rule.rule) + rule.targets.iter().map(|own| errors(&own.diagnostics)).sum::<usize>()
}
