//! A text to the JSON texts in it: one, one a line, one after the other, or between other words.

use rulepad_document::json::{self, Node, Value};
use rulepad_document::{Role, literal};
use std::ops::Range;

/// How the JSON texts of a text are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SplitLayout {
    /// The text is one JSON text, whole or broken.
    One,
    /// One a line.
    Lines,
    /// One after the other.
    Several,
    /// The text holds none.
    None,
}

/// The JSON texts of a text.
pub(crate) struct Split {
    pub layout: SplitLayout,
    /// Where each of them is.
    pub chunks: Vec<Range<usize>>,
    /// Where something else is: log prefixes, comments, other words.
    pub others: Vec<Range<usize>>,
}

impl Split {
    /// Whether the lines are those of a log: text is before their JSON.
    pub fn is_log(&self) -> bool {
        self.layout == SplitLayout::Lines
            && self.others.iter().any(|other| self.chunks.iter().any(|chunk| chunk.start == other.end))
    }
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

/// Finds the JSON texts. Work is in proportion to the text.
pub(crate) fn split(text: &str) -> Split {
    let whole = text.len() - text.trim_start().len()..text.trim_end().len();
    let trimmed = text.trim();
    let one =
        |whole: Range<usize>| Split { layout: SplitLayout::One, chunks: vec![whole], others: Vec::new() };
    if starts_json(trimmed) && is_valid(trimmed) {
        return one(whole);
    }
    if starts_json(trimmed)
        && let Some((end, true)) = literal_at(text, whole.start)
        && text.get(end..).is_some_and(|rest| rest.trim_matches(is_end).is_empty())
    {
        return one(whole.start..end);
    }
    if let Some(end) = called(trimmed) {
        return one(whole.start..whole.start + end);
    }
    if let Some(lines) = lines(text) {
        return lines;
    }
    let found = chunks(text);
    match (found.chunks.as_slice(), starts_json(trimmed)) {
        ([], true) | ([_], true) => one(whole),
        ([], false) => Split { layout: SplitLayout::None, ..found },
        _ => found,
    }
}

/// Where a dictionary that Python prints as a call ends, such as `OrderedDict([…])`; `None` where the text is none.
fn called(text: &str) -> Option<usize> {
    let name = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_')))?;
    if name == 0 || !text.get(name..)?.starts_with('(') {
        return None;
    }
    let found = literal::read(text, 0).ok()?;
    let ends = text.get(found.end..)?.trim_matches(is_end).is_empty();
    (ends && found.root.members().is_some()).then_some(found.end)
}

/// Whether one of the texts is JSON as it is.
pub(crate) fn holds_json(text: &str, split: &Split) -> bool {
    split.chunks.iter().any(|chunk| is_valid(text.get(chunk.clone()).unwrap_or("")))
}

/// Whether the text is one JSON value and nothing else.
fn is_valid(text: &str) -> bool {
    json::parse_unchecked(text, Role::Event).single().is_some()
}

/// One JSON text a line: at least half of the lines are, and every other one looks as if it should be.
fn lines(text: &str) -> Option<Split> {
    let mut split = Split { layout: SplitLayout::Lines, chunks: Vec::new(), others: Vec::new() };
    let (mut valid, mut broken, mut plain) = (0_usize, 0_usize, 0_usize);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim();
        let from = start + (line.len() - line.trim_start().len());
        if content.is_empty() {
            continue;
        }
        let Some(open) = content.find('{') else {
            plain += 1;
            split.others.push(from..from + content.len());
            continue;
        };
        let open = if starts_json(content) { 0 } else { open };
        let body = content.get(open..)?;
        let body = body.strip_suffix(',').unwrap_or(body).trim_end();
        if open > 0 {
            split.others.push(from..from + open);
        }
        split.chunks.push(from + open..from + open + body.len());
        if body.ends_with(['}', ']']) && is_valid(body) {
            valid += 1;
        } else {
            broken += 1;
        }
    }
    let strangers = split.others.iter().filter(|other| {
        let other = text.get((*other).clone()).unwrap_or("").trim_start();
        other.starts_with(['}', ']', '"', ','])
    });
    let enough = valid + broken >= 2
        && plain < valid + broken
        && valid >= 1
        && valid >= broken
        && strangers.count() == 0;
    enough.then_some(split)
}

