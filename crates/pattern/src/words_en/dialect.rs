//! Dialects in English, and what is done to a record before the pattern is tried on it.

use crate::dialect::record::{Dropped, Note};
use crate::dialect::{Dialect, Tried, Usage};

/// The name of a dialect.
pub(crate) fn name(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Rule => "EventBridge rule",
        Dialect::Archive => "EventBridge archive",
        Dialect::Pipes => "EventBridge Pipes filter",
        Dialect::EventSourceMapping => "Lambda event source mapping",
        Dialect::SnsAttributes => "SNS filter policy on attributes",
        Dialect::SnsBody => "SNS filter policy on the body",
    }
}

/// The name of a dialect with its article.
pub(super) fn with_article(dialect: Dialect) -> String {
    let article = match dialect {
        Dialect::Rule | Dialect::Archive | Dialect::Pipes | Dialect::SnsAttributes | Dialect::SnsBody => "an",
        Dialect::EventSourceMapping => "a",
    };
    format!("{article} {}", name(dialect))
}

/// What a dialect tries the pattern on.
pub(crate) fn reads(dialect: Dialect) -> &'static str {
    match dialect.tries() {
        Tried::Event => "an event",
        Tried::Record => "one record of the source",
        Tried::Attributes => "the attributes of a message",
        Tried::Body => "the JSON body of a message",
    }
}

/// An operator as it is used.
pub(super) fn usage(usage: Usage) -> String {
    match usage {
        Usage::Alone(operator) => format!("`{}`", operator.name()),
        Usage::IgnoringCase(operator) => format!("`{}` with `equals-ignore-case`", operator.name()),
        Usage::Negated(operator) => format!("`anything-but` with `{}`", operator.name()),
        Usage::NegatedEmptyList => "`anything-but` with an empty list".to_owned(),
    }
}

/// What was done to a record, in a sentence.
pub(crate) fn note(note: &Note) -> String {
    match note {
        Note::TakenAsRead { key } => {
            format!("`{key}` is taken as JSON already read; the source sends it as a string.")
        }
        Note::Decoded { key } => format!("`{key}` was decoded from base64."),
        Note::ReadAsJson { key } => format!("`{key}` was read as JSON."),
        Note::OtherFormat { key } => {
            format!("`{key}` has another format than the filter asks for: its conditions are ignored.")
        }
        Note::SchemaRegistry { key } => format!(
            "With a schema registry and `EventRecordFormat` `JSON`, Lambda filters `{key}` as it was decoded: paste it decoded."
        ),
        Note::NoAttributes => {
            "The message has no `MessageAttributes`: a policy on attributes sees none.".to_owned()
        }
        Note::Binary { attribute } => format!("`{attribute}` is binary, which SNS does not filter on."),
        Note::FieldOfBody { name } => format!(
            "`{name}` is a field of the message body: with `FilterPolicyScope` `MessageBody` the policy looks there."
        ),
        Note::DefaultText => {
            "The `default` text of `Message` was read as JSON: `MessageStructure` is `json`.".to_owned()
        }
        Note::MessageAsJson => "`Message` was read as JSON.".to_owned(),
        Note::IsAttribute { name } => format!(
            "`{name}` is a message attribute: with `FilterPolicyScope` `MessageAttributes` the policy looks there."
        ),
    }
}

/// Why a record is dropped whatever the pattern says.
pub(crate) fn dropped(dropped: &Dropped) -> String {
    match dropped {
        Dropped::Replayed => {
            "replayed events are not archived again: AWS adds `\"replay-name\": [{\"exists\": false}]`"
                .to_owned()
        }
        Dropped::OtherFormat { key, asks_json } => {
            let (asked, got) = if *asks_json { ("JSON", "plain text") } else { ("plain text", "JSON") };
            format!("the filter asks for {asked} in `{key}` and the record has {got}: the record is dropped")
        }
        Dropped::WithoutAttributes => {
            "a message without any attribute meets no `exists: false` of SNS: it needs one other attribute at least"
                .to_owned()
        }
        Dropped::BodyNotJson => {
            "the message body is not JSON, and a filter on the body delivers nothing then".to_owned()
        }
    }
}
