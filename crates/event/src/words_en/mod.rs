//! The English words of this crate.

mod diagnostics;
mod help;
mod read;

pub use read::{form, step, title, wrapped};

use crate::message::Message;
use rulepad_document::{Lang, Words};

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En | Lang::Ko => diagnostics::message(self),
        }
    }
}
