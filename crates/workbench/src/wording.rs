//! A text of the data that comes in every language.

use rulepad_document::Lang;
use serde::{Deserialize, Serialize, Serializer};

/// A text in every language. Data for programs that ask for no language has it [in English](in_english).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    en: String,
    ko: String,
}

impl Wording {
    pub(crate) fn new(en: impl Into<String>, ko: impl Into<String>) -> Self {
        Self { en: en.into(), ko: ko.into() }
    }

    /// What `text` gives for each language.
    #[must_use]
    pub fn each(text: impl Fn(Lang) -> String) -> Self {
        Self { en: text(Lang::En), ko: text(Lang::KO) }
    }

    /// The text in a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ko(_) => &self.ko,
        }
    }
}

/// A name, which is the same in every language.
impl From<&str> for Wording {
    fn from(name: &str) -> Self {
        Self::new(name, name)
    }
}

/// Writes the English text.
pub(crate) fn in_english<S: Serializer>(text: &Wording, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text.en)
}

/// Writes the English texts.
pub(crate) fn each_in_english<S: Serializer>(texts: &[Wording], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(texts.iter().map(|text| &text.en))
}
