//! A whole pattern as a Korean sentence.
//!
//! A clause ends otherwise before another that must hold, before one that may hold instead, and before a noun. `$or`
//! is a list of cases, since clauses in …거나 cannot be read when they are nested.

use super::operator::{Ending, clause as clause_of, wants};
use crate::in_words::Counted;
use crate::operator::Test;
use crate::syntax::{Condition, Group, ObjectEntry, Pattern};
use rulepad_document::words::ko;

/// `source 값이 "aws.s3"이고 …인 이벤트와 일치합니다.`
pub(crate) fn sentence(pattern: &Pattern) -> String {
    let parts = parts(&pattern.root, &Counted::of(pattern));
    if parts.is_empty() {
        return "아직 조건이 없습니다.".to_owned();
    }
    let (choices, plain): (Vec<&Part<'_>>, Vec<&Part<'_>>) =
        parts.iter().partition(|part| matches!(part, Part::AnyOf(_)));
    let [Part::AnyOf(cases)] = choices.as_slice() else {
        return format!("{} 이벤트와 일치합니다.", joined(parts.iter(), Ending::Of));
    };
    // The only choice is the last thing said, as a list.
    let before = joined(plain.iter().copied(), Ending::And);
    let space = if plain.is_empty() { "" } else { " " };
    let cases: Vec<String> =
        cases.iter().enumerate().map(|(at, case)| format!("({}) {}", at + 1, spelled(case))).collect();
    format!("{before}{space}다음 중 하나를 충족하는 이벤트와 일치합니다: {}.", ko::all_of(&cases))
}

/// What a group asks for.
enum Part<'p> {
    Condition(&'p Condition),
    /// The cases of `$or`.
    AnyOf(Vec<Vec<Part<'p>>>),
}

fn parts<'p>(group: &'p Group, pattern: &Counted<'p>) -> Vec<Part<'p>> {
    let mut out = Vec::new();
    for entry in &group.entries {
        match entry {
            ObjectEntry::Condition(number) => out.extend(pattern.get(*number).map(Part::Condition)),
            ObjectEntry::Nested { group, .. } => out.extend(parts(group, pattern)),
            ObjectEntry::AnyOf { branches, .. } => {
                out.push(Part::AnyOf(branches.iter().map(|branch| parts(branch, pattern)).collect()));
            }
        }
    }
    out
}

/// Clauses that must hold together; the last has the ending.
fn joined<'p, 'a: 'p>(parts: impl ExactSizeIterator<Item = &'p Part<'a>>, ending: Ending) -> String {
    let count = parts.len();
    let clauses: Vec<String> = parts
        .enumerate()
        .map(|(at, part)| worded(part, if at + 1 == count { ending } else { Ending::And }))
        .collect();
    clauses.join(if count > 2 { ", " } else { " " })
}

fn worded(part: &Part<'_>, ending: Ending) -> String {
    match part {
        Part::Condition(condition) => clause(condition, ending),
        Part::AnyOf(cases) => {
            let cases: Vec<String> = cases.iter().map(|case| spelled(case)).collect();
            format!("({}) 중 하나에 {}", ko::all_of(&cases), ending.applies())
        }
    }
}

/// One case of `$or`.
fn spelled(case: &[Part<'_>]) -> String {
    if case.is_empty() {
        return "조건이 없는 경우".to_owned();
    }
    format!("{} 경우", joined(case.iter(), Ending::Of))
}

fn clause(condition: &Condition, ending: Ending) -> String {
    let name = &condition.name;
    let mut tests = Vec::new();
    let mut absent = false;
    let mut any = false;
    for matcher in &condition.matchers {
        match &matcher.test {
            Test::Exists(exists) if exists.0 => any = true,
            Test::Exists(_) => absent = true,
            test => tests.push(test),
        }
    }
    let of_values = |ending: Ending| match tests.as_slice() {
        [only] => clause_of(name, only, ending),
        several => {
            let wanted: Vec<String> = several.iter().map(|test| wants(test)).collect();
            format!("{name} 값이 {}{}", ko::any_of(&wanted), ending.is())
        }
    };
    match (any, absent, tests.is_empty()) {
        (true, true, _) => {
            format!("{name} 값이 {} {}", Ending::Or.is_there(), ending.is_not_there())
        }
        (true, false, _) => format!("{name} 값이 {}", ending.is_there()),
        (false, true, true) => format!("{name} 값이 {}", ending.is_not_there()),
        (false, true, false) => format!("{} 값이 {}", of_values(Ending::Or), ending.is_not_there()),
        (false, false, _) => of_values(ending),
    }
}
