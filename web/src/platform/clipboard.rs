//! Copying, and pasting on the page as a whole.

use super::keys::is_typed_in;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, FileList, HtmlElement};
use yew::Callback;

/// Copies a text, then reports whether the browser allowed it.
pub fn copy(text: &str, done: Callback<bool>) {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    // Outside of a secure context there is no clipboard.
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else {
        return done.emit(false);
    };
    let copying = clipboard.write_text(text);
    spawn_local(async move { done.emit(JsFuture::from(copying).await.is_ok()) });
}

/// Reports what is pasted where nothing is typed in, until the listener is dropped.
///
/// A paste into a text field or an editor is that field's, whatever is selected in it. By the time the event gets
/// here the editor has replaced its lines, and with them the element that was pasted into, so the path the event
/// took decides, not its target.
pub fn on_paste(text: Callback<String>, files_pasted: Callback<FileList>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "paste", options, move |event| {
        let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
            return;
        };
        let pasted = data.get_data("text/plain").unwrap_or_default();
        let listed = data.files().filter(|files| files.length() > 0);
        if event.default_prevented() {
            return;
        }
        let in_field = event
            .composed_path()
            .iter()
            .any(|passed| passed.dyn_ref::<HtmlElement>().is_some_and(is_typed_in));
        // A copied table or page is a text and a picture of it.
        let has_text = !pasted.trim().is_empty();
        match listed {
            Some(files) if !has_text => {
                event.prevent_default();
                files_pasted.emit(files);
            }
            _ if has_text && !in_field => {
                event.prevent_default();
                text.emit(pasted);
            }
            _ => {}
        }
    })
}
