//! A pasted text, whatever it is, to the events in it with the verdict on each.

use crate::Draft;
use crate::evaluate::verdict_alone;
use crate::report::Verdict;
use crate::wording::Wording;
use rulepad_document::diagnostic::worded;
use rulepad_document::{Diagnostic, Lang, Span, Words};
use rulepad_event::{self as event, EntryError, FoundEvent, ReadingStep, Wanted};
use rulepad_pattern::{Dialect, parse_in};
use serde::{Deserialize, Serialize};

/// What a pasted text holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pasted {
    /// What the text is, with its article: `a CloudTrail log file`.
    pub form: String,
    /// The same in every language, for what is shown of it later; it does not leave the program that read the text.
    #[serde(skip)]
    pub named: Wording,
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
pub fn paste(text: &str, pattern: &str, dialect: Dialect, lang: Lang) -> Pasted {
    let reading = event::read(text, wanted(dialect));
    // The pattern is read once for all events.
    let parsed = parse_in(pattern, dialect);
    let tried = |found: FoundEvent| {
        let draft = Draft { event: found.text, pattern: pattern.to_owned(), dialect, ..Draft::default() };
        let (verdict, diagnostics) = verdict_alone(&draft, &parsed, lang);
        let tried = !matches!(verdict, Verdict::PatternError) && found.error.is_none();
        PastedEvent {
            title: found.title.words(lang),
            text: draft.event,
            span: found.span,
            said: steps(&found.steps, lang),
            diagnostics,
            verdict: tried.then_some(verdict),
            error: found.error,
            size: found.size,
        }
    };
    Pasted {
        form: reading.form.words(lang),
        named: Wording::each(|lang| reading.form.words(lang)),
        said: steps(&reading.steps, lang),
        events: reading.events.into_iter().map(tried).collect(),
        problems: worded(&reading.problems, lang),
    }
}

fn steps(steps: &[ReadingStep], lang: Lang) -> Vec<String> {
    steps.iter().map(|step| step.words(lang)).collect()
}

/// What a dialect tries its pattern on.
pub(crate) fn wanted(dialect: Dialect) -> Wanted {
    match dialect {
        Dialect::Rule | Dialect::Archive => Wanted::Events,
        Dialect::Pipes | Dialect::EventSourceMapping => Wanted::Records,
        Dialect::SnsAttributes | Dialect::SnsBody => Wanted::Messages,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{evaluate, gallery};

    #[test]
    fn each_event_of_a_list_has_the_verdict_and_the_problems_that_it_has_alone() {
        let all = gallery().unwrap();
        let mut events: Vec<&str> = all.iter().map(|example| &*example.draft.event).collect();
        events.push(r#"{"source": "a", "source": "b", "detail": {"x": 1, "x": 2}, "time": 7}"#);
        events.push(r#"{"body": "{\"source\": \"a\"}", "MessageAttributes": {}}"#);
        let list = format!("[{}]", events.join(","));
        let mut tried = 0;
        for dialect in Dialect::ALL {
            for pattern in
                all.iter().map(|example| &*example.draft.pattern).chain(["", "{", r#"{"source": ["b"]}"#])
            {
                for own in paste(&list, pattern, dialect, Lang::En).events {
                    let draft =
                        Draft { event: own.text, pattern: pattern.into(), dialect, ..Draft::default() };
                    let report = evaluate(&draft, Lang::En);
                    let expected = Some(report.verdict).filter(|own| *own != Verdict::PatternError);
                    let expected = expected.filter(|_| own.error.is_none());
                    assert_eq!((own.verdict, own.diagnostics), (expected, report.event), "{}", draft.event);
                    tried += usize::from(expected.is_some());
                }
            }
        }
        assert!(tried > 500, "{tried}");
    }
}
