//! Every diagnostic of a table's keys, one constructor a problem.

use super::MAX_KEY_NAME;
use rulepad_document::{Diagnostic, Role, Severity, Span, TableKey};

fn of_key(code: &'static str, key: TableKey, text: &str, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, Role::Table(key), Span::new(0, text.len()), message)
}

pub(super) fn key_name_missing(key: TableKey, name: &str) -> Diagnostic {
    of_key("log.name-missing", key, name, "the key has no name")
        .advice("name it, such as `user` or `timestamp`")
}

pub(super) fn key_name_too_long(key: TableKey, name: &str) -> Diagnostic {
    let message = format!("the key's name has {} bytes; DynamoDB takes {MAX_KEY_NAME}", name.len());
    of_key("log.name-too-long", key, name, message).advice("shorten the name")
}

pub(super) fn key_name_twice(key: TableKey, name: &str) -> Diagnostic {
    let message = format!("both keys are called `{name}`; a table has each attribute once");
    of_key("log.name-twice", key, name, message).advice("give the sort key another name")
}

/// `fault` is what is wrong with it as an input path, which AWS stores unchecked; a key's is read here alone.
pub(super) fn key_path(key: TableKey, path: &str, fault: Diagnostic) -> Diagnostic {
    if path.trim().is_empty() {
        return of_key("log.path-missing", key, path, "the key has no path")
            .advice("write the path of its value in what arrives, such as `$.detail.userIdentity.arn`");
    }
    let mut found =
        Diagnostic::new("log.path-grammar", Severity::Error, Role::Table(key), fault.span(), fault.message);
    found.help = fault.help.into_iter().filter(|help| !help.edits.is_empty()).collect();
    match found.first_fix() {
        Some(_) => found,
        None => {
            found.advice("a path reads `$.name.name[0]`, with letters, digits, `_`, `-` and `/` in its names")
        }
    }
}
