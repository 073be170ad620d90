//! What the page remembers between visits: the draft and the settings, in local storage.

use crate::state::model::Settings;
use crate::state::tray::{Stored, Tray};
use rulepad_workbench::Draft;
use serde::{Serialize, de::DeserializeOwned};
use web_sys::Storage;

const DRAFT: &str = "rulepad.draft";
const SETTINGS: &str = "rulepad.settings";
const EVENTS: &str = "rulepad.events";

/// Events are remembered up to this length; a browser gives a page some five million characters.
const ROOM: usize = 1_000_000;

/// Why something was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotStored;

/// The draft of the last visit, if there is one that can be read.
#[must_use]
pub fn draft() -> Option<Draft> {
    read(DRAFT)
}

/// The settings of the last visit.
#[must_use]
pub fn settings() -> Settings {
    read(SETTINGS).unwrap_or_default()
}

/// Keeps the draft.
///
/// # Errors
/// When the browser blocks storage, or has no room.
pub fn keep_draft(draft: &Draft) -> Result<(), NotStored> {
    write(DRAFT, draft)
}

/// Keeps the settings.
///
/// # Errors
/// When the browser blocks storage, or has no room.
pub fn keep_settings(settings: &Settings) -> Result<(), NotStored> {
    write(SETTINGS, settings)
}

/// The events of the last visit, of which the draft has one.
#[must_use]
pub fn events() -> Option<Stored> {
    read(EVENTS)
}

/// Keeps the events beside the draft's, where they are not too long. The draft says it when nothing can be kept.
pub fn keep_events(tray: Option<&Tray>) {
    let kept = tray.and_then(|tray| tray.stored(ROOM)).is_some_and(|stored| write(EVENTS, &stored).is_ok());
    if let (false, Some(storage)) = (kept, storage()) {
        // What is not there needs no removing.
        let _ = storage.remove_item(EVENTS);
    }
}

/// Whether the browser lets the page remember anything.
#[must_use]
pub fn works() -> bool {
    storage().is_some()
}

fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = storage()?.get_item(key).ok()??;
    serde_json::from_str(&text).ok()
}

fn write<T: Serialize>(key: &str, value: &T) -> Result<(), NotStored> {
    let text = serde_json::to_string(value).map_err(|_| NotStored)?;
    storage().ok_or(NotStored)?.set_item(key, &text).map_err(|_| NotStored)
}

/// Asking for it throws where storage is blocked.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
