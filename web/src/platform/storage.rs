//! Local and session storage: settings, the drafts that the database does not have yet, and which draft a tab shows.

use super::database::trouble;
use super::language;
use crate::state::model::{Settings, Trouble};
use serde_json::{Map, Value};
use std::cell::RefCell;
use web_sys::Storage;

/// The draft of earlier versions of the page, which kept one.
pub const EARLIER_DRAFT: &str = "rulepad.draft";
/// The events beside it.
pub const EARLIER_EVENTS: &str = "rulepad.events";
const SETTINGS: &str = "rulepad.settings";
const UNREAD_SETTINGS: &str = "rulepad.settings.unread";
/// What the keys of stored drafts start with.
const DRAFTS: &str = "rulepad.draft.";
const TAB: &str = "rulepad.tab";
const OPEN: &str = "rulepad.tab.open";
/// Read by web/first.js: after the first visit another draft than the first example may open.
const VISITED: &str = "rulepad.visited";

thread_local! {
    /// The settings as this tab last read or wrote them.
    static KNOWN: RefCell<Map<String, Value>> = RefCell::default();
}

/// The settings of the last visit. Those that cannot be read are kept beside.
#[must_use]
pub fn settings() -> Settings {
    Settings { browser_lang: language::asked(), ..stored() }
}

fn stored() -> Settings {
    let Some(text) = text(SETTINGS) else {
        KNOWN.with_borrow_mut(|known| *known = members(&Settings::default()));
        return Settings::default();
    };
    match serde_json::from_str::<Settings>(&text) {
        Ok(settings) => {
            KNOWN.with_borrow_mut(|known| *known = members(&settings));
            settings
        }
        Err(_) => {
            // Where this is refused, nothing else is written either.
            let _ = put(UNREAD_SETTINGS, &text);
            Settings::default()
        }
    }
}

/// Remembers that the page was here. Where the browser refuses it, nothing else is stored either.
pub fn remember_visit() {
    if text(VISITED).is_none() {
        let _ = put(VISITED, "1");
    }
}

/// Stores the settings that changed in this tab; those that another tab or version stored stay.
///
/// # Errors
/// Why the browser refuses it.
pub fn keep_settings(settings: &Settings) -> Result<(), Trouble> {
    let now = members(settings);
    let changed: Vec<(String, Value)> = KNOWN.with_borrow(|known| {
        now.iter()
            .filter(|(name, value)| known.get(*name) != Some(*value))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    });
    if changed.is_empty() {
        return Ok(());
    }
    let stored = text(SETTINGS).and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).ok());
    let mut stored = stored.unwrap_or_default();
    stored.extend(changed);
    put(SETTINGS, &Value::Object(stored).to_string())?;
    KNOWN.with_borrow_mut(|known| *known = now);
    Ok(())
}

/// Stores the language for the next load of the page; the other settings stay.
///
/// # Errors
/// Why the browser refuses it.
pub fn choose_language(tag: &str) -> Result<(), Trouble> {
    let stored = text(SETTINGS).and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).ok());
    let mut stored = stored.unwrap_or_default();
    stored.insert("chosen_lang".to_owned(), tag.into());
    put(SETTINGS, &Value::Object(stored).to_string())
}

fn members(settings: &Settings) -> Map<String, Value> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(members)) => members,
        _ => Map::new(),
    }
}

/// The keys of the drafts in local storage.
#[must_use]
pub fn drafts() -> Vec<String> {
    keys(DRAFTS)
}

/// What is behind `start` in the keys of local storage that start with it, in order.
#[must_use]
pub fn keys(start: &str) -> Vec<String> {
    let Ok(storage) = storage() else { return Vec::new() };
    let count = storage.length().unwrap_or(0);
    let keys = (0..count).filter_map(|place| storage.key(place).ok().flatten());
    let mut keys: Vec<String> = keys.filter_map(|key| key.strip_prefix(start).map(str::to_owned)).collect();
    keys.sort();
    keys
}

/// The text of a draft in local storage.
#[must_use]
pub fn draft(key: &str) -> Option<String> {
    text(&format!("{DRAFTS}{key}"))
}

/// Stores the text of a draft in local storage, at once.
///
/// # Errors
/// Why the browser refuses it.
pub fn put_draft(key: &str, text: &str) -> Result<(), Trouble> {
    put(&format!("{DRAFTS}{key}"), text)
}

/// Removes a draft from local storage.
pub fn remove_draft(key: &str) {
    remove(&format!("{DRAFTS}{key}"));
}

/// The text under a key of local storage.
#[must_use]
pub fn text(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok()?
}

/// Removes a text from local storage.
pub fn remove(key: &str) {
    if let Ok(storage) = storage() {
        // What is not there needs no removing.
        let _ = storage.remove_item(key);
    }
}

/// Stores a text in local storage.
///
/// # Errors
/// Why the browser refuses it.
pub fn put(key: &str, text: &str) -> Result<(), Trouble> {
    storage()?.set_item(key, text).map_err(|error| trouble(&error))
}

/// Which draft this tab showed last. A tab that was made as a copy of another one shows the draft of that one and
/// keeps its changes apart.
#[must_use]
pub fn tab() -> Option<(String, Tab)> {
    let storage = session()?;
    let key = storage.get_item(TAB).ok()??;
    let is_copy = storage.get_item(OPEN).ok().flatten().is_some();
    Some((key, if is_copy { Tab::Copied } else { Tab::Own }))
}

/// How a tab came to its draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// It showed it before.
    Own,
    /// The tab it is a copy of shows it.
    Copied,
}

/// Remembers which draft this tab shows.
pub fn keep_tab(key: &str) {
    if let Some(storage) = session() {
        // Without it the next start opens the latest draft.
        let _ = storage.set_item(TAB, key);
    }
}

/// Notes that this tab is open, or no longer. A copy of the tab takes the note along.
pub fn note_open(open: bool) {
    if let Some(storage) = session() {
        let _ = if open { storage.set_item(OPEN, "1") } else { storage.remove_item(OPEN) };
    }
}

/// The text under a key that this tab alone has.
#[must_use]
pub fn of_session(key: &str) -> Option<String> {
    session()?.get_item(key).ok()?
}

/// Stores a text for this tab alone.
pub fn put_in_session(key: &str, text: &str) {
    if let Some(storage) = session() {
        // Without it the next start opens what was stored last.
        let _ = storage.set_item(key, text);
    }
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Asking for it throws where storage is blocked.
fn storage() -> Result<Storage, Trouble> {
    let window = web_sys::window().ok_or(Trouble::Blocked)?;
    window.local_storage().map_err(|_| Trouble::Blocked)?.ok_or(Trouble::Blocked)
}
