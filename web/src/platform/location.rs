//! The page's address: its query, its fragment, and the mark in the browser's history beside it.

use crate::state::address::{Link, Mark};
use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::Location;
use yew::Callback;

/// What the fragment of a subscriber's link starts with: another program opens it.
pub const SUBSCRIBER: &str = "#s";

/// What the address opens; `None` where there is no draft in it.
#[must_use]
pub fn link() -> Option<Link> {
    let part = |part: fn(&Location) -> Result<String, JsValue>| {
        web_sys::window().and_then(|window| part(&window.location()).ok()).unwrap_or_default()
    };
    Link::read(&part(Location::search), &part(Location::hash), mark())
}

/// The fragment of the address, with its `#`.
#[must_use]
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The mark of the address; `None` for one that the page did not write.
#[must_use]
pub fn mark() -> Option<Mark> {
    let state = web_sys::window()?.history().ok()?.state().ok()?;
    state.as_string()?.parse().ok()
}

/// The page's address without query and fragment.
#[must_use]
pub fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Writes this fragment, or none, into the address, with a mark, leaving no step in the history.
pub fn write(fragment: Option<&str>, mark: Mark) {
    let address = fragment.map_or_else(page, |fragment| format!("{}#{fragment}", page()));
    write_at(&address, mark);
}

/// Writes this address, with a mark, leaving no step in the history.
pub fn write_at(address: &str, mark: Mark) {
    replace(&JsValue::from_str(&mark.to_string()), address);
}

/// Loads the page again at this address: web/boot.js chooses the program. The draft is stored as the page is left.
pub fn load(address: &str) {
    let location = gloo::utils::window().location();
    let now = location.href().unwrap_or_default();
    // Where only the fragment is another, the browser loads nothing; without a fragment it does.
    let is_fragment = address.contains('#') && now.split('#').next() == address.split('#').next();
    // Fails only for addresses of other origins.
    let _ = location.assign(address);
    if is_fragment {
        let _ = location.reload();
    }
}

/// Takes the draft of someone else out of the address, leaving no step in the history.
pub fn forget_link() {
    if mark().is_none() && link().is_some() {
        replace(&JsValue::NULL, &page());
    }
}

fn replace(state: &JsValue, address: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Refused only when called hundreds of times a minute; then the address stays until the next change.
        let _ = history.replace_state_with_url(state, "", Some(address));
    }
}

/// Reports each new link, until the listener is dropped.
pub fn on_link(report: Callback<Link>) -> EventListener {
    EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
        if fragment().starts_with(SUBSCRIBER) {
            // Fails only in documents that are not shown.
            let _ = gloo::utils::window().location().reload();
        } else if let Some(link) = link() {
            report.emit(link);
        }
    })
}
