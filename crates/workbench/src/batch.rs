//! Bulk work: one JSON line in, one JSON line out.
//!
//! A pattern line `{"id", "pattern", "event", "dialect"?}` gives `{"id", "result", "message"?}`. An input line
//! `{"id", "event"}` with `input_path`, `input`, or `input_template` and `input_paths_map`, gives
//! `{"id", "outcome", "payload"?, "message"?}`. Texts are written as JSON text in strings, so that none of their
//! numbers is touched.

use crate::bulk::{Matcher, Scratch, compile};
use crate::explain::explain;
use crate::render::{InputOptions, render};
use crate::report::Verdict;
use crate::words::LineFault;
use rulepad_document::json::{self, Node};
use rulepad_document::{Diagnostic, Lang, Role, Words};
use rulepad_pattern::{self as pattern, Dialect, Event};
use rulepad_transformer::Outcome;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// The verdict on a pattern line.
    Verdict {
        /// The line's id; its number where it has none.
        id: Value,
        /// The verdict.
        result: Verdict,
        /// AWS's message for a refused pattern, ours for an event that cannot be read.
        #[serde(skip_serializing_if = "Option::is_none")]
        message: Option<String>,
    },
    /// The payload of an input line.
    Payload {
        /// The line's id; its number where it has none.
        id: Value,
        /// `delivered`, `not_delivered` or `error`.
        outcome: &'static str,
        /// What the target receives.
        #[serde(skip_serializing_if = "Option::is_none")]
        payload: Option<String>,
        /// Why nothing is delivered, AWS's sentence for a refusal, or what is not verified.
        #[serde(skip_serializing_if = "Option::is_none")]
        message: Option<String>,
    },
    /// A line that cannot be read.
    Bad {
        /// The line's number, from 1.
        line: usize,
        /// What is wrong with it.
        error: String,
    },
}

#[derive(Deserialize)]
struct Line {
    id: Option<Value>,
    pattern: Option<String>,
    dialect: Option<Dialect>,
    event: Option<String>,
    input_path: Option<String>,
    input: Option<String>,
    input_paths_map: Option<Value>,
    input_template: Option<String>,
    rule_name: Option<String>,
    rule_arn: Option<String>,
    ingestion_time: Option<String>,
}

/// How many patterns a [`Session`] remembers.
const MOST: usize = 1000;

/// The longest pattern that a [`Session`] remembers, in bytes.
const LONGEST: usize = 1 << 16;

/// Answers many lines; a pattern that is there again is compiled, and its events are read without a tree. Memory is
/// bounded.
#[derive(Clone, Debug, Default)]
pub struct Session {
    lang: Lang,
    patterns: HashMap<String, Known>,
    scratch: Scratch,
}

/// What is known of a pattern.
#[derive(Clone, Debug)]
enum Known {
    /// It was there once.
    Seen,
    /// AWS refuses it.
    Refused,
    Compiled(Box<Matcher>),
}

impl Session {
    /// A session that answers in a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, ..Self::default() }
    }

    /// Answers one line, as [`answer`] does.
    #[must_use]
    pub fn answer(&mut self, number: usize, text: &str) -> Answer {
        let lang = self.lang;
        answer_with(number, text, lang, |pattern, event| self.verdict(pattern, event))
    }

    /// The verdict of [`verdict`].
    fn verdict(&mut self, pattern: &str, event: &str) -> (Verdict, Option<String>) {
        self.note(pattern);
        if let Some(Known::Compiled(matcher)) = self.patterns.get(pattern)
            && let Ok(found) = matcher.matching(event.as_bytes(), &mut self.scratch)
            && found.undecided.is_empty()
        {
            return (if found.matched.is_empty() { Verdict::NoMatch } else { Verdict::Match }, None);
        }
        // What there is to say of an event that is refused.
        verdict(pattern, event, self.lang)
    }

    /// Compiles a pattern that is there for the second time.
    fn note(&mut self, pattern: &str) {
        if pattern.len() > LONGEST {
            return;
        }
        match self.patterns.get(pattern) {
            None => {
                if self.patterns.len() >= MOST {
                    self.patterns.clear();
                }
                self.patterns.insert(pattern.to_owned(), Known::Seen);
            }
            Some(Known::Seen) => {
                let known = compile([pattern], Lang::En).map(|own| Known::Compiled(Box::new(own)));
                self.patterns.insert(pattern.to_owned(), known.unwrap_or(Known::Refused));
            }
            Some(_) => {}
        }
    }
}

