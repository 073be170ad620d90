//! The worker that evaluates: a second one of its kind answers what may take long.

use super::deciding::{Decided, Decision};
use super::{QuestionKind, Work, known};
use rulepad_workbench::Lang;
use rulepad_workbench::mask::Masked;
use rulepad_workbench::{
    ComparisonReport, Completions, Dialect, Draft, FailingEvent, Pasted, Report, Verdict, Witness, Wording,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The evaluation worker.
#[derive(Debug)]
pub enum Evaluating {}

/// What it can be asked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Question<'q> {
    /// Whether the draft's event matches, why, and what each target receives.
    Evaluate(Cow<'q, Draft>),
    /// An event that the draft's pattern matches.
    Matching(Cow<'q, Draft>),
    /// For each condition of the draft's pattern, an event that just misses.
    Failing(Cow<'q, Draft>),
    /// How two patterns relate.
    Compare {
        /// The pattern at hand.
        pattern: Cow<'q, str>,
        /// The one beside it.
        other: Cow<'q, str>,
        /// Who reads both.
        dialect: Dialect,
    },
    /// What a text holds, and whether the pattern matches it.
    Paste {
        /// The text, whatever it is.
        text: Cow<'q, str>,
        /// The pattern at hand.
        pattern: Cow<'q, str>,
        /// Who reads it.
        dialect: Dialect,
    },
    /// Whether the pattern matches each of these events.
    Try {
        /// The events.
        events: Vec<Cow<'q, str>>,
        /// The pattern at hand.
        pattern: Cow<'q, str>,
        /// Who reads it.
        dialect: Dialect,
    },
    /// The draft and the titles and texts of loaded events, masked.
    Mask {
        /// The draft.
        draft: Cow<'q, Draft>,
        /// The events.
        events: Cow<'q, [(String, String)]>,
    },
    /// A change of the draft that is wanted.
    Decide(Decision<'q>),
    /// What could be typed next.
    Complete {
        /// The pattern.
        pattern: Cow<'q, str>,
        /// The event.
        event: Cow<'q, str>,
        /// The cursor, in bytes of the pattern.
        offset: usize,
        /// Whether what is known of event types counts.
        typed: bool,
    },
    /// The catalogue's files, to be remembered for forms and completions.
    Learn(Cow<'q, [String; 3]>),
}

/// What it can answer, in the order of [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// What was found.
    Report(Box<Report>),
    /// The event, or why there is none.
    Matching(Result<Witness, String>),
    /// The events, or why there are none at all.
    Failing(Result<Vec<FailingEvent>, String>),
    /// How the patterns relate.
    Comparison(Box<ComparisonReport>),
    /// What the text holds, and what the text is, in every language.
    Pasted(Box<Pasted>, Wording),
    /// The verdicts, in the order of the events.
    Tried(Vec<Verdict>),
    /// The draft, and what was replaced in it.
    Masked(Box<Masked>),
    /// What the change is.
    Decided(Box<Decided>),
    /// What could be typed.
    Completed(Box<Completions>),
    /// Nothing: it is remembered.
    Learned,
}

impl Work for Evaluating {
    // The page without Korean has a worker without it.
    const PROGRAM: &'static str = if cfg!(feature = "korean") { "worker" } else { "worker_en" };
    type Question<'q> = Question<'q>;
    type Reply = Reply;

    fn kind(question: &Question<'_>) -> QuestionKind {
        match question {
            Question::Evaluate(_) => QuestionKind::Evaluation,
            Question::Matching(_) | Question::Failing(_) => QuestionKind::Making,
            Question::Compare { .. } => QuestionKind::Comparison,
            Question::Paste { .. } => QuestionKind::Pasting,
            Question::Try { .. } => QuestionKind::Trial,
            Question::Mask { .. } => QuestionKind::Masking,
            Question::Decide(decision) => decision.kind(),
            Question::Complete { .. } | Question::Learn(_) => QuestionKind::Completion,
        }
    }

    fn learns(question: &Question<'_>) -> bool {
        if let Question::Learn(files) = question {
            known::learn(files);
            return true;
        }
        false
    }

    fn reply(question: &Question<'_>, lang: Lang) -> Reply {
        match question {
            Question::Evaluate(draft) => Reply::Report(Box::new(rulepad_workbench::evaluate(draft, lang))),
            Question::Matching(draft) => {
                Reply::Matching(rulepad_workbench::matching_event(draft, known::catalogue().as_deref(), lang))
            }
            Question::Failing(draft) => {
                Reply::Failing(rulepad_workbench::failing_events(draft, known::catalogue().as_deref(), lang))
            }
            Question::Compare { pattern, other, dialect } => {
                Reply::Comparison(Box::new(rulepad_workbench::compare(pattern, other, *dialect, lang)))
            }
            Question::Paste { text, pattern, dialect } => {
                let mut pasted = rulepad_workbench::paste(text, pattern, *dialect, lang);
                let named = std::mem::take(&mut pasted.named);
                Reply::Pasted(Box::new(pasted), named)
            }
            Question::Try { events, pattern, dialect } => {
                let verdict = |event: &Cow<'_, str>| {
                    let (event, pattern) = (event.to_string(), pattern.to_string());
                    let draft = Draft { event, pattern, dialect: *dialect, ..Draft::default() };
                    rulepad_workbench::evaluate(&draft, lang).verdict
                };
                Reply::Tried(events.iter().map(verdict).collect())
            }
            Question::Mask { draft, events } => {
                Reply::Masked(Box::new(rulepad_workbench::mask::mask(draft, events, lang)))
            }
            Question::Decide(decision) => Reply::Decided(Box::new(decision.decide(lang))),
            Question::Complete { pattern, event, offset, typed } => {
                let known = known::catalogue().filter(|_| *typed);
                let found = rulepad_workbench::complete(pattern, event, *offset, known.as_deref(), lang);
                Reply::Completed(Box::new(found))
            }
            Question::Learn(_) => Reply::Learned,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::survives;
    use rulepad_workbench::builder::Change;
    use rulepad_workbench::{Input, Key, Table, examples};

    fn table() -> Table {
        let partition = Key { name: "id".into(), path: "$.id".into() };
        Table { partition, sort: Key::default() }
    }

    #[test]
    fn every_answer_survives_the_way() {
        for example in examples() {
            let draft = || Cow::Borrowed(&example.draft);
            let other = r#"{"source": [{"prefix": "aws."}]}"#;
            for question in [
                Question::Evaluate(draft()),
                Question::Matching(draft()),
                Question::Failing(draft()),
                Question::Compare {
                    pattern: Cow::Borrowed(&example.draft.pattern),
                    other: Cow::Borrowed(other),
                    dialect: example.draft.dialect,
                },
                Question::Paste {
                    text: Cow::Owned(format!("[{}]", example.draft.event)),
                    pattern: Cow::Borrowed(&example.draft.pattern),
                    dialect: example.draft.dialect,
                },
                Question::Try {
                    events: vec![Cow::Borrowed("{}"), Cow::Borrowed(&example.draft.event)],
                    pattern: Cow::Borrowed(&example.draft.pattern),
                    dialect: example.draft.dialect,
                },
                Question::Mask {
                    draft: draft(),
                    events: Cow::Owned(vec![("one".into(), example.draft.event.clone())]),
                },
                Question::Decide(Decision::Pick {
                    event: Cow::Borrowed(&example.draft.event),
                    offset: example.draft.event.len() / 2,
                }),
                Question::Decide(Decision::Condition {
                    pattern: Cow::Borrowed(&example.draft.pattern),
                    dialect: example.draft.dialect,
                    event: Cow::Borrowed(&example.draft.event),
                    offset: example.draft.event.len() / 2,
                }),
                Question::Decide(Decision::Variable {
                    input: Cow::Owned(Input::MatchedEvent),
                    event: Cow::Borrowed(&example.draft.event),
                    offset: example.draft.event.len() / 2,
                }),
                Question::Decide(Decision::FixEvent(Cow::Borrowed(&example.draft.event))),
                Question::Decide(Decision::FixPattern {
                    pattern: Cow::Borrowed(&example.draft.pattern),
                    dialect: example.draft.dialect,
                }),
                Question::Decide(Decision::Log {
                    table: Cow::Owned(table()),
                    payloads: vec![Cow::Borrowed(&example.draft.event), Cow::Borrowed("[1]")],
                }),
                Question::Decide(Decision::Form {
                    pattern: Cow::Borrowed(&example.draft.pattern),
                    dialect: example.draft.dialect,
                    event: Cow::Borrowed(&example.draft.event),
                }),
                Question::Decide(Decision::Change {
                    pattern: Cow::Borrowed(&example.draft.pattern),
                    dialect: example.draft.dialect,
                    change: Cow::Owned(Change::AddField("detail.x".into())),
                }),
                Question::Complete {
                    pattern: Cow::Borrowed("{\"source\": [\"\"]}"),
                    event: Cow::Borrowed(&example.draft.event),
                    offset: 13,
                    typed: true,
                },
            ] {
                survives::<Evaluating>(&question);
            }
        }
    }
}
