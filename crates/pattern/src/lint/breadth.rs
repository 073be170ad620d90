//! Breadth: patterns that match every event, or events of every service.

use super::{note, warning};
use crate::event::Scalar;
use crate::operator::{Test, prefix::Prefix, suffix::Suffix};
use crate::syntax::{Alternative, Condition, Pattern};
use rulepad_document::Diagnostic;

pub(super) fn check(pattern: &Pattern) -> Option<Diagnostic> {
    let span = pattern.root.span;
    if pattern.alternatives.is_empty() {
        return None;
    }
    if pattern.alternatives.iter().any(|rule| conditions(pattern, rule).all(always)) {
        return Some(
            warning("lint.matches-everything", span, "this matches every event on the bus")
                .advice("name a source, or the rule also fires on what its own targets send"),
        );
    }
    let tells = |name: &str| name == "source" || name == "detail-type" || name.starts_with("detail.");
    let broad = |rule: &Alternative| {
        !conditions(pattern, rule).any(|condition| tells(&condition.name) && !always(condition))
    };
    let envelope =
        pattern.conditions.iter().any(|condition| super::ENVELOPE.contains(&condition.name.as_str()));
    (envelope && pattern.alternatives.iter().any(broad)).then(|| {
        note(
            "lint.any-service",
            span,
            "neither source, detail-type nor detail is asked for: this matches events of every service",
        )
        .advice("name a source, or the rule may fire on what its own targets send")
    })
}

fn conditions<'p>(pattern: &'p Pattern, rule: &'p Alternative) -> impl Iterator<Item = &'p Condition> {
    rule.conditions.iter().filter_map(|(_, number)| pattern.conditions.get(*number))
}

/// Whether every event on a bus meets the condition.
fn always(condition: &Condition) -> bool {
    let field = ["version", "id", "detail-type", "source", "account", "time", "region"];
    let any = |test: &Test| match test {
        Test::Exists(exists) => exists.0,
        Test::Prefix(Prefix::Exact(text)) | Test::Suffix(Suffix::Exact(text)) => text.is_empty(),
        Test::Wildcard(wildcard) => wildcard.text() == "*",
        Test::Exact(exact) => condition.name == "version" && exact.0 == Scalar::String("0".to_owned()),
        _ => false,
    };
    let tests = || condition.matchers.iter().map(|matcher| &matcher.test);
    let split = tests().filter(|test| matches!(test, Test::AnythingBut(_))).count() > 1;
    (field.contains(&condition.name.as_str()) && (tests().any(any) || split))
        || (tests().any(|test| matches!(test, Test::Exists(exists) if exists.0))
            && tests().any(|test| matches!(test, Test::Exists(exists) if !exists.0)))
}
