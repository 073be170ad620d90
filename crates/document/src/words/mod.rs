//! Words for data: languages, and the pieces that sentences of a language share.

pub mod en;
pub mod ko;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A language that Rulepad writes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Korean, in a program that has it.
    Ko(Korean),
}

/// That this program writes Korean. Without the feature `korean` there is no such value, so that the compiler leaves
/// every Korean sentence out of the program.
#[cfg(feature = "korean")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Korean(());

/// That this program writes Korean, which it does not: there is no such value.
#[cfg(not(feature = "korean"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Korean {}

impl Lang {
    /// Korean. In a program without it nothing asks for it but Korean sentences, which are left out.
    #[cfg(feature = "korean")]
    pub const KO: Self = Self::Ko(Korean(()));
    /// Korean. In a program without it nothing asks for it but Korean sentences, which are left out.
    #[cfg(not(feature = "korean"))]
    pub const KO: Self = Self::En;

    /// All languages of this program.
    #[cfg(feature = "korean")]
    pub const ALL: [Self; 2] = [Self::En, Self::KO];
    /// All languages of this program.
    #[cfg(not(feature = "korean"))]
    pub const ALL: [Self; 1] = [Self::En];

    /// The tag by BCP 47, as in HTML's `lang`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ko(_) => "ko",
        }
    }

    /// The language of a tag, of which the first part counts (`ko-KR`); `None` where this program does not write in it.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(first))
    }
}

/// As its tag.
impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

/// From its tag alone, without a region.
impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let known = Self::ALL.into_iter().find(|lang| lang.tag() == tag);
        known.ok_or_else(|| de::Error::custom(format_args!("`{tag}` is no language of this program")))
    }
}

/// Data that has a sentence in every language.
pub trait Words {
    /// The sentence, in the form of a diagnostic's message: lower case, no full stop, user input in backticks.
    fn words(&self, lang: Lang) -> String;
}
