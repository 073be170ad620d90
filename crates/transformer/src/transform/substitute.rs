//! Substitution: every placeholder replaced by its value, every byte of the result with its origin.

use crate::diagnostics::{self as say, Diagnostic};
use crate::provenance::MOST;
use crate::rendering::{Origin, Payload};
use crate::template::{Placeholder, Template, Token};
use crate::unverified::{NotDelivered, Unverified};
use crate::value::{Behaviour, Bound};
use crate::variable::is_event;
use rulepad_document::json;
use rulepad_document::{Role, Span};
use std::collections::BTreeMap;

/// The longest payload that is rendered, in bytes; no event bus target takes more.
const MAX_PAYLOAD: usize = 1 << 20;

/// After as many pieces objects and arrays are one piece each.
const MOST_PIECES: usize = 2 * MOST;

/// What substitution gave.
#[derive(Default)]
pub(super) struct Substituted {
    pub payload: Payload,
    /// Why the text cannot be delivered.
    pub blocked: Option<NotDelivered>,
    /// Why substitution was stopped.
    pub stopped: Option<Unverified>,
    pub diagnostics: Vec<Diagnostic>,
    pub unverified: Vec<Unverified>,
}

/// Renders a template whose placeholders are all bound.
pub(super) fn substitute(
    template: &Template<'_>,
    bound: &BTreeMap<String, Bound>,
    target: u32,
) -> Substituted {
    let mut done = Substituted::default();
    let mut culprits: Vec<(&Placeholder, &Bound)> = Vec::new();
    for token in &template.lexed.tokens {
        let placeholder = match token {
            Token::Text(span) => {
                done.payload.push(span.of(template.text), Origin::Template { span: *span });
                continue;
            }
            Token::Placeholder(placeholder) => placeholder,
        };
        let Some(value) = bound.get(&placeholder.name) else { continue };
        let text = written(placeholder, value, template.is_json());
        if done.payload.text.len() + text.len() > MAX_PAYLOAD {
            done.payload = Payload::default();
            done.stopped = Some(Unverified::PayloadTooLarge);
            done.unverified.push(Unverified::PayloadTooLarge);
            done.diagnostics.push(say::payload_too_large(target, placeholder.span));
            return done;
        }
        let origin = |event_spans: Vec<Span>| Origin::Variable {
            name: placeholder.name.clone(),
            span: placeholder.span,
            event_spans,
        };
        // A value that the template has over and over is taken apart the first few times only.
        match value.parts().filter(|_| done.payload.pieces.len() < MOST_PIECES) {
            Some(parts) if placeholder.quoted && !template.is_json() => {
                for (part, span) in parts {
                    done.payload.push(&part.replace('"', ""), origin(vec![span]));
                }
            }
            Some(parts) => parts.for_each(|(part, span)| done.payload.push(part, origin(vec![span]))),
            None => done.payload.push(&text, origin(value.spans.clone())),
        }
        done.unverified.extend(doubts(placeholder, value, template.is_json()));
        if is_event(&placeholder.name) && placeholder.quoted {
            done.diagnostics.push(say::event_in_quotes(target, placeholder, template.is_json()));
        } else if template.is_json() && placeholder.quoted && value.breaks_quotes() {
            done.diagnostics.push(match value.of {
                Behaviour::Nested => say::nested_breaks_string(target, placeholder, value.kind),
                _ => say::text_breaks_string(target, placeholder),
            });
        } else {
            let literal = matches!(value.of, Behaviour::Number | Behaviour::Bool | Behaviour::Null);
            if template.is_json() && placeholder.whole && literal && !template.is_key(placeholder) {
                done.diagnostics.push(say::quoted_literal(target, placeholder, value.kind));
            }
            continue;
        }
        culprits.push((placeholder, value));
    }
    done.payload.is_json = is_json(&done.payload.text);
    if template.is_json() && !done.payload.is_json {
        done.blocked = Some(match culprits.first() {
            Some((placeholder, value)) => {
                NotDelivered::ValueBreaksJson { name: placeholder.name.clone(), kind: value.kind }
            }
            None => NotDelivered::RenderedNotJson,
        });
        if culprits.iter().any(|(_, value)| value.of == Behaviour::Text) {
            done.unverified.push(Unverified::BrokenByText);
        }
    }
    done
}

/// The text that replaces a placeholder.
fn written(placeholder: &Placeholder, value: &Bound, json_template: bool) -> String {
    match (value.of, placeholder.quoted) {
        (Behaviour::Nothing, true) => String::new(),
        (Behaviour::Nothing, false) => "\"\"".to_owned(),
        (Behaviour::Nested, true) if !json_template => value.raw.replace('"', ""),
        (_, true) => value.raw.clone(),
        (_, false) => value.json().unwrap_or("").to_owned(),
    }
}

/// What is not verified about a value in its place.
fn doubts(placeholder: &Placeholder, value: &Bound, json_template: bool) -> Vec<Unverified> {
    let mut unverified = value.unverified.clone();
    let quoted = placeholder.quoted;
    unverified.extend(match value.of {
        Behaviour::Null => Some(Unverified::Null),
        Behaviour::Number if quoted => Some(Unverified::NumberInQuotes),
        Behaviour::Number => Some(Unverified::Number),
        Behaviour::Bool if json_template => Some(Unverified::Bool),
        Behaviour::Text if !quoted && value.breaks_quotes() => Some(Unverified::EscapesOutsideQuotes),
        Behaviour::Text if quoted && json_template && value.breaks_quotes() => {
            Some(Unverified::EscapesInQuotes)
        }
        Behaviour::Nested if quoted && json_template && !value.breaks_quotes() => {
            Some(Unverified::NestedInQuotes)
        }
        Behaviour::Nested if quoted && !json_template && is_event(&placeholder.name) => {
            Some(Unverified::EventInQuotes)
        }
        _ => None,
    });
    unverified
}

/// Whether the whole text is one JSON value.
fn is_json(text: &str) -> bool {
    json::parse(text, Role::Event).single().is_some()
}
