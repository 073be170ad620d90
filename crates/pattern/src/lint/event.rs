//! What one event shows about a pattern: objects under `exists`, JSON in strings, arrays and absence under
//! `anything-but`.

use super::{note, warning};
use crate::event::{Event, Scalar};
use crate::explanation::{Explanation, Reason};
use crate::near_miss::text_difference;
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::syntax::{Condition, Pattern};
use rulepad_document::json::{Node, Value, quote};
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};
use std::collections::HashMap;

pub(super) fn check(pattern: &Pattern, event: &Event, explanation: &Explanation) -> Vec<Diagnostic> {
    if explanation.exhausted {
        return vec![too_much_work(pattern)];
    }
    let mut found = Vec::new();
    for (condition, finding) in pattern.conditions.iter().zip(&explanation.conditions) {
        if matches!(finding.reason, Reason::Replaced | Reason::NotReached) {
            continue;
        }
        found.extend(exists_on_object(condition, event));
        found.extend(json_in_string(condition, event));
        found.extend(anything_but(condition, event));
        found.extend(anything_but_near(condition, event));
    }
    found
}

fn too_much_work(pattern: &Pattern) -> Diagnostic {
    warning(
        "lint.too-much-work",
        pattern.root.span,
        "trying this pattern on this event was stopped: its conditions can be combined in too many ways",
    )
    .advice("ask fewer conditions of large arrays, or try an event with fewer elements")
}

fn exists_on_object(condition: &Condition, event: &Event) -> Option<Diagnostic> {
    let matcher = condition.matchers.iter().find(|matcher| matches!(matcher.test, Test::Exists(_)))?;
    let at = event.not_leaf(&condition.name).filter(|at| at.kind != "an empty array")?;
    if event.entries(&condition.name).next().is_some() {
        return None;
    }
    let name = &condition.name;
    Some(
        warning(
            "lint.exists-on-object",
            matcher.span,
            format!("`{name}` is {} in this event, and only single values exist for AWS", at.kind),
        )
        .label(Role::Event, at.span, "this counts as absent")
        .advice(match event.names().filter(|inner| inside(name, inner)).min() {
            Some(inner) => format!("test a value inside it, such as `{inner}`"),
            None => "test a value that stands in the event".to_owned(),
        }),
    )
}

/// A field looked for inside a string that holds JSON.
fn json_in_string(condition: &Condition, event: &Event) -> Option<Diagnostic> {
    let name = &condition.name;
    if event.entries(name).next().is_some() {
        return None;
    }
    let mut outer = name.as_str();
    while let Some((parent, _)) = outer.rsplit_once('.') {
        outer = parent;
        let holds_json = |value: &Scalar| matches!(value, Scalar::String(text) if text.trim_start().starts_with(['{', '[']));
        if let Some((_, entry)) = event.entries(parent).find(|(_, entry)| holds_json(&entry.value)) {
            return Some(
                warning(
                    "lint.json-in-string",
                    condition.key,
                    format!(
                        "`{parent}` is a string in this event, and AWS does not look for fields in strings"
                    ),
                )
                .label(Role::Event, entry.span, "JSON in a string")
                .advice("match the text with `wildcard`, or let the sender put the object itself there"),
            );
        }
    }
    None
}

/// Whether a joined name is of a field inside another.
fn inside(outer: &str, name: &str) -> bool {
    name.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'))
}

fn anything_but(condition: &Condition, event: &Event) -> Option<Diagnostic> {
    let [matcher] = condition.matchers.as_slice() else { return None };
    let Test::AnythingBut(test) = &matcher.test else { return None };
    let name = &condition.name;
    let values: Vec<_> = event.entries(name).map(|(_, entry)| entry).collect();
    if values.is_empty() {
        let end = matcher.span.end;
        let insert = Edit { span: Span { start: end, end }, text: ", {\"exists\": false}".to_owned() };
        return Some(
            note(
                "lint.anything-but-absent",
                matcher.span,
                format!("this event has no `{name}`, and `anything-but` does not match a missing field"),
            )
            .fix("accept a missing field too", vec![insert]),
        );
    }
    let excluded = values.iter().find(|entry| test.excluded_by(&entry.value).is_some());
    let passing = values.iter().any(|entry| test.excluded_by(&entry.value).is_none());
    let excluded = excluded.filter(|_| passing && values.len() > 1)?;
    Some(
        note(
            "lint.anything-but-array",
            matcher.span,
            format!("`{name}` is an array here: one element that is not excluded is enough to match"),
        )
        .label(Role::Event, excluded.span, "excluded, and does not matter")
        .advice("an array that must not contain a value cannot be asked for"),
    )
}

/// A value of the event that passes `anything-but` because an entry of the list is misspelled.
fn anything_but_near(condition: &Condition, event: &Event) -> Option<Diagnostic> {
    for matcher in &condition.matchers {
        let Test::AnythingBut(test) = &matcher.test else { continue };
        let AnythingBut::Strings(list) = test else { continue };
        for (_, entry) in event.entries(&condition.name).take(64) {
            let Scalar::String(saw) = &entry.value else { continue };
            if test.excluded_by(&entry.value).is_some() {
                continue;
            }
            let near = |own: &&String| is_slip(own, saw);
            let Some(own) = list.iter().find(near) else { continue };
            let entries: Vec<String> =
                list.iter().map(|other| quote(if other == own { saw } else { other })).collect();
            let argument = match entries.as_slice() {
                [only] => only.clone(),
                several => format!("[{}]", several.join(", ")),
            };
            return Some(
                warning(
                    "lint.anything-but-near",
                    matcher.span,
                    format!(
                        "{} in `anything-but` is one slip away from {}, which the event has and which passes",
                        quote(own),
                        quote(saw)
                    ),
                )
                .label(Role::Event, entry.span, "this value passes")
                .fix(
                    format!("write {}", quote(saw)),
                    vec![Edit { span: matcher.span, text: format!("{{\"anything-but\": {argument}}}") }],
                ),
            );
        }
    }
    None
}

/// Whether one text is the other with a typo. Texts that differ in a digit are different on purpose.
fn is_slip(own: &str, saw: &str) -> bool {
    let words = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
    saw.chars().count() > 3 && text_difference(own, saw).is_some() && words(own) != words(saw)
}

pub(super) fn duplicates(event: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut open = vec![event];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Object(members) => {
                let mut first: HashMap<&str, Span> = HashMap::new();
                for member in members {
                    if let Some(earlier) = first.insert(&member.key, member.key_span) {
                        found.push(
                            Diagnostic::new(
                                "lint.event-duplicate-key",
                                Severity::Warning,
                                Role::Event,
                                member.key_span,
                                format!(
                                    "`{}` stands twice in one object; AWS tries the pattern on every value",
                                    member.key
                                ),
                            )
                            .label(Role::Event, earlier, "first here")
                            .advice("an AWS service sends each key once; keep the value it sends"),
                        );
                    }
                    open.push(&member.value);
                }
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found
}
