//! Words for data: languages, and the pieces that sentences of a language share.

pub mod en;
pub mod ko;

use serde::{Deserialize, Serialize};

/// A language that Rulepad writes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Korean.
    Ko,
}

impl Lang {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::En, Self::Ko];

    /// The tag by BCP 47, as in HTML's `lang`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ko => "ko",
        }
    }

    /// The language of a tag, of which the first part counts (`ko-KR`); `None` where Rulepad does not write in it.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(first))
    }
}

/// Data that has a sentence in every language.
pub trait Words {
    /// The sentence, in the form of a diagnostic's message: lower case, no full stop, user input in backticks.
    fn words(&self, lang: Lang) -> String;
}
