//! Rulepad's own file: a draft with everything typed in it, valid or not.

use crate::draft::Draft;
use rulepad_rule::Exported;
use serde::{Deserialize, Serialize};

/// The version of the file; a later one is refused.
const VERSION: u32 = 1;

/// A draft under a mark that tells the file apart.
#[derive(Serialize, Deserialize)]
struct File<D> {
    rulepad: u32,
    #[serde(flatten)]
    draft: D,
}

/// Why a file cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadFile {
    /// Made by a later version of Rulepad.
    Version(u32),
    /// Not the JSON of a draft; the words say where.
    Damaged(String),
}

impl std::fmt::Display for BadFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Version(version) => {
                write!(
                    f,
                    "this file has version {version}, this Rulepad reads {VERSION}: open it in a newer one"
                )
            }
            Self::Damaged(words) => write!(f, "this Rulepad file is damaged: {words}"),
        }
    }
}

impl std::error::Error for BadFile {}

/// The draft as a file. The same draft gives the same bytes.
#[must_use]
pub fn save(draft: &Draft) -> Exported {
    let text = serde_json::to_string_pretty(&File { rulepad: VERSION, draft }).unwrap_or_default();
    Exported {
        file_name: rulepad_rule::export::file_name(&draft.rule, "rulepad.json"),
        media_type: "application/json".to_owned(),
        text: text + "\n",
        refused: Vec::new(),
        losses: Vec::new(),
        notes: Vec::new(),
    }
}

/// The draft in a file; `None` where the text is no file of Rulepad.
///
/// # Errors
/// [`BadFile`] says what is wrong with a file that is one, in a sentence for the page.
pub fn open(text: &str) -> Option<Result<Draft, BadFile>> {
    #[derive(Deserialize)]
    struct Mark {
        rulepad: u32,
    }
    let marked = serde_json::from_str::<Mark>(text);
    match marked {
        Ok(Mark { rulepad }) if rulepad > VERSION => Some(Err(BadFile::Version(rulepad))),
        Ok(_) => {
            let file = serde_json::from_str::<File<Draft>>(text);
            Some(file.map(|file| file.draft).map_err(|error| BadFile::Damaged(error.to_string())))
        }
        Err(error) if text.trim_start().starts_with("{\n  \"rulepad\":") => {
            Some(Err(BadFile::Damaged(error.to_string())))
        }
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn what_is_saved_opens_again() {
        for example in examples() {
            let file = save(&example.draft);
            assert_eq!(file, save(&example.draft));
            assert_eq!(open(&file.text), Some(Ok(example.draft)), "{}", example.id);
        }
        let broken = Draft {
            event: "{\"a\": 9007199254740993, # é😀".into(),
            pattern: "{'\u{0}".into(),
            ..Draft::default()
        };
        assert_eq!(open(&save(&broken).text), Some(Ok(broken)));
    }

    #[test]
    fn a_bad_file_says_what_is_wrong() {
        assert_eq!(open("{}"), None);
        assert_eq!(open("{\"rulepad\": \"one\"}"), None);
        assert_eq!(open("{\"rulepad\": 2, \"new\": []}"), Some(Err(BadFile::Version(2))));
        let whole = save(&Draft { event: "{}".into(), ..Draft::default() }).text;
        let cut = whole.get(..whole.len() / 2).unwrap();
        let Some(Err(BadFile::Damaged(words))) = open(cut) else { panic!() };
        assert!(words.contains("line"), "{words}");
    }
}
