//! The reference: the readable cases of `tests/suite` by topic, with a search.
//!
//! The page and the site of the reference show the same topics in the same order and find the same.

mod search;
mod topic;

pub use search::Entry;
pub use topic::{Group, TOPICS, Topic};

use crate::suite::{Suite, parse};

/// A topic with its cases.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// Which it is.
    pub topic: Topic,
    /// What its file says.
    pub suite: Suite,
    /// The anchor of each case in the chapter: the letters and digits of its title.
    pub anchors: Vec<String>,
}

/// The whole reference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// The chapters, in the order of [`TOPICS`].
    pub chapters: Vec<Chapter>,
    /// What the search looks through: for each chapter itself, then its cases.
    pub entries: Vec<Entry>,
}

impl Contents {
    /// The reference of the texts of all topics, in the order of [`TOPICS`]. Topics without a text are left out.
    #[must_use]
    pub fn read(texts: &[String]) -> Self {
        let read = |(topic, text): (Topic, &String)| {
            let suite = parse(text);
            Chapter { topic, anchors: anchors(&suite), suite }
        };
        let chapters: Vec<Chapter> = TOPICS.into_iter().zip(texts).map(read).collect();
        let entries = search::entries(&chapters);
        Self { chapters, entries }
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
