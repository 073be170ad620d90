//! Moving the keyboard to a part of the page.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// How long after a press an element may take to leave the page: the answer to a changed draft takes it away.
const LEFT_MILLIS: u32 = 150;

/// Focuses the first element that matches one of the selectors, if by then the focus was lost with its element.
pub fn keep(selectors: &'static [&'static str]) {
    Timeout::new(LEFT_MILLIS, move || {
        let document = gloo::utils::document();
        let body = document.body().map(web_sys::Element::from);
        if document.active_element().is_none_or(|active| Some(active) == body) {
            first(selectors);
        }
    })
    .forget();
}

/// Focuses the first element that matches one of the selectors, tried in order, once the page is drawn.
pub fn first(selectors: &'static [&'static str]) {
    Timeout::new(0, move || {
        let document = gloo::utils::document();
        let found = selectors.iter().find_map(|selector| document.query_selector(selector).ok().flatten());
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // Refused only by elements that are gone.
            let _ = element.focus();
        }
    })
    .forget();
}
