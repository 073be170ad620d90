//! The workbench for JavaScript: texts in, typed plain objects out.
//!
//! Every span in a result counts UTF-16 units of its own text, as `String.prototype.slice` does. Events and
//! patterns are JSON *texts*, so that no number passes through JavaScript's own. What may be absent is `null`,
//! never `undefined`. Field names are those of the share links and of the command line. A function that words
//! something takes the language last; without it the words are English.
//!
//! The functions are in `bin/`, one program for each group of questions, so that a question loads nothing that
//! only others need; `npm/src/questions.ts` asks them and has the functions that people call. Objects cross the border
//! as JSON texts, which is smaller than building them piece by piece. This library has what the programs share:
//! arguments and results.

mod arguments;

pub use arguments::{known_lang, lang, object, text};
use rulepad_workbench::Verdict;
use serde::Serialize;
use wasm_bindgen::JsError;

/// A verdict and its message, as `TestEventPattern` answers.
#[derive(Serialize)]
pub struct Tested {
    verdict: Verdict,
    message: Option<String>,
}

impl From<(Verdict, Option<String>)> for Tested {
    fn from((verdict, message): (Verdict, Option<String>)) -> Self {
        Self { verdict, message }
    }
}

/// A result as JSON, which `npm/src/questions.ts` reads.
///
/// # Errors
/// None for the types of the workbench.
pub fn give(result: &impl Serialize) -> Result<String, JsError> {
    Ok(serde_json::to_string(result)?)
}

#[cfg(test)]
mod tests;
