//! The Korean words of this crate.

mod aws;
mod help;
mod hint;
pub(crate) mod kind;
mod note;
mod parameters;
mod payload;
pub(crate) mod policy;
mod property;
mod refusal;
mod unverified;

pub(crate) use aws::gloss;
pub(crate) use hint::offer;

use crate::message::Message;
use crate::schema::ExpectedType;
use rulepad_document::words::ko::Noun;
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    match message {
        Message::Json(message) => message.words(Lang::KO),
        Message::Path(message) => message.words(Lang::KO),
        Message::Property(message) => property::property(message),
        Message::Parameters(message) => parameters::parameters(message),
        Message::Payload(problem) => payload::problem(problem),
        Message::Help(what) => help::help(what),
        Message::Note(what) => note::note(what),
        Message::Unverified(what) => unverified::unverified(what),
        Message::Refusal(why) => refusal::refusal(why),
        Message::Aws(said) => gloss(said),
    }
}

/// The kind of value that is expected, before 이어야: it takes no particle by its sound.
fn expected(what: ExpectedType) -> &'static str {
    match what {
        ExpectedType::Bool => "`true` 또는 `false`",
        other => value_of(other).0,
    }
}

/// A value of the kind that is expected.
fn value_of(what: ExpectedType) -> Noun {
    Noun(match what {
        ExpectedType::String => "문자열",
        ExpectedType::WholeNumber => "정수",
        ExpectedType::Bool => "`true` 또는 `false` 값",
        ExpectedType::Array => "배열",
        ExpectedType::Object => "객체",
        ExpectedType::Value => "값",
    })
}

#[cfg(test)]
mod tests;
