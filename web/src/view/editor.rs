//! From the page's values to the code editor's.

use super::bounded::UNDERLINED;
use super::common::Common;
use crate::state::field::Field;
use crate::state::marks::Mark;
use crate::state::model::Selection;
use crate::ui::code_editor::{EditorDiagnostic, EditorMark, MarkKind, Reveal, Severity as Loudness};
use rulepad_workbench::{Diagnostic, Edit, Help, Lang, Severity, Span};
use std::rc::Rc;

/// The diagnostics of one text, as its editor shows them.
pub(super) fn diagnostics(lang: Lang, field: Field, found: &[Diagnostic]) -> Rc<[EditorDiagnostic]> {
    // The first ones, so that their numbers are those of all.
    of_field(field, found).take(UNDERLINED).map(|found| diagnostic(lang, found)).collect()
}

/// The edits of a fix, by the editor's two numbers.
pub(super) fn edits(
    field: Field,
    found: &[Diagnostic],
    (place, action): (usize, usize),
) -> Option<Vec<Edit>> {
    let diagnostic = of_field(field, found).nth(place)?;
    fixes(diagnostic).nth(action).map(|help| help.edits.clone())
}

/// Those about one text, in their order.
pub(super) fn of_field(field: Field, found: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    found.iter().filter(move |diagnostic| Field::of(diagnostic) == Some(field))
}

/// The helps that a click carries out.
pub(super) fn fixes(diagnostic: &Diagnostic) -> impl Iterator<Item = &Help> {
    diagnostic.help.iter().filter(|help| !help.edits.is_empty())
}

/// The helps that are only read.
pub(super) fn advice(diagnostic: &Diagnostic) -> impl Iterator<Item = &Help> {
    diagnostic.help.iter().filter(|help| help.edits.is_empty())
}

/// One diagnostic, as an editor shows it.
pub(super) fn diagnostic(lang: Lang, found: &Diagnostic) -> EditorDiagnostic {
    let span = found.span();
    let mut message = found.message.clone();
    for help in advice(found) {
        message.push('\n');
        message.push_str(&help.text);
    }
    if let Some(reference) = &found.reference {
        let said = &reference.sentence;
        // Set apart as code, unless quoting would end inside it.
        let quote = if said.contains('`') { "" } else { "`" };
        message.push_str(&format!("\n{}: {quote}{said}{quote}", Common::AwsSays.words(lang)));
        if let Some(gloss) = &reference.gloss {
            message.push_str(&format!("\n{}: {gloss}", Common::AwsMeans.words(lang)));
        }
    }
    EditorDiagnostic {
        start: span.start as usize,
        end: span.end as usize,
        severity: match found.severity {
            Severity::Error => Loudness::Error,
            Severity::Warning => Loudness::Warning,
            Severity::Note => Loudness::Info,
        },
        message: message.into(),
        actions: fixes(found).map(|help| help.text.clone().into()).collect(),
    }
}

/// Marks as the editor shows them.
pub(super) fn marks(marks: &[(Span, Mark)]) -> Rc<[EditorMark]> {
    let one = |(span, mark): &(Span, Mark)| EditorMark {
        start: span.start as usize,
        end: span.end as usize,
        kind: match mark {
            Mark::Lit => MarkKind::Lit,
            Mark::Passed => MarkKind::Passed,
            Mark::Failed => MarkKind::Failed,
        },
    };
    marks.iter().map(one).collect()
}

/// A place to bring into view.
pub(super) fn reveal(place: Option<Selection>) -> Option<Reveal> {
    let place = place?;
    let (start, end) = (place.span.start as usize, place.span.end as usize);
    Some(Reveal { revision: place.number, start, end, focus: place.focus })
}
