//! Copying, and pasting on the page as a whole.

use super::keys::is_typed_in;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, FileList, HtmlElement};
use yew::Callback;

/// Copies a text, then says whether the browser allowed it.
pub fn copy(text: &str, done: Callback<bool>) {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    // Outside of a secure context there is no clipboard.
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else {
        return done.emit(false);
    };
    let copying = clipboard.write_text(text);
    spawn_local(async move { done.emit(JsFuture::from(copying).await.is_ok()) });
}

/// Tells what is pasted where nothing is typed in, until the listener is dropped.
pub fn on_paste(text: Callback<String>, files: Callback<FileList>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "paste", options, move |event| {
        let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
            return;
        };
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let Some(listed) = data.files().filter(|files| files.length() > 0) {
            event.prevent_default();
            files.emit(listed);
        } else if !target.is_some_and(|target| is_typed_in(&target))
            && let Ok(pasted) = data.get_data("text/plain")
            && !pasted.trim().is_empty()
        {
            event.prevent_default();
            text.emit(pasted);
        }
    })
}
