//! Printing: compact or indented, with numbers as they were written.

use super::{Node, Value};

/// Compact JSON: no spaces, key order and number spelling as written. [`Value::Invalid`] prints as
/// `null`; print only texts without errors.
#[must_use]
pub fn compact(node: &Node) -> String {
    let mut out = String::new();
    write(node, None, 0, &mut out);
    out
}

/// JSON with two-space indents; arrays of scalars that fit 72 columns stay on one line.
#[must_use]
pub fn pretty(node: &Node) -> String {
    let mut out = String::new();
    write(node, Some(2), 0, &mut out);
    out
}

/// A JSON string literal for the text, quotes included.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn write(node: &Node, indent: Option<usize>, depth: usize, out: &mut String) {
    match &node.value {
        Value::Null | Value::Invalid => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(text) => out.push_str(text),
        Value::String(text) => out.push_str(&quote(text)),
        Value::Array(items) => {
            let short = indent.is_some().then(|| one_line(items)).flatten();
            if let Some(line) = short.filter(|line| line.len() + depth * 2 <= 72) {
                out.push_str(&line);
            } else {
                let items = items.iter().map(|item| (None, item));
                block(items, ['[', ']'], indent, depth, out);
            }
        }
        Value::Object(members) => {
            let members = members.iter().map(|member| (Some(member.key.as_str()), &member.value));
            block(members, ['{', '}'], indent, depth, out);
        }
    }
}

fn one_line(items: &[Node]) -> Option<String> {
    let scalar = |item: &Node| !matches!(item.value, Value::Array(_) | Value::Object(_));
    items.iter().all(scalar).then(|| {
        let parts: Vec<String> = items.iter().map(compact).collect();
        format!("[{}]", parts.join(", "))
    })
}

fn block<'n>(
    items: impl ExactSizeIterator<Item = (Option<&'n str>, &'n Node)>,
    brackets: [char; 2],
    indent: Option<usize>,
    depth: usize,
    out: &mut String,
) {
    let [open, close] = brackets;
    out.push(open);
    let empty = items.len() == 0;
    for (at, (key, value)) in items.enumerate() {
        if at > 0 {
            out.push(',');
        }
        line(indent, depth + 1, out);
        if let Some(key) = key {
            out.push_str(&quote(key));
            out.push_str(if indent.is_some() { ": " } else { ":" });
        }
        write(value, indent, depth + 1, out);
    }
    if !empty {
        line(indent, depth, out);
    }
    out.push(close);
}

fn line(indent: Option<usize>, depth: usize, out: &mut String) {
    if let Some(width) = indent {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', width * depth));
    }
}
