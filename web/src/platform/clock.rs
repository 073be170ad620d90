//! Times, as the browser writes them.

use wasm_bindgen::JsValue;

/// A day and a time of the person's time zone, as readers of a language write them; `millis` since 1970.
#[must_use]
pub fn day_and_time(millis: f64, language: &str) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(millis));
    String::from(date.to_locale_string(language, &JsValue::UNDEFINED))
}

/// Now, in milliseconds since 1970.
#[must_use]
pub fn now() -> f64 {
    js_sys::Date::now()
}
