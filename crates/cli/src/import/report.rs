//! What `rulepad import` prints of a text.

use crate::diagnostics;
use crate::label::Label;
use crate::message::{Message, labeled};
use crate::shown::{columns, line, padded};
use crate::source::InputText;
use rulepad_workbench::{
    Brings, Diagnostic, Import, ImportedFiles, Lang, Rule, Severity, Target, Understood, Words,
};
use std::io::{self, Write};

/// Everything that was understood of one text.
pub fn text(out: &mut impl Write, read: &Import, source: &InputText, lang: Lang) -> io::Result<()> {
    if !read.form.is_empty() {
        line(out, format_args!("{}: {}", source.name, read.form))?;
    }
    for rule in &read.rules {
        writeln!(out)?;
        line(out, &rule.label)?;
        match &rule.brings {
            Brings::Draft(own) => parts(out, rule, source, Some(&own.rule), Some(&own.targets), lang)?,
            Brings::Rule(own) => parts(out, rule, source, own.rule.as_ref(), own.targets.as_deref(), lang)?,
        }
        rule.notes
            .iter()
            .try_for_each(|note| line(out, format_args!("  {}", labeled(Label::Note, lang, note))))?;
    }
    if !(read.rules.is_empty() || read.diagnostics.is_empty()) {
        writeln!(out)?;
    }
    diagnostics::write(out, source, &read.diagnostics, lang)
}

fn parts(
    out: &mut impl Write,
    understood: &Understood,
    source: &InputText,
    rule: Option<&Rule>,
    targets: Option<&[Target]>,
    lang: Lang,
) -> io::Result<()> {
    let said = |message: Message| format!("  {}", message.words(lang));
    let dialect = match &understood.brings {
        Brings::Rule(own) => own.dialect,
        Brings::Draft(own) => Some(own.dialect),
    };
    match dialect.filter(|dialect| !dialect.has_envelope()) {
        Some(dialect) => line(out, format_args!("  {}", dialect.name(lang)))?,
        None => {
            if let Some(rule) = rule {
                line(out, said(Message::OnBus { bus: rule.bus().to_owned(), state: rule.state.name() }))?;
            }
        }
    }
    if let Some(rule) = rule.filter(|rule| !rule.description.is_empty()) {
        line(out, format_args!("  {}", rule.description))?;
    }
    let schedule = rule.map(|rule| rule.schedule.as_str()).filter(|schedule| !schedule.is_empty());
    if let Some(schedule) = schedule {
        let is_alone = understood.pattern.is_none();
        line(out, said(Message::Schedule { schedule: schedule.to_owned(), is_alone }))?;
    }
    match &understood.pattern {
        None if schedule.is_some() => {}
        None => line(out, said(Message::NoPattern))?,
        Some(pattern) => {
            match &pattern.sentence {
                Some(sentence) => line(out, format_args!("  {sentence}"))?,
                None => line(out, said(Message::PatternErrors(pattern.mistakes)))?,
            }
            for found in &pattern.found {
                problem(out, source, &found.diagnostic, found.place, lang)?;
            }
        }
    }
    for found in &understood.rule {
        problem(out, source, found, None, lang)?;
    }
    let Some(targets) = targets else { return line(out, said(Message::NoTargetsInText)) };
    if targets.is_empty() {
        return line(out, said(Message::NoTargets));
    }
    for (at, target) in targets.iter().enumerate() {
        line(out, said(Message::Target { id: target.id.clone(), arn: target.arn.clone() }))?;
        let Some(read) = understood.targets.get(at) else { continue };
        let (input, retries, queue) = (read.input.clone(), read.retries.clone(), read.queue.clone());
        line(out, format_args!("  {}", said(Message::Receives { input, retries, queue })))?;
        for found in &read.diagnostics {
            problem(out, source, found, None, lang)?;
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
    lang: Lang,
) -> io::Result<()> {
    let mut found = found.clone();
    if let Some(place) = place {
        // Other places of it are places of the pattern.
        found.labels.truncate(1);
        found.labels.iter_mut().for_each(|label| label.span = place);
        return diagnostics::write(out, source, [&found], lang);
    }
    let severity = Label::of(found.severity).words(lang);
    line(out, format_args!("    {severity}: {} [{}]", found.message, found.code))?;
    diagnostics::about(out, 6, &found, lang)
}

/// The files as a table, with how many rules and problems each has.
pub fn table(out: &mut impl Write, read: &ImportedFiles, quiet: usize, lang: Lang) -> io::Result<()> {
    let rows: Vec<[String; 4]> = read
        .files
        .iter()
        .filter(|file| !file.import.form.is_empty() || !file.with.is_empty())
        .map(|file| {
            let form = match (file.import.form.as_str(), &file.with[..]) {
                (_, [with, ..]) if file.import.rules.is_empty() => Message::PartOf(with.clone()).words(lang),
                (form, _) => form.to_owned(),
            };
            let problems =
                file.import.diagnostics.iter().filter(|own| own.severity != Severity::Note).count();
            let refused: usize = file.import.rules.iter().map(refused).sum();
            [file.name.clone(), form, file.import.rules.len().to_string(), (problems + refused).to_string()]
        })
        .collect();
    let head =
        [Label::File, Label::Format, Label::Rules, Label::Problems].map(|own| own.words(lang).to_owned());
    let width = |at: usize| {
        let cells = rows.iter().chain([&head]).filter_map(|row| row.get(at));
        cells.map(|cell| columns(cell)).max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2), width(3)];
    for [name, form, rules, problems] in [&head].into_iter().chain(&rows) {
        let [one, two, three, four] = widths;
        let (name, form) = (padded(name, one), padded(form, two));
        let right = |text: &str, width: usize| format!("{:1$}{text}", "", width - columns(text));
        let (rules, problems) = (right(rules, three), right(problems, four));
        line(out, format_args!("{name}  {form}  {rules}  {problems}"))?;
    }
    line(out, Message::RulesInFiles { rules: read.count(), files: rows.len(), quiet }.words(lang))
}

/// How many problems of a rule AWS refuses it for.
pub fn refused(rule: &Understood) -> usize {
    let of_pattern = rule.pattern.as_ref().map_or(0, |pattern| pattern.mistakes);
    let errors = |all: &[Diagnostic]| all.iter().filter(|found| found.is_error()).count();
    of_pattern + errors(&rule.rule) + rule.targets.iter().map(|own| errors(&own.diagnostics)).sum::<usize>()
}
