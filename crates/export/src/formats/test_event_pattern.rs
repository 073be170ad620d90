//! A POSIX shell script that asks AWS whether the event matches (API reference, `TestEventPattern`).

use super::text::shell;
use crate::later::Marked;
use crate::message::Note;
use crate::{Rendered, file_name};
use rulepad_document::Role;
use rulepad_document::json::build::object;
use rulepad_document::json::{Node, Parsed, parse, pretty};
use rulepad_event::fields::TESTED;
use rulepad_rule::{Location, is_region};

/// The longest word that Linux hands to a program, in bytes, its end included.
const MAX_WORD: usize = 128 << 10;

/// The script prints `true` or `false`.
pub(crate) fn export(marked: &Marked<'_>) -> Rendered {
    let Marked { subject, later, .. } = marked;
    let event = subject.event.trim();
    let parsed = parse(event, Role::Event);
    let mut out = String::from(
        "#!/bin/sh\n# Asks EventBridge whether the event matches the event pattern: prints true or false.\nset -eu\n\n",
    );
    let head = out.trim_end().len() + 1;
    let named = || parsed.valid()?.get("region")?.as_str().filter(|text| is_region(text)).map(str::to_owned);
    let known = Some(Location::of(subject.rule, subject.targets).region).filter(|region| !region.is_empty());
    if let Some(region) = known.or_else(named) {
        out.push_str(&shell::region(&region));
    }
    out.push_str(&shell::asked(later));
    let none = object([]);
    let pattern = subject.pattern.unwrap_or(&none);
    out.push_str(&shell::json_variable("event_pattern", &pretty(pattern), later));
    let mut options = vec!["--event-pattern \"$event_pattern\""];
    let mut input = String::new();
    if event.len() < MAX_WORD {
        out.push_str(&shell::json_variable("event", event, &[]));
        options.push("--event \"$event\"");
    } else {
        input = shell::here_document(event);
        options.push("--event file:///dev/stdin");
    }
    options.push("--query Result --output json");
    let options: Vec<String> = options.into_iter().map(str::to_owned).collect();
    out.push_str(&format!("\n{}{input}\n", shell::call("events test-event-pattern", &options)));
    let notes = against(event, &parsed);
    let mut losses = Vec::new();
    out.insert_str(head, shell::escape(&out));
    shell::without_nul(&mut out, &mut losses);
    Rendered {
        file_name: file_name(subject.rule, "test.sh"),
        media_type: "application/x-sh",
        text: out,
        losses,
        notes,
    }
}

/// What AWS has against the event.
fn against(event: &str, parsed: &Parsed) -> Vec<Note> {
    if event.is_empty() {
        return vec![Note::NoEvent];
    }
    let Some(root) = parsed.valid().filter(|root| root.members().is_some()) else {
        return vec![Note::EventNotAnObject];
    };
    let (there, missing): (Vec<&str>, Vec<&str>) = TESTED.iter().partition(|name| root.get(name).is_some());
    let is_text = |name: &&str| root.get(name).and_then(Node::as_str).is_some();
    let other: Vec<&str> = there.into_iter().filter(|name| !is_text(name)).collect();
    let mut notes = Vec::new();
    if !missing.is_empty() {
        notes.push(Note::EventLacks(missing));
    }
    if !other.is_empty() {
        notes.push(Note::EventNotStrings(other));
    }
    if root.get("resources").is_none() {
        notes.push(Note::EventWithoutResources);
    }
    notes
}

#[cfg(test)]
#[path = "test_event_pattern_tests.rs"]
mod tests;
