//! Replacing what a document stores, and nothing else of it.

use crate::contents::{self, Kind, slice};
use crate::example::{Answered, Example, Part, WrittenAs, is_same};
use rulepad_workbench::embed::{SECTION, escaped_line};
use std::ops::Range;

/// The document with the stored verdicts, answers and payloads replaced where they differ from Rulepad's. An example
/// that stores neither a verdict nor an answer gets both. All other bytes stay.
///
/// What cannot be evaluated stays as it is; [`check`](crate::check()) reports it.
#[must_use]
pub fn update(text: &str, kind: Kind) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for example in contents::read(text, kind).examples {
        if let Ok(found) = example.answer() {
            edits.extend(of_example(text, &example, &found));
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (range, new) in edits {
        if range.start < done {
            continue;
        }
        out.push_str(slice(text, done..range.start));
        out.push_str(&new);
        done = range.end;
    }
    out.push_str(slice(text, done..text.len()));
    out
}

fn of_example(text: &str, example: &Example, found: &Answered) -> Vec<(Range<usize>, String)> {
    let newline = if slice(text, example.at..text.len())
        .lines()
        .next()
        .is_some_and(|line| slice(text, example.at + line.len()..text.len()).starts_with("\r\n"))
    {
        "\r\n"
    } else {
        "\n"
    };
    let mut edits = Vec::new();
    let verdict = example.attribute("verdict");
    let answer = example.part("answer");
    if let (Some(stored), Some(verdict)) = (verdict, &found.verdict)
        && stored.value != *verdict
    {
        let is_quoted = example.written_as == WrittenAs::Element
            || slice(text, stored.span.clone()).ends_with(['"', '\'']);
        edits.push((stored.span.clone(), attribute(verdict, is_quoted)));
    }
    if verdict.is_none()
        && answer.is_none()
        && let Some(verdict) = &found.verdict
    {
        let at = example.next_attribute;
        edits.push((at..at, format!(" {}", attribute(verdict, true))));
    }
    // Before an answer that is added: where the payload is empty and last, both are put in the same place.
    if let (Some(stored), Some(payload)) = (example.part("payload"), &found.payload)
        && stored.text.trim() != payload.trim()
    {
        edits.push(content(text, example, stored, payload, newline));
    }
    match answer {
        Some(stored) if is_same(&stored.text, &found.answer) => {}
        Some(stored) => edits.push(content(text, example, stored, &found.answer, newline)),
        None if verdict.is_none() => edits.push(new_answer(text, example, &found.answer, newline)),
        None => {}
    }
    edits
}

/// Quotes are what every reader of Markdown takes.
fn attribute(verdict: &str, is_quoted: bool) -> String {
    if is_quoted { format!("verdict=\"{verdict}\"") } else { format!("verdict={verdict}") }
}

/// The edit that gives a part that is there another text.
fn content(text: &str, example: &Example, part: &Part, new: &str, newline: &str) -> (Range<usize>, String) {
    let new = match example.written_as {
        WrittenAs::Element => escaped(new, part.name == "answer"),
        WrittenAs::Fence => {
            let lines = lined(new, &example.prefix, newline);
            // An empty part has no line: this is its first.
            if part.content.is_empty() {
                let is_end = !slice(text, 0..part.content.start).ends_with('\n');
                format!("{}{}{lines}{newline}", if is_end { newline } else { "" }, example.prefix)
            } else {
                lines
            }
        }
    };
    (part.content.clone(), new)
}

/// The edit that adds an answer as the last part.
fn new_answer(text: &str, example: &Example, answer: &str, newline: &str) -> (Range<usize>, String) {
    let at = example.next_part;
    let before = slice(text, 0..at);
    let prefix = &example.prefix;
    let new = match example.written_as {
        WrittenAs::Fence => {
            let is_end = !before.ends_with('\n');
            let first = if is_end { newline } else { "" };
            format!(
                "{first}{prefix}{SECTION}answer{newline}{prefix}{}{newline}",
                lined(answer, prefix, newline)
            )
        }
        WrittenAs::Element => {
            let line = before.rsplit('\n').next().unwrap_or_default();
            let new = format!("<p data-part=\"answer\">{}</p>", escaped(answer, true));
            if line.trim().is_empty() {
                // The end tag is alone in its line, and so is the answer.
                let at = at - line.len();
                return (at..at, format!("{prefix}  {new}{newline}"));
            }
            new
        }
    };
    (at..at, new)
}

/// Several lines of a fence, each but the first behind what is in front of the fence's lines.
fn lined(text: &str, prefix: &str, newline: &str) -> String {
    text.split('\n').map(escaped_line).collect::<Vec<_>>().join(&format!("{newline}{prefix}"))
}

/// A text in HTML; what is between backticks of a sentence is code.
fn escaped(text: &str, is_sentence: bool) -> String {
    let plain = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let parts: Vec<&str> = text.split('`').collect();
    if !is_sentence || parts.len().is_multiple_of(2) {
        return plain(text);
    }
    let marked = parts.iter().enumerate().map(|(index, part)| match index % 2 {
        0 => plain(part),
        _ => format!("<code>{}</code>", plain(part)),
    });
    marked.collect()
}