/// Answers one line; `number` counts from 1 and names a line that has no id.
#[must_use]
pub fn answer(number: usize, text: &str, lang: Lang) -> Answer {
    answer_with(number, text, lang, |pattern, event| verdict(pattern, event, lang))
}

fn answer_with(
    number: usize,
    text: &str,
    lang: Lang,
    verdict: impl FnOnce(&str, &str) -> (Verdict, Option<String>),
) -> Answer {
    let mut line: Line = match serde_json::from_str(text) {
        Ok(line) => line,
        Err(problem) => {
            return Answer::Bad { line: number, error: words!(lang, batch::not_a_line(&problem)) };
        }
    };
    let id = line.id.clone().unwrap_or_else(|| Value::from(number));
    let Some(event) = line.event.take() else {
        return Answer::Bad { line: number, error: words!(lang, batch::fault(LineFault::NoEvent)) };
    };
    match line.pattern.as_deref() {
        Some(pattern) => {
            let (result, message) = match line.dialect.unwrap_or_default() {
                Dialect::Rule => verdict(pattern, &event),
                dialect => filtered(pattern, &event, dialect, lang),
            };
            Answer::Verdict { id, result, message }
        }
        None => payload(id, &event, line, lang),
    }
}

/// Tries one pattern on one event; the message is AWS's for a refused pattern, ours for an event.
#[must_use]
pub fn verdict(pattern: &str, event: &str, lang: Lang) -> (Verdict, Option<String>) {
    verdict_of(&pattern::parse(pattern), pattern, event, lang)
}

/// [`verdict`] for a pattern that starts with a bracket or is blank; `None` for any other.
#[must_use]
pub fn verdict_bracketed(pattern: &str, event: &str, lang: Lang) -> Option<(Verdict, Option<String>)> {
    Some(verdict_of(&pattern::parse_bracketed(pattern, Dialect::Rule)?, pattern, event, lang))
}

fn verdict_of(parsed: &pattern::Parsed, pattern: &str, event: &str, lang: Lang) -> (Verdict, Option<String>) {
    let Some(valid) = parsed.valid() else {
        let own = || {
            let first = parsed.diagnostics.iter().find(|found| found.is_error());
            first.map(|found| found.message.words(lang))
        };
        return (Verdict::PatternError, parsed.aws_error(pattern).or_else(own));
    };
    let root = match read(event, lang) {
        Ok(root) => root,
        Err(message) => return (Verdict::EventError, Some(message)),
    };
    match Event::new(&root).map(|event| pattern::matches(valid, &event)) {
        None => {
            (Verdict::EventError, Some(words!(lang, batch::fault(LineFault::NotAnObject(root.value.kind())))))
        }
        Some(Some(true)) => (Verdict::Match, None),
        Some(Some(false)) => (Verdict::NoMatch, None),
        Some(None) => (Verdict::Undecided, Some(words!(lang, batch::fault(LineFault::Stopped)))),
    }
}

/// Tries a filter on one record, which its service may change or drop first.
fn filtered(pattern: &str, record: &str, dialect: Dialect, lang: Lang) -> (Verdict, Option<String>) {
    let event_is_blank = record.trim().is_empty();
    let report = explain(pattern, record, dialect, lang);
    let error =
        |found: &[Diagnostic]| found.iter().find(|found| found.is_error()).map(|found| found.message.clone());
    let message = match report.verdict {
        Verdict::Match | Verdict::NoMatch => None,
        Verdict::PatternError => report.aws_error.or_else(|| error(&report.pattern)),
        Verdict::EventError if event_is_blank => Some(words!(lang, batch::fault(LineFault::EmptyEvent))),
        Verdict::EventError => error(&report.event),
        Verdict::Undecided => Some(report.summary),
    };
    (report.verdict, message)
}

