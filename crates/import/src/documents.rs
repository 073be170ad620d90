//! The JSON texts that follow one another in what was pasted.

use super::{Diagnostic, Imported};
use crate::diagnostics;
use rulepad_document::json::{Code, Node, Value, parse};
use rulepad_document::{Role, Span};

/// How many are read: many more than the answers of one rule.
const MOST: usize = 64;

/// The texts in their order, spans within the whole, and what is wrong with them. Empty where the whole does not
/// start as JSON does.
pub(super) fn read(text: &str, found: &mut Vec<Diagnostic>) -> Vec<Node> {
    let mut documents: Vec<Node> = Vec::new();
    let mut from = 0;
    while let Some(start) = next(text, from) {
        let begins = text.get(start..).is_some_and(|rest| rest.starts_with(['{', '[', '"', '/']));
        if !begins || documents.len() == MOST {
            if !documents.is_empty() {
                found.push(diagnostics::rest(Span::new(start, text.trim_end().len())));
            }
            break;
        }
        let parsed = match from {
            0 => parse(text, Role::Import),
            // What was read becomes space, so that places stay those of the whole text.
            _ => parse(&blanked(text, start), Role::Import),
        };
        let Some(root) = parsed.root else { break };
        let scalar = !matches!(root.value, Value::Object(_) | Value::Array(_) | Value::String(_));
        if scalar && documents.is_empty() {
            break;
        }
        let end = (root.span.end as usize).max(start + 1);
        let problems = parsed.diagnostics.into_iter().filter(|found| !found.is(Code::TrailingText));
        found.extend(problems.map(|found| found.lift()));
        documents.push(root);
        from = end;
    }
    documents
}

/// The value of a text that is JSON and nothing else.
pub(super) fn one(text: &str) -> Option<Node> {
    parse(text, Role::Import).valid().cloned()
}

/// A value all of which is at one place.
pub(super) fn placed(mut node: Node, span: Span) -> Node {
    fn all(node: &mut Node, span: Span) {
        node.span = span;
        match &mut node.value {
            Value::Array(items) => items.iter_mut().for_each(|item| all(item, span)),
            Value::Object(members) => members.iter_mut().for_each(|own| {
                own.key_span = span;
                all(&mut own.value, span);
            }),
            _ => {}
        }
    }
    all(&mut node, span);
    node
}

/// A value in a text that has so many bytes more in front.
pub(super) fn moved(mut node: Node, bytes: usize) -> Node {
    fn all(node: &mut Node, bytes: usize) {
        let back = |span: Span| Span::new(bytes + span.start as usize, bytes + span.end as usize);
        node.span = back(node.span);
        match &mut node.value {
            Value::Array(items) => items.iter_mut().for_each(|item| all(item, bytes)),
            Value::Object(members) => members.iter_mut().for_each(|own| {
                own.key_span = back(own.key_span);
                all(&mut own.value, bytes);
            }),
            _ => {}
        }
    }
    all(&mut node, bytes);
    node
}

/// Moves what was read of a text that had so many bytes more in front.
pub(super) fn shift(read: &mut Imported, bytes: usize) {
    let by = u32::try_from(bytes).unwrap_or(u32::MAX);
    let back = |span: &mut Span| {
        span.start = span.start.saturating_sub(by);
        span.end = span.end.saturating_sub(by);
    };
    relocate(read, &back);
}

/// Changes every place of what was read.
pub(super) fn relocate(read: &mut Imported, place: &dyn Fn(&mut Span)) {
    fn all(node: &mut Node, place: &dyn Fn(&mut Span)) {
        place(&mut node.span);
        match &mut node.value {
            Value::Array(items) => items.iter_mut().for_each(|item| all(item, place)),
            Value::Object(members) => members.iter_mut().for_each(|own| {
                place(&mut own.key_span);
                all(&mut own.value, place);
            }),
            _ => {}
        }
    }
    for raw in read.rules.iter_mut().filter_map(|rule| rule.raw_pattern.as_mut()) {
        all(raw, place);
    }
    for found in &mut read.diagnostics {
        found.labels.iter_mut().for_each(|label| place(&mut label.span));
        found.help.iter_mut().flat_map(|help| &mut help.edits).for_each(|edit| place(&mut edit.span));
    }
}

/// Where the next text starts.
fn next(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let rest = rest.strip_prefix('\u{feff}').unwrap_or(rest);
    let trimmed = rest.trim_start();
    (!trimmed.is_empty()).then(|| text.len() - trimmed.len())
}

/// The text with blanks before a place, lines kept.
fn blanked(text: &str, until: usize) -> String {
    let space = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
    let before: String = text.bytes().take(until).map(space).collect();
    before + text.get(until..).unwrap_or_default()
}
