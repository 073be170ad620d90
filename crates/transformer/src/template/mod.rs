//! Input templates: lexed, checked, rendered.

mod foreign;
mod form;
mod lex;
mod parse;
mod render;
mod spot;
mod value;

pub use form::placeholders;
pub(crate) use form::{Form, form, whole_paths};
pub(crate) use lex::Placeholder;
pub(crate) use spot::{Spot, names, spot};
pub(crate) use value::Bound;

use crate::diagnostics as say;
use crate::input::{MAX_TEXT, Surroundings};
use crate::paths_map::{self, Entry};
use crate::rendering::{Certainty, Outcome, Payload, Rendered, Variable};
use crate::reserved;
use parse::{Parsed, Shape};
use rulepad_document::Diagnostic;
use rulepad_document::json::Node;
use std::collections::BTreeMap;

/// Which target a template belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    pub target: u32,
    pub target_id: &'p str,
}

/// Applies an input transformer.
pub(crate) fn transform(
    paths: &str,
    template: &str,
    event: &Node,
    around: &Surroundings,
    place: Place<'_>,
) -> Rendered {
    let map = paths_map::read(paths, place.target, Some(event));
    let (mut refusals, mut remarks, mut notes) = (map.refusals, map.remarks, map.notes);
    let names = names(template);
    let in_use = |span: rulepad_document::Span| {
        map.entries.iter().any(|entry| entry.name_span == span && names.contains(&entry.name))
    };
    refusals = refusals
        .into_iter()
        .map(|found| {
            let renames = matches!(&*found.code, "path.bad-name" | "path.reserved-name");
            if renames && in_use(found.span()) { say::name_in_use(found) } else { found }
        })
        .collect();
    let length = template.chars().count();
    if length > MAX_TEXT {
        refusals.push(say::template_too_long(place.target, template, length));
        return Rendered::refused(refusals, remarks, notes, Vec::new());
    }
    let parsed = parse::parse(template);
    let bound = bind(&map.entries, &parsed, event, around);
    let variables = variables(&map.entries, &parsed, &bound);
    if template.trim().is_empty() {
        refusals.push(say::template_empty(place.target, template));
        if length > 0 {
            notes.push("that a template of white space is refused has not been seen".to_owned());
        }
    }
    let mut undefined = undefined(&parsed, &map.entries, &bound, place);
    undefined.retain(|(name, _)| !map.unusable.contains(name));
    if undefined.iter().any(|(name, _)| !lex::plain_name(name)) {
        notes.push(
            "what AWS takes for a placeholder when the text between `<` and `>` is not a name has not been seen"
                .to_owned(),
        );
    }
    refusals.extend(undefined.into_iter().map(|(_, diagnostic)| diagnostic));
    remarks.extend(lint(&map.entries, &parsed, event, place));
    remarks.extend(foreign::check(template, &map.entries, place.target));
    if !refusals.is_empty() {
        return Rendered::refused(refusals, remarks, notes, variables);
    }
    let checked = parse::check(&parsed, template, place.target);
    remarks.extend(checked.diagnostics);
    notes.extend(checked.notes);
    let rendered = render::render(&parsed, template, &bound, place.target);
    remarks.extend(rendered.diagnostics);
    notes.extend(rendered.notes);
    let outcome = match (rendered.stopped, checked.blocked, rendered.blocked) {
        (Some(reason), ..) => Outcome::Unknown { reason, would_be: None },
        (None, Some(parse::Blocked::Unknown(reason)), _) => {
            Outcome::Unknown { reason, would_be: Some(rendered.payload) }
        }
        // The values can make JSON of a template that is none: `-<amount>`.
        (None, Some(parse::Blocked::NotDelivered(_)), None) if parsed.is_json() => {
            Outcome::Delivered(rendered.payload)
        }
        (None, Some(parse::Blocked::NotDelivered(reason)), _) | (None, None, Some(reason)) => {
            Outcome::NotDelivered { reason, would_be: rendered.payload }
        }
        (None, None, None) => Outcome::Delivered(rendered.payload),
    };
    Rendered {
        outcome,
        certainty: Certainty::from_notes(notes),
        variables,
        diagnostics: remarks,
        instead: None,
    }
}

