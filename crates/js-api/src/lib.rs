//! The workbench for JavaScript: texts in, typed plain objects out.
//!
//! Every span in a result counts UTF-16 units of its own text, as `String.prototype.slice` does. Events and
//! patterns are JSON *texts*, so that no number passes through JavaScript's own. What may be absent is `null`,
//! never `undefined`. Field names are those of the share links and of the command line.

mod arguments;

use arguments::{object, text};
use rulepad_workbench::{self as workbench, share};
use rulepad_workbench::{
    Dialect, Draft, Export, Format, InputOptions, NamedText, Report, Table, Verdict, batch,
    explain as explain_pattern,
};
use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// The types of what the functions take and give.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("types.d.ts");

/// Everything about a draft: whether the event matches and why, and what each target receives.
///
/// Never throws for broken texts: the report says what is wrong with them.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn evaluate(
    #[wasm_bindgen(unchecked_param_type = "PartialDraft")] draft: JsValue,
) -> Result<JsValue, JsError> {
    let draft: Draft = object("draft", draft)?;
    give(&workbench::evaluate(&draft).in_utf16(&draft))
}

/// A verdict and its message.
#[derive(Serialize)]
struct Tested {
    verdict: Verdict,
    message: Option<String>,
}

/// Whether the event matches the pattern: what AWS's `TestEventPattern` answers.
#[wasm_bindgen(js_name = testEventPattern, unchecked_return_type = "Tested")]
pub fn test_event_pattern(
    #[wasm_bindgen(unchecked_param_type = "string")] pattern: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] event: JsValue,
) -> Result<JsValue, JsError> {
    let (verdict, message) = batch::verdict(&text("pattern", &pattern)?, &text("event", &event)?);
    give(&Tested { verdict, message })
}

/// Whether the event matches the pattern, and why: a report without rule and targets.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn explain(
    #[wasm_bindgen(unchecked_param_type = "string")] pattern: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] event: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Dialect | null")] dialect: JsValue,
) -> Result<JsValue, JsError> {
    let (pattern, event) = (text("pattern", &pattern)?, text("event", &event)?);
    let dialect = object::<Option<Dialect>>("dialect", dialect)?.unwrap_or_default();
    let report: Report = explain_pattern(&pattern, &event, dialect);
    give(&report.in_utf16(&Draft { pattern, event, ..Draft::default() }))
}

/// The events in a text, whatever form it has, with the pattern's verdict on each. Never throws for broken texts.
#[wasm_bindgen(unchecked_return_type = "Pasted")]
pub fn paste(
    #[wasm_bindgen(unchecked_param_type = "string")] events: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] pattern: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Dialect | null")] dialect: JsValue,
) -> Result<JsValue, JsError> {
    let (events, pattern) = (text("events", &events)?, text("pattern", &pattern)?);
    let dialect = object::<Option<Dialect>>("dialect", dialect)?.unwrap_or_default();
    give(&workbench::paste(&events, &pattern, dialect).in_utf16(&events))
}

/// What a target with these input options receives for the event.
#[wasm_bindgen(unchecked_return_type = "InputReport")]
pub fn render(
    #[wasm_bindgen(unchecked_param_type = "string")] event: JsValue,
    #[wasm_bindgen(unchecked_param_type = "InputOptions")] options: JsValue,
) -> Result<JsValue, JsError> {
    let event = text("event", &event)?;
    let options: InputOptions = object("options", options)?;
    give(&workbench::render(&event, &options).in_utf16(&event, &options))
}

/// The pattern with all obvious fixes applied.
#[wasm_bindgen(js_name = fixPattern)]
pub fn fix_pattern(
    #[wasm_bindgen(unchecked_param_type = "string")] pattern: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Dialect | null")] dialect: JsValue,
) -> Result<String, JsError> {
    let dialect = object::<Option<Dialect>>("dialect", dialect)?.unwrap_or_default();
    Ok(workbench::fix_pattern(&text("pattern", &pattern)?, dialect))
}

