//! Arguments from JavaScript; an error names the argument, and the field in it.

use rulepad_workbench::Lang;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsError, JsValue};

/// A text.
///
/// # Errors
/// For anything else, also for an object that was parsed already.
pub fn text(name: &str, value: &JsValue) -> Result<String, JsError> {
    value.as_string().ok_or_else(|| {
        let kind = value.js_typeof().as_string().unwrap_or_default();
        JsError::new(&format!("`{name}` must be a string, not of type {kind}"))
    })
}

/// The language of an answer, by its tag; English where none is given.
///
/// # Errors
/// For anything else than the tag of a language that Rulepad writes in.
pub fn lang(value: &JsValue) -> Result<Lang, JsError> {
    match known_lang(value) {
        Some(lang) => Ok(lang),
        None => Err(JsError::new(&unknown_lang(&text("lang", value)?))),
    }
}

/// The language, as [`lang`] reads it; `None` for what it refuses.
#[must_use]
pub fn known_lang(value: &JsValue) -> Option<Lang> {
    if value.is_undefined() || value.is_null() {
        return Some(Lang::default());
    }
    Lang::of_tag(&value.as_string()?)
}

fn unknown_lang(tag: &str) -> String {
    format!("`lang` must be `en` or `ko`, not `{tag}`")
}

/// A value of the API's types; `json` is its text, as `npm/src/questions.ts` writes it.
///
/// # Errors
/// Where the value is not of the type, with the path of the field.
pub fn object<T: DeserializeOwned>(name: &str, json: &str) -> Result<T, JsError> {
    serde_json::from_slice(json.as_bytes()).map_err(|error| {
        let place = format!("{name}{}", path_at(json, error.column()));
        JsError::new(&sentence(&place, &error.to_string()))
    })
}

/// A step from a value into it.
enum Step {
    /// In an object: the key that was read last, quotes included.
    Key(String),
    /// In an array: how many items are before.
    Index(usize),
}

/// The path of the value in which serde_json stopped, as `.targets[1].input`; empty for the whole. `json` is compact
/// and valid, and `column` counts its bytes from 1.
fn path_at(json: &str, column: usize) -> String {
    let mut steps: Vec<Step> = Vec::new();
    let mut string: Option<String> = None;
    let mut escaped = false;
    let mut last = String::new();
    for (at, c) in json.char_indices() {
        if at >= column {
            break;
        }
        match (&mut string, c) {
            (Some(_), '"') if !escaped => last = string.take().unwrap_or_default(),
            (Some(text), c) => {
                escaped = c == '\\' && !escaped;
                text.push(c);
            }
            (None, '"') => string = Some(String::new()),
            (None, ':') => {
                if let Some(Step::Key(key)) = steps.last_mut() {
                    key.clone_from(&last);
                }
            }
            // The bracket at which serde_json stops opens the value that is wrong.
            (None, '{') if at + 1 < column => steps.push(Step::Key(String::new())),
            (None, '[') if at + 1 < column => steps.push(Step::Index(0)),
            (None, '}' | ']') if at + 1 < column => {
                steps.pop();
            }
            (None, ',') if at + 1 < column => {
                if let Some(Step::Index(index)) = steps.last_mut() {
                    *index += 1;
                }
            }
            _ => {}
        }
    }
    let shown = |step: &Step| match step {
        Step::Key(key) if key.is_empty() => String::new(),
        Step::Key(key) => format!(".{key}"),
        Step::Index(index) => format!("[{index}]"),
    };
    steps.iter().map(shown).collect()
}

/// serde's words without its names for Rust's and JavaScript's types; what was seen may be a whole event and
/// is left out.
fn sentence(place: &str, problem: &str) -> String {
    let problem = problem.rsplit_once(" at line ").map_or(problem, |(before, _)| before);
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
    use super::{path_at, sentence, unknown_lang};
    use rulepad_workbench::Draft;

    #[test]
    fn an_error_has_the_path_of_its_value() {
        for (json, path) in [
            ("null", ""),
            ("5", ""),
            (r#"{"event":{}}"#, ".event"),
            (r#"{"event":[1,2]}"#, ".event"),
            (r#"{"event":"a\"b,{","pattern":7}"#, ".pattern"),
            (r#"{"rule":{"name":5}}"#, ".rule.name"),
            (r#"{"rule":{"state":"ON"}}"#, ".rule.state"),
            (r#"{"targets":[{},{"input":{"option":"path","value":1}}]}"#, ".targets[1].input.value"),
            (r#"{"targets":[{"id":"a"},{"id":null}]}"#, ".targets[1].id"),
        ] {
            let error = serde_json::from_str::<Draft>(json).unwrap_err();
            assert_eq!(path_at(json, error.column()), path, "{json}: {error}");
        }
    }

    #[test]
    fn an_unknown_language_names_the_known_ones() {
        assert_eq!(unknown_lang("fr"), "`lang` must be `en` or `ko`, not `fr`");
    }

    #[test]
    fn sentences_have_no_names_of_rust() {
        let say = |problem| sentence("draft.rule", problem);
        assert_eq!(
            say("invalid type: null, expected struct Rule at line 1 column 4"),
            "`draft.rule` must be an object"
        );
        let seen = r#"invalid type: JsValue(Object({"a":", expected struct X"})), expected a string"#;
        assert_eq!(say(seen), "`draft.rule` must be a string");
        let variant = "unknown variant `ON`, expected one of `ENABLED`, `DISABLED`";
        assert_eq!(say(variant), format!("`draft.rule`: {variant}"));
    }
}
