//! Reading the text of a stored draft, whole or not at all.

use super::{Record, VERSION};
use rulepad_workbench::Draft;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Why a stored text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A later version of the page stored it.
    Newer,
    /// It is damaged; serde's words say where.
    Damaged(String),
    /// It has no member of this name.
    Lacks(&'static str),
    /// It has the id of another one.
    OtherId,
}

/// Reads the text of a stored draft.
///
/// # Errors
/// Why it cannot be read. A text with members that this version does not know counts as newer: storing it again would
/// lose them.
pub fn read(text: &str) -> Result<Record, Unreadable> {
    let value = parsed(text)?;
    if value.get("version").and_then(Value::as_u64).is_some_and(|version| version > u64::from(VERSION)) {
        return Err(Unreadable::Newer);
    }
    let record: Record = typed(text)?;
    whole(&value, &record)?;
    Ok(record)
}

/// Reads a draft that an earlier version of the page kept.
///
/// # Errors
/// Why it cannot be read, as for [`read`].
pub fn read_earlier(text: &str) -> Result<Draft, Unreadable> {
    let value = parsed(text)?;
    for member in ["event", "pattern"] {
        if value.get(member).is_none() {
            return Err(Unreadable::Lacks(member));
        }
    }
    let draft: Draft = typed(text)?;
    whole(&value, &draft)?;
    Ok(draft)
}

fn parsed(text: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text).map_err(|error| Unreadable::Damaged(error.to_string()))
}

fn typed<T: for<'t> Deserialize<'t>>(text: &str) -> Result<T, Unreadable> {
    serde_json::from_str(text).map_err(|error| Unreadable::Damaged(error.to_string()))
}

/// Whether everything in the stored text was read.
fn whole(stored: &Value, read: &impl Serialize) -> Result<(), Unreadable> {
    let again = serde_json::to_value(read).map_err(|error| Unreadable::Damaged(error.to_string()))?;
    if holds(&again, stored) { Ok(()) } else { Err(Unreadable::Newer) }
}

/// Whether each member of `stored` is in `read`; what is absent, null or empty says nothing.
fn holds(read: &Value, stored: &Value) -> bool {
    match (read, stored) {
        (Value::Object(read), Value::Object(stored)) => stored.iter().all(|(name, value)| {
            let is_blank = match value {
                Value::Null => true,
                Value::String(text) => text.is_empty(),
                Value::Array(list) => list.is_empty(),
                Value::Object(members) => members.is_empty(),
                _ => false,
            };
            read.get(name).map_or(is_blank, |read| holds(read, value))
        }),
        (Value::Array(read), Value::Array(stored)) => {
            read.len() == stored.len() && read.iter().zip(stored).all(|(read, stored)| holds(read, stored))
        }
        // A list is read as a structure too, member by member.
        (Value::Object(_) | Value::Array(_), _) | (_, Value::Object(_) | Value::Array(_)) => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::model::{Model, Settings};
    use rulepad_workbench::examples;

    fn record() -> Record {
        let draft = examples().remove(0).draft;
        Record::of(&Model::new(draft, Settings::default()), 1.5, "tab-1".into(), String::new())
    }

    #[test]
    fn what_is_stored_is_read_again() {
        for example in examples() {
            let model = Model::new(example.draft, Settings::default());
            let record = Record::of(&model, 1.5, "tab-1".into(), "tab-0".into());
            assert_eq!(read(&record.text()), Ok(record.clone()), "{}", example.id);
            let earlier = serde_json::to_string(&record.draft).unwrap();
            assert_eq!(read_earlier(&earlier), Ok(record.draft), "{}", example.id);
        }
    }

    #[test]
    fn what_cannot_be_read_whole_is_not_read() {
        let text = record().text();
        let damaged = |text: &str| matches!(read(text), Err(Unreadable::Damaged(_)));
        for cut in [0, 1, text.len() / 2, text.len() - 1] {
            assert!(damaged(text.get(..cut).unwrap()), "{cut}");
        }
        for odd in ["null", "[]", "{}", "\"\"", "7", "{\"version\": 1}"] {
            assert!(damaged(odd), "{odd}");
        }
        assert!(damaged(&text.replacen("\"targets\":[", "\"targets\":null,\"x\":[", 1)));
        assert_eq!(read(&text.replacen("\"version\":1", "\"version\":2", 1)), Err(Unreadable::Newer));
        assert_eq!(read("{\"version\": 2, \"draft\": 7}"), Err(Unreadable::Newer));
        let unknown = text.replacen("\"rule\":{", "\"rule\":{\"colour\":\"red\",", 1);
        assert_eq!(read(&unknown), Err(Unreadable::Newer), "its colour would be lost");
        let blank = text.replacen("\"rule\":{", "\"rule\":{\"colour\":null,", 1);
        assert!(read(&blank).is_ok());
    }

    #[test]
    fn odd_values_of_an_earlier_version_are_not_taken_for_drafts() {
        let odd = [
            "",
            "null",
            "true",
            "1",
            "\"text\"",
            "[]",
            "{}",
            "{\"event\": \"{}\"}",
            "{\"event\": 1, \"pattern\": \"\"}",
            "{\"event\": \"\", \"pattern\": \"\", \"targets\": null}",
            "{\"event\": \"\", \"pattern\": \"\", \"targets\": [7]}",
            "{\"event\": \"\", \"pattern\": \"\", \"dialect\": \"morse\"}",
            "{\"event\": \"\", \"pattern\": \"\", \"rule\": []}",
            "{\"event\": \"\", \"pattern\": \"\", \"colour\": \"red\"}",
        ];
        for text in odd {
            assert!(read_earlier(text).is_err(), "{text}");
        }
    }
}
