//! `exists`: the field has a value, or has none. Only leaves count: an object or an empty array is no value.

/// Whether the field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exists(pub bool);
