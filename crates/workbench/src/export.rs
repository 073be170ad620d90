//! The rule in a format to take away.

use crate::draft::Draft;
use rulepad_document::Diagnostic;
use rulepad_pattern as pattern;
use rulepad_rule::{Exported, Format, Subject};
use serde::{Deserialize, Serialize};

/// What an export gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Export {
    /// A file.
    Ready(Exported),
    /// Nothing yet, and why, in a sentence.
    NotYet(String),
}

/// Writes the draft's rule in a format. A pattern that AWS refuses is not exported: the file would fail
/// at its first use.
#[must_use]
pub fn export(draft: &Draft, to: Format) -> Export {
    let parsed = pattern::parse(&draft.pattern);
    match (parsed.valid(), &parsed.json) {
        (Some(_), Some(pattern)) => Export::Ready(rulepad_rule::export(
            to,
            &Subject {
                rule: &draft.rule,
                pattern,
                dialect: draft.dialect,
                targets: &draft.targets,
                event: &draft.event,
                references: &draft.references,
                origin: draft.origin.as_ref(),
            },
        )),
        _ => {
            let mistakes = parsed.diagnostics.iter().filter(|found| Diagnostic::is_error(found)).count();
            let count = if mistakes == 1 { "1 mistake".to_owned() } else { format!("{mistakes} mistakes") };
            Export::NotYet(format!(
                "AWS refuses the event pattern: {count} to mend before it can be exported."
            ))
        }
    }
}
