//! A whole pattern as a sentence and as a formula.

use crate::operator::Test;
use crate::syntax::{Condition, Entry, Group, Pattern};
use std::collections::BTreeSet;

/// The pattern as one sentence: `Matches events whose source is "aws.s3" and …`.
#[must_use]
pub fn sentence(pattern: &Pattern) -> String {
    let parts = clauses(&pattern.root, &Counted::of(pattern));
    if parts.is_empty() {
        return "Matches nothing yet.".to_owned();
    }
    format!("Matches events in which {}.", join(&parts, "and"))
}

/// The pattern as a boolean formula: `source = "aws.s3" ∧ (a ∨ b)`.
#[must_use]
pub fn formula(pattern: &Pattern) -> String {
    conjunction(&pattern.root, &Counted::of(pattern), false)
}

/// The conditions that count: of a key that is there twice, the last.
struct Counted<'p> {
    pattern: &'p Pattern,
    live: BTreeSet<usize>,
}

impl<'p> Counted<'p> {
    fn of(pattern: &'p Pattern) -> Self {
        let conditions = pattern.alternatives.iter().flat_map(|own| &own.conditions);
        Self { pattern, live: conditions.map(|(_, number)| *number).collect() }
    }

    fn get(&self, number: usize) -> Option<&'p Condition> {
        // Without alternatives, as where there are too many, all are shown.
        let counts = self.live.is_empty() || self.live.contains(&number);
        self.pattern.conditions.get(number).filter(|_| counts)
    }
}

fn join(parts: &[String], word: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} {word} {second}"),
        [head @ .., last] => format!("{}, {word} {last}", head.join(", ")),
    }
}

fn clauses(group: &Group, pattern: &Counted<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for entry in &group.entries {
        match entry {
            Entry::Condition(number) => out.extend(pattern.get(*number).map(clause)),
            Entry::Nested { group, .. } => out.extend(clauses(group, pattern)),
            Entry::AnyOf { branches, .. } => {
                let branches: Vec<String> = branches
                    .iter()
                    .map(|branch| clauses(branch, pattern))
                    .map(|parts| {
                        if parts.len() > 1 {
                            format!("({})", join(&parts, "and"))
                        } else {
                            join(&parts, "and")
                        }
                    })
                    .collect();
                out.push(format!("either {}", join(&branches, "or")));
            }
        }
    }
    out
}

fn clause(condition: &Condition) -> String {
    let name = &condition.name;
    let mut wants = Vec::new();
    let mut absent = false;
    let mut any = false;
    for matcher in &condition.matchers {
        match &matcher.test {
            Test::Exists(exists) if exists.0 => any = true,
            Test::Exists(_) => absent = true,
            test => wants.push(test.wants()),
        }
    }
    match (any, absent, wants.is_empty()) {
        (true, true, _) => format!("{name} has a value or has none"),
        (true, false, _) => format!("{name} has a value"),
        (false, true, true) => format!("{name} has no value"),
        (false, true, false) => format!("{name} is {} or has no value", join(&wants, "or")),
        (false, false, _) => format!("{name} is {}", join(&wants, "or")),
    }
}

fn conjunction(group: &Group, pattern: &Counted<'_>, nested: bool) -> String {
    let mut parts = Vec::new();
    collect(group, pattern, &mut parts);
    let text = parts.join(" ∧ ");
    if nested && parts.len() > 1 { format!("({text})") } else { text }
}

fn collect(group: &Group, pattern: &Counted<'_>, parts: &mut Vec<String>) {
    for entry in &group.entries {
        match entry {
            Entry::Condition(number) => parts.extend(pattern.get(*number).map(disjunction)),
            Entry::Nested { group, .. } => collect(group, pattern, parts),
            Entry::AnyOf { branches, .. } => {
                let branches: Vec<String> =
                    branches.iter().map(|branch| conjunction(branch, pattern, true)).collect();
                parts.push(format!("({})", branches.join(" ∨ ")));
            }
        }
    }
}

fn disjunction(condition: &Condition) -> String {
    let name = &condition.name;
    let tests: Vec<String> = condition.matchers.iter().map(|matcher| matcher.test.formula(name)).collect();
    if tests.len() == 1 { tests.concat() } else { format!("({})", tests.join(" ∨ ")) }
}
