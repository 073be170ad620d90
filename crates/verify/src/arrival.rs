//! What arrives at the target of a subscriber against what is expected.

use crate::delivery::MOST;
use crate::diff::differences;
use crate::load::LoadedSubscriber;
use crate::result::{Difference, Failure, Note};
use crate::test_file::{ExpectedDelivery, PartName};
use rulepad_document::Severity;
use rulepad_document::json::{Layout, Node, print};
use rulepad_subscriber::draft::Block;
use rulepad_subscriber::report::{ArrivedOutcome, EventReport, Report};
use rulepad_subscriber::target::Refusal;

/// The parameter that is the request of a universal target.
const REQUEST: &str = "UniversalTargetParameters.Input";
/// What one call carries.
const CALL: &str = "call";

/// What differs of a delivery; `None` where it is as expected. `reasons` are those of a refusal in every language.
pub(crate) fn arrived(
    expected: &ExpectedDelivery,
    own: &LoadedSubscriber,
    report: &Report,
    event: &EventReport,
    reasons: impl FnOnce() -> Vec<String>,
) -> Option<Failure> {
    let noted = |note| Some(Failure { note: Some(note), ..Failure::default() });
    let Some(found) = &event.arrives else { return noted(Note::UnknownKind) };
    let refusal = refused(report, Some(event));
    match (&expected.refused, refusal) {
        (Some(refusal), Some(found)) => {
            let wanted = refusal.reason.to_lowercase();
            let is_expected = reasons().iter().any(|reason| reason.to_lowercase().contains(&wanted));
            if is_expected { None } else { noted(Note::RefusedFor(found.join("; "))) }
        }
        (Some(_), None) => noted(Note::NotRefused),
        (None, Some(found)) => noted(Note::NotDelivered(found.join("; "))),
        (None, None) if found.outcome == ArrivedOutcome::NotKnown => {
            noted(Note::NotVerified(found.unverified.join(" ")))
        }
        (None, None) => {
            let mut all: Vec<Difference> = Vec::new();
            for part in &expected.parts {
                let (name, text) = text(&part.part, own, event);
                match text {
                    Some(text) => all.extend(differences(&name, &part.value, &text)),
                    None => all.push(Difference {
                        part: name,
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

/// Why the target of a subscriber gets nothing of an event that passes its filters, a sentence each.
pub(crate) fn refused(report: &Report, event: Option<&EventReport>) -> Option<Vec<String>> {
    let target = report.target.as_ref()?;
    if target.refused_by_target {
        let own = target.findings.iter().filter(|own| own.refusal == Refusal::ByTarget);
        return Some(own.map(|own| own.diagnostic.message.clone()).collect());
    }
    let is_failed = event?.arrives.as_ref().is_some_and(|own| own.outcome == ArrivedOutcome::Failed);
    let warnings = report.subscriber.iter().filter(|found| found.severity == Severity::Warning);
    is_failed.then(|| warnings.map(|found| found.message.clone()).collect())
}

/// The name of a part and its text: the payload, what one call carries, or a parameter by its path.
fn text(part: &PartName, own: &LoadedSubscriber, event: &EventReport) -> (String, Option<String>) {
    let arrives = event.arrives.as_ref();
    match part {
        PartName::Body => {
            let payload = arrives.and_then(|own| own.payload.clone());
            ("body".to_owned(), payload.or_else(|| parameter(REQUEST, own, event)))
        }
        PartName::Group => {
            let group = |block: Block| parameter(&format!("{}.MessageGroupId", block.name()), own, event);
            ("MessageGroupId".to_owned(), group(Block::Sqs).or_else(|| group(Block::Sns)))
        }
        PartName::Named(name) if name.text == CALL => {
            let call = arrives.and_then(|own| own.call.clone().or_else(|| own.payload.clone()));
            (CALL.to_owned(), call)
        }
        PartName::Named(name) => (name.text.clone(), parameter(&name.text, own, event)),
    }
}

/// The value of a parameter: what its expression gives, or the literal.
fn parameter(path: &str, own: &LoadedSubscriber, event: &EventReport) -> Option<String> {
    let mut resolved = event.arrives.iter().flat_map(|own| &own.parameters);
    if let Some(found) = resolved.find(|own| own.path == path) {
        return found.value.clone();
    }
    let invoke = &own.own.invoke.as_ref()?.value;
    let (block, rest) = path.split_once('.')?;
    let (_, node) = invoke.blocks.iter().find(|(own, _)| own.name() == block)?;
    let found = literal(&node.value, rest)?;
    Some(found.as_str().map_or_else(|| print(found, Layout::Compact), str::to_owned))
}

/// The value at a path; names may have dots.
fn literal<'n>(node: &'n Node, path: &str) -> Option<&'n Node> {
    if let Some(found) = node.get(path) {
        return Some(found);
    }
    let dots = path.match_indices('.');
    let mut halves = dots.filter_map(|(at, _)| Some((path.get(..at)?, path.get(at + 1..)?)));
    halves.find_map(|(name, rest)| literal(node.get(name)?, rest))
}
