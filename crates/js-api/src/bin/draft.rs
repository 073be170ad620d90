//! The program for whole drafts: rules with targets, and texts in other notations than JSON.
//!
//! It answers everything that `evaluate.rs` leaves open.

use rulepad_js_api::{Tested, give, object, text};
use rulepad_workbench::Lang;
use rulepad_workbench::{self as workbench, Dialect, Draft, InputOptions, batch};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// Everything about a draft: whether the event matches and why, and what each target receives.
#[wasm_bindgen]
pub fn evaluate(draft: &str) -> Result<String, JsError> {
    let draft: Draft = object("draft", draft)?;
    give(&workbench::evaluate(&draft, Lang::En).in_utf16(&draft))
}

/// A verdict and its message.
#[wasm_bindgen(js_name = testEventPattern)]
pub fn test_event_pattern(pattern: &JsValue, event: &JsValue) -> Result<String, JsError> {
    give(&Tested::from(batch::verdict(&text("pattern", pattern)?, &text("event", event)?, Lang::En)))
}

/// A report without rule and targets.
#[wasm_bindgen]
pub fn explain(pattern: &JsValue, event: &JsValue, dialect: &str) -> Result<String, JsError> {
    let (pattern, event) = (text("pattern", pattern)?, text("event", event)?);
    let dialect = object::<Option<Dialect>>("dialect", dialect)?.unwrap_or_default();
    let report = workbench::explain(&pattern, &event, dialect, Lang::En);
    give(&report.in_utf16(&Draft { pattern, event, ..Draft::default() }))
}

/// What a target receives.
#[wasm_bindgen]
pub fn render(event: &JsValue, options: &str) -> Result<String, JsError> {
    let event = text("event", event)?;
    let options: InputOptions = object("options", options)?;
    give(&workbench::render(&event, &options, Lang::En).in_utf16(&event, &options))
}

fn main() {}
