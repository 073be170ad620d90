//! The program that writes a rule as a file.

use rulepad_js_api::{give, lang, object};
use rulepad_workbench::{self as workbench, Export, Format};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// The rule as a file. Throws, in a sentence for the reader, while AWS refuses the pattern.
#[wasm_bindgen(js_name = exportRule)]
pub fn export_rule(draft: &str, format: &str, lang: &JsValue) -> Result<String, JsError> {
    let format: Format = object("format", format)?;
    match workbench::export(&object("draft", draft)?, format, self::lang(lang)?) {
        Export::Ready(file) => give(&file),
        Export::NotYet(sentence) => Err(JsError::new(&sentence)),
    }
}

fn main() {}
