//! The words of an event log in English.

use crate::message::{KeyMessage, KeyType, Message, PutNote, Refusal};
use rulepad_document::words::en::a;
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    match message {
        Message::Path(message) => message.words(Lang::En),
        Message::Key(message) => key(message),
        Message::Refusal(why) => refusal(why),
        Message::Note(what) => note(what),
        Message::Aws(said) => said.sentence(),
    }
}

fn key(message: &KeyMessage) -> String {
    let fixed = match message {
        KeyMessage::NameTooLong { length, most } => {
            return format!("the key's name has {length} bytes; DynamoDB takes {most}");
        }
        KeyMessage::NameTwice(name) => {
            return format!("both keys are called `{name}`; a table has each attribute once");
        }
        KeyMessage::NameMissing => "the key has no name",
        KeyMessage::PathMissing => "the key has no path",
        KeyMessage::GiveName => "name it, such as `user` or `timestamp`",
        KeyMessage::ShortenName => "shorten the name",
        KeyMessage::NameSortKeyDifferently => "give the sort key another name",
        KeyMessage::WritePath => {
            "write the path of its value in the payload, such as `$.detail.userIdentity.arn`"
        }
        KeyMessage::PathForm => {
            "a path reads `$.name.name[0]`, with letters, digits, `_`, `-` and `/` in its names"
        }
    };
    fixed.to_owned()
}

fn refusal(why: &Refusal) -> String {
    let fixed = match why {
        Refusal::KeyMissing { name, path } => {
            return format!("`{path}` selects nothing, and an item needs its key `{name}`");
        }
        Refusal::KeyKind { name, kind } => {
            return format!("the key `{name}` is {}; a key is a string, a number or binary", a(*kind));
        }
        Refusal::KeyType { name, kind, expected } => {
            let expected = match expected {
                KeyType::String => "a string",
                KeyType::Number => "a number",
            };
            return format!("the key `{name}` is {}; in the first item it is {expected}", a(*kind));
        }
        Refusal::KeyEmpty(name) => return format!("the key `{name}` is an empty string"),
        Refusal::TooDeep { name, most } => {
            return format!("`{name}` is nested more than {most} levels deep");
        }
        Refusal::PartitionTooLong { length, most } => {
            return format!("the partition key has {length} bytes; DynamoDB takes {most}");
        }
        Refusal::SortTooLong { length, most } => {
            return format!("the sort key has {length} bytes; DynamoDB takes {most}");
        }
        Refusal::TooLarge { size, most } => {
            return format!("the item has {size} bytes; DynamoDB takes 400 KB ({most} bytes)");
        }
        Refusal::NotOneValue => "the payload is not one JSON value, so there is nothing to store",
        Refusal::NamelessAttribute => "a member of the payload has an empty name, and an attribute needs one",
        Refusal::Number => "the payload has a number that DynamoDB does not store",
    };
    fixed.to_owned()
}

fn note(note: &PutNote) -> String {
    match note {
        PutNote::OneAttribute { kind, name } => {
            format!("The payload is {}, not an object: it is stored as the attribute `{name}`.", a(*kind))
        }
        PutNote::MemberReplaced { name, path } => {
            format!("The payload has another `{name}`: it is replaced by the key's value, `{path}`.")
        }
    }
}
