//! What can be wrong with a text in YAML.

use super::Code;
use crate::diagnostic::{Diagnostic, Edit, Role, Severity};
use crate::json::{Value, quote};
use crate::message::Message;
use crate::text::{LineIndex, Span, floor_boundary};

fn error(code: Code, role: Role, span: Span, message: Message) -> Diagnostic<Message> {
    Diagnostic::new(code, Severity::Error, role, span, message)
}

fn warning(code: Code, role: Role, span: Span, message: Message) -> Diagnostic<Message> {
    Diagnostic::new(code, Severity::Warning, role, span, message)
}

/// `info` is the parser's.
pub(super) fn syntax(role: Role, text: &str, at: usize, info: &str) -> Diagnostic<Message> {
    let at = floor_boundary(text, at);
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    let line = LineIndex::new(text).position(at).line;
    let tab = text.get(..at).and_then(|before| before.lines().last()).is_some_and(|line| line.contains('\t'));
    let advice = if tab { Message::YamlTabs } else { Message::YamlCheckIndentation };
    let message = Message::YamlSyntax { line, info: info.to_owned() };
    error(Code::Syntax, role, Span::new(at, end), message).advice(advice)
}

pub(super) fn own_alias(role: Role, span: Span) -> Diagnostic<Message> {
    error(Code::OwnAlias, role, span, Message::YamlAliasOfItself).advice(Message::WriteValueOut)
}

pub(super) fn too_large(role: Role, span: Span, most: usize) -> Diagnostic<Message> {
    let message = Message::YamlTooLarge { most };
    error(Code::TooLarge, role, span, message).advice(Message::ImportPartWithRule)
}

pub(super) fn repeats_too_much(role: Role, span: Span, most: usize) -> Diagnostic<Message> {
    let message = Message::YamlRepeatsTooMuch { mebibytes: most >> 20 };
    error(Code::RepeatsTooMuch, role, span, message).advice(Message::WriteRepeatedOnce)
}

pub(super) fn long_key(role: Role, span: Span, most: usize) -> Diagnostic<Message> {
    let message = Message::YamlLongKey { most };
    error(Code::LongKey, role, span, message).advice(Message::WriteKeyAsText)
}

pub(super) fn too_deep(role: Role, span: Span, most: usize) -> Diagnostic<Message> {
    error(Code::TooDeep, role, span, Message::YamlTooDeep { most }).advice(Message::ImportPartOfTextWithRule)
}

/// A word without quotes that readers do not agree on.
pub(super) fn word(role: Role, span: Span, text: &str, value: &Value) -> Diagnostic<Message> {
    let word = text.to_owned();
    let message = match value {
        Value::String(_) => Message::YamlWordAsText(word),
        Value::Number(number) => Message::YamlWordAsNumber { word, number: number.clone() },
        other => Message::YamlWordAs { word, kind: other.kind() },
    };
    warning(Code::Word, role, span, message).fix(Message::PutInQuotes, vec![Edit { span, text: quote(text) }])
}
