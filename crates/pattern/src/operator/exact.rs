//! A plain value: the field equals it, same JSON type.

use crate::address;
use crate::event::Scalar;

/// A string, number, boolean or null to equal.
///
/// Numbers are equal by value, or by text where a double cannot hold them. A string that is an IP
/// address equals every spelling of that address (observed of AWS's engine).
#[derive(Clone, Debug, PartialEq)]
pub struct Exact(pub Scalar);

impl Exact {
    pub(crate) fn accepts(&self, value: &Scalar) -> bool {
        match (&self.0, value) {
            (Scalar::Number(text, own), Scalar::Number(other, found)) => {
                text == other || (own.is_some() && own == found)
            }
            (Scalar::String(text), Scalar::String(other)) => {
                text == other || address::parse(text).is_ok_and(|wanted| address::parse(other) == Ok(wanted))
            }
            (own, other) => own == other,
        }
    }
}
