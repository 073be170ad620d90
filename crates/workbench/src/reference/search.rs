//! The search of the reference: every word must occur; chapters and titles come first.

use super::{Chapter, Contents};
use crate::suite::Case;
use rulepad_document::Lang;

/// How many characters of a message are looked through: messages that quote a text are as long as it.
const MESSAGE: usize = 200;

/// What the search can find: a chapter or a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The place of the chapter.
    pub chapter: usize,
    /// The place of the case in it; `None` for the chapter itself.
    pub case: Option<usize>,
    /// The language of its title.
    pub lang: Lang,
    /// Its title, without the marks of code.
    pub title: String,
    /// The title of the chapter, without the marks of code; blank for a chapter.
    pub of: String,
    /// More words to find it by, in lower case.
    pub more: String,
}

/// How well an entry fits, best first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    ChapterTitle,
    CaseTitle,
    BothTitles,
    Text,
}

impl Contents {
    /// The entries of a language in which every word occurs, best first; none for a query without words.
    #[must_use]
    pub fn search(&self, query: &str, lang: Lang) -> Vec<&Entry> {
        let query = query.to_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Rank, &Entry)> =
            self.entries(lang).iter().filter_map(|entry| Some((entry.rank(&words)?, entry))).collect();
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}

impl Entry {
    fn rank(&self, words: &[&str]) -> Option<Rank> {
        let in_all = |text: &str| words.iter().all(|word| text.contains(word));
        let title = self.title.to_lowercase();
        let both = format!("{title} {}", self.of.to_lowercase());
        if in_all(&title) {
            Some(if self.case.is_some() { Rank::CaseTitle } else { Rank::ChapterTitle })
        } else if in_all(&both) {
            Some(Rank::BothTitles)
        } else {
            in_all(&format!("{both} {}", self.more)).then_some(Rank::Text)
        }
    }
}

pub(super) fn entries(chapters: &[Chapter], lang: Lang) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (place, chapter) in chapters.iter().enumerate() {
        let suite = &chapter.suite;
        let introduction = chapter.introduction(lang);
        let title = plain(&introduction.title);
        // In another language a topic is found by its English words as well.
        let (english, about) = if introduction.lang == Lang::En {
            (String::new(), String::new())
        } else {
            (format!(" {}", plain(&suite.title).to_lowercase()), format!(" {}", plain(&suite.about)))
        };
        let more = format!("{}{english}{about}", plain(&introduction.about)).to_lowercase();
        entries.push(Entry {
            chapter: place,
            case: None,
            lang: introduction.lang,
            title: title.clone(),
            of: String::new(),
            more,
        });
        entries.extend(suite.cases.iter().enumerate().map(|(at, case)| {
            let shown = chapter.case_title(case, lang);
            // And a case by its English title.
            let own =
                if shown.lang == Lang::En { String::new() } else { plain(&case.title).to_lowercase() + " " };
            Entry {
                chapter: place,
                case: Some(at),
                lang: shown.lang,
                title: plain(shown.text),
                of: title.clone(),
                more: format!("{own}{}{english}", more_of(case)),
            }
        }));
    }
    entries
}

/// What a case says, and the messages it expects.
fn more_of(case: &Case) -> String {
    let mut more = plain(&case.about);
    let is_message = |tag: &str| matches!(tag, "message" | "aws" | "diagnostics");
    for (_, text) in case.blocks.iter().filter(|(tag, _)| is_message(tag)) {
        more.push(' ');
        more.extend(text.chars().take(MESSAGE));
    }
    more.to_lowercase()
}

/// A text without the marks of code.
fn plain(markdown: &str) -> String {
    markdown.replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::super::{Contents, TOPICS};
    use rulepad_document::Lang;

    fn contents() -> Contents {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite");
        let texts = TOPICS.map(|topic| std::fs::read_to_string(folder.join(topic.path())).unwrap());
        Contents::read(&texts, &[])
    }

    #[test]
    fn chapters_come_first_then_titles_of_cases_then_texts() {
        let contents = contents();
        let found = contents.search("  PREFIX ", Lang::En);
        let first = found.first().unwrap();
        assert_eq!((first.title.as_str(), first.case), ("prefix", None));
        let ranks: Vec<u8> = found
            .iter()
            .map(|entry| match (entry.title.to_lowercase().contains("prefix"), entry.case) {
                (true, None) => 0,
                (true, Some(_)) => 1,
                (false, _) if entry.of.contains("prefix") => 2,
                (false, _) => 3,
            })
            .collect();
        assert!(ranks.is_sorted(), "{ranks:?}");
        assert!([0, 1, 2, 3].iter().all(|rank| ranks.contains(rank)), "{ranks:?}");
    }

    #[test]
    fn every_word_must_occur_and_messages_are_found() {
        let contents = contents();
        let found = contents.search("folder keys one", Lang::En);
        assert_eq!(found.first().map(|entry| entry.title.as_str()), Some("Keys of one folder"));
        assert!(contents.search("prefix zzz", Lang::En).is_empty());
        assert!(contents.search("", Lang::En).is_empty() && contents.search(" \t", Lang::En).is_empty());
        let by_message = contents.search("Unrecognized match type", Lang::En);
        assert!(!by_message.is_empty());
    }
}
