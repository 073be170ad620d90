//! The program for whole drafts: rules with targets, and texts in other notations than JSON.
//!
//! It answers everything that `evaluate.rs` leaves open.

use rulepad_js_api::{Tested, give, lang, object, text};
use rulepad_workbench::{self as workbench, Dialect, Draft, InputOptions, batch};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// Everything about a draft: whether the event matches and why, and what each target receives.
#[wasm_bindgen]
pub fn evaluate(draft: &str, lang: &JsValue) -> Result<String, JsError> {
    let draft: Draft = object("draft", draft)?;
    give(&workbench::evaluate(&draft, self::lang(lang)?).in_utf16(&draft))
}

/// A verdict and its message.
#[wasm_bindgen(js_name = testEventPattern)]
pub fn test_event_pattern(pattern: &JsValue, event: &JsValue, lang: &JsValue) -> Result<String, JsError> {
    let (pattern, event) = (text("pattern", pattern)?, text("event", event)?);
    give(&Tested::from(batch::verdict(&pattern, &event, self::lang(lang)?)))
}

/// A report without rule and targets.
#[wasm_bindgen]
pub fn explain(pattern: &JsValue, event: &JsValue, dialect: &str, lang: &JsValue) -> Result<String, JsError> {
    let (pattern, event) = (text("pattern", pattern)?, text("event", event)?);
    let dialect = object::<Option<Dialect>>("dialect", dialect)?.unwrap_or_default();
    let report = workbench::explain(&pattern, &event, dialect, self::lang(lang)?);
    give(&report.in_utf16(&Draft { pattern, event, ..Draft::default() }))
}

/// What a target receives.
#[wasm_bindgen]
pub fn render(event: &JsValue, options: &str, lang: &JsValue) -> Result<String, JsError> {
    let event = text("event", event)?;
    let options: InputOptions = object("options", options)?;
    give(&workbench::render(&event, &options, self::lang(lang)?).in_utf16(&event, &options))
}

fn main() {}
