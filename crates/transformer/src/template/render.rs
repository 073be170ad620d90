//! Substitution: every placeholder replaced by its value, every byte of the result with its origin.

use super::Done;
use super::lex::{Placeholder, Token};
use super::parse::Parsed;
use super::value::{Bound, Kind};
use crate::diagnostics as say;
use crate::rendering::{Origin, Payload};
use crate::reserved;
use rulepad_document::json;
use rulepad_document::{Role, Span};
use std::collections::BTreeMap;

/// The longest payload that is rendered, in bytes; no event bus target takes more.
const MAX_PAYLOAD: usize = 1 << 20;

/// After as many pieces objects and arrays are one piece each.
const MOST_PIECES: usize = 2 * crate::provenance::MOST;

/// Renders a template whose placeholders are all bound.
pub(crate) fn render(parsed: &Parsed, template: &str, bound: &BTreeMap<String, Bound>, target: u32) -> Done {
    let mut done = Done {
        payload: Payload::default(),
        blocked: None,
        stopped: None,
        diagnostics: Vec::new(),
        notes: Vec::new(),
    };
    let mut culprits: Vec<(&Placeholder, &Bound)> = Vec::new();
    for token in &parsed.lexed.tokens {
        let placeholder = match token {
            Token::Text(span) => {
                done.payload.push(span.of(template), Origin::Template { span: *span });
                continue;
            }
            Token::Placeholder(placeholder) => placeholder,
        };
        let Some(value) = bound.get(&placeholder.name) else { continue };
        let text = substitute(placeholder, value, parsed.is_json());
        if done.payload.text.len() + text.len() > MAX_PAYLOAD {
            done.payload = Payload::default();
            done.stopped = Some(say::payload_too_large_sentence());
            done.notes.push(say::payload_too_large_sentence());
            done.diagnostics.push(say::payload_too_large(target, placeholder.span));
            return done;
        }
        let origin = |event_spans: Vec<Span>| Origin::Variable {
            name: placeholder.name.clone(),
            span: placeholder.span,
            event_spans,
        };
        // A value that stands in the template over and over is told apart the first few times only.
        match value.parts().filter(|_| done.payload.pieces.len() < MOST_PIECES) {
            Some(parts) if placeholder.quoted && !parsed.is_json() => {
                for (part, span) in parts {
                    done.payload.push(&part.replace('"', ""), origin(vec![span]));
                }
            }
            Some(parts) => parts.for_each(|(part, span)| done.payload.push(part, origin(vec![span]))),
            None => done.payload.push(&text, origin(value.spans.clone())),
        }
        done.notes.extend(doubts(placeholder, value, parsed.is_json()));
        if reserved::is_event(&placeholder.name) && placeholder.quoted {
            done.diagnostics.push(say::event_in_quotes(target, placeholder, parsed.is_json()));
        } else if parsed.is_json() && placeholder.quoted && value.breaks_quotes() {
            done.diagnostics.push(say::breaks_string(
                target,
                placeholder,
                value.kind,
                value.of == Kind::Nested,
            ));
        } else {
            let literal = matches!(value.of, Kind::Number | Kind::Bool | Kind::Null);
            if parsed.is_json() && placeholder.whole && literal && !parsed.is_key(template, placeholder) {
                done.diagnostics.push(say::quoted_literal(target, placeholder, value.kind));
            }
            continue;
        }
        culprits.push((placeholder, value));
    }
    done.payload.is_json = is_json(&done.payload.text);
    if parsed.is_json() && !done.payload.is_json {
        done.blocked = Some(match culprits.first() {
            Some((placeholder, value)) => say::breaks_string_sentence(&placeholder.name, value.kind),
            None => "the rendered text is not JSON".to_owned(),
        });
        if culprits.iter().any(|(_, value)| value.of == Kind::Text) {
            done.notes.push(
                "that a template is not delivered when the characters of a string break its JSON follows from \
                 the user guide and has not been seen"
                    .to_owned(),
            );
        }
    }
    done
}

/// The text that takes the place of a placeholder.
fn substitute(placeholder: &Placeholder, value: &Bound, json_template: bool) -> String {
    match (value.of, placeholder.quoted) {
        (Kind::Nothing, true) => String::new(),
        (Kind::Nothing, false) => "\"\"".to_owned(),
        (Kind::Nested, true) if !json_template => value.raw.replace('"', ""),
        (_, true) => value.raw.clone(),
        (_, false) => value.json().unwrap_or("").to_owned(),
    }
}

/// What is not verified about a value in its place.
fn doubts(placeholder: &Placeholder, value: &Bound, json_template: bool) -> Vec<String> {
    let mut notes = value.notes.clone();
    let quoted = placeholder.quoted;
    let note = match value.of {
        Kind::Null => Some("what AWS puts in place of a JSON null has not been seen"),
        Kind::Number if quoted => Some("what AWS puts in place of a number inside quotes has not been seen"),
        Kind::Number => Some("that AWS writes a number as it stands in the event has not been seen"),
        Kind::Bool if json_template => {
            Some("`true` and `false` have been seen in text templates only, not in a JSON template")
        }
        Kind::Text if !quoted && value.breaks_quotes() => Some(
            "how AWS escapes quotes, backslashes and line breaks of a string outside quotes has not been seen; \
             JSON escapes are shown",
        ),
        Kind::Text if quoted && json_template && value.breaks_quotes() => Some(
            "the characters of a string go between quotes as they are; what AWS makes of a quote, a backslash \
             or a line break among them has not been seen",
        ),
        Kind::Nested if quoted && json_template && !value.breaks_quotes() => {
            Some("an object or array without any quotes in a string of a JSON template has not been seen")
        }
        Kind::Nested if quoted && !json_template && reserved::is_event(&placeholder.name) => {
            Some("AWS says an event variable may stand only outside quotes; inside them it has not been seen")
        }
        _ => None,
    };
    notes.extend(note.map(str::to_owned));
    notes
}

/// Whether the whole text is one JSON value.
fn is_json(text: &str) -> bool {
    json::parse(text, Role::Event).single().is_some()
}
