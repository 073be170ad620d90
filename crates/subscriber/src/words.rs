//! What this crate's data says, in a language.

use crate::aws::AwsSentence;
use crate::event::EventForm;
use crate::explain::Verdict;
use crate::message::Message;
use crate::target::{PolicyTitle, Setting, TargetKind};
use crate::unverified::Unverified;
use crate::{words_en, words_ko};
use rulepad_document::{Lang, Words};

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::Json(message) => message.words(lang),
            Self::Pattern(message) => message.words(lang),
            Self::Event(message) => message.words(lang),
            Self::Jsonata(message) => message.words(lang),
            Self::Aws(said) => said.words(lang),
            Self::Filter(text) => match lang {
                Lang::En => words_en::filter(text),
                Lang::Ko(_) => words_ko::filter(text),
            },
            Self::Target(text) => match lang {
                Lang::En => words_en::target(text),
                Lang::Ko(_) => words_ko::target(text),
            },
            Self::Source(text) => match lang {
                Lang::En => words_en::source(text),
                Lang::Ko(_) => words_ko::source(text),
            },
            Self::Draft(text) => match lang {
                Lang::En => words_en::draft(text),
                Lang::Ko(_) => words_ko::draft(text),
            },
            Self::Published(text) => match lang {
                Lang::En => words_en::published(text),
                Lang::Ko(_) => words_ko::published(text),
            },
        }
    }
}

/// A short sentence without a full stop.
impl Words for Verdict {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::verdict(*self).to_owned(),
            Lang::Ko(_) => words_ko::verdict(*self).to_owned(),
        }
    }
}

/// A sentence with a full stop: what a text was taken for.
impl Words for EventForm {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::form(*self).to_owned(),
            Lang::Ko(_) => words_ko::form(*self).to_owned(),
        }
    }
}

impl Words for Unverified {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::unverified(self),
            Lang::Ko(_) => words_ko::unverified(self),
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

impl Words for TargetKind {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::kind(*self).to_owned(),
            Lang::Ko(_) => words_ko::kind(*self).to_string(),
        }
    }
}

/// A sentence with a full stop.
impl Words for Setting {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::setting(self),
            Lang::Ko(_) => words_ko::setting(self),
        }
    }
}

impl Words for PolicyTitle {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::policy(*self).to_owned(),
            Lang::Ko(_) => words_ko::policy(*self).to_owned(),
        }
    }
}
