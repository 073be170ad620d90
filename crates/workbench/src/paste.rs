//! A pasted text, whatever it is, to the events in it with the verdict on each.

use crate::Draft;
use crate::evaluate::evaluate;
use crate::report::Verdict;
use rulepad_document::diagnostic::worded;
use rulepad_document::{Diagnostic, Lang, Span};
use rulepad_event::words_en::{form, step, title};
use rulepad_event::{self as event, EntryError, FoundEvent, ReadingStep, Wanted};
use rulepad_pattern::Dialect;
use serde::{Deserialize, Serialize};

/// What a pasted text holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pasted {
    /// What the text is, with its article: `a CloudTrail log file`.
    pub form: String,
    /// What was done to the whole text, a sentence each.
    pub said: Vec<String>,
    /// The events, in the order of the text; in the dialects that read records, the records.
    pub events: Vec<PastedEvent>,
    /// Problems, with places of the pasted text.
    pub problems: Vec<Diagnostic>,
}

/// One event of a pasted text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PastedEvent {
    /// What a list of events calls it: `aws.codebuild · CodeBuild Build State Change`, or `record 3`.
    pub title: String,
    /// The event, a JSON text with indents; scalars as they were written.
    pub text: String,
    /// Where it is in the pasted text.
    pub span: Span,
    /// What was done to get it, a sentence each.
    pub said: Vec<String>,
    /// Problems of [`text`](Self::text).
    pub diagnostics: Vec<Diagnostic>,
    /// What PutEvents answers to the entry instead of taking it.
    pub error: Option<EntryError>,
    /// How many bytes the entry counts in PutEvents; `None` where the event is not an entry.
    pub size: Option<usize>,
    /// The verdict of the pattern; `None` while there is no valid pattern, and for an entry that PutEvents
    /// does not take.
    pub verdict: Option<Verdict>,
}

/// Reads a text, whatever form it has, and tries the pattern on each event in it.
///
/// Never fails: what cannot be read is a problem. The caller keeps the text.
#[must_use]
pub fn paste(text: &str, pattern: &str, dialect: Dialect) -> Pasted {
    let reading = event::read(text, wanted(dialect));
    let tried = |found: FoundEvent| {
        let draft = Draft { event: found.text, pattern: pattern.to_owned(), dialect, ..Draft::default() };
        let report = evaluate(&draft);
        let tried = !matches!(report.verdict, Verdict::PatternError) && found.error.is_none();
        PastedEvent {
            title: title(&found.title),
            text: draft.event,
            span: found.span,
            said: steps(&found.steps),
            diagnostics: report.event,
            verdict: tried.then_some(report.verdict),
            error: found.error,
            size: found.size,
        }
    };
    Pasted {
        form: form(&reading.form),
        said: steps(&reading.steps),
        events: reading.events.into_iter().map(tried).collect(),
        problems: worded(reading.problems, Lang::En),
    }
}

fn steps(steps: &[ReadingStep]) -> Vec<String> {
    steps.iter().map(step).collect()
}

/// What a dialect tries its pattern on.
pub(crate) fn wanted(dialect: Dialect) -> Wanted {
    match dialect {
        Dialect::Rule | Dialect::Archive => Wanted::Events,
        Dialect::Pipes | Dialect::EventSourceMapping => Wanted::Records,
        Dialect::SnsAttributes | Dialect::SnsBody => Wanted::Messages,
    }
}
