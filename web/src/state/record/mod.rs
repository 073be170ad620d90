//! A stored draft: its text, and the head that the list shows.

mod read;
mod stamp;

pub use read::{Unreadable, read, read_earlier};
pub use stamp::{When, follows, is_later, when};

use super::bus::{Beside, Slot};
use super::model::{Model, Side};
use super::own::{DraftId, Own};
use super::tray::{ROOM, Stored};
use super::{words_en, words_ko};
use rulepad_workbench::bus::Bus;
use rulepad_workbench::{Draft, Lang};
use serde::{Deserialize, Serialize};

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
    /// The other rules of its bus, and the tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bus: Option<Bus>,
    /// For each other rule what `sides` has for the draft's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_sides: Vec<Vec<StoredSide>>,
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
    /// What it is called; blank if it has no name.
    pub title: String,
    /// The beginning of its pattern on one line; blank if it has none.
    pub summary: String,
    /// How many targets it has.
    #[serde(default)]
    pub targets: usize,
    /// How many loaded events are not stored with it.
    #[serde(default)]
    pub left_out: usize,
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
        let Beside { events, bus, left_out } = Beside::of(&model.bus, model.tray.as_deref(), ROOM);
        let others = model.bus.rules.iter().enumerate().filter(|(place, _)| *place != model.bus.at);
        let sides = |(_, slot): (usize, &Slot)| slot.sides.iter().map(StoredSide::from).collect();
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
            events,
            left_out,
            bus,
            other_sides: others.map(sides).collect(),
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
            bus: None,
            other_sides: Vec::new(),
        }
    }

    /// The text that is stored.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What it is called; blank if it has no name.
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
            summary: summary(&self.draft.pattern),
            targets: self.draft.targets.len(),
            left_out: self.left_out,
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

/// What a draft is called: the name a person gave it, else the rule's, which may be blank.
#[must_use]
pub fn title<'d>(name: Option<&'d str>, draft: &'d Draft) -> &'d str {
    name.unwrap_or(draft.rule.name.trim())
}

/// A draft's title as a person reads it.
#[must_use]
pub fn title_in_words(title: &str, lang: Lang) -> &str {
    match lang {
        _ if !title.is_empty() => title,
        Lang::En => words_en::UNTITLED,
        Lang::Ko(_) => words_ko::UNTITLED,
    }
}

impl Head {
    /// What is in the draft, in a few words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::summary(&self.summary, self.targets, self.left_out),
            Lang::Ko(_) => words_ko::summary(&self.summary, self.targets, self.left_out),
        }
    }
}

fn summary(pattern: &str) -> String {
    let words = pattern.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SUMMARY) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
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
    fn a_list_says_that_loaded_events_are_not_stored() {
        let short = record();
        assert!(!short.text().contains("left_out") && !short.head(1).summary.contains("loaded"));
        let long = Record { left_out: 12, ..short };
        assert!(long.head(1).words(Lang::En).ends_with(" · without its 12 loaded events"));
        assert_eq!(read(&long.text()), Ok(long));
    }

    #[test]
    fn a_list_says_what_is_in_a_draft() {
        let draft = Draft { pattern: "{\n  \"source\": [\n \"é\" ] }".into(), ..Draft::default() };
        let mut record = Record { draft, ..record() };
        let head = record.head(1);
        assert_eq!(title_in_words(&head.title, Lang::En), "Untitled rule");
        assert_eq!(head.words(Lang::En), "{ \"source\": [ \"é\" ] }");
        record.draft.rule.name = "orders".into();
        record.draft.pattern = "é".repeat(200);
        record.draft.targets = vec![Default::default(); 2];
        let head = record.head(1);
        assert_eq!((&*head.title, title(Some("mine"), &record.draft)), ("orders", "mine"));
        assert_eq!(head.words(Lang::En), format!("{}… · 2 targets", "é".repeat(SUMMARY)));
        record.draft.pattern.clear();
        assert_eq!(record.head(1).words(Lang::En), "No pattern · 2 targets");
    }

    #[test]
    fn a_head_of_an_earlier_version_is_read() {
        let text = r#"{"id":"00000000000000aa","title":"orders","summary":"{} · 1 target","touched":true,"stored":1.0,"stamp":"a","bytes":9}"#;
        let head: Head = serde_json::from_str(text).expect("its fields");
        assert_eq!(head.words(Lang::En), "{} · 1 target");
    }
}
