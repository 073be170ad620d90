//! `suffix`: the string ends with this text, in any case where `equals-ignore-case` stands inside.

use crate::event::Scalar;
use crate::ignore_case::IgnoreCase;

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
}
