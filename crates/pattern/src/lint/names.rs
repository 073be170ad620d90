//! Names: fields no event has, keys written twice, conditions that replace others.

use super::{ENVELOPE, replace, take_out, warning};
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use crate::spelling::nearest;
use crate::syntax::Pattern;
use rulepad_document::json::{Node, Value, quote};
use rulepad_document::{Role, Span};

pub(super) fn check(pattern: &Pattern, json: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    duplicates(json, &mut found);
    found.extend(replaced(pattern));
    found
}

/// Top-level names outside the envelope: no event on a bus has them.
pub(super) fn envelope(json: &Node) -> Vec<Diagnostic> {
    let members = json.members().unwrap_or_default();
    let unknown = members.iter().filter(|member| {
        let first = member.key.split('.').next().unwrap_or_default();
        member.key != "$or" && !ENVELOPE.contains(&first)
    });
    unknown
        .map(|member| {
            let key = &member.key;
            let spelled = |name: &str| name.to_lowercase().replace(['-', '_', ' '], "");
            let same = ENVELOPE.iter().find(|name| spelled(name) == spelled(key)).copied();
            let known = same.or_else(|| nearest(key, &ENVELOPE));
            let taken = known.is_some_and(|known| members.iter().any(|other| other.key == known));
            match known.filter(|_| !taken) {
                Some(known) => warning(
                    Code::LintEnvelopeName,
                    member.key_span,
                    Message::EnvelopeName { key: key.clone(), known },
                )
                .fix(Message::Write(known.to_owned()), replace(member.key_span, quote(known))),
                None => warning(Code::LintEnvelopeKey, member.key_span, Message::EnvelopeKey(key.clone()))
                    .advice(Message::FieldsUnderDetail),
            }
        })
        .collect()
}

/// A key twice in one object: the conditions under it replace or join each other without a word.
fn duplicates(node: &Node, found: &mut Vec<Diagnostic>) {
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Object(members) => {
                for (at, member) in members.iter().enumerate() {
                    let later = members.iter().skip(at + 1).find(|later| later.key == member.key);
                    if let Some(later) = later.filter(|_| member.key != "$or") {
                        let both_objects =
                            member.value.members().is_some() && later.value.members().is_some();
                        found.push(duplicate(members, at, &member.key, later.key_span, both_objects));
                    }
                    open.push(&member.value);
                }
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}

fn duplicate(
    members: &[rulepad_document::json::Member],
    at: usize,
    key: &str,
    later: Span,
    both_objects: bool,
) -> Diagnostic {
    let span = members.get(at).map(|member| member.key_span).unwrap_or_default();
    if both_objects {
        return warning(Code::LintDuplicateKey, span, Message::DuplicateObjects(key.to_owned()))
            .label(Role::Pattern, later, Message::AgainHere)
            .advice(Message::WriteInOneObject);
    }
    let spans: Vec<Span> = members.iter().map(|member| member.key_span.to(member.value.span)).collect();
    warning(Code::LintDuplicateKey, span, Message::DuplicateKey(key.to_owned()))
        .label(Role::Pattern, later, Message::ThisOneCounts)
        .fix(Message::RemoveThisOne, take_out(&spans, at))
        .advice(Message::CannotAskBoth)
}

/// Conditions under one joined name, of which a later one takes an earlier one's place.
fn replaced(pattern: &Pattern) -> Vec<Diagnostic> {
    let counts = |number: usize| {
        pattern.alternatives.iter().any(|rule| rule.conditions.iter().any(|(_, own)| *own == number))
    };
    let mut found = Vec::new();
    for (number, condition) in pattern.conditions.iter().enumerate() {
        let same = |(_, other): &(usize, &crate::syntax::Condition)| other.name == condition.name;
        let mut others = pattern.conditions.iter().enumerate().skip(number + 1);
        let Some((_, later)) = others.find(same) else { continue };
        if !counts(number) && later.key != condition.key && !same_object(pattern, number) {
            found.push(
                warning(Code::LintReplaced, condition.key, Message::Replaced(condition.name.clone()))
                    .label(Role::Pattern, later.key, Message::ThisOneCounts)
                    .advice(Message::GiveBothInOneList),
            );
        }
    }
    found
}

/// Whether the condition and its rival are plain duplicates of one object, which the duplicate lint tells.
fn same_object(pattern: &Pattern, number: usize) -> bool {
    fn in_group(group: &crate::syntax::Group, number: usize, pattern: &Pattern) -> Option<bool> {
        let name = pattern.conditions.get(number).map(|condition| condition.name.as_str());
        let own = group
            .entries
            .iter()
            .any(|entry| matches!(entry, crate::syntax::ObjectEntry::Condition(at) if *at == number));
        if own {
            let rival = |entry: &crate::syntax::ObjectEntry| {
                matches!(entry, crate::syntax::ObjectEntry::Condition(at)
                if *at > number && pattern.conditions.get(*at).map(|other| other.name.as_str()) == name)
            };
            return Some(group.entries.iter().any(rival));
        }
        group.entries.iter().find_map(|entry| match entry {
            crate::syntax::ObjectEntry::Nested { group, .. } => in_group(group, number, pattern),
            crate::syntax::ObjectEntry::AnyOf { branches, .. } => {
                branches.iter().find_map(|branch| in_group(branch, number, pattern))
            }
            crate::syntax::ObjectEntry::Condition(_) => None,
        })
    }
    in_group(&pattern.root, number, pattern).unwrap_or(false)
}
