//! A whole pattern as a sentence and as a formula.

use crate::syntax::{Condition, Group, ObjectEntry, Pattern};
use rulepad_document::Lang;
use std::collections::BTreeSet;

/// The pattern as one sentence: `Matches events in which source is "aws.s3" and …`.
#[must_use]
pub fn sentence(pattern: &Pattern, lang: Lang) -> String {
    match lang {
        Lang::En => crate::words_en::pattern(pattern),
        Lang::Ko(_) => crate::words_ko::pattern(pattern),
    }
}

/// The pattern as a boolean formula: `source = "aws.s3" ∧ (a ∨ b)`.
#[must_use]
pub fn formula(pattern: &Pattern) -> String {
    conjunction(&pattern.root, &Counted::of(pattern), false)
}

/// The conditions that count: of a key that is there twice, the last.
pub(crate) struct Counted<'p> {
    pattern: &'p Pattern,
    live: BTreeSet<usize>,
}

impl<'p> Counted<'p> {
    pub(crate) fn of(pattern: &'p Pattern) -> Self {
        let conditions = pattern.alternatives.iter().flat_map(|own| &own.conditions);
        Self { pattern, live: conditions.map(|(_, number)| *number).collect() }
    }

    pub(crate) fn get(&self, number: usize) -> Option<&'p Condition> {
        // Without alternatives, as where there are too many, all are shown.
        let counts = self.live.is_empty() || self.live.contains(&number);
        self.pattern.conditions.get(number).filter(|_| counts)
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
            ObjectEntry::Condition(number) => parts.extend(pattern.get(*number).map(disjunction)),
            ObjectEntry::Nested { group, .. } => collect(group, pattern, parts),
            ObjectEntry::AnyOf { branches, .. } => {
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
