//! What this crate's data says, in a language.

use crate::add_variable::NoRoom;
use crate::aws::AwsSentence;
use crate::message::Message;
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

impl Words for NoRoom {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::no_room(*self),
            Lang::Ko(_) => words_ko::no_room(*self),
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
