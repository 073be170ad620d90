//! What is at a place, in a few English words.

pub(crate) use crate::words::Completes;
use rulepad_document::json::Value;
use rulepad_document::words::en;

/// A value as its kind, with the number of what it contains.
pub(crate) fn kind_of(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("an array of {}", items.len()),
        Value::Object(members) => format!("an object of {}", members.len()),
        other => en::a(other.kind()).to_owned(),
    }
}

pub(crate) fn completes(what: Completes) -> String {
    let fixed = match what {
        Completes::Object => "an object",
        Completes::ArrayOf(count) => return format!("an array of {count}"),
        Completes::EnvelopeField => "a field of every event",
        Completes::Or => "one of several alternatives",
        Completes::KnownValue => "known value",
        Completes::ValueOfEvent => "in the event",
    };
    fixed.to_owned()
}
