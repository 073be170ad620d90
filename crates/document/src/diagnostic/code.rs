//! Names of diagnostics: an enum for each crate, and the name a diagnostic carries.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// The code of a diagnostic as it is shown and serialised: `station.problem`, such as `pattern.bare-value`.
///
/// Made from the enums of codes that [`codes!`](crate::codes) defines; code asks
/// [`Diagnostic::is`](crate::Diagnostic::is), and never reads the name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CodeName(Cow<'static, str>);

impl CodeName {
    /// A code by its name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// The code of an enum that has this name.
    #[must_use]
    pub fn of<C: Codes>(&self) -> Option<C> {
        C::ALL.iter().find(|code| code.name() == self.0).copied()
    }

    /// The name as a text.
    #[must_use]
    pub fn into_owned(self) -> String {
        self.0.into_owned()
    }
}

/// The codes of a crate, or of a part of it.
pub trait Codes: Copy + 'static {
    /// Every code.
    const ALL: &'static [Self];

    /// `station.problem`; a name is never reused.
    fn name(self) -> &'static str;
}

/// Defines an enum of codes with their names: `codes! { pub enum Code { BareValue = "pattern.bare-value" } }`.
#[macro_export]
macro_rules! codes {
    ($(#[$doc:meta])* $vis:vis enum $codes:ident { $($code:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $codes {
            $(#[doc = concat!("`", $name, "`")] $code,)+
        }

        impl $crate::Codes for $codes {
            const ALL: &'static [Self] = &[$(Self::$code),+];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)+
                }
            }
        }

        impl From<$codes> for $crate::CodeName {
            fn from(code: $codes) -> Self {
                Self::new($crate::Codes::name(code))
            }
        }
    };
}

impl From<&'static str> for CodeName {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

impl Deref for CodeName {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for CodeName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CodeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl PartialEq<str> for CodeName {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for CodeName {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    crate::codes! {
        enum Sample { First = "sample.first", Second = "sample.second" }
    }

    #[test]
    fn a_name_finds_its_code() {
        assert_eq!(CodeName::from(Sample::Second), "sample.second");
        assert_eq!(CodeName::from("sample.first").of::<Sample>(), Some(Sample::First));
        assert_eq!(CodeName::from("sample.third").of::<Sample>(), None);
        assert_eq!(Sample::ALL, [Sample::First, Sample::Second]);
    }
}
