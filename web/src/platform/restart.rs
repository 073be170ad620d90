//! Loading the page again when its files are of two builds.

use web_sys::Storage;

const LOADED_AGAIN: &str = "rulepad.loaded-again";

/// Loads the page again, unless this build of it already was; what was typed is stored as the page is left.
#[must_use]
pub fn once(build: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let session: Option<Storage> = window.session_storage().ok().flatten();
    // Without it the page cannot know that it was loaded again, and must not go round in circles.
    let Some(session) = session else { return false };
    let is_again = session.get_item(LOADED_AGAIN).ok().flatten().as_deref() == Some(build);
    if is_again || session.set_item(LOADED_AGAIN, build).is_err() {
        return false;
    }
    window.location().reload().is_ok()
}
