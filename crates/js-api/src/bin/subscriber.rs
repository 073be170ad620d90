//! The program for subscribers of custom event buses, and for their JSONata expressions.

use rulepad_js_api::{give, lang, object, text};
use rulepad_subscriber::expression::{ExpressionOptions, of_expression};
use rulepad_subscriber::report::{of_filters, of_subscriber};
use rulepad_subscriber::source::of_source;
use rulepad_subscriber::units::Unit;
use rulepad_subscriber::{Filter, Published};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// Whether a subscriber gets the events in a text, why, and what arrives.
#[wasm_bindgen(js_name = testSubscriber)]
pub fn test_subscriber(
    subscriber: &JsValue,
    event: &JsValue,
    published: &str,
    lang: &JsValue,
) -> Result<String, JsError> {
    let (subscriber, event) = (text("subscriber", subscriber)?, text("event", event)?);
    let report = of_subscriber(&subscriber, &event, read_published(published)?, self::lang(lang)?);
    give(&report.counted(&subscriber, &event, Unit::Utf16))
}

/// Whether filters accept the events in a text, and why.
#[wasm_bindgen(js_name = testFilters)]
pub fn test_filters(
    filters: &str,
    event: &JsValue,
    published: &str,
    lang: &JsValue,
) -> Result<String, JsError> {
    let filters: Vec<Filter> = object("filters", filters)?;
    let event = text("event", event)?;
    let report = of_filters(&filters, &event, read_published(published)?, self::lang(lang)?);
    give(&report.counted("", &event, Unit::Utf16))
}

/// Whether an event of its origin crosses an event source.
#[wasm_bindgen(js_name = testEventSource)]
pub fn test_event_source(source: &JsValue, event: &JsValue, lang: &JsValue) -> Result<String, JsError> {
    let (source, event) = (text("source", source)?, text("event", event)?);
    give(&of_source(&source, &event, self::lang(lang)?).counted(&source, &event, Unit::Utf16))
}

/// What a JSONata expression gives for the events in a text.
#[wasm_bindgen(js_name = evaluateExpression)]
pub fn evaluate_expression(
    expression: &JsValue,
    event: &JsValue,
    options: &str,
    lang: &JsValue,
) -> Result<String, JsError> {
    let (expression, event) = (text("expression", expression)?, text("event", event)?);
    let options = object::<Option<ExpressionOptions>>("options", options)?.unwrap_or_default();
    let report = of_expression(&expression, &event, &options, self::lang(lang)?);
    give(&report.counted(&expression, &event, Unit::Utf16))
}

/// How events were published, where their shape does not show it.
fn read_published(json: &str) -> Result<Published, JsError> {
    Ok(object::<Option<Published>>("published", json)?.unwrap_or_default())
}

fn main() {}
