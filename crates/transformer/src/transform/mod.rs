//! The input transformer: a template filled from an event.

mod check;
mod other_tools;
mod substitute;

use crate::code::Code;
use crate::diagnostics::{self as say, Diagnostic};
use crate::input::{OfTarget, Surroundings};
use crate::input_path::{self, Selected};
use crate::limits::MAX_TEXT;
use crate::message::Message;
use crate::paths_map::{PathEntry, PathsMap};
use crate::rendering::{Certainty, Outcome, Rendered, Variable};
use crate::reserved;
use crate::template::{Placeholder, Template, plain_name};
use crate::unverified::Unverified;
use crate::value::Bound;
use crate::variable::RESERVED;
use check::{Blocked, check};
use rulepad_document::Role;
use rulepad_document::json::Node;
use rulepad_document::spelling::nearest;
use std::collections::BTreeMap;
use substitute::substitute;

/// Applies an input transformer.
pub(crate) fn transform(
    map: &PathsMap<'_>,
    template: &Template<'_>,
    event: &Node,
    around: &Surroundings,
    target: OfTarget<'_>,
) -> Rendered<Message> {
    let mut refusals = map_refusals(map, template);
    let (mut remarks, mut unverified) = (map.remarks.clone(), map.unverified.clone());
    let length = template.text.chars().count();
    if length > MAX_TEXT {
        refusals.push(say::template_too_long(target.index, template.text, length));
        return Rendered::refused(refusals, remarks, unverified, Vec::new());
    }
    let bound = bind(&map.entries, template, event, around);
    let variables = variables(&map.entries, template, &bound);
    if template.text.trim().is_empty() {
        refusals.push(say::template_empty(target.index, template.text));
        if length > 0 {
            unverified.push(Unverified::BlankTemplate);
        }
    }
    let mut undefined = undefined(template, &map.entries, &bound, target);
    undefined.retain(|(name, _)| !map.unusable.contains(name));
    if undefined.iter().any(|(name, _)| !plain_name(name)) {
        unverified.push(Unverified::PlaceholderName);
    }
    refusals.extend(undefined.into_iter().map(|(_, diagnostic)| diagnostic));
    remarks.extend(lint(&map.entries, template, event, target.index));
    remarks.extend(other_tools::check(template, &map.entries, target.index));
    if !refusals.is_empty() {
        return Rendered::refused(refusals, remarks, unverified, variables);
    }
    let checked = check(template, target.index);
    remarks.extend(checked.diagnostics);
    unverified.extend(checked.unverified);
    let done = substitute(template, &bound, target.index);
    remarks.extend(done.diagnostics);
    unverified.extend(done.unverified);
    let outcome = match (done.stopped, checked.blocked, done.blocked) {
        (Some(what), ..) => Outcome::Unknown { reason: what.into(), would_be: None },
        (None, Some(Blocked::Unknown(what)), _) => {
            Outcome::Unknown { reason: what.into(), would_be: Some(done.payload) }
        }
        // The values can make JSON of a template that is none: `-<amount>`.
        (None, Some(Blocked::NotDelivered(_)), None) if template.is_json() => {
            Outcome::Delivered(done.payload)
        }
        (None, Some(Blocked::NotDelivered(why)), _) | (None, None, Some(why)) => {
            Outcome::NotDelivered { reason: why.into(), would_be: done.payload }
        }
        (None, None, None) => Outcome::Delivered(done.payload),
    };
    Rendered { outcome, certainty: Certainty::of(unverified), variables, diagnostics: remarks, instead: None }
}

/// Why PutTargets refuses the map. A name that the template uses is not renamed in the map alone.
fn map_refusals(map: &PathsMap<'_>, template: &Template<'_>) -> Vec<Diagnostic> {
    let names = template.names();
    let in_use = |found: &Diagnostic| {
        let span = found.span();
        map.entries.iter().any(|entry| entry.name_span == span && names.contains(entry.name.as_str()))
    };
    let refusal = |found: &Diagnostic| {
        let renames = found.is(Code::BadName) || found.is(Code::ReservedName);
        let found = found.clone();
        if renames && in_use(&found) { say::name_in_use(found) } else { found }
    };
    map.refusals.iter().map(refusal).collect()
}

