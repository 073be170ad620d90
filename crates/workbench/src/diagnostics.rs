//! What the workbench itself finds, one constructor a problem.

use crate::file::BadFile;
use rulepad_document::{Diagnostic, Role, Severity, Span};

/// A file of Rulepad that cannot be opened.
pub(crate) fn import_file(text: &str, bad: &BadFile) -> Diagnostic {
    let span = Span::new(0, text.len());
    Diagnostic::new("import.file", Severity::Error, Role::Import, span, bad.to_string())
}
