//! Which parts of a pattern decided a verdict.

use crate::load::{Loaded, LoadedRule};
use crate::result::{Covered, PatternPart};
use rulepad_document::Span;
use rulepad_pattern::explanation::Item;
use rulepad_workbench::Lang;
use rulepad_workbench::explanation::{Explanation, Reason};
use rulepad_workbench::{Report, Verdict, explain};

/// The parts of a rule's pattern, none of them covered yet.
pub(crate) fn parts(rule: &LoadedRule, loaded: &Loaded) -> Vec<Covered> {
    // An empty event gives every condition and branch of the pattern.
    let report = explain(&rule.draft.pattern, "{}", rule.draft.dialect, Lang::En);
    let Some(explanation) = report.explanation else { return Vec::new() };
    let part = |part, field: &str, span: Span| Covered {
        part,
        field: field.to_owned(),
        span,
        place: rule.place(loaded, span),
        matches: 0,
        misses: 0,
    };
    let mut parts = Vec::new();
    for condition in &explanation.conditions {
        parts.push(part(PatternPart::Condition, &condition.name, condition.key));
        // The only value of a list decides whenever its condition does.
        if condition.wants.len() > 1 {
            parts.extend(
                condition.wants.iter().map(|own| part(PatternPart::Value, &condition.name, own.span)),
            );
        }
    }
    each_branch(&explanation.outline, &mut |span, _| parts.push(part(PatternPart::Branch, "$or", span)));
    parts.sort_by_key(|part| (part.span.start, part.span.end));
    parts
}

/// Counts what decided the verdict on one event.
pub(crate) fn count(parts: &mut [Covered], report: &Report) {
    let Some(explanation) = &report.explanation else { return };
    let matches = match report.verdict {
        Verdict::Match => true,
        Verdict::NoMatch => false,
        _ => return,
    };
    let mut decided = |kind: PatternPart, span: Span| {
        for own in parts.iter_mut().filter(|own| own.part == kind && own.span == span) {
            if matches {
                own.matches += 1;
            } else {
                own.misses += 1;
            }
        }
    };
    for number in deciding(explanation, matches) {
        let Some(condition) = explanation.conditions.get(number) else { continue };
        decided(PatternPart::Condition, condition.key);
        if let Reason::Accepted { matcher } | Reason::AbsentAsWanted { matcher } = condition.reason
            && let Some(own) = condition.wants.get(matcher).filter(|_| matches)
        {
            decided(PatternPart::Value, own.span);
        }
    }
    each_branch(&explanation.outline, &mut |span, holds| {
        if holds == matches {
            decided(PatternPart::Branch, span);
        }
    });
}

/// The conditions that decided: of a match those of the sub-rule that holds, of a miss all that fail.
fn deciding(explanation: &Explanation, matches: bool) -> Vec<usize> {
    if matches {
        let won = explanation.alternatives.get(explanation.shown);
        return won.map(|own| own.conditions.clone()).unwrap_or_default();
    }
    let mut failed: Vec<usize> = explanation
        .alternatives
        .iter()
        .flat_map(|own| own.failed.iter().chain(&own.conflict))
        .copied()
        .collect();
    failed.sort_unstable();
    failed.dedup();
    failed
}

fn each_branch(items: &[Item], found: &mut impl FnMut(Span, bool)) {
    // The outline is as deep as the pattern, which its parser bounds.
    let mut open: Vec<&Item> = items.iter().collect();
    while let Some(item) = open.pop() {
        if let Item::AnyOf { branches, .. } = item {
            for branch in branches {
                found(branch.span, branch.holds);
                open.extend(&branch.items);
            }
        }
    }
}