/// The event with all obvious fixes applied.
#[wasm_bindgen(js_name = fixEvent)]
pub fn fix_event(#[wasm_bindgen(unchecked_param_type = "string")] event: JsValue) -> Result<String, JsError> {
    Ok(workbench::fix_event(&text("event", &event)?))
}

/// The JSON text with two-space indents, numbers and key order as written; `null` while it is broken.
#[wasm_bindgen(unchecked_return_type = "string | null")]
pub fn format(#[wasm_bindgen(unchecked_param_type = "string")] json: JsValue) -> Result<JsValue, JsError> {
    give(&workbench::tidy(&text("json", &json)?))
}

/// The fragment of a share link, without `#`. The same draft gives the same fragment.
#[wasm_bindgen(js_name = encodeShare)]
pub fn encode_share(
    #[wasm_bindgen(unchecked_param_type = "PartialDraft")] draft: JsValue,
) -> Result<String, JsError> {
    Ok(share::encode(&object("draft", draft)?))
}

/// The draft in the fragment of a share link. Throws, in a sentence for the reader, where it is damaged.
#[wasm_bindgen(js_name = decodeShare, unchecked_return_type = "Draft")]
pub fn decode_share(
    #[wasm_bindgen(unchecked_param_type = "string")] fragment: JsValue,
) -> Result<JsValue, JsError> {
    give(&share::decode(&text("fragment", &fragment)?)?)
}

/// The rule as a file. Throws, in a sentence for the reader, while AWS refuses the pattern.
#[wasm_bindgen(js_name = exportRule, unchecked_return_type = "Exported")]
pub fn export_rule(
    #[wasm_bindgen(unchecked_param_type = "PartialDraft")] draft: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Format")] format: JsValue,
) -> Result<JsValue, JsError> {
    let format: Format = object("format", format)?;
    match workbench::export(&object("draft", draft)?, format) {
        Export::Ready(file) => give(&file),
        Export::NotYet(sentence) => Err(JsError::new(&sentence)),
    }
}

/// The rules in a text, whatever form it has. Never throws for broken texts: the answer says what is wrong with them.
#[wasm_bindgen(js_name = importText, unchecked_return_type = "Import")]
pub fn import_text(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
) -> Result<JsValue, JsError> {
    let text = arguments::text("text", &text)?;
    give(&workbench::import(&text).in_utf16(&text))
}

/// The rules in several files, which may name one another. Never throws for broken texts: the answer says what is
/// wrong with them.
#[wasm_bindgen(js_name = importFiles, unchecked_return_type = "ImportedFiles")]
pub fn import_files(
    #[wasm_bindgen(unchecked_param_type = "NamedText[]")] files: JsValue,
) -> Result<JsValue, JsError> {
    let files: Vec<NamedText> = object("files", files)?;
    give(&workbench::import_files(&files).in_utf16(&files))
}

/// What a DynamoDB table holds after a function wrote each payload down with `PutItem`, in this order.
///
/// Never throws for broken texts: the log says what is wrong with the table and with each payload.
#[wasm_bindgen(js_name = eventLog, unchecked_return_type = "EventLog")]
pub fn event_log(
    #[wasm_bindgen(unchecked_param_type = "Table")] table: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string[]")] payloads: JsValue,
) -> Result<JsValue, JsError> {
    let table: Table = object("table", table)?;
    let payloads: Vec<String> = object("payloads", payloads)?;
    give(&workbench::event_log_in_utf16(workbench::event_log(&table, &payloads), &table))
}

/// Keys to choose from for an event log of such payloads, those that look like a user and a time first.
#[wasm_bindgen(js_name = suggestKeys, unchecked_return_type = "Key[]")]
pub fn suggest_keys(
    #[wasm_bindgen(unchecked_param_type = "string")] payload: JsValue,
) -> Result<JsValue, JsError> {
    give(&workbench::suggest_keys(&text("payload", &payload)?))
}

/// The version of Rulepad.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn give(result: &impl Serialize) -> Result<JsValue, JsError> {
    let plain =
        serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    Ok(result.serialize(&plain)?)
}

#[cfg(test)]
mod tests;
