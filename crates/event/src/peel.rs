//! What stands around JSON in a pasted text: a Markdown fence, a shell command, quotes, escapes.

use crate::document::Place;
use crate::read::Wanted;
use crate::shell;
use rulepad_document::diagnostic::apply;
use rulepad_document::notation::{encoded, entities, unescaped};
use rulepad_document::{Edit, Span};
use std::rc::Rc;

/// Layers that are taken off at most.
const LAYERS: usize = 6;

/// A text without what stood around it.
pub(crate) struct Peeled {
    pub text: String,
    pub place: Place,
    /// What was taken off, a sentence each.
    pub said: Vec<String>,
    /// What was taken off first, to stand behind the name of what is inside.
    pub around: Option<&'static str>,
}

/// Takes off what stands around JSON, layer by layer.
pub(crate) fn peel(text: &str, place: &Place, wanted: Wanted) -> Peeled {
    let mut peeled = Peeled { text: text.to_owned(), place: place.clone(), said: Vec::new(), around: None };
    for _ in 0..LAYERS {
        let Some((layer, around, sentence)) = layer(&peeled.text, wanted) else { break };
        peeled.around = peeled.around.or(Some(around));
        (peeled.text, peeled.place) = match layer {
            Layer::Part(from, text) => (text, peeled.place.part(from)),
            Layer::Edited(edits) => {
                let text = apply(&peeled.text, &edits);
                (text, Place::Edited(Rc::new(peeled.place), edits))
            }
            Layer::Made(text) => {
                let whole = Span::new(0, peeled.text.len());
                (text, Place::Within(peeled.place.of(whole)))
            }
        };
        peeled.said.push(sentence);
    }
    peeled
}

enum Layer {
    /// A part of the text, from this byte on.
    Part(usize, String),
    /// All of it after these edits, which are in the order of the text.
    Edited(Vec<Edit>),
    /// A text made from all of it.
    Made(String),
}

/// What is inside, how that is called, and what was done.
type Peel = (Layer, &'static str, String);

fn layer(text: &str, wanted: Wanted) -> Option<Peel> {
    let trimmed = text.trim();
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        let layer = Layer::Part('\u{feff}'.len_utf8(), rest.to_owned());
        return Some((layer, " after a byte order mark", "The byte order mark was removed.".to_owned()));
    }
    if let Some(peel) = colours(text).or_else(|| html(text)) {
        return Some(peel);
    }
    if starts_json(trimmed) {
        return escaped(trimmed);
    }
    fence(text)
        .or_else(|| {
            shell::heredoc(text).map(|(from, body)| {
                part(
                    from,
                    body,
                    " in a here-document",
                    "The text was taken out of the shell's here-document.",
                )
            })
        })
        .or_else(|| {
            let message = shell::published(text, wanted == Wanted::Messages)?;
            let sentence = "The message and its attributes were taken from the command.";
            Some((Layer::Made(message), " in a shell command", sentence.to_owned()))
        })
        .or_else(|| {
            let (option, value) = shell::argument(text)?;
            let layer = match text.find(&value) {
                Some(from) => Layer::Part(from, value),
                None => Layer::Made(value),
            };
            Some((
                layer,
                " in a shell command",
                format!("The value of `{option}` was taken from the command."),
            ))
        })
        .or_else(|| quoted(text))
}

fn part(from: usize, text: &str, around: &'static str, sentence: &str) -> Peel {
    (Layer::Part(from, text.to_owned()), around, sentence.to_owned())
}

/// Whether a text opens as an object or a list does, and not with a label such as `[INFO]`.
pub(crate) fn starts_json(text: &str) -> bool {
    text.starts_with('{') || (text.starts_with('[') && !is_label(text))
}

/// Whether a text starts with words in brackets, as lines of a log do: `[INFO] …`, `[2026-03-04 05:06:07] …`.
fn is_label(text: &str) -> bool {
    let line = text.lines().next().unwrap_or("");
    let Some((inner, rest)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) else {
        return false;
    };
    if inner.trim().is_empty() || inner.contains(['{', '}', '"', '\'', '[']) {
        return false;
    }
    let word = inner.trim().starts_with(|c: char| c.is_alphabetic());
    let constants = inner
        .split(',')
        .all(|item| matches!(item.trim(), "true" | "false" | "null" | "True" | "False" | "None"));
    (word && !constants) || rest.contains(['{', '['])
}

/// The text between lines of three backquotes; of several the one that opens as JSON does. Where more than one
/// does, the JSON in the text is found without its fences.
fn fence(text: &str) -> Option<Peel> {
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
    Some(part(start, body, " in a Markdown fence", "The text was taken out of its Markdown fence."))
}

/// A text in quotes of a shell or a programming language, or a JSON string.
fn quoted(text: &str) -> Option<Peel> {
    let inner = encoded(text)?;
    if text.trim_start().starts_with('"') {
        let sentence = "The text was inside a JSON string, which was read.";
        return Some((Layer::Made(inner), " in a JSON string", sentence.to_owned()));
    }
    let start = text.len() - text.trim_start().len() + 1;
    let layer = if text.get(start..).is_some_and(|rest| rest.starts_with(&inner)) {
        Layer::Part(start, inner)
    } else {
        Layer::Made(inner)
    };
    Some((layer, " in quotes", "The quotes around the text were removed.".to_owned()))
}

/// JSON whose quotes are escaped as inside a string, or doubled as in CSV.
fn escaped(text: &str) -> Option<Peel> {
    let sentence = "The escapes before the quotes were removed.";
    Some((Layer::Made(unescaped(text)?), " with escaped quotes", sentence.to_owned()))
}

/// The colours of a terminal: control sequences that start with ESC `[`.
fn colours(text: &str) -> Option<Peel> {
    let mut edits = Vec::new();
    for (at, _) in text.match_indices("\u{1b}[") {
        let rest = text.get(at + 2..).unwrap_or("");
        let length = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ';' | '?')))?;
        let letter = rest.get(length..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        edits.push(Edit { span: Span::new(at, at + 2 + length + letter), text: String::new() });
    }
    let sentence = "The colours of a terminal were removed.";
    (!edits.is_empty())
        .then(|| (Layer::Edited(edits), " with the colours of a terminal", sentence.to_owned()))
}

/// Quotes that are HTML entities.
fn html(text: &str) -> Option<Peel> {
    let edits = entities(text);
    let sentence = "HTML entities such as `&quot;` were replaced by their characters.";
    (!edits.is_empty()).then(|| (Layer::Edited(edits), " from a web page", sentence.to_owned()))
}
