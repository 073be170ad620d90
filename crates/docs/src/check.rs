//! Checking a document.

use crate::contents::{self, Kind};
use crate::example::{Answered, Example, is_same};
use crate::message::Problem;
use crate::{attributes, link};
use rulepad_document::LineIndex;

/// A problem and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Line, from 1.
    pub line: u32,
    /// Column in UTF-16 units, from 1.
    pub column: u32,
    /// What is wrong.
    pub problem: Problem,
}

/// What a document has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many examples.
    pub examples: usize,
    /// How many links to Rulepad.
    pub links: usize,
    /// What is wrong with them, in the order of the text.
    pub findings: Vec<Finding>,
}

/// Checks every example and link of a document. `pages` are addresses of the page, whose links must open.
#[must_use]
pub fn check(text: &str, kind: Kind, pages: &[String]) -> Checked {
    let contents = contents::read(text, kind);
    let mut problems = contents.problems;
    let mut links = 0;
    for found in &contents.links {
        if let Some(problem) = link::check(&found.address, pages) {
            links += 1;
            problems.extend(problem.map(|problem| (found.at, problem)));
        }
    }
    for example in &contents.examples {
        problems.extend(attributes::check(example));
        match example.answer() {
            Ok(found) => problems.extend(differences(example, &found)),
            Err(found) => problems.extend(found),
        }
    }
    problems.sort_by_key(|(at, _)| *at);
    let index = LineIndex::new(text);
    let findings = problems.into_iter().map(|(at, problem)| {
        let place = index.position(at);
        Finding { line: place.line, column: place.column, problem }
    });
    Checked { examples: contents.examples.len(), links, findings: findings.collect() }
}

/// What is stored otherwise than it is.
fn differences(example: &Example, found: &Answered) -> Vec<(usize, Problem)> {
    let verdict = example.attribute("verdict");
    let answer = example.part("answer");
    let mut problems = Vec::new();
    if verdict.is_none() && answer.is_none() {
        problems.push((example.at, Problem::NothingStored { answer: found.answer.clone() }));
    }
    if let Some(stored) = verdict.filter(|stored| Some(&stored.value) != found.verdict.as_ref()) {
        let problem = Problem::Verdict {
            stored: stored.value.clone(),
            found: found.verdict.clone(),
            answer: found.answer.clone(),
        };
        problems.push((stored.span.start, problem));
    }
    if let Some(stored) = answer.filter(|stored| !is_same(&stored.text, &found.answer)) {
        let problem = Problem::Answer { stored: stored.text.clone(), found: found.answer.clone() };
        problems.push((stored.content.start, problem));
    }
    if let Some(stored) = example.part("payload")
        && found.payload.as_ref().is_none_or(|payload| payload.trim() != stored.text.trim())
    {
        let problem = Problem::Payload { stored: stored.text.clone(), found: found.payload.clone() };
        problems.push((stored.content.start, problem));
    }
    problems
}
