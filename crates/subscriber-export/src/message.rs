//! What an export says beside its file, as data: what the file cannot carry, and what is left to do.

use crate::format::Format;
use crate::{words_en, words_ko};
use rulepad_document::{Lang, Words};
use rulepad_export::FillIn;
use rulepad_subscriber::Unverified;
use rulepad_subscriber::draft::Block;

/// What a file cannot carry.
#[derive(Clone, Debug, PartialEq)]
pub enum Loss {
    /// The request with this number, counted from 1, is no JSON object: it is skipped.
    Unreadable(RequestKind, usize),
    /// A member that the format does not have: the name of the subscriber or event source, and of the member.
    Member {
        /// The subscriber or event source.
        name: String,
        /// The member.
        member: String,
        /// The format.
        format: Format,
    },
    /// A block of parameters that the format does not have.
    Block {
        /// The subscriber.
        name: String,
        /// The block.
        block: Block,
        /// The format.
        format: Format,
    },
    /// An event source of a webhook, which the format does not have: it is skipped.
    Webhook {
        /// The event source.
        name: String,
        /// The format.
        format: Format,
    },
    /// A time that is no whole number of seconds since 1970.
    Time {
        /// The subscriber.
        name: String,
        /// The member.
        member: &'static str,
        /// Its text.
        text: String,
    },
    /// An attribute of messages without `DataType`, which the resource requires.
    NoDataType {
        /// The subscriber.
        name: String,
        /// The attribute.
        attribute: String,
    },
    /// More tags than a resource takes.
    Tags {
        /// The subscriber or event source.
        name: String,
        /// How many there are.
        count: usize,
    },
    /// A text that Terraform writes in Unicode's composed form.
    Composed(String),
    /// What files of rules say in the same words.
    Shared(rulepad_export::Loss),
}

/// What is left to do with a file, or good to know about it.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The requests have no role: the file has no place for one that it would create.
    NoRole(String),
    /// What the role must allow is not known, as the target is not.
    NoPermissions(String),
    /// The trust policy of the role names no account, as that of the bus is not known.
    AnyAccount(String),
    /// The queue of an event source needs a policy.
    QueuePolicy {
        /// The event source.
        name: String,
        /// The ARN of the queue.
        queue: String,
    },
    /// What is not verified about the subscriber with this name.
    NotVerified(String, Unverified),
    /// The members that an update cannot change: the script stops where the target differs.
    FixedForLife,
    /// The ARN of the bus, which the file asks for.
    FillInBus(FillIn),
    /// What files of rules say in the same words.
    Shared(rulepad_export::Note),
}

/// A request of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestKind {
    /// `CreateSubscriber`
    Subscriber,
    /// `CreateEventSource`
    EventSource,
}

impl RequestKind {
    /// The operation.
    #[must_use]
    pub const fn operation(self) -> &'static str {
        match self {
            Self::Subscriber => "CreateSubscriber",
            Self::EventSource => "CreateEventSource",
        }
    }
}

/// What limits a text in words.
pub(crate) const MOST_TAGS: usize = 50;

impl Words for Loss {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::loss(self),
            Lang::Ko(_) => words_ko::loss(self, lang),
        }
    }
}

impl Words for Note {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::note(self),
            Lang::Ko(_) => words_ko::note(self, lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_export::Loss as RuleLoss;

    fn texts() -> Vec<Box<dyn Words>> {
        let text = || "orders".to_owned();
        let format = Format::Terraform;
        let losses = vec![
            Loss::Unreadable(RequestKind::Subscriber, 2),
            Loss::Member { name: text(), member: "ClientToken".to_owned(), format: Format::Sam },
            Loss::Block { name: text(), block: Block::Msk, format },
            Loss::Webhook { name: text(), format },
            Loss::Time { name: text(), member: "StartingPoint", text: "soon".to_owned() },
            Loss::NoDataType { name: text(), attribute: "a".to_owned() },
            Loss::Tags { name: text(), count: 60 },
            Loss::Composed(text()),
            Loss::Shared(RuleLoss::Nul),
        ];
        let fill_in = [
            FillIn::Variable(text()),
            FillIn::Parameter(text()),
            FillIn::Environment(text()),
            FillIn::EnvironmentOrFile(text()),
            FillIn::Configuration(text()),
        ];
        let notes = vec![
            Note::NoRole(text()),
            Note::NoPermissions(text()),
            Note::AnyAccount(text()),
            Note::QueuePolicy { name: text(), queue: "arn".to_owned() },
            Note::NotVerified(text(), Unverified::MskActions),
            Note::FixedForLife,
        ];
        let notes = notes.into_iter().chain(fill_in.map(Note::FillInBus));
        let losses = losses.into_iter().map(|own| Box::new(own) as Box<dyn Words>);
        losses.chain(notes.map(|own| Box::new(own) as Box<dyn Words>)).collect()
    }

    #[test]
    fn both_languages_say_the_same() {
        for text in texts() {
            let (en, ko) = (text.words(Lang::En), text.words(Lang::KO));
            let code = |text: &str| {
                let mut spans: Vec<String> = text.split('`').skip(1).step_by(2).map(str::to_owned).collect();
                spans.sort();
                spans
            };
            assert_eq!(code(&en), code(&ko), "{en}\n{ko}");
            assert!(en.ends_with('.') && en.is_ascii(), "{en}");
            assert!(["니다.", "세요.", ")."].iter().any(|end| ko.ends_with(end)), "{ko}");
        }
    }
}
