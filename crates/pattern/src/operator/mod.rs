//! The operators, one file each: what it holds and what it accepts.

pub mod anything_but;
pub mod cidr;
pub mod equals_ignore_case;
pub mod exact;
pub mod exactly;
pub mod exists;
mod formula;
pub mod numeric;
pub mod prefix;
pub mod suffix;
pub mod wildcard;

use crate::event::Scalar;
use rulepad_document::json::ValueKind;
use serde::{Deserialize, Serialize};

/// Defines the operators with their names and how they are written, empty quotes where their text goes.
macro_rules! operators {
    ($($(#[$doc:meta])* $operator:ident = $name:literal, $snippet:literal;)+) => {
        /// An operator of event patterns, in the order of AWS's documentation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Operator {
            $(#[doc = concat!("`", $name, "`")] $operator,)+
        }

        impl Operator {
            /// Every operator, in the order of AWS's documentation.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$operator),+];

            /// AWS's name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$operator => $name,)+
                }
            }

            /// The operator as it is written, with empty quotes where its text goes.
            #[must_use]
            pub const fn snippet(self) -> &'static str {
                match self {
                    $(Self::$operator => $snippet,)+
                }
            }

            /// The operator of this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$operator),)+
                    _ => None,
                }
            }
        }
    };
}

operators! {
    Prefix = "prefix", r#"{"prefix": ""}"#;
    Suffix = "suffix", r#"{"suffix": ""}"#;
    EqualsIgnoreCase = "equals-ignore-case", r#"{"equals-ignore-case": ""}"#;
    Wildcard = "wildcard", r#"{"wildcard": ""}"#;
    AnythingBut = "anything-but", r#"{"anything-but": ""}"#;
    Numeric = "numeric", r#"{"numeric": [">", 0]}"#;
    Cidr = "cidr", r#"{"cidr": "10.0.0.0/8"}"#;
    Exists = "exists", r#"{"exists": true}"#;
    Exactly = "exactly", r#"{"exactly": ""}"#;
}

impl Operator {
    /// The operators that `anything-but` takes.
    pub const NEGATED: [Self; 4] = [Self::Prefix, Self::Suffix, Self::EqualsIgnoreCase, Self::Wildcard];
}

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

    /// The operator; `None` for a plain value.
    #[must_use]
    pub fn operator(&self) -> Option<Operator> {
        Some(match self {
            Self::Exact(_) => return None,
            Self::Exactly(_) => Operator::Exactly,
            Self::Prefix(_) => Operator::Prefix,
            Self::Suffix(_) => Operator::Suffix,
            Self::EqualsIgnoreCase(_) => Operator::EqualsIgnoreCase,
            Self::Wildcard(_) => Operator::Wildcard,
            Self::AnythingBut(_) => Operator::AnythingBut,
            Self::Numeric(_) => Operator::Numeric,
            Self::Cidr(_) => Operator::Cidr,
            Self::Exists(_) => Operator::Exists,
        })
    }

    /// The kind of value the test can accept; `None` when any kind will do.
    #[must_use]
    pub fn wanted_kind(&self) -> Option<ValueKind> {
        match self {
            Self::Exact(test) => Some(test.0.kind()),
            Self::Numeric(_) => Some(ValueKind::Number),
            Self::Exactly(_)
            | Self::Prefix(_)
            | Self::Suffix(_)
            | Self::EqualsIgnoreCase(_)
            | Self::Wildcard(_)
            | Self::Cidr(_) => Some(ValueKind::String),
            Self::AnythingBut(_) | Self::Exists(_) => None,
        }
    }
}
