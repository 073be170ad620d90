//! The program of the tools around a verdict: fixes, pasted events and the event log.

use rulepad_js_api::{give, lang, object, text};
use rulepad_workbench::{self as workbench, Dialect, Table};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// The pattern with all obvious fixes applied.
#[wasm_bindgen(js_name = fixPattern)]
pub fn fix_pattern(pattern: &JsValue, dialect: &str) -> Result<String, JsError> {
    let dialect = object::<Option<Dialect>>("dialect", dialect)?.unwrap_or_default();
    give(&workbench::fix_pattern(&text("pattern", pattern)?, dialect))
}

/// The event with all obvious fixes applied.
#[wasm_bindgen(js_name = fixEvent)]
pub fn fix_event(event: &JsValue) -> Result<String, JsError> {
    give(&workbench::fix_event(&text("event", event)?))
}

/// The JSON text with two-space indents, numbers and key order as written; `null` while it is broken.
#[wasm_bindgen]
pub fn format(json: &JsValue) -> Result<String, JsError> {
    give(&workbench::tidy(&text("json", json)?))
}

/// The events in a text, whatever form it has, with the pattern's verdict on each.
#[wasm_bindgen]
pub fn paste(events: &JsValue, pattern: &JsValue, dialect: &str, lang: &JsValue) -> Result<String, JsError> {
    let (events, pattern) = (text("events", events)?, text("pattern", pattern)?);
    let dialect = object::<Option<Dialect>>("dialect", dialect)?.unwrap_or_default();
    give(&workbench::paste(&events, &pattern, dialect, self::lang(lang)?).in_utf16(&events))
}

/// What a DynamoDB table holds after a function stored each payload with `PutItem`, in this order.
#[wasm_bindgen(js_name = eventLog)]
pub fn event_log(table: &str, payloads: &str, lang: &JsValue) -> Result<String, JsError> {
    let table: Table = object("table", table)?;
    let payloads: Vec<String> = object("payloads", payloads)?;
    let log = workbench::event_log(&table, &payloads, self::lang(lang)?);
    give(&workbench::event_log_in_utf16(log, &table))
}

/// Keys to choose from for an event log of such payloads, those that look like a user and a time first.
#[wasm_bindgen(js_name = suggestKeys)]
pub fn suggest_keys(payload: &JsValue) -> Result<String, JsError> {
    give(&workbench::suggest_keys(&text("payload", payload)?))
}

fn main() {}
