//! `exactly`: the string equals this one, character for character; accepted by AWS, not documented.

use crate::event::Scalar;

/// The string to equal.
#[derive(Clone, Debug, PartialEq)]
pub struct Exactly(pub String);

impl Exactly {
    pub(crate) fn accepts(&self, value: &Scalar) -> bool {
        matches!(value, Scalar::String(text) if *text == self.0)
    }
}
