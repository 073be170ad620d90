//! An event log: what a DynamoDB table holds after a function has put each event into it.
//!
//! * [`Table`]: which values of a payload are the keys, checked by [`Table::check`]; [`suggest_keys`] finds some
//! * [`event_log()`]: table and payloads to [`EventLog`], with each [`Put`] and what DynamoDB answers; its texts are
//!   data until [`EventLog::worded`]
//!
//! ```
//! use rulepad_event_log::{Key, Table, event_log};
//!
//! let table = Table { partition: Key { name: "id".into(), path: "$.id".into() }, ..Table::default() };
//! let log = event_log(&table, &[r#"{"id": "1", "total": 10}"#.into()]);
//! assert_eq!(log.puts[0].partition.as_ref().unwrap().text, "1");
//! assert_eq!(log.puts[0].attributes[0].name, "total");
//! ```

mod attribute;
mod aws;
mod code;
mod diagnostics;
mod message;
mod number;
mod put;
mod suggest;
mod words_en;
mod words_ko;

pub use attribute::Attribute;
pub use aws::AwsSentence;
pub use code::Code;
pub use message::{KeyMessage, KeyType, Message, PutNote, Refusal};
pub use suggest::suggest_keys;

use rulepad_document::diagnostic::worded;
use rulepad_document::{Lang, Role, Span, TableKey, Words};
use rulepad_transformer::path;
use serde::{Deserialize, Serialize};

/// A problem of a key, before it is put into words.
pub type Diagnostic = rulepad_document::Diagnostic<Message>;

/// The longest name of a key attribute DynamoDB takes, in bytes.
const MAX_KEY_NAME: usize = 255;

/// The table: which values of what arrives are its keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Table {
    /// The partition key.
    pub partition: Key,
    /// The sort key; its name and path are blank for a table without one.
    pub sort: Key,
}

/// One key of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Key {
    /// The attribute's name.
    pub name: String,
    /// The path of its value in what arrives, such as `$.detail.userIdentity.arn`.
    pub path: String,
}

/// What happens to the table when a function puts each payload into it, in this order.
///
/// `M` is what its texts are: [`Message`] until the log is [worded](Self::worded), [`String`] then.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "M: Serialize", deserialize = "M: Deserialize<'de> + AsRef<str>"))]
pub struct EventLog<M = String> {
    /// Problems of the partition key; their roles distinguish its name and its path.
    pub partition: Vec<rulepad_document::Diagnostic<M>>,
    /// Problems of the sort key.
    pub sort: Vec<rulepad_document::Diagnostic<M>>,
    /// A `PutItem` for each payload; none while the table has an error.
    pub puts: Vec<Put<M>>,
}

impl<M: Words> EventLog<M> {
    /// The log in words.
    #[must_use]
    pub fn worded(self, lang: Lang) -> EventLog {
        EventLog {
            partition: worded(&self.partition, lang),
            sort: worded(&self.sort, lang),
            puts: self.puts.into_iter().map(|put| put.worded(lang)).collect(),
        }
    }
}

/// One `PutItem` and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(serialize = "M: Serialize", deserialize = "M: Deserialize<'de>"))]
pub struct Put<M = String> {
    /// The partition key's value; `None` where its path selects nothing.
    pub partition: Option<Attribute>,
    /// The sort key's value; `None` where its path selects nothing, and for a table without one.
    pub sort: Option<Attribute>,
    /// Every other attribute, in the order of the payload.
    pub attributes: Vec<Attribute>,
    /// The item in DynamoDB JSON, indented: what the request holds.
    pub item: String,
    /// The item's size in bytes, as DynamoDB counts it against 409,600; AWS documents the size of numbers as
    /// approximate.
    pub size: usize,
    /// Why DynamoDB refuses it, in a sentence; the table is then left as it was.
    pub refused: Option<M>,
    /// DynamoDB's own words, where they are known.
    pub aws: Option<String>,
    /// What these words mean, for a reader of another language; `None` in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gloss: Option<M>,
    /// The index of the put whose item has the same key, which this one replaces.
    pub replaces: Option<usize>,
    /// The index of the put that replaces this one's item.
    pub replaced_by: Option<usize>,
    /// What to know about it, a sentence each.
    pub notes: Vec<M>,
}

impl<M> Default for Put<M> {
    fn default() -> Self {
        Self {
            partition: None,
            sort: None,
            attributes: Vec::new(),
            item: String::new(),
            size: 0,
            refused: None,
            aws: None,
            gloss: None,
            replaces: None,
            replaced_by: None,
            notes: Vec::new(),
        }
    }
}

impl<M: Words> Put<M> {
    fn worded(self, lang: Lang) -> Put {
        let Self {
            partition,
            sort,
            attributes,
            item,
            size,
            refused,
            aws,
            gloss,
            replaces,
            replaced_by,
            notes,
        } = self;
        let gloss = match lang {
            // DynamoDB's words are English.
            Lang::En => None,
            Lang::Ko(_) => gloss.map(|said| said.words(lang)),
        };
        Put {
            partition,
            sort,
            attributes,
            item,
            size,
            refused: refused.map(|why| why.words(lang)),
            aws,
            gloss,
            replaces,
            replaced_by,
            notes: notes.iter().map(|note| note.words(lang)).collect(),
        }
    }
}

impl Table {
    /// Whether it has a sort key.
    #[must_use]
    pub fn has_sort(&self) -> bool {
        !(self.sort.name.is_empty() && self.sort.path.is_empty())
    }

    /// What is wrong with the two keys: partition key, sort key.
    #[must_use]
    pub fn check(&self) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
        let partition = (TableKey::PartitionName, TableKey::PartitionPath);
        let partition = check_key(&self.partition, partition);
        let sort = (TableKey::SortName, TableKey::SortPath);
        let mut sort = if self.has_sort() { check_key(&self.sort, sort) } else { Vec::new() };
        if self.has_sort() && !self.sort.name.is_empty() && self.sort.name == self.partition.name {
            sort.push(diagnostics::key_name_twice(TableKey::SortName, &self.sort.name));
        }
        (partition, sort)
    }
}

fn check_key(key: &Key, (name, path_key): (TableKey, TableKey)) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if key.name.trim().is_empty() {
        found.push(diagnostics::key_name_missing(name, &key.name));
    } else if key.name.len() > MAX_KEY_NAME {
        found.push(diagnostics::key_name_too_long(name, &key.name));
    }
    let whole = Span::new(0, key.path.len());
    if let Some(fault) = path::problem(&key.path, Role::Table(path_key), whole, false) {
        found.push(diagnostics::key_path(path_key, &key.path, fault.lift()));
    }
    found
}

/// What the table holds after a function stored each payload with `PutItem`.
///
/// The keys are taken by path from the payload; every other top-level member becomes an attribute. The types of
/// the table's keys are those of the first item it takes. Never fails and never panics.
#[must_use]
pub fn event_log(table: &Table, payloads: &[String]) -> EventLog<Message> {
    let (partition, sort) = table.check();
    let broken = partition.iter().chain(&sort).any(Diagnostic::is_error);
    let puts = if broken { Vec::new() } else { put::puts(table, payloads) };
    EventLog { partition, sort, puts }
}

#[cfg(test)]
mod tests;
