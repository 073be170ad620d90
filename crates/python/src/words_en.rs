//! The sentences of this crate in English.

use crate::message::Message;
use rulepad_workbench::bulk::Fault;

pub(crate) fn message(message: &Message) -> String {
    use Message as M;
    match message {
        M::NotAText { argument, found } => {
            format!("`{argument}` must be a dict, or JSON as str or bytes, not {found}")
        }
        M::NotBytes { argument, found } => format!("`{argument}` must be bytes, not {found}"),
        M::NotUtf8 { argument, at } => format!("`{argument}` is not UTF-8 at byte {at}"),
        M::LoneSurrogate { argument } => {
            format!("`{argument}` has half of a surrogate pair, which no JSON text has")
        }
        M::NotJson { path, found } => {
            format!("`{path}` is of type {found}, which JSON does not have: convert it first")
        }
        M::NotFinite { path, value } => format!("`{path}` is {value}, which JSON does not have"),
        M::KeyNotText { path, key } => {
            format!("`{path}` has the key {key}; keys of JSON are strings")
        }
        M::TooDeep { argument } => {
            format!("`{argument}` is nested deeper than 1000 levels, or contains itself")
        }
        M::UnknownLanguage(lang) => format!("there is no language `{lang}`: write `en` or `ko`"),
        M::UnknownDialect(dialect) => format!(
            "there is no dialect `{dialect}`: write `rule`, `archive`, `pipes`, `event_source_mapping`, \
             `sns_attributes` or `sns_body`"
        ),
        M::UnknownPublished(name) => format!(
            "no call that publishes is called `{name}`: write `recognize`, `put-events` or `put-raw-events`"
        ),
        M::BadLine(fault) => bad_line(*fault).to_owned(),
    }
}

fn bad_line(fault: Fault) -> &'static str {
    match fault {
        Fault::NotAnObject => "an event is a JSON object",
        Fault::Unexpected => "this is not JSON",
        Fault::String => "a string has a control character or an unknown escape",
        Fault::Number => "a number is not written as JSON allows, or has more than 1000 digits",
        Fault::NotUtf8 => "the bytes are not UTF-8",
        Fault::TooDeep => "more than 1000 arrays and objects are open",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::{Lang, Words};
    use rulepad_workbench::Dialect;

    #[test]
    fn every_language_is_named() {
        for lang in Lang::ALL {
            let sentence = Message::UnknownLanguage("fr".into()).words(lang);
            for known in Lang::ALL {
                assert!(sentence.contains(&format!("`{}`", known.tag())), "{sentence}");
            }
        }
    }

    #[test]
    fn every_dialect_is_named() {
        let sentence = Message::UnknownDialect("x".into()).words(Lang::En);
        for dialect in Dialect::ALL {
            let name = serde_json::to_value(dialect).unwrap();
            assert!(sentence.contains(&format!("`{}`", name.as_str().unwrap())), "{dialect:?}");
        }
    }
}
