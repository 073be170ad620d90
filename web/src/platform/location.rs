//! The page's address and the fragment in it.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::Callback;

/// The fragment with its `#`; empty when there is none.
#[must_use]
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The page's address without fragment.
#[must_use]
pub fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Takes the fragment out of the address, leaving no step in the history.
pub fn forget_fragment() {
    if fragment().is_empty() {
        return;
    }
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Refused only when called hundreds of times a minute; then the fragment stays.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&page()));
    }
}

/// Tells each new fragment that is not empty, until the listener is dropped.
pub fn on_fragment(tell: Callback<String>) -> EventListener {
    EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
        let fragment = fragment();
        if fragment.len() > 1 {
            tell.emit(fragment);
        }
    })
}
