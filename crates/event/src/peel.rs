//! What stands around JSON in a pasted text: a Markdown fence, a shell command, quotes, escapes.

use crate::document::Place;
use crate::shell;
use rulepad_document::json::{self, Value};
use rulepad_document::{Role, Span};

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
pub(crate) fn peel(text: &str, place: &Place) -> Peeled {
    let mut peeled = Peeled { text: text.to_owned(), place: place.clone(), said: Vec::new(), around: None };
    for _ in 0..LAYERS {
        let Some((layer, around, sentence)) = layer(&peeled.text) else { break };
        peeled.around = peeled.around.or(Some(around));
        (peeled.text, peeled.place) = match layer {
            Layer::Part(from, text) => (text, peeled.place.part(from)),
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
    /// A text made from all of it.
    Made(String),
}

/// What is inside, how that is called, and what was done.
type Peel = (Layer, &'static str, String);

fn layer(text: &str) -> Option<Peel> {
    let trimmed = text.trim();
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        let layer = Layer::Part('\u{feff}'.len_utf8(), rest.to_owned());
        return Some((layer, " after a byte order mark", "The byte order mark was removed.".to_owned()));
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

/// Whether a text opens as an object or a list does.
pub(crate) fn starts_json(text: &str) -> bool {
    text.starts_with(['{', '['])
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
    let start = text.len() - text.trim_start().len();
    let trimmed = text.trim();
    if trimmed.starts_with('"') {
        let parsed = json::parse_unchecked(trimmed, Role::Event);
        let root = parsed.valid().filter(|root| root.span.end as usize == trimmed.len())?;
        let inner = root.as_str().filter(|inner| opens(inner))?;
        return Some((
            Layer::Made(inner.to_owned()),
            " in a JSON string",
            "The text stood in a JSON string, which was read.".to_owned(),
        ));
    }
    for quote in ['\'', '`'] {
        let inner = trimmed.strip_prefix(quote).map(|rest| rest.strip_suffix(quote).unwrap_or(rest));
        let Some(inner) = inner.filter(|inner| opens(inner)) else { continue };
        let sentence = "The quotes around the text were removed.".to_owned();
        let layer = if inner.contains("'\\''") {
            Layer::Made(inner.replace("'\\''", "'"))
        } else {
            Layer::Part(start + 1, inner.to_owned())
        };
        return Some((layer, " in quotes", sentence));
    }
    None
}

/// Whether a text may hold JSON, also one more layer inside.
fn opens(text: &str) -> bool {
    let text = text.trim_start();
    starts_json(text) || text.starts_with("\"{") || text.starts_with("\"[") || text.starts_with("\"\\\"")
}

/// JSON whose quotes are escaped as inside a string: `{\"a\": 1}`, or doubled as in CSV: `{""a"": 1}`.
fn escaped(text: &str) -> Option<Peel> {
    let inside = text.trim_start_matches(|c: char| matches!(c, '{' | '[') || c.is_whitespace());
    let inside = inside.trim_start_matches("\\n").trim_start_matches("\\r\\n").trim_start();
    let plain = if inside.starts_with("\\\"") {
        // A shell's closing quote may stand behind.
        let text = text.trim_end_matches(['"', '\'', ';']);
        let string = format!("\"{}\"", text.replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t"));
        match json::parse_unchecked(&string, Role::Event).valid().map(|root| root.value.clone()) {
            Some(Value::String(plain)) => plain,
            _ => return None,
        }
    } else if inside.starts_with("\"\"")
        && inside.get(2..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    {
        text.trim_end_matches('"').replace("\"\"", "\"")
    } else {
        return None;
    };
    Some((
        Layer::Made(plain),
        " with escaped quotes",
        "The escapes before the quotes were removed.".to_owned(),
    ))
}
