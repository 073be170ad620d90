//! Diagnostics as text: `file:line:column: severity: message [code]`, AWS's sentence and the helps under it.

use crate::label::Label;
use crate::message::{Message, labeled};
use crate::shown::line;
use crate::source::InputText;
use rulepad_workbench::{Diagnostic, Lang, LineIndex, Severity, Span, Words};
use std::io::{self, Write};

/// How many findings of one text are written; `--format json` has them all.
const MOST: usize = 100;

/// How many further places of one finding are written.
const MOST_PLACES: usize = 10;

/// Writes the diagnostics of one text. Columns count UTF-16 units, as AWS's own messages do.
pub fn write(
    out: &mut impl Write,
    source: &InputText,
    found: impl IntoIterator<Item = impl std::borrow::Borrow<Diagnostic>>,
    lang: Lang,
) -> io::Result<()> {
    let found: Vec<_> = found.into_iter().collect();
    let found: Vec<&Diagnostic> = found.iter().map(std::borrow::Borrow::borrow).collect();
    let index = LineIndex::new(&source.text);
    let shown = most_severe(&found);
    for diagnostic in &shown {
        one(out, source, &index, diagnostic, lang)?;
    }
    rest(out, source, &found, &shown, lang)
}

/// The first findings, errors before warnings before notes, in the order of the text.
fn most_severe<'d>(found: &[&'d Diagnostic]) -> Vec<&'d Diagnostic> {
    let mut left = MOST;
    let mut taken = vec![false; found.len()];
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for (own, taken) in found.iter().zip(&mut taken) {
            if left > 0 && own.severity == severity {
                *taken = true;
                left -= 1;
            }
        }
    }
    found.iter().zip(taken).filter(|(_, taken)| *taken).map(|(own, _)| *own).collect()
}

fn one(
    out: &mut impl Write,
    source: &InputText,
    index: &LineIndex<'_>,
    diagnostic: &Diagnostic,
    lang: Lang,
) -> io::Result<()> {
    let Diagnostic { code, severity, message, labels, .. } = diagnostic;
    let name = &source.name;
    let place = |span: Span| {
        let position = index.position(span.range().start);
        format!("{name}:{}:{}", position.line, position.column)
    };
    line(
        out,
        format_args!(
            "{}: {}: {message} [{code}]",
            place(diagnostic.span()),
            Label::of(*severity).words(lang)
        ),
    )?;
    let role = labels.first().map(|label| label.role);
    let others = labels.iter().skip(1).filter(|label| Some(label.role) == role);
    let others = others.filter_map(|label| label.text.as_ref().map(|text| (label.span, text)));
    for (span, text) in others.clone().take(MOST_PLACES) {
        line(out, format_args!("  {}: {text}", place(span)))?;
    }
    let more = others.count().saturating_sub(MOST_PLACES);
    if more > 0 {
        line(out, format_args!("  {}", Message::MorePlaces(more).words(lang)))?;
    }
    about(out, 2, diagnostic, lang)
}

/// AWS's sentence on a finding with what it means, and the helps.
pub fn about(out: &mut impl Write, indent: usize, found: &Diagnostic, lang: Lang) -> io::Result<()> {
    let mut said =
        |label, text: &str| line(out, format_args!("{:indent$}{}", "", labeled(label, lang, text)));
    if let Some(reference) = &found.reference {
        said(Label::Aws, &reference.sentence)?;
        reference.gloss.iter().try_for_each(|gloss| said(Label::Gloss, gloss))?;
    }
    found.help.iter().try_for_each(|help| said(Label::Help, &help.text))
}

/// What was not written, by severity.
fn rest(
    out: &mut impl Write,
    source: &InputText,
    found: &[&Diagnostic],
    shown: &[&Diagnostic],
    lang: Lang,
) -> io::Result<()> {
    let hidden = |severity| {
        let count = |all: &[&Diagnostic]| all.iter().filter(|own| own.severity == severity).count();
        count(found) - count(shown)
    };
    let counts: Vec<(usize, Severity)> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| (hidden(severity), severity))
        .filter(|(count, _)| *count > 0)
        .collect();
    if counts.is_empty() {
        return Ok(());
    }
    line(out, Message::MoreFindings { name: source.name.clone(), counts }.words(lang))
}
