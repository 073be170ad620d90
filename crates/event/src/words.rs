//! What this crate's data says, in a language.

use crate::aws::AwsSentence;
use crate::form::TextForm;
use crate::message::Message;
use crate::reading::{Title, Wrapped};
use crate::step::ReadingStep;
use crate::{words_en, words_ko};
use rulepad_document::{Lang, Words};

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::message(self),
            Lang::Ko(_) => words_ko::message(self),
        }
    }
}

impl Words for TextForm {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::form(self),
            Lang::Ko(_) => words_ko::form(self),
        }
    }
}

impl Words for ReadingStep {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::step(self),
            Lang::Ko(_) => words_ko::step(self),
        }
    }
}

impl Words for Title {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::title(self),
            Lang::Ko(_) => words_ko::title(self),
        }
    }
}

/// A sentence with a full stop.
impl Words for Wrapped {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::wrapped(self),
            Lang::Ko(_) => words_ko::wrapped(self),
        }
    }
}

/// In English AWS's words, in another language what they mean.
impl Words for AwsSentence {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.sentence(),
            Lang::Ko(_) => words_ko::gloss(self),
        }
    }
}
