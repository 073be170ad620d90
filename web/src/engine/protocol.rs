//! What page and worker tell each other, as JSON texts.

use rulepad_workbench::{
    ComparisonReport, Dialect, Draft, Export, FailingEvent, Format, Import, Pasted, Report, Verdict, Witness,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The worker's first message, once it can answer.
pub const READY: &str = "ready";

/// A question with its number.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Request<'q> {
    /// Tells the question apart from every other of its kind.
    pub number: u32,
    /// The question.
    pub question: Question<'q>,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// The draft's rule as a file.
    Export {
        /// The draft.
        draft: Cow<'q, Draft>,
        /// The file's format.
        format: Format,
    },
    /// The rules in a text.
    Import(Cow<'q, str>),
}

/// Questions of one kind take each other's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Evaluations.
    Evaluation,
    /// Events made to order.
    Making,
    /// Comparisons.
    Comparison,
    /// Pasted texts.
    Pasting,
    /// Patterns tried on several events.
    Trial,
    /// Files to take away.
    Export,
    /// Texts that rules are read from.
    Import,
}

impl Kind {
    /// An answer that takes longer than this is given up. A pasted text may be a whole log file,
    /// an imported one a large template.
    #[must_use]
    pub fn limit_millis(self) -> u32 {
        match self {
            Self::Evaluation | Self::Making | Self::Comparison | Self::Trial | Self::Export => 2_000,
            Self::Pasting | Self::Import => 15_000,
        }
    }
}

/// The answer to a request.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// The question's number.
    pub number: u32,
    /// The answer.
    pub reply: Reply,
}

/// What can be answered, in the order of [`Question`].
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// What was found.
    Report(Box<Report>),
    /// The event, or why there is none.
    Matching(Result<Witness, String>),
    /// The events, or why there are none at all.
    Failing(Result<Vec<FailingEvent>, String>),
    /// How the patterns relate.
    Comparison(Box<ComparisonReport>),
    /// What the text holds.
    Pasted(Box<Pasted>),
    /// The verdicts, in the order of the events.
    Tried(Vec<Verdict>),
    /// The file, or why there is none yet.
    Exported(Box<Export>),
    /// What was understood.
    Imported(Box<Import>),
}

impl Question<'_> {
    /// What it takes the place of.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Evaluate(_) => Kind::Evaluation,
            Self::Matching(_) | Self::Failing(_) => Kind::Making,
            Self::Compare { .. } => Kind::Comparison,
            Self::Paste { .. } => Kind::Pasting,
            Self::Try { .. } => Kind::Trial,
            Self::Export { .. } => Kind::Export,
            Self::Import(_) => Kind::Import,
        }
    }

    fn reply(&self) -> Reply {
        match self {
            Self::Evaluate(draft) => Reply::Report(Box::new(rulepad_workbench::evaluate(draft))),
            Self::Matching(draft) => Reply::Matching(rulepad_workbench::matching_event(draft)),
            Self::Failing(draft) => Reply::Failing(rulepad_workbench::failing_events(draft)),
            Self::Compare { pattern, other, dialect } => {
                Reply::Comparison(Box::new(rulepad_workbench::compare(pattern, other, *dialect)))
            }
            Self::Paste { text, pattern, dialect } => {
                Reply::Pasted(Box::new(rulepad_workbench::paste(text, pattern, *dialect)))
            }
            Self::Try { events, pattern, dialect } => {
                let verdict = |event: &Cow<'_, str>| {
                    let (event, pattern) = (event.to_string(), pattern.to_string());
                    let draft = Draft { event, pattern, dialect: *dialect, ..Draft::default() };
                    rulepad_workbench::evaluate(&draft).verdict
                };
                Reply::Tried(events.iter().map(verdict).collect())
            }
            Self::Export { draft, format } => {
                Reply::Exported(Box::new(rulepad_workbench::export(draft, *format)))
            }
            Self::Import(text) => Reply::Imported(Box::new(rulepad_workbench::import(text))),
        }
    }
}

impl Request<'_> {
    /// The message for the worker.
    #[must_use]
    pub fn to_message(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The worker's answer to a message; `None` for one that is not a request.
#[must_use]
pub fn answer(message: &str) -> Option<String> {
    let request = serde_json::from_str::<Request<'_>>(message).ok()?;
    serde_json::to_string(&Response { number: request.number, reply: request.question.reply() }).ok()
}

/// The response in a message from the worker.
///
/// # Errors
/// A sentence, when the worker is not of this version of the page.
pub fn read(message: &str) -> Result<Response, String> {
    serde_json::from_str(message).map_err(|error| format!("the answer cannot be read ({error})"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_workbench::examples;

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
                Question::Export { draft: draft(), format: Format::RuleJson },
                Question::Import(Cow::Owned(rulepad_workbench::file::save(&example.draft).text)),
            ] {
                let reply = question.reply();
                let message = Request { number: 7, question }.to_message();
                let response = read(&answer(&message).unwrap()).unwrap();
                assert_eq!(response, Response { number: 7, reply }, "{}", example.id);
            }
        }
    }

    #[test]
    fn what_is_no_message_is_said() {
        assert_eq!(answer("{}"), None);
        assert!(read("[]").is_err());
    }
}
