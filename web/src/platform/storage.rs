//! What the page remembers between visits: the draft and the settings, in local storage.

use crate::state::model::Settings;
use rulepad_workbench::Draft;
use serde::{Serialize, de::DeserializeOwned};
use web_sys::Storage;

const DRAFT: &str = "rulepad.draft";
const SETTINGS: &str = "rulepad.settings";

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
