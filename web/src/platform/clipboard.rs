//! Copying.

use wasm_bindgen_futures::{JsFuture, spawn_local};
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
