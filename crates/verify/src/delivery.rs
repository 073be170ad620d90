//! What a target receives against what is expected.

use crate::diff::differences;
use crate::result::{Difference, Failure, Note};
use crate::test_file::{ExpectedDelivery, PartName};
use rulepad_document::json::{Layout, print};
use rulepad_document::{Role, Span, json, yaml};
use rulepad_workbench::{Delivery, Outcome as Rendering, TargetReport};

/// How many differences of one delivery are listed.
pub(crate) const MOST: usize = 50;

/// What differs of a delivery; `None` where it is as expected. `reasons` are those of a refusal in every language.
pub(crate) fn received(
    expected: &ExpectedDelivery,
    target: &TargetReport,
    reasons: impl FnOnce() -> Vec<String>,
) -> Option<Failure> {
    let noted = |note| Some(Failure { note: Some(note), ..Failure::default() });
    if let Some(Rendering::Unknown { reason, .. }) = target.rendered.as_ref().map(|own| &own.outcome) {
        return noted(Note::NotVerified(reason.clone()));
    }
    let refused = refused(target);
    match (&expected.refused, refused) {
        (Some(refusal), Some(reason)) => {
            let wanted = refusal.reason.to_lowercase();
            let is_expected = reasons().iter().any(|reason| reason.to_lowercase().contains(&wanted));
            if is_expected { None } else { noted(Note::RefusedFor(reason)) }
        }
        (Some(_), None) => noted(Note::NotRefused),
        (None, Some(reason)) => noted(Note::NotDelivered(reason)),
        (None, None) => {
            let mut all: Vec<Difference> = Vec::new();
            for part in &expected.parts {
                match text(&part.part, target) {
                    Some((name, text)) => all.extend(differences(&name, &part.value, &text)),
                    None if matches!(part.part, PartName::Body) || target.delivery.is_none() => {
                        return noted(Note::UnknownKind);
                    }
                    None => all.push(Difference {
                        part: part_name(&part.part),
                        path: String::new(),
                        expected: Some(print(&part.value, Layout::Compact)),
                        found: None,
                    }),
                }
            }
            if all.is_empty() {
                return None;
            }
            let more_differences = all.len().saturating_sub(MOST);
            all.truncate(MOST);
            Some(Failure { differences: all, more_differences, ..Failure::default() })
        }
    }
}

/// Why a target receives nothing.
pub(crate) fn refused(target: &TargetReport) -> Option<String> {
    match target.rendered.as_ref().map(|own| &own.outcome) {
        Some(Rendering::NotDelivered { reason, .. }) => return Some(reason.clone()),
        Some(Rendering::Refused { message }) => return Some(message.clone()),
        Some(Rendering::Delivered(_) | Rendering::Unknown { .. }) | None => {}
    }
    target.delivery.as_ref()?.refused.clone()
}

/// The text of a part, with its name.
fn text(part: &PartName, target: &TargetReport) -> Option<(String, String)> {
    let of = |name: &str| {
        let Delivery { parts, .. } = target.delivery.as_ref()?;
        parts.iter().find(|own| own.name == name).map(|own| own.text.clone())
    };
    let name = part_name(part);
    match part {
        PartName::Body => match target.rendered.as_ref().map(|own| &own.outcome) {
            Some(Rendering::Delivered(payload)) => Some((name, payload.text.clone())),
            _ => None,
        },
        PartName::Group | PartName::Named(_) => of(&name).map(|text| (name, text)),
    }
}

fn part_name(part: &PartName) -> String {
    match part {
        PartName::Body => "body".to_owned(),
        PartName::Group => "MessageGroupId".to_owned(),
        PartName::Named(own) => own.text.clone(),
    }
}

/// The payload to write where another one is expected: JSON where it is JSON, otherwise a string.
pub(crate) fn updated(expected: &ExpectedDelivery, target: &TargetReport) -> Option<(Span, String)> {
    let (_, text) = text(&PartName::Body, target)?;
    replaced(expected, &text)
}

/// The place of an expected payload, and this one as a test file has it.
pub(crate) fn replaced(expected: &ExpectedDelivery, text: &str) -> Option<(Span, String)> {
    let body = expected.parts.iter().find(|part| part.part == PartName::Body)?;
    let written = match json::parse(text, Role::Event).valid() {
        Some(node) if node.as_str().is_none() => print(node, Layout::Compact),
        _ => json::quote(text),
    };
    // JSON in one line is YAML as well, but for numbers such as `1e3`: then the text is what is expected.
    let is_safe = yaml::read(&written, Role::Tests).words.is_empty();
    Some((body.value.span, if is_safe { written } else { json::quote(text) }))
}