/// The values by name: every entry of the map, and the reserved variables in use.
fn bind(entries: &[Entry], parsed: &Parsed, event: &Node, around: &Surroundings) -> BTreeMap<String, Bound> {
    let mut bound = BTreeMap::new();
    for placeholder in parsed.placeholders() {
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

fn variables(entries: &[Entry], parsed: &Parsed, bound: &BTreeMap<String, Bound>) -> Vec<Variable> {
    let uses = |name: &str| {
        parsed.placeholders().filter(|one| one.name == name).map(|one| one.span).collect::<Vec<_>>()
    };
    let variable = |name: &str, entry: Option<&Entry>| {
        let value = bound.get(name)?;
        Some(Variable {
            name: name.to_owned(),
            path: entry.map(|entry| entry.path.clone()).unwrap_or_default(),
            path_span: entry.map(|entry| entry.path_span),
            value: value.json().map(str::to_owned),
            kind: value.kind.to_owned(),
            event_spans: value.spans.clone(),
            uses: uses(name),
            reserved: entry.is_none(),
        })
    };
    let mapped = entries.iter().filter_map(|entry| variable(&entry.name, Some(entry)));
    let used = |name: &&str| parsed.placeholders().any(|placeholder| placeholder.name == *name);
    let reserved = reserved::NAMES.into_iter().filter(used).filter_map(|name| variable(name, None));
    mapped.chain(reserved).collect()
}

/// One refusal for each name that nothing defines, in the template's order.
fn undefined(
    parsed: &Parsed,
    entries: &[Entry],
    bound: &BTreeMap<String, Bound>,
    place: Place<'_>,
) -> Vec<(String, Diagnostic)> {
    let mut by_name: Vec<(&str, Vec<&Placeholder>)> = Vec::new();
    for placeholder in parsed.placeholders().filter(|one| !bound.contains_key(&one.name)) {
        match by_name.iter_mut().find(|(name, _)| *name == placeholder.name) {
            Some((_, uses)) => uses.push(placeholder),
            None => by_name.push((&placeholder.name, vec![placeholder])),
        }
    }
    let diagnostic = |(name, uses): (&str, Vec<&Placeholder>)| {
        let known = entries.iter().map(|entry| entry.name.as_str()).chain(reserved::NAMES);
        let meant =
            rulepad_document::spelling::nearest(name, known).filter(|_| !name.starts_with("aws.pipes."));
        let spans: Vec<_> = uses.into_iter().map(|one| one.span).collect();
        (name.to_owned(), say::undefined(place, name, &spans, meant))
    };
    by_name.into_iter().map(diagnostic).collect()
}

/// What is legal and probably wrong: entries nobody uses, paths that select nothing.
fn lint(entries: &[Entry], parsed: &Parsed, event: &Node, place: Place<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in entries {
        if !parsed.placeholders().any(|placeholder| placeholder.name == entry.name) {
            found.push(say::unused(place.target, entry.name_span, &entry.name, entry.removal.clone()));
        }
        let steps = entry.read.steps.as_deref().filter(|_| entry.read.fault.is_none());
        if let Some(steps) = steps
            && crate::input_path::select(steps, event) == crate::input_path::Selected::Nothing
        {
            let role = rulepad_document::Role::InputPathsMap(place.target);
            let miss = crate::input_path::miss(steps, event);
            found.push(say::selects_nothing(role, entry.path_span, &entry.path, miss.as_ref(), true));
        }
    }
    found
}

impl Parsed {
    fn placeholders(&self) -> impl Iterator<Item = &Placeholder> {
        self.lexed.placeholders()
    }

    fn is_key(&self, template: &str, placeholder: &Placeholder) -> bool {
        parse::is_key(template, placeholder)
    }

    fn is_json(&self) -> bool {
        self.shape != Shape::Text
    }
}

/// What rendering gave.
pub(crate) struct Done {
    pub payload: Payload,
    /// Why the text cannot be delivered.
    pub blocked: Option<String>,
    /// Why rendering was given up.
    pub stopped: Option<String>,
    pub diagnostics: Vec<Diagnostic>,
    pub notes: Vec<String>,
}

#[cfg(test)]
mod oracle;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