/// The values by name: every entry of the map, and the reserved variables in use.
fn bind(
    entries: &[PathEntry],
    template: &Template<'_>,
    event: &Node,
    around: &Surroundings,
) -> BTreeMap<String, Bound> {
    let mut bound = BTreeMap::new();
    for placeholder in template.placeholders() {
        if !bound.contains_key(&placeholder.name)
            && let Some(value) = reserved::value(&placeholder.name, event, around)
        {
            bound.insert(placeholder.name.clone(), value);
        }
    }
    for entry in entries {
        bound.insert(entry.name.clone(), Bound::path(&entry.read, event));
    }
    bound
}

fn variables(
    entries: &[PathEntry],
    template: &Template<'_>,
    bound: &BTreeMap<String, Bound>,
) -> Vec<Variable<Message>> {
    let uses = |name: &str| {
        template.placeholders().filter(|one| one.name == name).map(|one| one.span).collect::<Vec<_>>()
    };
    let variable = |name: &str, entry: Option<&PathEntry>| {
        let value = bound.get(name)?;
        Some(Variable {
            name: name.to_owned(),
            path: entry.map(|entry| entry.path.clone()).unwrap_or_default(),
            path_span: entry.map(|entry| entry.path_span),
            value: value.json().map(str::to_owned),
            kind: Message::ValueKind(value.kind),
            event_spans: value.spans.clone(),
            uses: uses(name),
            reserved: entry.is_none(),
        })
    };
    let mapped = entries.iter().filter_map(|entry| variable(&entry.name, Some(entry)));
    let used = |name: &&str| template.placeholders().any(|placeholder| placeholder.name == *name);
    let reserved = RESERVED.into_iter().filter(used).filter_map(|name| variable(name, None));
    mapped.chain(reserved).collect()
}

/// One refusal for each name that nothing defines, in the template's order.
fn undefined(
    template: &Template<'_>,
    entries: &[PathEntry],
    bound: &BTreeMap<String, Bound>,
    target: OfTarget<'_>,
) -> Vec<(String, Diagnostic)> {
    let mut by_name: Vec<(&str, Vec<&Placeholder>)> = Vec::new();
    for placeholder in template.placeholders().filter(|one| !bound.contains_key(&one.name)) {
        match by_name.iter_mut().find(|(name, _)| *name == placeholder.name) {
            Some((_, uses)) => uses.push(placeholder),
            None => by_name.push((&placeholder.name, vec![placeholder])),
        }
    }
    let diagnostic = |(name, uses): (&str, Vec<&Placeholder>)| {
        let known = entries.iter().map(|entry| entry.name.as_str()).chain(RESERVED);
        let meant = nearest(name, known).filter(|_| !name.starts_with("aws.pipes."));
        let spans: Vec<_> = uses.into_iter().map(|one| one.span).collect();
        (name.to_owned(), say::undefined(target, name, &spans, meant))
    };
    by_name.into_iter().map(diagnostic).collect()
}

/// What is legal and probably wrong: entries nobody uses, paths that select nothing.
fn lint(entries: &[PathEntry], template: &Template<'_>, event: &Node, target: u32) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in entries {
        if !template.placeholders().any(|placeholder| placeholder.name == entry.name) {
            found.push(say::unused(target, entry.name_span, &entry.name, entry.removal.clone()));
        }
        let steps = entry.read.steps.as_deref().filter(|_| entry.read.fault.is_none());
        if let Some(steps) = steps
            && input_path::select(steps, event) == Selected::Nothing
        {
            let role = Role::InputPathsMap(target);
            let miss = input_path::miss(steps, event);
            found.push(say::selects_nothing(role, entry.path_span, &entry.path, miss, true));
        }
    }
    found
}

#[cfg(test)]
mod oracle_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;
