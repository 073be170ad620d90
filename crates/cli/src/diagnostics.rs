//! Diagnostics as text: `file:line:column: severity: message [code]`, AWS's sentence and the helps under it.

use crate::shown::line;
use crate::source::Source;
use rulepad_workbench::{Diagnostic, LineIndex, Severity};
use std::io::{self, Write};

/// Writes each diagnostic of one text. Columns count UTF-16 units, as AWS's own messages do.
pub fn write(out: &mut impl Write, source: &Source, found: &[Diagnostic]) -> io::Result<()> {
    let index = LineIndex::new(&source.text);
    for diagnostic in found {
        let Diagnostic { code, severity, message, labels, help, reference } = diagnostic;
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let name = &source.name;
        let place = |span: rulepad_workbench::Span| {
            let position = index.position(span.range().start);
            format!("{name}:{}:{}", position.line, position.column)
        };
        line(out, format_args!("{}: {severity}: {message} [{code}]", place(diagnostic.span())))?;
        let role = labels.first().map(|label| label.role);
        let others = labels.iter().skip(1).filter(|label| Some(label.role) == role && !label.text.is_empty());
        for label in others {
            line(out, format_args!("  {}: {}", place(label.span), label.text))?;
        }
        if let Some(reference) = reference {
            line(out, format_args!("  AWS: {}", reference.sentence))?;
        }
        for help in help {
            line(out, format_args!("  help: {}", help.text))?;
        }
    }
    Ok(())
}
