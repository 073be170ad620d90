//! A whole pattern as an English sentence.

use super::operator::wants;
use crate::in_words::Counted;
use crate::operator::Test;
use crate::syntax::{Condition, Group, ObjectEntry, Pattern};
use rulepad_document::words::en::{all_clauses, any_clause};

/// `Matches events in which source is "aws.s3" and …`.
pub(crate) fn sentence(pattern: &Pattern) -> String {
    let parts = clauses(&pattern.root, &Counted::of(pattern));
    if parts.is_empty() {
        return "Matches nothing yet.".to_owned();
    }
    format!("Matches events in which {}.", all_clauses(&parts))
}

fn clauses(group: &Group, pattern: &Counted<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for entry in &group.entries {
        match entry {
            ObjectEntry::Condition(number) => out.extend(pattern.get(*number).map(clause)),
            ObjectEntry::Nested { group, .. } => out.extend(clauses(group, pattern)),
            ObjectEntry::AnyOf { branches, .. } => {
                let branches: Vec<String> = branches
                    .iter()
                    .map(|branch| clauses(branch, pattern))
                    .map(|parts| {
                        let clause = all_clauses(&parts);
                        if parts.len() > 1 { format!("({clause})") } else { clause }
                    })
                    .collect();
                out.push(format!("either {}", any_clause(&branches)));
            }
        }
    }
    out
}

fn clause(condition: &Condition) -> String {
    let name = &condition.name;
    let mut parts = Vec::new();
    let mut absent = false;
    let mut any = false;
    for matcher in &condition.matchers {
        match &matcher.test {
            Test::Exists(exists) if exists.0 => any = true,
            Test::Exists(_) => absent = true,
            test => parts.push(wants(test)),
        }
    }
    match (any, absent, parts.is_empty()) {
        (true, true, _) => format!("{name} has a value or has none"),
        (true, false, _) => format!("{name} has a value"),
        (false, true, true) => format!("{name} has no value"),
        (false, true, false) => format!("{name} is {} or has no value", any_clause(&parts)),
        (false, false, _) => format!("{name} is {}", any_clause(&parts)),
    }
}
