//! `prefix`: the string starts with this text, in any case where `equals-ignore-case` stands inside.

use crate::event::Scalar;
use crate::ignore_case::IgnoreCase;

/// The text to look for.
#[derive(Clone, Debug, PartialEq)]
pub enum Prefix {
    /// As written.
    Exact(String),
    /// In any case.
    IgnoreCase(IgnoreCase),
}

impl Prefix {
    pub(crate) fn accepts(&self, value: &Scalar) -> bool {
        match (self, value) {
            (Self::Exact(text), Scalar::String(value)) => value.starts_with(text.as_str()),
            (Self::IgnoreCase(text), Scalar::String(value)) => text.starts(value),
            _ => false,
        }
    }
}
