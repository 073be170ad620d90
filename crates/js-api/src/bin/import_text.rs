//! The program that reads rules from texts.

use rulepad_js_api::{give, lang, object, text};
use rulepad_workbench::{self as workbench, NamedText};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// The rules in a text, whatever form it has.
#[wasm_bindgen(js_name = importText)]
pub fn import_text(from: &JsValue, lang: &JsValue) -> Result<String, JsError> {
    let from = text("text", from)?;
    give(&workbench::import(&from, self::lang(lang)?).in_utf16(&from))
}

/// The rules in several files, which may name one another.
#[wasm_bindgen(js_name = importFiles)]
pub fn import_files(files: &str, lang: &JsValue) -> Result<String, JsError> {
    let files: Vec<NamedText> = object("files", files)?;
    give(&workbench::import_files(&files, self::lang(lang)?).in_utf16(&files))
}

fn main() {}
