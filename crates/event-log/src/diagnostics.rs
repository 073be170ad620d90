//! Every diagnostic of a table's keys, one constructor a problem.

use crate::code::Code;
use crate::message::{KeyMessage, Message};
use crate::{Diagnostic, MAX_KEY_NAME};
use rulepad_document::{Role, Severity, Span, TableKey};

fn of_key(code: Code, key: TableKey, span: Span, message: impl Into<Message>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, Role::Table(key), span, message)
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

pub(super) fn key_name_missing(key: TableKey, name: &str) -> Diagnostic {
    of_key(Code::NameMissing, key, whole(name), KeyMessage::NameMissing).advice(KeyMessage::GiveName)
}

pub(super) fn key_name_too_long(key: TableKey, name: &str) -> Diagnostic {
    let message = KeyMessage::NameTooLong { length: name.len(), most: MAX_KEY_NAME };
    of_key(Code::NameTooLong, key, whole(name), message).advice(KeyMessage::ShortenName)
}

pub(super) fn key_name_twice(key: TableKey, name: &str) -> Diagnostic {
    of_key(Code::NameTwice, key, whole(name), KeyMessage::NameTwice(name.to_owned()))
        .advice(KeyMessage::NameSortKeyDifferently)
}

/// `fault` is what is wrong with it as an input path, which AWS stores unchecked; a key's is read here alone.
pub(super) fn key_path(key: TableKey, path: &str, fault: Diagnostic) -> Diagnostic {
    if path.trim().is_empty() {
        return of_key(Code::PathMissing, key, whole(path), KeyMessage::PathMissing)
            .advice(KeyMessage::WritePath);
    }
    let mut found = of_key(Code::PathGrammar, key, fault.span(), fault.message);
    found.help = fault.help.into_iter().filter(|help| !help.edits.is_empty()).collect();
    match found.first_fix() {
        Some(_) => found,
        None => found.advice(KeyMessage::PathForm),
    }
}
