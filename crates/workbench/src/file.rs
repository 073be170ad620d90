//! Rulepad's own file: a draft with everything typed in it, valid or not.

use crate::draft::Draft;
use crate::export::Exported;
use rulepad_document::{Lang, Words};
use serde::{Deserialize, Serialize};

/// The version of the file; a later one is refused.
pub(crate) const VERSION: u32 = 1;

/// A draft under a mark that identifies the file.
#[derive(Serialize, Deserialize)]
struct File<D> {
    rulepad: u32,
    #[serde(flatten)]
    draft: D,
    /// Under a name that no draft has.
    #[serde(default, rename = "loadedEvents", skip_serializing_if = "Option::is_none")]
    events: Option<Events>,
}

/// Several loaded events, of which the draft has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Events {
    /// What the text was that they were read from, with its article.
    pub form: String,
    /// That text, where it was one.
    pub original: Option<String>,
    /// The title and the text of each.
    pub events: Vec<(String, String)>,
    /// The place of the draft's.
    pub at: usize,
}

/// Why a file cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadFile {
    /// Made by a later version of Rulepad.
    Version(u32),
    /// Not the JSON of a draft; the words say where.
    Damaged(String),
}

impl Words for BadFile {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::draft::bad_file(self),
        }
    }
}

/// The draft as a file. The same draft gives the same bytes.
#[must_use]
pub fn save(draft: &Draft) -> Exported {
    save_with(draft, None)
}

/// The draft as a file, with all loaded events.
#[must_use]
pub fn save_with(draft: &Draft, events: Option<Events>) -> Exported {
    let text = serde_json::to_string_pretty(&File { rulepad: VERSION, draft, events }).unwrap_or_default();
    Exported {
        file_name: rulepad_export::file_name(&draft.rule, "rulepad.json"),
        media_type: "application/json".to_owned(),
        text: text + "\n",
        refused: Vec::new(),
        losses: Vec::new(),
        notes: Vec::new(),
    }
}

/// The loaded events in a file; `None` where it has none, or cannot be opened.
#[must_use]
pub fn events(text: &str) -> Option<Events> {
    serde_json::from_str::<File<Draft>>(text).ok().filter(|file| file.rulepad <= VERSION)?.events
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
    fn loaded_events_are_saved_beside_the_draft() {
        let draft = Draft { event: "{}".into(), ..Draft::default() };
        let all = Events {
            form: "an array".into(),
            original: Some("[{}, é]".into()),
            events: vec![("one".into(), "{}".into()), ("two".into(), "é".into())],
            at: 0,
        };
        let text = save_with(&draft, Some(all.clone())).text;
        assert_eq!((open(&text), events(&text)), (Some(Ok(draft.clone())), Some(all)));
        assert_eq!(events(&save(&draft).text), None);
        assert_eq!(events("{}"), None);
        assert_eq!(events(&text.replace("\"rulepad\": 1", "\"rulepad\": 2")), None);
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
