//! Moving the keyboard to a part of the page.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// How often it is looked whether an element that was pressed has left the page: the answer to a changed draft
/// takes it away.
const LEFT_MILLIS: u32 = 150;
/// How many times it is looked; by then an evaluation has ended or was stopped.
const LEFT_TIMES: u32 = 16;

/// Focuses the first element that matches one of the selectors, if by then the focus was lost with its element.
pub fn keep(selectors: &'static [&'static str]) {
    look(selectors, gloo::utils::document().active_element(), LEFT_TIMES);
}

/// Looks again as long as the element that was pressed has the focus.
fn look(selectors: &'static [&'static str], pressed: Option<web_sys::Element>, times: u32) {
    Timeout::new(LEFT_MILLIS, move || {
        let document = gloo::utils::document();
        let body = document.body().map(web_sys::Element::from);
        let active = document.active_element();
        if active.is_none() || active == body {
            first(selectors);
        } else if active == pressed && times > 1 {
            look(selectors, pressed, times - 1);
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

/// Focuses, once the page is drawn, the first of `inner` in the last of `parts` that belongs to a field of the
/// builder, by the field's name.
pub fn last_in_field(field: String, parts: &'static str, inner: &'static str) {
    Timeout::new(0, move || {
        let document = gloo::utils::document();
        let Ok(rows) = document.query_selector_all("[data-field]") else { return };
        let rows = (0..rows.length()).filter_map(|at| rows.item(at)?.dyn_into::<web_sys::Element>().ok());
        let mut own = rows.filter(|row| row.get_attribute("data-field").as_deref() == Some(field.as_str()));
        let Some(row) = own.next() else { return };
        let found = row.query_selector_all(parts).ok();
        let last = found.and_then(|found| found.item(found.length().checked_sub(1)?));
        let part = last.and_then(|last| last.dyn_into::<web_sys::Element>().ok()).unwrap_or(row);
        let element = part.query_selector(inner).ok().flatten();
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // Refused only by elements that are gone.
            let _ = element.focus();
        }
    })
    .forget();
}
