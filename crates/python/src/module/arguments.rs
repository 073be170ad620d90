//! Arguments that are one of a few names, and errors of Python.

use crate::message::Message;
use pyo3::PyErr;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::PyResult;
use rulepad_document::{Lang, Words};
use rulepad_workbench::Dialect;

/// The language with this tag.
pub fn lang(tag: &str) -> PyResult<Lang> {
    Lang::of_tag(tag).ok_or_else(|| wrong(&Message::UnknownLanguage(tag.to_owned()), Lang::En))
}

/// The dialect with this name.
pub fn dialect(name: &str, lang: Lang) -> PyResult<Dialect> {
    serde_json::from_value(name.into()).map_err(|_| wrong(&Message::UnknownDialect(name.to_owned()), lang))
}

/// The error for a value that is wrong.
pub fn wrong(message: &Message, lang: Lang) -> PyErr {
    let sentence = message.words(lang);
    match message {
        Message::NotAText { .. }
        | Message::NotBytes { .. }
        | Message::NotJson { .. }
        | Message::KeyNotText { .. } => PyTypeError::new_err(sentence),
        _ => PyValueError::new_err(sentence),
    }
}

/// The error for JSON that this crate or the package wrote itself.
#[expect(clippy::needless_pass_by_value, reason = "it is called by `map_err`")]
pub fn raised(error: serde_json::Error) -> PyErr {
    PyValueError::new_err(error.to_string())
}
