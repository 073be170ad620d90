//! `numeric`: the number equals, or lies in a range.

use crate::event::Scalar;
use crate::number::order;
use std::cmp::Ordering;

/// A range of numbers; `=` has the same bound on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeric {
    /// The lower bound.
    pub bottom: Option<Bound>,
    /// The upper bound.
    pub top: Option<Bound>,
}

/// One end of a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// As it was written.
    pub text: String,
    /// Its value.
    pub value: f64,
    /// Whether the bound itself is in.
    pub inclusive: bool,
}

impl Numeric {
    pub(crate) fn accepts(&self, value: &Scalar) -> bool {
        let Scalar::Number(_, Some(value)) = value else { return false };
        let inside = |bound: &Option<Bound>, beyond: Ordering| {
            bound.as_ref().is_none_or(|bound| match order(*value, bound.value) {
                Ordering::Equal => bound.inclusive,
                other => other == beyond,
            })
        };
        inside(&self.bottom, Ordering::Greater) && inside(&self.top, Ordering::Less)
    }
}
