//! What is around JSON in a pasted text: a Markdown fence, a shell command, quotes, escapes.

use crate::document::BytePlace;
use crate::form::Around;
use crate::shell_command;
use crate::split::starts_json;
use crate::wanted::Wanted;
use rulepad_document::diagnostic::apply;
use rulepad_document::notation::{encoded, entities, unescaped};
use rulepad_document::{Edit, Span};
use std::rc::Rc;

/// Layers that are removed at most.
const LAYERS: usize = 6;

/// A text without what was around it.
pub(crate) struct Unwrapped {
    pub text: String,
    pub place: BytePlace,
    /// What was removed, outermost first.
    pub around: Vec<Around>,
}

/// Removes what is around JSON, layer by layer.
pub(crate) fn unwrap(text: &str, place: &BytePlace, wanted: Wanted) -> Unwrapped {
    let mut unwrapped = Unwrapped { text: text.to_owned(), place: place.clone(), around: Vec::new() };
    for _ in 0..LAYERS {
        let Some((layer, around)) = layer(&unwrapped.text, wanted) else { break };
        (unwrapped.text, unwrapped.place) = match layer {
            Layer::Part(from, text) => (text, unwrapped.place.part(from)),
            Layer::Edited(edits) => {
                let text = apply(&unwrapped.text, &edits);
                (text, BytePlace::Edited(Rc::new(unwrapped.place), edits))
            }
            Layer::Made(text) => {
                let whole = Span::new(0, unwrapped.text.len());
                (text, BytePlace::Within(unwrapped.place.of(whole)))
            }
        };
        unwrapped.around.push(around);
    }
    unwrapped
}

enum Layer {
    /// A part of the text, from this byte on.
    Part(usize, String),
    /// All of it after these edits, which are in the order of the text.
    Edited(Vec<Edit>),
    /// A text made from all of it.
    Made(String),
}

/// What is inside, and what was around it.
type Inside = (Layer, Around);

fn layer(text: &str, wanted: Wanted) -> Option<Inside> {
    let trimmed = text.trim();
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        let layer = Layer::Part('\u{feff}'.len_utf8(), rest.to_owned());
        return Some((layer, Around::ByteOrderMark));
    }
    if let Some(inside) = colours(text).or_else(|| html(text)) {
        return Some(inside);
    }
    if starts_json(trimmed) {
        return escaped(trimmed);
    }
    fence(text).or_else(|| here_document(text)).or_else(|| command(text, wanted)).or_else(|| quoted(text))
}

fn here_document(text: &str) -> Option<Inside> {
    let (from, body) = shell_command::heredoc(text)?;
    Some((Layer::Part(from, body.to_owned()), Around::HereDocument))
}

/// What a command of the AWS CLI sends.
fn command(text: &str, wanted: Wanted) -> Option<Inside> {
    if let Some(message) = shell_command::published(text, wanted == Wanted::Messages) {
        return Some((Layer::Made(message), Around::Publish));
    }
    let (option, value) = shell_command::argument(text)?;
    let layer = match text.find(&value) {
        Some(from) => Layer::Part(from, value),
        None => Layer::Made(value),
    };
    Some((layer, Around::Option(option)))
}

/// The text between lines of three backquotes; of several the one that opens as JSON does. Where more than one
/// does, the JSON in the text is found without its fences.
fn fence(text: &str) -> Option<Inside> {
    let mut open: Option<usize> = None;
    let mut first: Option<(usize, &str)> = None;
    let mut at = 0;
    let mut bodies = 0;
    for line in text.split_inclusive('\n') {
        let fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        match (fence, open) {
            (true, None) => open = Some(at + line.len()),
            (true, Some(start)) => {
                let body = text.get(start..at).unwrap_or("");
                bodies += usize::from(starts_json(body.trim()));
                if first.is_none()
                    || (starts_json(body.trim()) && !first.is_some_and(|(_, body)| starts_json(body.trim())))
                {
                    first = Some((start, body));
                }
                open = None;
            }
            (false, _) => {}
        }
        at += line.len();
    }
    if let (None, Some(start)) = (first, open) {
        first = Some((start, text.get(start..).unwrap_or("")));
    }
    let (start, body) = first.filter(|_| bodies <= 1)?;
    Some((Layer::Part(start, body.to_owned()), Around::Fence))
}

/// A text in quotes of a shell or a programming language, or a JSON string.
fn quoted(text: &str) -> Option<Inside> {
    let inner = encoded(text)?;
    if text.trim_start().starts_with('"') {
        return Some((Layer::Made(inner), Around::JsonString));
    }
    let start = text.len() - text.trim_start().len() + 1;
    let layer = if text.get(start..).is_some_and(|rest| rest.starts_with(&inner)) {
        Layer::Part(start, inner)
    } else {
        Layer::Made(inner)
    };
    Some((layer, Around::Quotes))
}

/// JSON whose quotes are escaped as inside a string, or doubled as in CSV.
fn escaped(text: &str) -> Option<Inside> {
    Some((Layer::Made(unescaped(text)?), Around::EscapedQuotes))
}

/// The colours of a terminal: control sequences that start with ESC `[`.
fn colours(text: &str) -> Option<Inside> {
    let mut edits = Vec::new();
    for (at, _) in text.match_indices("\u{1b}[") {
        let rest = text.get(at + 2..).unwrap_or("");
        let length = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ';' | '?')))?;
        let letter = rest.get(length..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        edits.push(Edit { span: Span::new(at, at + 2 + length + letter), text: String::new() });
    }
    (!edits.is_empty()).then_some((Layer::Edited(edits), Around::Colours))
}

/// Quotes that are HTML entities.
fn html(text: &str) -> Option<Inside> {
    let edits = entities(text);
    (!edits.is_empty()).then_some((Layer::Edited(edits), Around::Html))
}
