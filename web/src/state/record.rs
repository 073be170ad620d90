//! A stored draft: its text, the head that the list shows, and what reading it can find.

use super::model::{Model, Side};
use super::own::{DraftId, Own};
use super::tray::{ROOM, Stored};
use rulepad_workbench::Draft;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The version of the text; a later one is kept and not read.
const VERSION: u32 = 1;
/// The longest summary, in characters.
const SUMMARY: usize = 90;

/// A stored draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The version of this text.
    pub version: u32,
    /// Its id.
    pub id: DraftId,
    /// The name a person gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether a person changed it.
    pub touched: bool,
    /// When it was stored, in milliseconds since 1970.
    pub stored: f64,
    /// Differs at every store, so that a tab sees whether another one stored it since.
    pub stamp: String,
    /// The stamp it was based on; blank for a new draft.
    #[serde(default)]
    pub base: String,
    /// The draft.
    pub draft: Draft,
    /// The texts of input options that are not chosen, in the order of the targets.
    #[serde(default)]
    pub sides: Vec<StoredSide>,
    /// The events it is one of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<Stored>,
    /// How many loaded events are not stored with it, because they are too long together.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: usize,
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// The texts of a target's input options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredSide {
    path: String,
    constant: String,
    paths: String,
    template: String,
}

/// What the list knows of a stored draft without reading it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Its id.
    pub id: DraftId,
    /// What the list calls it.
    pub title: String,
    /// A few words of what is in it.
    pub summary: String,
    /// Whether a person changed it.
    pub touched: bool,
    /// When it was stored, in milliseconds since 1970.
    pub stored: f64,
    /// The record's stamp.
    pub stamp: String,
    /// How long the record's text is.
    pub bytes: usize,
}

impl From<&Side> for StoredSide {
    fn from(side: &Side) -> Self {
        let Side { path, constant, paths, template, .. } = side.clone();
        Self { path, constant, paths, template }
    }
}

impl StoredSide {
    /// The side of the target with this key.
    pub(super) fn side(&self, key: u32) -> Side {
        let Self { path, constant, paths, template } = self.clone();
        Side { key, path, constant, paths, template }
    }
}

impl Record {
    /// The page's draft, as it is stored at this time.
    #[must_use]
    pub fn of(model: &Model, stored: f64, stamp: String, base: String) -> Self {
        Self {
            version: VERSION,
            id: model.own.id,
            name: model.own.name.as_deref().map(str::to_owned),
            touched: model.own.touched,
            stored,
            stamp,
            base,
            draft: Draft::clone(&model.draft),
            sides: model.sides.iter().map(StoredSide::from).collect(),
            events: model.tray.as_ref().and_then(|tray| tray.stored(ROOM)),
            left_out: model.tray.as_ref().map_or(0, |tray| tray.left_out(ROOM)),
        }
    }

    /// A draft that an earlier version of the page kept.
    #[must_use]
    pub fn migrated(id: DraftId, stored: f64, stamp: String, draft: Draft, events: Option<Stored>) -> Self {
        Self {
            version: VERSION,
            id,
            name: None,
            touched: true,
            stored,
            stamp,
            base: String::new(),
            draft,
            sides: Vec::new(),
            events,
            left_out: 0,
        }
    }

    /// The text that is stored.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What the list calls it.
    #[must_use]
    pub fn title(&self) -> &str {
        title(self.name.as_deref(), &self.draft)
    }

    /// What the list shows of it.
    #[must_use]
    pub fn head(&self, bytes: usize) -> Head {
        Head {
            id: self.id,
            title: self.title().to_owned(),
            summary: match self.left_out {
                0 => summary(&self.draft),
                count => format!("{} · without its {count} loaded events", summary(&self.draft)),
            },
            touched: self.touched,
            stored: self.stored,
            stamp: self.stamp.clone(),
            bytes,
        }
    }

    pub(super) fn own(&self) -> Own {
        Own { id: self.id, name: self.name.as_deref().map(Into::into), touched: self.touched }
    }
}

/// What a draft is called: the name a person gave it, else the rule's.
#[must_use]
pub fn title<'d>(name: Option<&'d str>, draft: &'d Draft) -> &'d str {
    let rule = draft.rule.name.trim();
    name.unwrap_or(if rule.is_empty() { "Untitled rule" } else { rule })
}

