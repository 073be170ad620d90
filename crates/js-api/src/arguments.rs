//! Arguments from JavaScript; an error names the argument, and the field in it.

use serde::de::DeserializeOwned;
use wasm_bindgen::{JsError, JsValue};

/// A text; anything else is an error, also an object that was parsed already.
pub fn text(name: &str, value: &JsValue) -> Result<String, JsError> {
    value.as_string().ok_or_else(|| {
        let kind = value.js_typeof().as_string().unwrap_or_default();
        JsError::new(&format!("`{name}` must be a string, not of type {kind}"))
    })
}

/// A value of the API's types.
pub fn object<T: DeserializeOwned>(name: &str, value: JsValue) -> Result<T, JsError> {
    serde_path_to_error::deserialize(serde_wasm_bindgen::Deserializer::from(value)).map_err(|error| {
        let path = error.path().to_string();
        let place = if path == "." { name.to_owned() } else { format!("{name}.{path}") };
        JsError::new(&sentence(&place, &error.inner().to_string()))
    })
}

/// serde's words without its names for Rust's and JavaScript's types; what was seen may be a whole event and
/// is left out.
fn sentence(place: &str, problem: &str) -> String {
    let problem = problem.trim_start_matches("Error: ");
    match problem.rsplit_once(", expected ") {
        Some((seen, wanted)) if seen.starts_with("invalid ") => {
            let wanted = match wanted {
                "a sequence" => "an array",
                wanted if wanted.starts_with("struct ") => "an object",
                wanted => wanted,
            };
            format!("`{place}` must be {wanted}")
        }
        _ => format!("`{place}`: {problem}"),
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn sentences_have_no_names_of_rust() {
        let say = |problem| sentence("draft.rule", problem);
        assert_eq!(
            say("Error: invalid type: unit value, expected struct Rule"),
            "`draft.rule` must be an object"
        );
        let seen = r#"invalid type: JsValue(Object({"a":", expected struct X"})), expected a string"#;
        assert_eq!(say(seen), "`draft.rule` must be a string");
        let variant = "unknown variant `ON`, expected one of `ENABLED`, `DISABLED`";
        assert_eq!(say(variant), format!("`draft.rule`: {variant}"));
    }
}
