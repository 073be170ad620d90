//! What one event shows about a pattern: objects under `exists`, JSON in strings, arrays and absence under
//! `anything-but`.

use super::{note, warning};
use crate::code::Code;
use crate::event::{Container, Event, Scalar};
use crate::explanation::{Explanation, Reason};
use crate::message::{Diagnostic, Message};
use crate::near_miss::{Difference, text_difference};
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::syntax::{Condition, Pattern};
use rulepad_document::json::{Node, Value, quote};
use rulepad_document::{Edit, Role, Severity, Span};
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
    warning(Code::LintTooMuchWork, pattern.root.span, Message::TooMuchWork).advice(Message::AskFewer)
}

fn exists_on_object(condition: &Condition, event: &Event) -> Option<Diagnostic> {
    let matcher = condition.matchers.iter().find(|matcher| matches!(matcher.test, Test::Exists(_)))?;
    let at = event.not_leaf(&condition.name).filter(|at| at.container != Container::EmptyArray)?;
    if event.entries(&condition.name).next().is_some() {
        return None;
    }
    let name = &condition.name;
    Some(
        warning(
            Code::LintExistsOnObject,
            matcher.span,
            Message::ExistsOnObject { name: name.clone(), container: at.container },
        )
        .label(Role::Event, at.span, Message::CountsAsAbsent)
        .advice(match event.names().filter(|inner| inside(name, inner)).min() {
            Some(inner) => Message::TestInner(inner.to_owned()),
            None => Message::TestValue,
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
                warning(Code::LintJsonInString, condition.key, Message::JsonInString(parent.to_owned()))
                    .label(Role::Event, entry.span, Message::HoldsJson)
                    .advice(Message::MatchTextOrSendObject),
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
            note(Code::LintAnythingButAbsent, matcher.span, Message::AnythingButAbsent(name.clone()))
                .fix(Message::AcceptMissingField, vec![insert]),
        );
    }
    let excluded = values.iter().find(|entry| test.excluded_by(&entry.value).is_some());
    let passing = values.iter().any(|entry| test.excluded_by(&entry.value).is_none());
    let excluded = excluded.filter(|_| passing && values.len() > 1)?;
    Some(
        note(Code::LintAnythingButArray, matcher.span, Message::AnythingButArray(name.clone()))
            .label(Role::Event, excluded.span, Message::ExcludedDoesNotMatter)
            .advice(Message::CannotAskAbsenceInArray),
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
            let near = |own: &String| Some((own.clone(), slip(own, saw)?));
            let Some((own, difference)) = list.iter().find_map(near) else { continue };
            let entries: Vec<String> =
                list.iter().map(|other| quote(if *other == own { saw } else { other })).collect();
            let argument = match entries.as_slice() {
                [only] => only.clone(),
                several => format!("[{}]", several.join(", ")),
            };
            let (own, seen) = (quote(&own), quote(saw));
            let message = match difference {
                Difference::Normalization => Message::OtherForm { own, saw: seen },
                _ => Message::OneSlipAway { own, saw: seen },
            };
            return Some(
                warning(Code::LintAnythingButNear, matcher.span, message)
                    .label(Role::Event, entry.span, Message::ThisValuePasses)
                    .fix(
                        Message::WriteValue(quote(saw)),
                        vec![Edit { span: matcher.span, text: format!("{{\"anything-but\": {argument}}}") }],
                    ),
            );
        }
    }
    None
}

/// The typo that one text is the other with. Texts that differ in a digit are different on purpose.
fn slip(own: &str, saw: &str) -> Option<Difference> {
    let words = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
    let difference = text_difference(own, saw)?;
    let is_typo = saw.chars().count() > 3 && words(own) != words(saw);
    (is_typo || difference == Difference::Normalization).then_some(difference)
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
                                Code::LintEventDuplicateKey,
                                Severity::Warning,
                                Role::Event,
                                member.key_span,
                                Message::EventDuplicateKey(member.key.clone()),
                            )
                            .label(Role::Event, earlier, Message::FirstHere)
                            .advice(Message::KeepValueSent),
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
