//! The operators, one file each: what it reads, what it accepts, how it is said.

pub mod anything_but;
pub mod cidr;
pub mod equals_ignore_case;
pub mod exact;
pub mod exactly;
pub mod exists;
pub mod numeric;
pub mod prefix;
pub mod suffix;
pub mod wildcard;

use crate::event::Scalar;

/// The operator names, in the order of AWS's documentation.
pub const NAMES: [&str; 9] = [
    "prefix",
    "suffix",
    "equals-ignore-case",
    "wildcard",
    "anything-but",
    "numeric",
    "cidr",
    "exists",
    "exactly",
];

/// What one matcher tests.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// A plain value.
    Exact(exact::Exact),
    /// `exactly`
    Exactly(exactly::Exactly),
    /// `prefix`
    Prefix(prefix::Prefix),
    /// `suffix`
    Suffix(suffix::Suffix),
    /// `equals-ignore-case`
    EqualsIgnoreCase(equals_ignore_case::EqualsIgnoreCase),
    /// `wildcard`
    Wildcard(wildcard::Wildcard),
    /// `anything-but`
    AnythingBut(anything_but::AnythingBut),
    /// `numeric`
    Numeric(numeric::Numeric),
    /// `cidr`
    Cidr(cidr::Cidr),
    /// `exists`
    Exists(exists::Exists),
}

impl Test {
    /// Whether the test accepts a value that is there.
    #[must_use]
    pub fn accepts(&self, value: &Scalar) -> bool {
        match self {
            Self::Exact(test) => test.accepts(value),
            Self::Exactly(test) => test.accepts(value),
            Self::Prefix(test) => test.accepts(value),
            Self::Suffix(test) => test.accepts(value),
            Self::EqualsIgnoreCase(test) => test.accepts(value),
            Self::Wildcard(test) => test.accepts(value),
            Self::AnythingBut(test) => test.accepts(value),
            Self::Numeric(test) => test.accepts(value),
            Self::Cidr(test) => test.accepts(value),
            Self::Exists(test) => test.0,
        }
    }

    /// The operator's name; `None` for a plain value.
    #[must_use]
    pub fn operator(&self) -> Option<&'static str> {
        Some(match self {
            Self::Exact(_) => return None,
            Self::Exactly(_) => "exactly",
            Self::Prefix(_) => "prefix",
            Self::Suffix(_) => "suffix",
            Self::EqualsIgnoreCase(_) => "equals-ignore-case",
            Self::Wildcard(_) => "wildcard",
            Self::AnythingBut(_) => "anything-but",
            Self::Numeric(_) => "numeric",
            Self::Cidr(_) => "cidr",
            Self::Exists(_) => "exists",
        })
    }

    /// What the test wants, as it stands after "the pattern wants".
    #[must_use]
    pub fn wants(&self) -> String {
        match self {
            Self::Exact(test) => test.wants(),
            Self::Exactly(test) => test.wants(),
            Self::Prefix(test) => test.wants(),
            Self::Suffix(test) => test.wants(),
            Self::EqualsIgnoreCase(test) => test.wants(),
            Self::Wildcard(test) => test.wants(),
            Self::AnythingBut(test) => test.wants(),
            Self::Numeric(test) => test.wants(),
            Self::Cidr(test) => test.wants(),
            Self::Exists(test) => test.wants().to_owned(),
        }
    }

    /// The kind of value the test can accept, as a person names it; `None` when any kind will do.
    #[must_use]
    pub fn wanted_kind(&self) -> Option<&'static str> {
        match self {
            Self::Exact(test) => Some(test.0.kind()),
            Self::Numeric(_) => Some("a number"),
            Self::Exactly(_)
            | Self::Prefix(_)
            | Self::Suffix(_)
            | Self::EqualsIgnoreCase(_)
            | Self::Wildcard(_)
            | Self::Cidr(_) => Some("a string"),
            Self::AnythingBut(_) | Self::Exists(_) => None,
        }
    }
}
