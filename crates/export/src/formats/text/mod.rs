//! Texts in the languages of the formats: strings that come back byte for byte through each one's own reader.

pub mod python;
pub mod script;
pub mod shell;

use rulepad_document::json::{Member, Node, Value};
use rulepad_document::visible::escaped_lines;
use rulepad_rule::reference::mark::{MarkedPart, parts};

/// A text as parts that a language joins with `+`: literals, and the expressions of its marks.
fn sum(text: &str, literal: impl Fn(&str) -> String) -> String {
    let written: Vec<String> = parts(text)
        .into_iter()
        .map(|part| match part {
            MarkedPart::Text(text) => literal(&text),
            MarkedPart::Expression { code, .. } => code,
        })
        .collect();
    if written.is_empty() { literal("") } else { written.join(" + ") }
}

/// How a programming language writes values.
struct Literals {
    null: &'static str,
    truth: fn(bool) -> &'static str,
    string: fn(&str) -> String,
    key: fn(&str) -> String,
    /// A list of items already written, at this depth.
    list: fn(Vec<String>, usize) -> String,
    /// An object of members already written, at this depth.
    object: fn(Vec<(String, String)>, usize) -> String,
}

impl Literals {
    /// The value, with the expressions that `instead` has for single values; `depth` is that of the first line.
    ///
    /// Numbers keep their spelling, so the caller must not ask for one that the language reads as something else.
    fn value(&self, node: &Node, depth: usize, instead: &dyn Fn(&Node) -> Option<String>) -> String {
        if let Some(expression) = instead(node) {
            return expression;
        }
        let within = |node: &Node| self.value(node, depth + 1, instead);
        match &node.value {
            Value::Null | Value::Invalid => self.null.to_owned(),
            Value::Bool(on) => (self.truth)(*on).to_owned(),
            Value::Number(number) => number.clone(),
            Value::String(text) => (self.string)(text),
            Value::Array(items) => one_line(items, within)
                .unwrap_or_else(|| (self.list)(items.iter().map(within).collect(), depth)),
            Value::Object(members) => {
                let member = |own: &Member| ((self.key)(&own.key), within(&own.value));
                (self.object)(members.iter().map(member).collect(), depth)
            }
        }
    }
}

/// A list of values that are neither lists nor objects on one line, where it is short.
fn one_line(items: &[Node], write: impl Fn(&Node) -> String) -> Option<String> {
    const MOST: usize = 72;
    let scalar = |item: &Node| !matches!(item.value, Value::Array(_) | Value::Object(_));
    let line =
        format!("[{}]", items.iter().filter(|item| scalar(item)).map(write).collect::<Vec<_>>().join(", "));
    (items.iter().all(scalar) && line.chars().count() <= MOST).then_some(line)
}

/// Whether every reader of JSON and YAML 1.1 takes the number for what it says and writes it back the same: at
/// most 15 digits, no exponent, no zeros that say nothing.
pub fn is_plain_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "1"));
    let plain = digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'));
    let is_zero = text == "-0" || (whole == "0" && unsigned == "0.0");
    let digits = unsigned.bytes().filter(u8::is_ascii_digit).count();
    // Python writes smaller ones with an exponent, JavaScript those from the seventh place on.
    let is_small = whole == "0" && fraction.starts_with("0000");
    plain && !is_small && !fraction.ends_with('0') && !is_zero && digits <= 15
}

/// Whether a tool that reads the value and writes it again may change it: numbers of another spelling than the
/// usual one, and keys that appear twice. Nesting is bounded by the parser.
pub fn is_fragile(node: &Node) -> bool {
    match &node.value {
        Value::Number(number) => !is_plain_number(number),
        Value::Array(items) => items.iter().any(is_fragile),
        Value::Object(members) => {
            let twice = |at: usize, key: &str| members.iter().skip(at + 1).any(|later| later.key == key);
            members.iter().enumerate().any(|(at, member)| twice(at, &member.key) || is_fragile(&member.value))
        }
        _ => false,
    }
}

/// Whether a key anywhere in the value is such a one.
pub fn holds_key(node: &Node, is_such: &dyn Fn(&str) -> bool) -> bool {
    match &node.value {
        Value::Array(items) => items.iter().any(|item| holds_key(item, is_such)),
        Value::Object(members) => {
            members.iter().any(|member| is_such(&member.key) || holds_key(&member.value, is_such))
        }
        _ => false,
    }
}

/// Whether a string anywhere in the value, keys left out, is such a one.
pub fn holds_text(node: &Node, is_such: &dyn Fn(&str) -> bool) -> bool {
    match &node.value {
        Value::String(text) => is_such(text),
        Value::Array(items) => items.iter().any(|item| holds_text(item, is_such)),
        Value::Object(members) => members.iter().any(|member| holds_text(&member.value, is_such)),
        _ => false,
    }
}

/// Whether `null` appears anywhere in the value.
pub fn holds_null(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(holds_null),
        Value::Object(members) => members.iter().any(|member| holds_null(&member.value)),
        _ => false,
    }
}

/// A JSON text with the characters escaped that would not be seen; they appear only in strings. Some readers of
/// templates refuse controls above U+007E as they are.
pub fn shown(json: &str) -> String {
    escaped_lines(json).into_owned()
}

#[cfg(test)]
pub(crate) const HARD: &[&str] = &[
    "",
    " ",
    "'",
    "\"",
    "\\",
    "\\n",
    "$",
    "${a}",
    "$${a}",
    "%{if}",
    "%%{",
    "$(date)",
    "`date`",
    "<a> & </b>",
    "a\nb\r\n\tc",
    "\u{0}\u{1}\u{1b}\u{7f}\u{85}\u{a0}\u{2028}\u{2029}\u{feff}",
    "é 한국어 😀 \u{202e}rtl",
    "yes",
    "no",
    "012",
    "1_000",
    "12:30:00",
    "=",
    "~",
    "null",
    "- a",
    "a: b",
    "# not a comment",
    "EOF",
    "EOT",
    "'''",
    "\"\"\"",
    "!",
    "ends with a backslash \\",
    "ends with a line break\n",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_those_nobody_respells() {
        for text in ["0", "1", "-1", "10", "0.5", "-60.25", "0.0001", "999999999999999"] {
            assert!(is_plain_number(text), "{text}");
        }
        for text in [
            "-0",
            "0.0",
            "0.00001",
            "-0.0000001",
            "4.0",
            "1.50",
            "3e2",
            "3.0e2",
            "1E1",
            "9007199254740993",
            "012",
            "",
            "-",
            "1.",
        ] {
            assert!(!is_plain_number(text), "{text}");
        }
    }
}
