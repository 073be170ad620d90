//! A text to the JSON texts in it: one, one a line, one after the other, or between other words.

use crate::peel::starts_json;
use rulepad_document::Role;
use rulepad_document::json;
use std::ops::Range;

/// How the JSON texts stand in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
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
    pub layout: Layout,
    /// Where each of them stands.
    pub chunks: Vec<Range<usize>>,
    /// Where something else stands: log prefixes, comments, other words.
    pub others: Vec<Range<usize>>,
}

/// Finds the JSON texts. Work is in proportion to the text.
pub(crate) fn split(text: &str) -> Split {
    let whole = text.len() - text.trim_start().len()..text.trim_end().len();
    let trimmed = text.trim();
    let one = |whole: Range<usize>| Split { layout: Layout::One, chunks: vec![whole], others: Vec::new() };
    if starts_json(trimmed) && is_valid(trimmed) {
        return one(whole);
    }
    if let Some(lines) = lines(text) {
        return lines;
    }
    let found = chunks(text);
    match (found.chunks.as_slice(), starts_json(trimmed)) {
        ([], true) | ([_], true) => one(whole),
        ([], false) => Split { layout: Layout::None, ..found },
        _ => found,
    }
}

/// Whether the text is one JSON value and nothing else.
fn is_valid(text: &str) -> bool {
    json::parse_unchecked(text, Role::Event)
        .diagnostics
        .iter()
        .all(|found| !found.is_error() && found.code != "json.trailing-text")
}

/// One JSON text a line: at least half of the lines are, and every other one looks as if it should be.
fn lines(text: &str) -> Option<Split> {
    let mut split = Split { layout: Layout::Lines, chunks: Vec::new(), others: Vec::new() };
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
    let mut split = Split { layout: Layout::Several, chunks: Vec::new(), others: Vec::new() };
    let (mut depth, mut start, mut rest) = (0_usize, 0_usize, 0_usize);
    let (mut quoted, mut escaped, mut last) = (false, false, ' ');
    let mut in_list = false;
    for (at, c) in text.char_indices() {
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
                if depth == 0 && (c == '{' || opens_list(text, at)) {
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

/// Whether a `[` outside of JSON opens a list of objects rather than some words.
fn opens_list(text: &str, at: usize) -> bool {
    let inside = text.get(at + 1..).unwrap_or("").trim_start();
    inside.starts_with(['{', '"', ']'])
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

/// Whether a text without JSON is YAML: most of its lines are `key:` or `- item`.
pub(crate) fn is_yaml(text: &str) -> bool {
    let key = |line: &str| {
        let line = line.trim().trim_start_matches("- ").trim_start();
        let end =
            line.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\'' | '$')));
        let name = end.unwrap_or(line.len());
        let after = line.get(name..).unwrap_or("");
        let rest = after.strip_prefix(':').unwrap_or("x");
        name > 0 && (rest.is_empty() || rest.starts_with(' ')) && !rest.trim_start().starts_with("{\"")
    };
    let lines = || text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let yaml = lines()
        .filter(|line| key(line) || line.trim_start().starts_with("- ") || line.trim() == "---")
        .count();
    yaml > 0 && yaml * 2 > lines().count() && !starts_json(text.trim_start())
}
