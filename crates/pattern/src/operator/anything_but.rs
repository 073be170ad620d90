//! `anything-but`: the value is there and is none of these.

use crate::event::Scalar;
use crate::explanation::Excluded;
use crate::ignore_case::IgnoreCase;
use crate::operator::wildcard::Wildcard;

/// What the value must not be. A value of another type passes; of an array one innocent element is
/// enough; a missing field does not pass.
#[derive(Clone, Debug, PartialEq)]
pub enum AnythingBut {
    /// None of these strings.
    Strings(Vec<String>),
    /// None of these numbers: text and value.
    Numbers(Vec<(String, f64)>),
    /// Starts with none of these.
    Prefix(Vec<String>),
    /// Ends with none of these.
    Suffix(Vec<String>),
    /// Is none of these, in any case.
    IgnoreCase(Vec<IgnoreCase>),
    /// Matches none of these.
    Wildcard(Vec<Wildcard>),
    /// An empty list under an operator: AWS's engine accepts nothing there.
    Never,
}

impl AnythingBut {
    pub(crate) fn accepts(&self, value: &Scalar) -> bool {
        *self != Self::Never && self.excluded_by(value).is_none()
    }

    /// The entry that the value is; `None` when the value passes.
    #[must_use]
    pub fn excluded_by(&self, value: &Scalar) -> Option<Excluded> {
        match (self, value) {
            (Self::Numbers(list), Scalar::Number(_, Some(value))) => {
                list.iter().find(|(_, own)| own == value).map(|(text, _)| Excluded::Number(text.clone()))
            }
            (Self::Strings(list), Scalar::String(value)) => {
                list.iter().find(|own| *own == value).cloned().map(Excluded::String)
            }
            (Self::Prefix(list), Scalar::String(value)) => {
                list.iter().find(|own| value.starts_with(own.as_str())).cloned().map(Excluded::Prefix)
            }
            (Self::Suffix(list), Scalar::String(value)) => {
                list.iter().find(|own| value.ends_with(own.as_str())).cloned().map(Excluded::Suffix)
            }
            (Self::IgnoreCase(list), Scalar::String(value)) => list
                .iter()
                .find(|own| own.equals(value))
                .map(|own| Excluded::IgnoreCase(own.text().to_owned())),
            (Self::Wildcard(list), Scalar::String(value)) => list
                .iter()
                .find(|own| own.matches(value))
                .map(|own| Excluded::Wildcard(own.text().to_owned())),
            _ => None,
        }
    }
}
