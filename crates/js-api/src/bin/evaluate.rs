//! The program that an example in a document loads: verdict, reasons and payload of JSON texts.
//!
//! It reads JSON alone, knows no targets and takes no objects, so that it is small. Each function gives `undefined` for
//! what it cannot answer, wrong arguments among it, and `draft.rs` answers that.

use rulepad_js_api::{Tested, give, known_lang};
use rulepad_workbench::{self as workbench, Dialect, Draft, InputOptions, batch};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// A verdict and its message, where the pattern starts as JSON does.
#[wasm_bindgen(js_name = testEventPattern)]
pub fn test_event_pattern(
    pattern: &JsValue,
    event: &JsValue,
    lang: &JsValue,
) -> Result<Option<String>, JsError> {
    let Some(lang) = known_lang(lang) else { return Ok(None) };
    let texts = pattern.as_string().zip(event.as_string());
    let found = texts.and_then(|(pattern, event)| batch::verdict_bracketed(&pattern, &event, lang));
    found.map(|found| give(&Tested::from(found))).transpose()
}

/// A report without rule and targets, where both texts are JSON and the event is one event.
#[wasm_bindgen]
pub fn explain(
    pattern: &JsValue,
    event: &JsValue,
    dialect: &JsValue,
    lang: &JsValue,
) -> Result<Option<String>, JsError> {
    let Some((draft, lang)) = read(pattern, event, dialect).zip(known_lang(lang)) else { return Ok(None) };
    let report = workbench::explain_json(&draft.pattern, &draft.event, draft.dialect, lang);
    report.map(|report| give(&report.in_utf16(&draft))).transpose()
}

/// A draft of its texts; `None` where a value is something else.
fn read(pattern: &JsValue, event: &JsValue, dialect: &JsValue) -> Option<Draft> {
    let (pattern, event) = pattern.as_string().zip(event.as_string())?;
    Some(Draft { pattern, event, dialect: read_dialect(dialect)?, ..Draft::default() })
}

/// The dialect of a name; the rule's where there is none.
fn read_dialect(name: &JsValue) -> Option<Dialect> {
    if name.is_undefined() || name.is_null() {
        return Some(Dialect::default());
    }
    let name = name.as_string()?;
    let is_named =
        |dialect: &Dialect| serde_json::to_string(dialect).is_ok_and(|own| own.trim_matches('"') == name);
    Dialect::ALL.into_iter().find(is_named)
}

/// What a target receives, where no ARN says which service it is.
#[expect(
    clippy::too_many_arguments,
    reason = "texts one by one: reading an object would double this program"
)]
#[wasm_bindgen]
pub fn render(
    event: &JsValue,
    input_path: Option<String>,
    input: Option<String>,
    input_paths_map: Option<String>,
    input_template: Option<String>,
    rule_name: Option<String>,
    rule_arn: Option<String>,
    ingestion_time: Option<String>,
    lang: &JsValue,
) -> Result<Option<String>, JsError> {
    let Some((event, lang)) = event.as_string().zip(known_lang(lang)) else { return Ok(None) };
    let options = InputOptions {
        input_path,
        input,
        input_paths_map,
        input_template,
        rule_name,
        rule_arn,
        ingestion_time,
        ..InputOptions::default()
    };
    let report = workbench::render_payload(&event, &options, lang);
    report.map(|report| give(&report.in_utf16(&event, &options))).transpose()
}

/// The version of Rulepad.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn main() {}
