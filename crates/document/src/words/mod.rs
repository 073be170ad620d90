//! Words for data: languages, and the pieces that sentences of a language share.

pub mod en;

/// A language that Rulepad writes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
}

/// Data that has a sentence in every language.
pub trait Words {
    /// The sentence, in the form of a diagnostic's message: lower case, no full stop, user input in backticks.
    fn words(&self, lang: Lang) -> String;
}
