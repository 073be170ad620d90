//! Conditions side by side: alternatives that another covers, and conditions that hardly hold together.

use super::values::covers;
use super::{note, take_out, warning};
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use crate::syntax::{Condition, Group, ObjectEntry, Pattern};
use rulepad_document::{Role, Span};

pub(super) fn check(pattern: &Pattern) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    branches(&pattern.root, pattern, &mut found);
    found.extend(leaf_and_parent(pattern));
    found
}

/// The conditions of a group without an `$or` inside; `None` where there is one.
fn flat<'p>(group: &Group, pattern: &'p Pattern) -> Option<Vec<&'p Condition>> {
    let mut out = Vec::new();
    for entry in &group.entries {
        match entry {
            ObjectEntry::Condition(number) => out.extend(pattern.conditions.get(*number)),
            ObjectEntry::Nested { group, .. } => out.extend(flat(group, pattern)?),
            ObjectEntry::AnyOf { .. } => return None,
        }
    }
    Some(out)
}

fn branches(group: &Group, pattern: &Pattern, found: &mut Vec<Diagnostic>) {
    for entry in &group.entries {
        match entry {
            ObjectEntry::Nested { group, .. } => branches(group, pattern, found),
            ObjectEntry::AnyOf { branches: all, .. } => {
                all.iter().for_each(|branch| branches(branch, pattern, found));
                let spans: Vec<Span> = all.iter().map(|branch| branch.span).collect();
                let flats: Vec<Option<Vec<&Condition>>> =
                    all.iter().map(|branch| flat(branch, pattern)).collect();
                for (at, narrow) in flats.iter().enumerate() {
                    let Some(narrow) = narrow else { continue };
                    let wider = flats.iter().enumerate().find(|(other, wide)| {
                        let wide = wide.as_ref().filter(|_| *other != at);
                        let earlier = *other < at;
                        wide.is_some_and(|wide| {
                            branch_covers(wide, narrow) && (earlier || !branch_covers(narrow, wide))
                        })
                    });
                    let Some((other, _)) = wider else { continue };
                    let own = spans.get(at).copied().unwrap_or_default();
                    let by = spans.get(other).copied().unwrap_or_default();
                    let diagnostic = note(Code::LintCoveredAlternative, own, Message::CoveredAlternative)
                        .label(Role::Pattern, by, Message::ThisOneIsWider);
                    // Two alternatives are the least `$or` takes.
                    found.push(if spans.len() > 2 {
                        diagnostic.fix(Message::RemoveAlternative, take_out(&spans, at))
                    } else {
                        diagnostic.advice(Message::KeepWiderAlone)
                    });
                }
            }
            ObjectEntry::Condition(_) => {}
        }
    }
}

/// Whether every event that meets `narrow` meets `wide`.
fn branch_covers(wide: &[&Condition], narrow: &[&Condition]) -> bool {
    wide.iter().all(|wanted| {
        narrow.iter().any(|given| {
            given.name == wanted.name
                && given
                    .matchers
                    .iter()
                    .all(|narrow| wanted.matchers.iter().any(|wide| covers(&wide.test, &narrow.test)))
        })
    })
}

/// A field that must have a value and must have fields under it: only an array can hold both.
fn leaf_and_parent(pattern: &Pattern) -> Option<Diagnostic> {
    for rule in &pattern.alternatives {
        let needed: Vec<&Condition> = rule
            .conditions
            .iter()
            .filter_map(|(_, number)| pattern.conditions.get(*number))
            .filter(|condition| !condition.accepts_absence())
            .collect();
        for condition in &needed {
            let under = |other: &&&Condition| {
                other.name.strip_prefix(condition.name.as_str()).is_some_and(|rest| rest.starts_with('.'))
            };
            if let Some(inner) = needed.iter().find(under) {
                return Some(
                    warning(
                        Code::LintValueAndObject,
                        condition.key,
                        Message::ValueAndObject { name: condition.name.clone(), inner: inner.name.clone() },
                    )
                    .label(Role::Pattern, inner.key, Message::ThisNeedsObject)
                    .advice(Message::OnlyMixedArray),
                );
            }
        }
    }
    None
}
