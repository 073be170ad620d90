//! Literals of Python.

use super::Literals;
use crate::later::Later;
use rulepad_document::json::Node;
use rulepad_document::source_text::{one_line_of, quoted};
use rulepad_rule::reference::mark::with_expressions;

/// A string literal in double quotes, or several with the expressions between them.
pub fn string(text: &str) -> String {
    super::sum(text, literal)
}

fn literal(text: &str) -> String {
    quoted(text, |code| match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    })
}

/// A text of several lines as one.
pub fn lines(text: &str) -> String {
    super::sum(text, |text| {
        if !text.contains('\n') || text.ends_with('"') || text.contains(|c: char| c.is_control() && c != '\n')
        {
            return literal(text);
        }
        format!("\"\"\"\\\n{}\"\"\"", text.replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\""))
    })
}

/// [`lines`] for a JSON text: values are escaped where the program puts them in.
pub fn json_lines(text: &str) -> String {
    lines(&with_expressions(text, |_, code| format!("json.dumps({code})[1:-1]")))
}

/// The values that a file asks the environment for, as constants. Python stops where one is missing, and names it.
pub fn asked<'l>(later: impl Iterator<Item = &'l Later>) -> String {
    let constant = |own: &Later| {
        let name = own.capitals();
        format!("# {}\n{name} = os.environ[{}]\n", one_line_of(&own.described()), string(&name))
    };
    let constants: String = later.map(constant).collect();
    if constants.is_empty() { constants } else { constants + "\n" }
}

const LITERALS: Literals = Literals {
    null: "None",
    truth: |on| if on { "True" } else { "False" },
    string,
    key: string,
    list,
    object,
};

/// A dictionary of members already written; `depth` is that of its first line.
#[must_use]
pub fn object(members: Vec<(String, String)>, depth: usize) -> String {
    if members.is_empty() {
        return "{}".to_owned();
    }
    let line = |(key, value): (String, String)| format!("{key}: {value}");
    wrapped('{', members.into_iter().map(line).collect(), '}', depth)
}

/// A value as Python writes it, indented by four spaces a level; `depth` is that of the first line. Numbers keep
/// their spelling, so the caller must not ask for one that Python reads as something else.
pub fn value(node: &Node, depth: usize) -> String {
    value_with(node, depth, &|_| None)
}

/// The same, with the expressions that `instead` has for single values.
pub fn value_with(node: &Node, depth: usize, instead: &dyn Fn(&Node) -> Option<String>) -> String {
    LITERALS.value(node, depth, instead)
}

/// A list of items already written; `depth` is that of its first line.
pub fn list(items: Vec<String>, depth: usize) -> String {
    if items.is_empty() { "[]".to_owned() } else { wrapped('[', items, ']', depth) }
}

/// A call with arguments already written; `depth` is that of its first line.
pub fn call(function: &str, arguments: Vec<String>, depth: usize) -> String {
    format!("{function}{}", wrapped('(', arguments, ')', depth))
}

fn wrapped(open: char, lines: Vec<String>, close: char, depth: usize) -> String {
    let pad = "    ".repeat(depth + 1);
    let lines: String = lines.iter().map(|line| format!("{pad}{line},\n")).collect();
    format!("{open}\n{lines}{}{close}", "    ".repeat(depth))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::text::HARD;

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(string("a\"b\\\n\u{0}\u{85}\u{202e}é😀"), "\"a\\\"b\\\\\\n\\x00\\x85\\u202eé😀\"");
        for text in HARD {
            assert!(!string(text).contains(['\n', '\r', '\u{2028}']), "{text:?}");
        }
    }
}
