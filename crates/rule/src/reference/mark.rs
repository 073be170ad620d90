//! The expression that an exported file has for a value, within a text of the rule.
//!
//! A text goes through names, ARNs, policies and JSON before a format writes it. Until then the expression is a mark:
//! a name, and the expression in digits, so that nothing on the way finds a separator, a quote or an escape in it.
//! Characters of a person's text that look like a part of a mark are marks themselves, so no text can pass for an
//! expression.

use std::borrow::Cow;

/// What opens a mark, parts its name from its expression, and closes it: characters for private use.
pub(super) const OPEN: char = '\u{f5f0}';
const BETWEEN: char = '\u{f5f1}';
const CLOSE: char = '\u{f5f2}';

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkedPart<'t> {
    /// Text as it is.
    Text(Cow<'t, str>),
    /// An expression of the file's language, and a plain name for it.
    Expression {
        /// The name: letters, digits and underscores.
        name: &'t str,
        /// The expression, in the language of the file.
        code: String,
    },
}

impl MarkedPart<'_> {
    /// The plain name of an expression; blank for text.
    pub fn name(&self) -> &str {
        match self {
            Self::Text(_) => "",
            Self::Expression { name, .. } => name,
        }
    }
}

/// The mark of an expression; the name has letters, digits and underscores.
pub fn mark(name: &str, code: &str) -> String {
    let digits: String = code.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("{OPEN}{name}{BETWEEN}{digits}{CLOSE}")
}

/// The text with what looks like a part of a mark made plain.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if !text.contains([OPEN, BETWEEN, CLOSE]) {
        return text.into();
    }
    let guard = |c: char| match c {
        OPEN | BETWEEN | CLOSE => mark("", c.encode_utf8(&mut [0; 4])),
        c => c.to_string(),
    };
    text.chars().map(guard).collect::<String>().into()
}

/// The parts of a text with marks.
pub fn parts(text: &str) -> Vec<MarkedPart<'_>> {
    if !text.contains(OPEN) {
        return if text.is_empty() { Vec::new() } else { vec![MarkedPart::Text(text.into())] };
    }
    let mut parts: Vec<MarkedPart<'_>> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let start = rest.find(OPEN).unwrap_or(rest.len());
        let (before, marked) = rest.split_at_checked(start).unwrap_or((rest, ""));
        push(&mut parts, before.into());
        rest = match read(marked) {
            Some(("", code, after)) => {
                push(&mut parts, code.into());
                after
            }
            Some((name, code, after)) => {
                parts.push(MarkedPart::Expression { name, code });
                after
            }
            None => {
                push(&mut parts, marked.into());
                ""
            }
        };
    }
    parts
}

/// The text with another expression in each mark; `code` gets the name and the expression of one.
pub fn with_expressions(text: &str, code: impl Fn(&str, &str) -> String) -> String {
    let part = |part: MarkedPart<'_>| match part {
        MarkedPart::Text(text) => guarded(&text).into_owned(),
        MarkedPart::Expression { name, code: own } => mark(name, &code(name, &own)),
    };
    parts(text).into_iter().map(part).collect()
}

/// Text beside text is one part.
fn push<'t>(parts: &mut Vec<MarkedPart<'t>>, text: Cow<'t, str>) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(MarkedPart::Text(last)) => last.to_mut().push_str(&text),
        _ => parts.push(MarkedPart::Text(text)),
    }
}

/// The name and the expression of the mark that a text starts with, and what follows it.
fn read(text: &str) -> Option<(&str, String, &str)> {
    let (name, rest) = text.strip_prefix(OPEN)?.split_once(BETWEEN)?;
    let (digits, rest) = rest.split_once(CLOSE)?;
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let bytes: Option<Vec<u8>> = digits.as_bytes().chunks(2).map(byte).collect();
    Some((name, String::from_utf8(bytes?).ok()?, rest))
}

/// Whether a text has an expression in it.
pub fn is_marked(text: &str) -> bool {
    text.contains(OPEN) && parts(text).iter().any(|part| matches!(part, MarkedPart::Expression { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_comes_back_from_its_mark() {
        let text = format!("a{}b{}", mark("topic", "${x:\"y\"}"), mark("é", "z"));
        let expression = |name, code: &str| MarkedPart::Expression { name, code: code.to_owned() };
        assert_eq!(
            parts(&text),
            [
                MarkedPart::Text("a".into()),
                expression("topic", "${x:\"y\"}"),
                MarkedPart::Text("b".into()),
                expression("é", "z")
            ]
        );
        assert_eq!(parts(""), []);
    }

    #[test]
    fn no_text_of_a_person_passes_for_an_expression() {
        let hostile = mark("topic", "rm -rf");
        for text in [hostile.as_str(), "\u{f5f0}", "a\u{f5f2}\u{f5f1}b\u{f5f0}c"] {
            let guarded = guarded(text);
            assert_eq!(parts(&guarded), [MarkedPart::Text(text.into())], "{text:?}");
            assert!(!is_marked(&guarded));
        }
        assert!(is_marked(&hostile));
        assert_eq!(parts("\u{f5f0}a"), [MarkedPart::Text("\u{f5f0}a".into())], "what is cut stays text");
    }
}
