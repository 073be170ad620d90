//! Values of Terraform's language, and what is known of them.

use rulepad_document::Span;
use rulepad_document::json::{Node, Value};

/// What is known of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    /// Nothing: the text of the expression stands for it.
    Nothing,
    /// The texts of some expressions stand in it for their values.
    Parts,
    /// All.
    Whole,
}

/// The value of an expression. Its numbers are written as Terraform writes them.
#[derive(Clone, Debug)]
pub(super) struct Evaluated {
    /// The value.
    pub node: Node,
    /// What is known of it.
    pub known: Known,
}

impl Evaluated {
    /// A value of which all is known.
    pub fn whole(value: Value, span: Span) -> Self {
        Self { node: Node { span, value }, known: Known::Whole }
    }

    /// The same value, of another place.
    pub fn at(mut self, span: Span) -> Self {
        self.node.span = span;
        self
    }
}

/// The text of a value that Terraform makes a string of.
pub(super) fn as_text(node: &Node) -> Option<String> {
    match &node.value {
        Value::String(text) | Value::Number(text) => Some(text.clone()),
        Value::Bool(on) => Some(on.to_string()),
        _ => None,
    }
}

/// What is known of a value that holds all of these.
pub(super) fn together(parts: impl IntoIterator<Item = Known>) -> Known {
    if parts.into_iter().all(|known| known == Known::Whole) { Known::Whole } else { Known::Parts }
}

/// `jsonencode`: keys in their order as bytes, and `<`, `>`, `&` written as escapes.
pub(super) fn encoded(node: &Node) -> String {
    let mut out = String::new();
    encode(node, &mut out);
    out
}

fn encode(node: &Node, out: &mut String) {
    match &node.value {
        Value::Null | Value::Invalid => out.push_str("null"),
        Value::Bool(on) => out.push_str(if *on { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number),
        Value::String(text) => quote(text, out),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                encode(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_by(|one, other| one.key.cmp(&other.key));
            out.push('{');
            for (at, member) in sorted.into_iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                quote(&member.key, out);
                out.push(':');
                encode(&member.value, out);
            }
            out.push('}');
        }
    }
}

fn quote(text: &str, out: &mut String) {
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
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
