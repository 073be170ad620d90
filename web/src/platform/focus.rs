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
            // At once: a little later the person may have gone elsewhere.
            now(selectors);
        } else if active == pressed && times > 1 {
            look(selectors, pressed, times - 1);
        }
    })
    .forget();
}

/// Focuses the first element that matches one of the selectors, tried in order, once the page is drawn.
pub fn first(selectors: &'static [&'static str]) {
    Timeout::new(0, move || {
        now(selectors);
    })
    .forget();
}

/// Focuses the first element that matches one of the selectors: at once, so that the next key goes there, and where
/// it is not shown yet once the page is drawn.
pub fn at_once(selectors: &'static [&'static str]) {
    if !now(selectors) {
        first(selectors);
    }
}

/// Whether the element has the focus then.
fn now(selectors: &[&str]) -> bool {
    let document = gloo::utils::document();
    let found = selectors.iter().find_map(|selector| document.query_selector(selector).ok().flatten());
    let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else { return false };
    // Refused only by elements that are gone.
    let _ = element.focus();
    document.active_element().as_ref() == Some(element.as_ref())
}

/// Focuses the first element that matches one of the selectors as soon as there is one, unless the focus goes
/// elsewhere before.
pub fn soon(selectors: &'static [&'static str]) {
    appear(selectors, gloo::utils::document().active_element(), LEFT_TIMES);
}

fn appear(selectors: &'static [&'static str], before: Option<web_sys::Element>, times: u32) {
    Timeout::new(if times == LEFT_TIMES { 0 } else { LEFT_MILLIS }, move || {
        let document = gloo::utils::document();
        let active = document.active_element();
        let is_there = selectors.iter().any(|one| document.query_selector(one).ok().flatten().is_some());
        // What had the focus may be gone with the panel it was in.
        let is_left = active == before || active == document.body().map(web_sys::Element::from);
        if is_there && is_left {
            now(selectors);
        } else if is_left && times > 1 {
            appear(selectors, before, times - 1);
        }
    })
    .forget();
}

/// Focuses the first of `inner` in the newest of `parts` that belongs to a field of the builder, by the field's
/// name, as soon as there is one more of them than now.
pub fn newest_in_field(field: String, parts: &'static str, inner: &'static str) {
    let now = parts_of(&field, parts).len();
    wait_for(field, parts, inner, now + 1, LEFT_TIMES);
}

/// The same for the last of `parts`, however many there are.
pub fn last_in_field(field: String, parts: &'static str, inner: &'static str) {
    wait_for(field, parts, inner, 1, LEFT_TIMES);
}

fn wait_for(field: String, parts: &'static str, inner: &'static str, least: usize, times: u32) {
    Timeout::new(if times == LEFT_TIMES { 0 } else { LEFT_MILLIS }, move || {
        let found = parts_of(&field, parts);
        if found.len() < least {
            if times > 1 {
                wait_for(field, parts, inner, least, times - 1);
            }
            return;
        }
        let element = found.last().and_then(|part| part.query_selector(inner).ok().flatten());
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // Refused only by elements that are gone.
            let _ = element.focus();
        }
    })
    .forget();
}

/// The parts of a field's row, or none while it has no row.
fn parts_of(field: &str, parts: &str) -> Vec<web_sys::Element> {
    let all = |found: Option<web_sys::NodeList>| {
        let found = found.into_iter();
        found
            .flat_map(|list| (0..list.length()).filter_map(move |at| list.item(at)?.dyn_into().ok()))
            .collect()
    };
    let rows: Vec<web_sys::Element> = all(gloo::utils::document().query_selector_all("[data-field]").ok());
    let own = rows.iter().find(|row| row.get_attribute("data-field").as_deref() == Some(field));
    own.map_or_else(Vec::new, |row| all(row.query_selector_all(parts).ok()))
}
