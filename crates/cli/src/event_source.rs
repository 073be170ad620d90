//! `rulepad test --dialect subscriber --event-source`: whether an event of a service or partner comes to a custom event bus.

use crate::diagnostics;
use crate::label::Label;
use crate::message::labeled;
use crate::options::{Format, json};
use crate::shown::line;
use crate::source::{InputText, one_standard_input};
use crate::stop::{Stop, read_or_not};
use crate::subscriber::code;
use rulepad_subscriber::source::{SourceReport, of_source};
use rulepad_workbench::{Diagnostic, EventCode, Lang};
use std::ffi::OsString;
use std::io::{self, Write};

/// Runs the test and gives the exit code.
pub fn run(
    source: &OsString,
    event: &OsString,
    explained: bool,
    format: Format,
    lang: Lang,
    out: &mut impl Write,
) -> Result<u8, Stop> {
    one_standard_input([Some(source), Some(event)])?;
    let source = InputText::read(source)?;
    let event = InputText::read(event)?;
    let report = of_source(&source.text, &event.text, lang);
    read_or_not(match format {
        Format::Json => json(out, &report),
        Format::Text => write(out, &report, &source, &event, explained, lang).map_err(Stop::from),
    })?;
    Ok(code(report.verdict))
}

fn write(
    out: &mut impl Write,
    report: &SourceReport,
    source: &InputText,
    event: &InputText,
    explained: bool,
    lang: Lang,
) -> io::Result<()> {
    line(out, &report.headline)?;
    report.unverified.iter().try_for_each(|open| line(out, labeled(Label::NotVerified, lang, open)))?;
    if explained {
        report.why.iter().try_for_each(|sentence| line(out, sentence))?;
    }
    // Events of tests are short on purpose.
    let is_shown = |found: &&Diagnostic| !found.is(EventCode::MissingFields);
    let of_event: Vec<&Diagnostic> = report.event.iter().filter(is_shown).collect();
    if !(report.source.is_empty() && of_event.is_empty()) {
        writeln!(out)?;
    }
    diagnostics::write(out, source, &report.source, lang)?;
    diagnostics::write(out, event, of_event, lang)
}
