//! `equals-ignore-case`: the string equals this one, whatever the case of its characters.

use crate::event::Scalar;
use crate::ignore_case::IgnoreCase;

/// The text to equal.
#[derive(Clone, Debug, PartialEq)]
pub struct EqualsIgnoreCase(pub IgnoreCase);

impl EqualsIgnoreCase {
    pub(crate) fn accepts(&self, value: &Scalar) -> bool {
        matches!(value, Scalar::String(text) if self.0.equals(text))
    }
}