fn summary(draft: &Draft) -> String {
    let words = draft.pattern.split_whitespace().collect::<Vec<_>>().join(" ");
    let pattern = match words.char_indices().nth(SUMMARY) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None if words.is_empty() => "No pattern".to_owned(),
        None => words,
    };
    match draft.targets.len() {
        0 => pattern,
        1 => format!("{pattern} · 1 target"),
        many => format!("{pattern} · {many} targets"),
    }
}

/// Why a stored text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A later version of the page stored it.
    Newer,
    /// It is damaged; the words say where.
    Damaged(String),
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Newer => f.write_str("a newer version of Rulepad stored it"),
            Self::Damaged(words) => write!(f, "its stored text is damaged ({words})"),
        }
    }
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
            return Err(Unreadable::Damaged(format!("it has no `{member}`")));
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

/// Whether a record may take the place of a stored one: when that is the one it was based on, or its own.
#[must_use]
pub fn follows(record: &Record, stored: Option<&Head>) -> bool {
    stored.is_none_or(|head| head.stamp == record.base || head.stamp == record.stamp)
}

/// Whether a stamp is that of the same tab as another one, and not earlier.
#[must_use]
pub fn is_later(stamp: &str, other: &str) -> bool {
    let (Some((tab, count)), Some((other_tab, other_count))) =
        (stamp.rsplit_once('-'), other.rsplit_once('-'))
    else {
        return false;
    };
    let number = |count: &str| count.parse::<u32>().ok();
    tab == other_tab && number(count).is_some() && number(count) >= number(other_count)
}

/// How long ago something was stored, in words; `None` from a day on.
#[must_use]
pub fn ago(stored: f64, now: f64) -> Option<String> {
    let minutes = ((now - stored) / 60_000.0).max(0.0) as u32;
    match minutes {
        0 => Some("just now".to_owned()),
        1 => Some("1 minute ago".to_owned()),
        2..60 => Some(format!("{minutes} minutes ago")),
        60..120 => Some("1 hour ago".to_owned()),
        120..1440 => Some(format!("{} hours ago", minutes / 60)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::model::Settings;
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

    #[test]
    fn a_list_says_that_loaded_events_are_not_stored() {
        let short = record();
        assert!(!short.text().contains("left_out") && !short.head(1).summary.contains("loaded"));
        let long = Record { left_out: 12, ..short };
        assert!(long.head(1).summary.ends_with(" · without its 12 loaded events"));
        assert_eq!(read(&long.text()), Ok(long));
    }

    #[test]
    fn a_list_says_what_is_in_a_draft() {
        let mut draft = Draft { pattern: "{\n  \"source\": [\n \"é\" ] }".into(), ..Draft::default() };
        assert_eq!((title(None, &draft), &*summary(&draft)), ("Untitled rule", "{ \"source\": [ \"é\" ] }"));
        draft.rule.name = "orders".into();
        draft.pattern = "é".repeat(200);
        draft.targets = vec![Default::default(); 2];
        assert_eq!((title(None, &draft), title(Some("mine"), &draft)), ("orders", "mine"));
        assert_eq!(summary(&draft), format!("{}… · 2 targets", "é".repeat(SUMMARY)));
    }

    #[test]
    fn stamps_of_one_tab_are_in_order() {
        assert!(is_later("a-b-10", "a-b-9") && is_later("a-1", "a-1"));
        assert!(!is_later("a-1", "a-2") && !is_later("b-2", "a-1") && !is_later("", ""));
    }

    #[test]
    fn a_time_is_told_in_words() {
        let minute = 60_000.0;
        let told = [-5.0, 0.5, 1.0, 59.0, 60.0, 200.0, 1440.0].map(|minutes| ago(0.0, minutes * minute));
        let told: Vec<_> = told.iter().map(|words| words.as_deref().unwrap_or("-")).collect();
        assert_eq!(
            told,
            ["just now", "just now", "1 minute ago", "59 minutes ago", "1 hour ago", "3 hours ago", "-"]
        );
    }

    #[test]
    fn what_another_tab_stored_is_not_overwritten() {
        let mut record = record();
        assert!(follows(&record, None));
        let stored = record.head(1);
        assert!(follows(&record, Some(&stored)), "the same once more");
        (record.base, record.stamp) = ("tab-1".into(), "tab-2".into());
        assert!(follows(&record, Some(&stored)));
        let elsewhere = Head { stamp: "other-1".into(), ..stored };
        assert!(!follows(&record, Some(&elsewhere)));
    }
}
