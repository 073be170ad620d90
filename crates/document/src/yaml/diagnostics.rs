//! What can be wrong with a text in YAML.

use super::Code;
use crate::diagnostic::{Diagnostic, Edit, Role, Severity};
use crate::json::{Value, quote};
use crate::text::{LineIndex, Span, floor_boundary};

fn error(code: Code, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, role, span, message)
}

fn warning(code: Code, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, role, span, message)
}

/// `info` is the parser's.
pub(super) fn syntax(role: Role, text: &str, at: usize, info: &str) -> Diagnostic {
    let at = floor_boundary(text, at);
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    let line = LineIndex::new(text).position(at).line;
    let tab = text.get(..at).and_then(|before| before.lines().last()).is_some_and(|line| line.contains('\t'));
    let advice = if tab {
        "indent with spaces: YAML takes no tabs"
    } else {
        "check indentation, brackets and quotes up to here; a text with `: `, `#`, `*` or `!` needs quotes"
    };
    let message = format!("this is not YAML, seen in line {line}: {info}");
    error(Code::Syntax, role, Span::new(at, end), message).advice(advice)
}

pub(super) fn own_alias(role: Role, span: Span) -> Diagnostic {
    error(Code::OwnAlias, role, span, "this alias repeats what it stands in").advice("write the value out")
}

pub(super) fn too_large(role: Role, span: Span, most: usize) -> Diagnostic {
    let message = format!("the text has more than {most} values with those that its aliases repeat");
    error(Code::TooLarge, role, span, message).advice("import the part of it that holds the rule")
}

pub(super) fn repeats_too_much(role: Role, span: Span, most: usize) -> Diagnostic {
    let message = format!("anchors and aliases repeat more than {} MiB of text up to here", most >> 20);
    error(Code::RepeatsTooMuch, role, span, message)
        .advice("write the repeated value once, or import the part of the text that holds the rule")
}

pub(super) fn long_key(role: Role, span: Span, most: usize) -> Diagnostic {
    let message =
        format!("a list or mapping is used as a key here, and takes more than {most} bytes as text");
    error(Code::LongKey, role, span, message)
        .advice("write the key as a text; a `?` at the start of a line makes what follows it a key")
}

pub(super) fn too_deep(role: Role, span: Span, most: usize) -> Diagnostic {
    error(Code::TooDeep, role, span, format!("values are nested more than {most} deep"))
        .advice("import the part of the text that holds the rule")
}

/// A word without quotes that readers do not agree on.
pub(super) fn word(role: Role, span: Span, text: &str, value: &Value) -> Diagnostic {
    let message = match value {
        Value::String(_) => {
            format!(
                "`{text}` without quotes is a text for some readers of YAML and none for others; it is read as a text"
            )
        }
        Value::Number(number) => {
            format!(
                "`{text}` without quotes is the number {number} in YAML 1.1, which CloudFormation's tools read"
            )
        }
        other => {
            format!(
                "`{text}` without quotes is {} in YAML 1.1, which CloudFormation's tools read",
                crate::words::en::a(other.kind())
            )
        }
    };
    warning(Code::Word, role, span, message).fix("put it in quotes", vec![Edit { span, text: quote(text) }])
}