/// JSON texts one after the other, told apart by their brackets. A `{` at the start of a line opens a new one
/// where the last was never closed.
fn chunks(text: &str) -> Split {
    let mut split = Split { layout: SplitLayout::Several, chunks: Vec::new(), others: Vec::new() };
    let (mut depth, mut start, mut rest) = (0_usize, 0_usize, 0_usize);
    let (mut quoted, mut escaped, mut last) = (false, false, ' ');
    let mut in_list = false;
    let mut budget = ATTEMPTS;
    let mut behind = 0;
    for (at, c) in text.char_indices() {
        if at < behind {
            continue;
        }
        let line_start = at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
        if depth > 0 && line_start && c == '{' && !in_list && !matches!(last, ',' | ':' | '[' | '(') {
            split.chunks.push(start..text.get(..at).map_or(at, |before| before.trim_end().len()));
            (depth, quoted, escaped, rest) = (0, false, false, at);
        }
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if depth > 0 => quoted = !quoted,
            '\n' if quoted => quoted = false,
            _ if quoted => {}
            '{' | '[' => {
                let opens = depth == 0 && (c == '{' || opens_list(text, at));
                // A literal ends where its grammar says, whatever its strings hold.
                let literal = if opens && budget > 0 { literal_at(text, at) } else { None };
                budget -= usize::from(opens && literal.is_none()).min(budget);
                if let Some((end, data)) = literal {
                    if data {
                        other(text, rest..at, &mut split.others);
                        split.chunks.push(at..end);
                        rest = end;
                    }
                    behind = end;
                } else if opens {
                    other(text, rest..at, &mut split.others);
                    (start, in_list) = (at, c == '[');
                    depth = 1;
                } else if depth > 0 {
                    depth += 1;
                }
            }
            '}' | ']' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    split.chunks.push(start..at + 1);
                    rest = at + 1;
                }
            }
            _ => {}
        }
        if !c.is_whitespace() {
            last = c;
        }
    }
    if depth > 0 {
        split.chunks.push(start..text.trim_end().len());
    } else {
        other(text, rest..text.len(), &mut split.others);
    }
    split
}

/// How many brackets that open no literal are tried.
const ATTEMPTS: usize = 16;

/// Where the literal that opens at a bracket ends, and whether it holds data: types and code have names only.
fn literal_at(text: &str, at: usize) -> Option<(usize, bool)> {
    let found = literal::read(text, at).ok()?;
    let empty = |node: &Node| match &node.value {
        Value::Object(members) => members.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    let known = literal::known(&found.root);
    let data = empty(&found.root) || known.is_some_and(|root| !empty(&root));
    Some((found.end, data))
}

/// What may follow the last literal of a statement.
fn is_end(c: char) -> bool {
    c.is_whitespace() || matches!(c, ';' | ')' | ',')
}

/// Whether a `[` outside of JSON opens a list of objects rather than some words.
fn opens_list(text: &str, at: usize) -> bool {
    let inside = text.get(at + 1..).unwrap_or("").trim_start();
    inside.starts_with(['{', '"', '\'', ']'])
}

/// Notes a stretch that is more than separators.
fn other(text: &str, range: Range<usize>, others: &mut Vec<Range<usize>>) {
    let body = text.get(range.clone()).unwrap_or("");
    let blank = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
    let inner = body.trim_matches(blank);
    if !inner.is_empty() {
        let start = range.start + (body.len() - body.trim_start_matches(blank).len());
        others.push(start..start + inner.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_end_where_their_grammar_says() {
        for (text, wanted) in [
            (
                "import { A } from 'x';\nexport const e: E<'O', { t: number }> = {\n  a: 'b}', c: new Date(), // d\n};",
                "{\n  a: 'b}', c: new Date(), // d\n}",
            ),
            ("Received event: {'a': '{', 'b': \"'\"} done", "{'a': '{', 'b': \"'\"}"),
            ("[INFO] x {a: [Object], b: 1}", "{a: [Object], b: 1}"),
        ] {
            let split = split(text);
            let found: Vec<&str> =
                split.chunks.iter().map(|chunk| text.get(chunk.clone()).unwrap()).collect();
            assert_eq!(found, [wanted], "{text}");
        }
    }
}
