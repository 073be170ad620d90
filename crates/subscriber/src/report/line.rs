//! The conditions of a filter as lines, in the order of its pattern.

use crate::{words_en, words_ko};
use rulepad_document::{Edit, Lang, Span};
use rulepad_pattern::explanation::{Explanation, Finding, Item, Reason};
use rulepad_pattern::words;
use serde::{Deserialize, Serialize};

/// A condition, or an `$or` with the conditions of its branches below it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// How deep it is in `$or`.
    pub depth: usize,
    /// What it is.
    pub kind: LineKind,
    /// The joined name of the field, below the part of the event that the filter reads; `$or`.
    pub name: String,
    /// Whether it holds.
    pub holds: bool,
    /// The sentence, with the name of the field.
    pub sentence: String,
    /// What the condition requires; blank for `$or`.
    pub wants: String,
    /// What it saw; blank where it saw nothing.
    pub saw: String,
    /// Whether `saw` beside `wants` says all that the sentence does.
    pub contrast: bool,
    /// Where it is in the pattern, in bytes.
    pub pattern: Span,
    /// The values it looked at, in bytes of the event on the bus (`EventReport::event`).
    pub event: Vec<Span>,
    /// What nearly matched.
    pub near: Vec<Near>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A condition: a field and its matchers.
    Condition,
    /// `$or`.
    AnyOf,
}

/// What nearly matched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Near {
    /// The difference, in a sentence.
    pub text: String,
    /// The edits of the pattern that let it match, in bytes of the pattern; none where there is no obvious one.
    pub edits: Vec<Edit>,
}

/// A line for each condition and `$or`.
pub(super) fn lines(explanation: &Explanation, lang: Lang) -> Vec<Line> {
    let mut found = Vec::new();
    outline(&explanation.outline, &explanation.conditions, 0, lang, &mut found);
    found
}

fn outline(items: &[Item], all: &[Finding], depth: usize, lang: Lang, lines: &mut Vec<Line>) {
    for item in items {
        match item {
            Item::Condition(number) => {
                let Some(finding) = all.get(*number) else { continue };
                lines.push(condition(finding, all, depth, lang));
            }
            Item::AnyOf { key, holds, branches } => {
                let winners = branches.iter().filter(|branch| branch.holds).count();
                lines.push(Line {
                    depth,
                    kind: LineKind::AnyOf,
                    name: "$or".to_owned(),
                    holds: *holds,
                    sentence: any_of(winners, branches.len(), lang),
                    wants: String::new(),
                    saw: String::new(),
                    contrast: false,
                    pattern: *key,
                    event: Vec::new(),
                    near: Vec::new(),
                });
                for branch in branches {
                    outline(&branch.items, all, depth + 1, lang, lines);
                }
            }
        }
    }
}

fn condition(finding: &Finding, all: &[Finding], depth: usize, lang: Lang) -> Line {
    let mut event: Vec<Span> = finding.seen.iter().map(|seen| seen.span).collect();
    if let Reason::NotALeaf { span, .. } = finding.reason {
        event.push(span);
    }
    let contrast = matches!(
        finding.reason,
        Reason::NotEqual
            | Reason::OutOfRange
            | Reason::NotAccepted
            | Reason::WrongType { .. }
            | Reason::Present
    );
    let near = finding
        .near
        .iter()
        .map(|near| Near { text: words::near_miss(near, finding, lang), edits: near.edits.clone() });
    Line {
        depth,
        kind: LineKind::Condition,
        name: finding.name.clone(),
        holds: finding.holds,
        sentence: words::named_sentence(finding, all, lang),
        wants: words::wants(finding, lang),
        saw: words::saw(finding, lang),
        contrast,
        pattern: finding.key.to(finding.span),
        event,
        near: near.collect(),
    }
}

fn any_of(holding: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::En => words_en::any_of(holding, all),
        Lang::Ko(_) => words_ko::any_of(holding, all),
    }
}
