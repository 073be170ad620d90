//! What this crate's data says, in a language.

use crate::message::Message;
use crate::unverified::Unverified;
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

impl Words for Unverified {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::unverified(*self),
            Lang::Ko(_) => words_ko::unverified(*self),
        }
    }
}
