//! `suffix`: the string ends with this text, in any case where `equals-ignore-case` stands inside.

use crate::event::Scalar;
use crate::ignore_case::IgnoreCase;
use rulepad_document::json::quote;

/// The text to look for.
#[derive(Clone, Debug, PartialEq)]
pub enum Suffix {
    /// As written.
    Exact(String),
    /// In any case.
    IgnoreCase(IgnoreCase),
}

impl Suffix {
    pub(crate) fn accepts(&self, value: &Scalar) -> bool {
        match (self, value) {
            (Self::Exact(text), Scalar::String(value)) => value.ends_with(text.as_str()),
            (Self::IgnoreCase(text), Scalar::String(value)) => text.ends_with(value),
            _ => false,
        }
    }

    pub(crate) fn wants(&self) -> String {
        match self {
            Self::Exact(text) if text.is_empty() => "any string".to_owned(),
            Self::Exact(text) => format!("a string ending with {}", quote(text)),
            Self::IgnoreCase(text) => format!("a string ending with {} in any case", quote(text.text())),
        }
    }
}
