//! Literals of JavaScript and TypeScript.

use super::{Literals, holds_key, is_fragile};
use rulepad_document::json::Node;
use rulepad_document::source_text::quoted_in;
use rulepad_rule::reference::mark::{MarkedPart, is_marked, parts, with_expressions};

/// A string literal: in single quotes where that spares the text's double ones their backslashes.
pub fn string(text: &str) -> String {
    super::sum(text, literal)
}

fn literal(text: &str) -> String {
    let quote = if text.contains('"') && !text.contains('\'') { '\'' } else { '"' };
    quoted_in(quote, text, |code| format!("\\u{{{code:x}}}"))
}

/// A text of several lines as one.
pub fn lines(text: &str) -> String {
    if !text.contains('\n') || text.contains(|c: char| c.is_control() && c != '\n') {
        return string(text);
    }
    let part = |part: MarkedPart<'_>| match part {
        MarkedPart::Text(text) => text.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${"),
        MarkedPart::Expression { code, .. } => format!("${{{code}}}"),
    };
    format!("`{}`", parts(text).into_iter().map(part).collect::<String>())
}

/// [`lines`] for a JSON text: values are escaped where the program puts them in.
pub fn json_lines(text: &str) -> String {
    lines(&with_expressions(text, |_, code| format!("JSON.stringify({code}).slice(1, -1)")))
}

const LITERALS: Literals =
    Literals { null: "null", truth: |on| if on { "true" } else { "false" }, string, key, list, object };

/// A value as an object literal, indented by two spaces a level; `depth` is that of the first line. Keys are quoted
/// unless they are plain names.
///
/// Numbers keep their spelling, so the caller must not ask for one that JavaScript writes in another way.
pub fn value(node: &Node, depth: usize) -> String {
    value_with(node, depth, &|_| None)
}

/// The same, with the expressions that `instead` has for single values.
pub fn value_with(node: &Node, depth: usize, instead: &dyn Fn(&Node) -> Option<String>) -> String {
    LITERALS.value(node, depth, instead)
}

/// An object of members already written; `depth` is that of its first line.
pub fn object(members: Vec<(String, String)>, depth: usize) -> String {
    if members.is_empty() {
        return "{}".to_owned();
    }
    let pad = "  ".repeat(depth + 1);
    let lines: String = members.iter().map(|(key, value)| format!("{pad}{key}: {value},\n")).collect();
    format!("{{\n{lines}{}}}", "  ".repeat(depth))
}

/// A list of items already written; `depth` is that of its first line.
pub fn list(items: Vec<String>, depth: usize) -> String {
    if items.is_empty() {
        return "[]".to_owned();
    }
    let pad = "  ".repeat(depth + 1);
    let lines: String = items.iter().map(|item| format!("{pad}{item},\n")).collect();
    format!("[\n{lines}{}]", "  ".repeat(depth))
}

/// Whether JavaScript reads the literal and writes it again as it was: besides numbers and keys that appear twice,
/// it moves keys that are whole numbers to the front.
pub fn keeps(node: &Node) -> bool {
    let is_index = |key: &str| key.bytes().all(|byte| byte.is_ascii_digit()) && !key.is_empty();
    !is_fragile(node) && !holds_key(node, &is_index)
}

/// A key of an object literal. `__proto__` would set the prototype, so it is computed.
#[must_use]
pub fn key(text: &str) -> String {
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    match text {
        "__proto__" => "[\"__proto__\"]".to_owned(),
        _ if is_marked(text) => format!("[{}]", string(text)),
        _ if starts && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') => text.to_owned(),
        _ => string(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::text::HARD;
    use rulepad_document::Role;
    use rulepad_document::json::parse;

    fn node(text: &str) -> Node {
        parse(text, Role::Pattern).root.unwrap()
    }

    #[test]
    fn keys_are_quoted_where_they_must_be() {
        assert_eq!(key("source"), "source");
        assert_eq!(key("detail-type"), "\"detail-type\"");
        assert_eq!(key("0a"), "\"0a\"");
        assert_eq!(key("é"), "\"é\"");
        assert_eq!(key("__proto__"), "[\"__proto__\"]");
    }

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(string("\u{2028}\u{0}`${a}\u{202e}"), "\"\\u{2028}\\u{0}`${a}\\u{202e}\"");
        assert_eq!(string("{\"a\": <a>}\n\\"), "'{\"a\": <a>}\\n\\\\'");
        assert_eq!(string("it's \"so\""), "\"it's \\\"so\\\"\"");
        for text in HARD {
            assert!(!string(text).contains(['\n', '\r', '\u{2028}']), "{text:?}");
        }
    }

    #[test]
    fn objects_are_indented_and_short_lists_stay_on_a_line() {
        let text = value(&node(r#"{"a": [1, "b"], "c-d": {"e": [{"f": null}], "g": {}}, "h": []}"#), 0);
        assert_eq!(
            text,
            "{\n  a: [1, \"b\"],\n  \"c-d\": {\n    e: [\n      {\n        f: null,\n      },\n    ],\n    g: {},\n  },\n  h: [],\n}"
        );
    }

    #[test]
    fn javascript_does_not_keep_every_value() {
        assert!(keeps(&node(r#"{"b": [1, null], "a1": ["x"]}"#)));
        for text in [
            r#"{"b": [1], "2": ["x"]}"#,
            r#"{"a": [4.0]}"#,
            r#"{"a": [9007199254740993]}"#,
            r#"{"a": [{"7": 1}]}"#,
        ] {
            assert!(!keeps(&node(text)), "{text}");
        }
    }
}
