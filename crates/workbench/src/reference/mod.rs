//! The reference: the readable cases of `tests/suite` by topic, with a search.
//!
//! The page and the site of the reference show the same topics in the same order and find the same.

mod introduction;
mod search;
mod topic;

pub use introduction::{Introduction, TRANSLATIONS, Translation};
pub use search::Entry;
pub use topic::{Group, TOPICS, Topic};

use crate::suite::{Case, Suite, parse};
use rulepad_document::Lang;

/// A topic with its cases.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// Which it is.
    pub topic: Topic,
    /// What its file says.
    pub suite: Suite,
    /// The anchor of each case in the chapter: the letters and digits of its title.
    pub anchors: Vec<String>,
    /// What it is about, as the file of cases says it.
    introduction: Introduction,
    /// The same in other languages.
    translated: Vec<Introduction>,
}

impl Chapter {
    /// What it is about, in a language; in English where it is not translated.
    #[must_use]
    pub fn introduction(&self, lang: Lang) -> &Introduction {
        self.translated.iter().find(|translated| translated.lang == lang).unwrap_or(&self.introduction)
    }

    /// The title of one of its cases, in a language; in English where it is not translated.
    #[must_use]
    pub fn case_title<'t>(&'t self, case: &'t Case, lang: Lang) -> CaseTitle<'t> {
        let introduction = self.introduction(lang);
        let translated = introduction.cases.iter().find(|(of, _)| *of == case.title);
        match translated {
            Some((_, title)) => CaseTitle { lang: introduction.lang, text: title },
            None => CaseTitle { lang: Lang::En, text: &case.title },
        }
    }
}

/// What a case is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseTitle<'t> {
    /// Its language.
    pub lang: Lang,
    /// The title, with the marks of code.
    pub text: &'t str,
}

/// The whole reference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// The chapters, in the order of [`TOPICS`].
    pub chapters: Vec<Chapter>,
    /// What the search looks through: for each chapter itself, then its cases.
    entries: Vec<Entry>,
    /// The same in other languages.
    translated: Vec<(Lang, Vec<Entry>)>,
}

impl Contents {
    /// The reference of the texts of all topics, in the order of [`TOPICS`], with introductions in other languages, in
    /// the order of [`TRANSLATIONS`]. Topics without a text are left out.
    #[must_use]
    pub fn read(texts: &[String], translations: &[String]) -> Self {
        let translated: Vec<(Translation, Vec<(String, Introduction)>)> = TRANSLATIONS
            .into_iter()
            .zip(translations)
            .map(|(translation, text)| (translation, introduction::read(text, translation.lang)))
            .collect();
        let of_topic = |topic: Topic| {
            let files = translated.iter().filter(|(translation, _)| translation.group == topic.group);
            let named = files.filter_map(|(_, all)| all.iter().find(|(name, _)| *name == topic.name));
            named.map(|(_, introduction)| introduction.clone()).collect()
        };
        let read = |(topic, text): (Topic, &String)| {
            let suite = parse(text);
            let introduction = Introduction {
                lang: Lang::En,
                title: suite.title.clone(),
                about: suite.about.clone(),
                cases: Vec::new(),
            };
            Chapter { topic, anchors: anchors(&suite), suite, introduction, translated: of_topic(topic) }
        };
        let chapters: Vec<Chapter> = TOPICS.into_iter().zip(texts).map(read).collect();
        let mut languages: Vec<Lang> = translated.iter().map(|(translation, _)| translation.lang).collect();
        languages.dedup();
        Self {
            entries: search::entries(&chapters, Lang::En),
            translated: languages.into_iter().map(|lang| (lang, search::entries(&chapters, lang))).collect(),
            chapters,
        }
    }

    /// What the search looks through: for each chapter itself, then its cases, with titles in the language.
    #[must_use]
    pub fn entries(&self, lang: Lang) -> &[Entry] {
        self.translated.iter().find(|(own, _)| *own == lang).map_or(&self.entries, |(_, entries)| entries)
    }
}

/// An anchor for each case, of the letters and digits of its title; a second one of the same has a number.
fn anchors(suite: &Suite) -> Vec<String> {
    let mut anchors: Vec<String> = Vec::new();
    for case in &suite.cases {
        let lower = case.title.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let plain = words.collect::<Vec<_>>().join("-");
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        let free = std::iter::once(plain.clone()).chain(numbered).find(|name| !anchors.contains(name));
        anchors.push(free.unwrap_or(plain));
    }
    anchors
}
