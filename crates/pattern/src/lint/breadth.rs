//! Breadth: patterns that match every event, or events of every service.

use super::{note, warning};
use crate::code::Code;
use crate::event::Scalar;
use crate::message::{Diagnostic, Message};
use crate::operator::{Test, prefix::Prefix, suffix::Suffix};
use crate::syntax::{Alternative, Condition, Pattern};

pub(super) fn check(pattern: &Pattern) -> Option<Diagnostic> {
    let span = pattern.root.span;
    if pattern.alternatives.is_empty() {
        return None;
    }
    if pattern.alternatives.iter().any(|rule| conditions(pattern, rule).all(always)) {
        return Some(
            warning(Code::LintMatchesEverything, span, Message::MatchesEverything)
                .advice(Message::NameSourceOfAll),
        );
    }
    let tells = |name: &str| name == "source" || name == "detail-type" || name.starts_with("detail.");
    let broad = |rule: &Alternative| {
        !conditions(pattern, rule).any(|condition| tells(&condition.name) && !always(condition))
    };
    let envelope =
        pattern.conditions.iter().any(|condition| super::ENVELOPE.contains(&condition.name.as_str()));
    (envelope && pattern.alternatives.iter().any(broad))
        .then(|| note(Code::LintAnyService, span, Message::AnyService).advice(Message::NameSource))
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
