//! Rulepad's own file: a draft with everything typed in it, valid or not.

use crate::bus::Bus;
use crate::draft::Draft;
use crate::export::Exported;
use crate::wording::Wording;
use rulepad_document::{Lang, Words};
use serde::de::IgnoredAny;
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
    /// Under a name that no draft has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bus: Option<Bus>,
}

/// Several loaded events, of which the draft has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Events {
    /// What the text was that they were read from, with its article: `form` in English, and `formKo` where the Korean
    /// differs.
    #[serde(flatten, with = "form")]
    pub form: Wording,
    /// That text, where it was one.
    pub original: Option<String>,
    /// The title and the text of each.
    pub events: Vec<(String, String)>,
    /// The place of the draft's.
    pub at: usize,
}

/// What events were read from, in the members of their object.
mod form {
    use crate::wording::Wording;
    use rulepad_document::Lang;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Form {
        form: String,
        #[serde(default, rename = "formKo", skip_serializing_if = "Option::is_none")]
        ko: Option<String>,
    }

    pub(super) fn serialize<S: Serializer>(form: &Wording, serializer: S) -> Result<S::Ok, S::Error> {
        let [en, ko] = [Lang::En, Lang::KO].map(|lang| form.words(lang).to_owned());
        Form { ko: Some(ko).filter(|ko| *ko != en), form: en }.serialize(serializer)
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Wording, D::Error> {
        let Form { form, ko } = Form::deserialize(deserializer)?;
        Ok(Wording::new(form.clone(), ko.unwrap_or(form)))
    }
}

/// Why a file cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadFile {
    /// Made by a later version of Rulepad.
    Version(u32),
    /// Not the JSON of a draft; the words say where.
    Damaged(String),
    /// A test names a rule or an event that is not in the file.
    NoSuchPlace,
}

impl Words for BadFile {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::draft::bad_file(self),
            Lang::Ko(_) => crate::words_ko::draft::bad_file(self),
        }
    }
}

/// The draft as a file. The same draft gives the same bytes.
#[must_use]
pub fn save(draft: &Draft) -> Exported {
    save_with(draft, None, None)
}

/// The draft as a file, with all loaded events, the other rules of the bus and the tests.
#[must_use]
pub fn save_with(draft: &Draft, events: Option<Events>, bus: Option<Bus>) -> Exported {
    let file = File { rulepad: VERSION, draft, events, bus: bus.filter(|bus| !bus.is_blank()) };
    let text = serde_json::to_string_pretty(&file).unwrap_or_default();
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
    whole(text)?.events
}

/// The other rules and the tests in a file; `None` where it has none, or cannot be opened.
#[must_use]
pub fn bus(text: &str) -> Option<Bus> {
    whole(text)?.bus
}

fn whole(text: &str) -> Option<File<Draft>> {
    serde_json::from_str::<File<Draft>>(text).ok().filter(|file| file.rulepad <= VERSION)
}

/// The draft in a file; `None` where the text is no file of Rulepad, or one of tests alone.
///
/// # Errors
/// [`BadFile`] says what is wrong with a file that is one, in a sentence for the page.
pub fn open(text: &str) -> Option<Result<Draft, BadFile>> {
    #[derive(Deserialize)]
    struct Mark {
        rulepad: u32,
        #[serde(default)]
        tests: Option<IgnoredAny>,
        #[serde(default)]
        pattern: Option<IgnoredAny>,
    }
    let marked = serde_json::from_str::<Mark>(text);
    match marked {
        Ok(Mark { tests: Some(_), pattern: None, .. }) => None,
        Ok(Mark { rulepad, .. }) if rulepad > VERSION => Some(Err(BadFile::Version(rulepad))),
        Ok(_) => {
            let file = serde_json::from_str::<File<Draft>>(text);
            Some(file.map_err(|error| BadFile::Damaged(error.to_string())).and_then(|file| {
                let fits = file.bus.as_ref().is_none_or(|bus| bus.fits(file.events.as_ref()));
                if fits { Ok(file.draft) } else { Err(BadFile::NoSuchPlace) }
            }))
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
    use crate::bus::{Delivered, Expectation, Expects, Route};
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
        let text = save_with(&draft, Some(all.clone()), None).text;
        assert_eq!((open(&text), events(&text)), (Some(Ok(draft.clone())), Some(all)));
        assert_eq!(events(&save(&draft).text), None);
        assert_eq!(events("{}"), None);
        assert_eq!(events(&text.replace("\"rulepad\": 1", "\"rulepad\": 2")), None);
    }

    #[test]
    fn other_rules_and_tests_are_saved_beside_the_draft() {
        let draft = Draft { event: "{}".into(), pattern: "{\"a\": [1]}".into(), ..Draft::default() };
        let all = Events {
            form: "an array".into(),
            original: None,
            events: vec![("one".into(), "{}".into())],
            at: 0,
        };
        let delivered = Delivered {
            target: "q".into(),
            parts: [("body".to_owned(), "{\"n\":1.0}".to_owned())].into(),
            refused: None,
        };
        let test = |expects| Expectation { rule: 1, event: 0, expects };
        let bus = Bus {
            at: 1,
            others: vec![Draft { pattern: "{broken".into(), ..Draft::default() }],
            tests: vec![
                test(Expects::Match),
                test(Expects::NoMatch(vec!["detail.a".into()])),
                test(Expects::Delivers(Box::new(delivered))),
            ],
            routes: vec![Route { event: 0, rules: vec![0, 1] }],
        };
        let text = save_with(&draft, Some(all.clone()), Some(bus.clone())).text;
        assert_eq!((open(&text), super::bus(&text)), (Some(Ok(draft.clone())), Some(bus.clone())));
        assert_eq!(save_with(&draft, None, Some(Bus::default())), save(&draft), "a blank bus is no member");
        let elsewhere = save_with(&draft, None, Some(bus)).text;
        assert_eq!(open(&elsewhere), Some(Err(BadFile::NoSuchPlace)), "its events are missing");
    }

    #[test]
    fn a_bad_file_says_what_is_wrong() {
        assert_eq!(open("{}"), None);
        assert_eq!(open("{\"rulepad\": 1, \"rules\": [], \"tests\": []}"), None, "a test file");
        assert_eq!(open("{\"rulepad\": \"one\"}"), None);
        assert_eq!(open("{\"rulepad\": 2, \"new\": []}"), Some(Err(BadFile::Version(2))));
        let whole = save(&Draft { event: "{}".into(), ..Draft::default() }).text;
        let cut = whole.get(..whole.len() / 2).unwrap();
        let Some(Err(BadFile::Damaged(words))) = open(cut) else { panic!() };
        assert!(words.contains("line"), "{words}");
    }
}
