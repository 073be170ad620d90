//! The English words of this crate.

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

pub(crate) use hint::offer;

use crate::message::Message;
use crate::schema::ExpectedType;
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    match message {
        Message::Json(message) => message.words(Lang::En),
        Message::Path(message) => message.words(Lang::En),
        Message::Property(message) => property::property(message),
        Message::Parameters(message) => parameters::parameters(message),
        Message::Payload(problem) => payload::problem(problem),
        Message::Help(what) => help::help(what),
        Message::Note(what) => note::note(what),
        Message::Unverified(what) => unverified::unverified(what),
        Message::Refusal(why) => refusal::refusal(why),
        Message::Aws(said) => said.sentence(),
    }
}

/// The kind of value that is expected, with its article.
fn expected(what: ExpectedType) -> &'static str {
    match what {
        ExpectedType::String => "a string",
        ExpectedType::WholeNumber => "a whole number",
        ExpectedType::Bool => "`true` or `false`",
        ExpectedType::Array => "an array",
        ExpectedType::Object => "an object",
        ExpectedType::Value => "a value",
    }
}
