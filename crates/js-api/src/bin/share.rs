//! The program of share links.

use rulepad_js_api::{give, lang, object, text};
use rulepad_workbench::{Words, share};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// The fragment of a share link, without `#`. The same draft gives the same fragment.
#[wasm_bindgen(js_name = encodeShare)]
pub fn encode_share(draft: &str) -> Result<String, JsError> {
    Ok(share::encode(&object("draft", draft)?))
}

/// The draft in the fragment of a share link. Throws, in a sentence for the reader, where it is damaged.
#[wasm_bindgen(js_name = decodeShare)]
pub fn decode_share(fragment: &JsValue, lang: &JsValue) -> Result<String, JsError> {
    let (fragment, lang) = (text("fragment", fragment)?, self::lang(lang)?);
    give(&share::decode(&fragment).map_err(|bad| JsError::new(&bad.words(lang)))?)
}

fn main() {}
