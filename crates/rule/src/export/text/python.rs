//! Literals of Python.

use super::{one_line, quoted};
use rulepad_document::json::{Node, Value};

/// A string literal in double quotes.
pub fn string(text: &str) -> String {
    quoted(text, |code| match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    })
}

/// A value as Python writes it, indented by four spaces a level; `depth` is that of the first line. Numbers keep
/// their spelling, so the caller must not ask for one that Python reads as something else.
pub fn value(node: &Node, depth: usize) -> String {
    let pad = "    ".repeat(depth + 1);
    let end = "    ".repeat(depth);
    match &node.value {
        Value::Null | Value::Invalid => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.clone(),
        Value::String(text) => string(text),
        Value::Array(items) if items.is_empty() => "[]".to_owned(),
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Array(items) if let Some(line) = one_line(items, |item| value(item, 0)) => line,
        Value::Array(items) => {
            let lines: String =
                items.iter().map(|item| format!("{pad}{},\n", value(item, depth + 1))).collect();
            format!("[\n{lines}{end}]")
        }
        Value::Object(members) => {
            let line = |member: &rulepad_document::json::Member| {
                format!("{pad}{}: {},\n", string(&member.key), value(&member.value, depth + 1))
            };
            format!("{{\n{}{end}}}", members.iter().map(line).collect::<String>())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::text::HARD;

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(string("a\"b\\\n\u{0}\u{85}\u{202e}é😀"), "\"a\\\"b\\\\\\n\\x00\\x85\\u202eé😀\"");
        for text in HARD {
            assert!(!string(text).contains(['\n', '\r', '\u{2028}']), "{text:?}");
        }
    }
}