fn read(event: &str, lang: Lang) -> Result<Node, String> {
    let document = json::parse(event, Role::Event);
    let error = document.diagnostics.iter().find(|found| Diagnostic::is_error(found));
    match (error, document.root) {
        (None, Some(root)) => Ok(root),
        (error, _) => Err(error.map_or_else(
            || words!(lang, batch::fault(LineFault::EmptyEvent)),
            |found| found.message.words(lang),
        )),
    }
}

fn payload(id: Value, event: &str, line: Line, lang: Lang) -> Answer {
    let report = render(event, &line.options(), lang);
    let unread = || {
        let first = report.event.iter().find(|found| found.is_error());
        first.map_or_else(|| words!(lang, batch::fault(LineFault::EmptyEvent)), |found| found.message.clone())
    };
    let outcome =
        report.rendered.map_or_else(|| Outcome::Refused { message: unread() }, |found| found.outcome);
    let (outcome, payload, message) = match outcome {
        Outcome::Delivered(payload) => ("delivered", Some(payload.text), None),
        Outcome::NotDelivered { reason, .. } => ("not_delivered", None, Some(reason)),
        Outcome::Refused { message } => ("error", None, Some(message)),
        // The likelier of two answers, and the message says that it is not verified.
        Outcome::Unknown { reason, would_be: Some(payload) } => {
            ("delivered", Some(payload.text), Some(words!(lang, batch::not_verified(&reason))))
        }
        Outcome::Unknown { reason, would_be: None } => {
            ("not_delivered", None, Some(words!(lang, batch::not_verified(&reason))))
        }
    };
    Answer::Payload { id, outcome, payload, message }
}

impl Line {
    fn options(self) -> InputOptions {
        let paths = |map: Value| match map {
            Value::Null => None,
            Value::String(text) => Some(text),
            mut map => {
                // Whether serde_json keeps the order of members depends on who else is built with it.
                map.sort_all_objects();
                Some(map.to_string())
            }
        };
        InputOptions {
            input_path: self.input_path,
            input: self.input,
            input_paths_map: self.input_paths_map.and_then(paths),
            input_template: self.input_template,
            rule_name: self.rule_name,
            rule_arn: self.rule_arn,
            ingestion_time: self.ingestion_time,
            ..InputOptions::default()
        }
    }
}

#[cfg(test)]
mod session_tests {
    use super::*;
    use crate::gallery;

    #[test]
    fn a_session_answers_as_each_line_alone() {
        let all = gallery().unwrap();
        let mut patterns: Vec<&str> = all.iter().map(|example| &*example.draft.pattern).collect();
        patterns.extend(["{", "", r#"{"a": 1}"#, r#"{"detail": {"x": [{"anything-but": [1]}]}}"#]);
        let mut events: Vec<&str> = all.iter().map(|example| &*example.draft.event).collect();
        events.extend(["{", "", "[]", "null", r#"{"detail": {"x": 1e400}}"#, "{\"a\": \"\u{1}\"}", "{} x"]);
        let mut session = Session::default();
        let mut matched = 0;
        for (number, (pattern, event)) in
            events.iter().flat_map(|event| patterns.iter().map(move |own| (own, event))).enumerate()
        {
            let line = serde_json::json!({"pattern": pattern, "event": event}).to_string();
            let alone = answer(number, &line, Lang::En);
            assert_eq!(session.answer(number, &line), alone, "{line}");
            matched += usize::from(matches!(alone, Answer::Verdict { result: Verdict::Match, .. }));
        }
        assert!(matched >= all.len() - 1);
        let compiled = session.patterns.values().filter(|own| matches!(own, Known::Compiled(_))).count();
        assert_eq!((compiled, session.patterns.len()), (all.len() + 1, patterns.len()));
    }
}
