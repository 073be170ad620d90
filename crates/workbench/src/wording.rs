//! A text of the data that comes in every language.

use rulepad_document::Lang;
use serde::{Serialize, Serializer};

/// A text in every language. As data for other programs it is the English one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    en: String,
    ko: String,
}

impl Wording {
    pub(crate) fn new(en: impl Into<String>, ko: impl Into<String>) -> Self {
        Self { en: en.into(), ko: ko.into() }
    }

    /// The text in a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ko => &self.ko,
        }
    }
}

impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.en)
    }
}
