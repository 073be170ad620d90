//! Whether the screen has room for panes side by side.

use gloo::events::EventListener;
use web_sys::MediaQueryList;
use yew::Callback;

/// Below this width one region is shown at a time; the style sheets know the same number.
const NARROW: &str = "(max-width: 899px)";

/// Whether it is narrow now.
#[must_use]
pub fn is_narrow() -> bool {
    query().is_some_and(|query| query.matches())
}

/// Tells when it becomes narrow or wide, until the listener is dropped.
#[must_use]
pub fn on_change(tell: Callback<bool>) -> Option<EventListener> {
    let query = query()?;
    let asked = query.clone();
    Some(EventListener::new(&query, "change", move |_| tell.emit(asked.matches())))
}

fn query() -> Option<MediaQueryList> {
    web_sys::window()?.match_media(NARROW).ok()?
}
