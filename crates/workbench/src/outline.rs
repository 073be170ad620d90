//! The explanation as lines in the order of the pattern.

use crate::report::{Line, LineKind, Near};
use rulepad_document::Lang;
use rulepad_pattern::explanation::{Explanation, Finding, Item, Reason};
use rulepad_pattern::words;

/// One line for each condition, `$or` and branch.
#[must_use]
pub fn lines(explanation: &Explanation, lang: Lang) -> Vec<Line> {
    let mut out = Vec::new();
    for item in &explanation.outline {
        write(item, 0, explanation, lang, &mut out);
    }
    out
}

fn write(item: &Item, depth: usize, explanation: &Explanation, lang: Lang, out: &mut Vec<Line>) {
    match item {
        Item::Condition(number) => {
            if let Some(finding) = explanation.conditions.get(*number) {
                out.push(condition(finding, &explanation.conditions, depth, lang));
            }
        }
        Item::AnyOf { key, holds, branches } => {
            let winners = branches.iter().filter(|branch| branch.holds).count();
            let sentence = words!(lang, outline::any_of(winners, branches.len()));
            out.push(group(depth, "$or", LineKind::AnyOf, *holds, sentence, *key));
            for (at, branch) in (1..).zip(branches) {
                let sentence = words!(lang, outline::branch(branch.holds));
                let name = words!(lang, outline::alternative(at));
                out.push(group(
                    depth + 1,
                    &name,
                    LineKind::Branch,
                    branch.holds,
                    sentence.to_owned(),
                    branch.span,
                ));
                for item in &branch.items {
                    write(item, depth + 2, explanation, lang, out);
                }
            }
        }
    }
}

fn group(
    depth: usize,
    name: &str,
    kind: LineKind,
    holds: bool,
    sentence: String,
    pattern: rulepad_document::Span,
) -> Line {
    Line {
        depth,
        name: name.to_owned(),
        kind,
        holds,
        sentence,
        wants: String::new(),
        saw: String::new(),
        contrast: false,
        pattern,
        event: Vec::new(),
        near: Vec::new(),
    }
}

fn condition(finding: &Finding, all: &[Finding], depth: usize, lang: Lang) -> Line {
    let mut event: Vec<_> = finding.seen.iter().map(|seen| seen.span).collect();
    if let Reason::NotALeaf { span, .. } = finding.reason {
        event.push(span);
    }
    Line {
        depth,
        name: finding.name.clone(),
        kind: LineKind::Condition,
        holds: finding.holds,
        sentence: words::sentence(finding, all, lang),
        wants: words::wants(finding, lang),
        saw: words::saw(finding, lang),
        contrast: matches!(
            finding.reason,
            Reason::NotEqual
                | Reason::OutOfRange
                | Reason::NotAccepted
                | Reason::WrongType { .. }
                | Reason::Present
        ),
        pattern: finding.key.to(finding.span),
        event,
        near: finding
            .near
            .iter()
            .map(|miss| Near { text: words::near_miss(miss, finding, lang), edits: miss.edits.clone() })
            .collect(),
    }
}
