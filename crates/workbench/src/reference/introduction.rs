//! What topics are about, in other languages than that of their files.

use super::topic::Group;
use crate::suite::first_paragraph;
use rulepad_document::Lang;

/// What a topic is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// Its language.
    pub lang: Lang,
    /// The title.
    pub title: String,
    /// The text beneath it.
    pub about: String,
    /// The titles of its cases: as the file of cases has it, then in the language; none in the language of the file.
    pub(super) cases: Vec<(String, String)>,
}

impl Introduction {
    /// Its first paragraph, on one line.
    #[must_use]
    pub fn synopsis(&self) -> String {
        first_paragraph(&self.about)
    }
}

/// A file of introductions in another language: `tests/suite/<language>/<group>.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The language.
    pub lang: Lang,
    /// The topics that it introduces.
    pub group: Group,
}

impl Translation {
    /// The path of the file in `tests/suite`.
    #[must_use]
    pub fn path(self) -> String {
        format!("{}/{}.md", self.lang.tag(), self.group.folder())
    }
}

/// All files of introductions, those of a language in one stretch.
pub const TRANSLATIONS: [Translation; 5] = [
    Translation { lang: Lang::KO, group: Group::Pattern },
    Translation { lang: Lang::KO, group: Group::Event },
    Translation { lang: Lang::KO, group: Group::Transformer },
    Translation { lang: Lang::KO, group: Group::Target },
    Translation { lang: Lang::KO, group: Group::Subscriber },
];

/// Reads a file of introductions: the name of each topic, with what is behind `# name: ` as its title and what is beneath
/// as its text, but for the titles of cases: `* title in the file of cases: title`.
pub(super) fn read(text: &str, lang: Lang) -> Vec<(String, Introduction)> {
    let mut introductions: Vec<(String, Introduction)> = Vec::new();
    for line in text.lines() {
        if let Some((name, title)) = line.strip_prefix("# ").and_then(|heading| heading.split_once(": ")) {
            let title = title.trim().to_owned();
            let introduction = Introduction { lang, title, about: String::new(), cases: Vec::new() };
            introductions.push((name.to_owned(), introduction));
            continue;
        }
        let Some((_, introduction)) = introductions.last_mut() else { continue };
        if let Some((of, title)) = line.strip_prefix("* ").and_then(|case| case.split_once(": ")) {
            introduction.cases.push((of.to_owned(), title.trim().to_owned()));
        } else if !(introduction.about.is_empty() && line.trim().is_empty()) {
            introduction.about.push_str(line);
            introduction.about.push('\n');
        }
    }
    introductions
}

#[cfg(test)]
mod tests {
    use super::super::{Contents, TOPICS, Topic};
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    fn text(path: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite");
        std::fs::read_to_string(folder.join(path)).unwrap()
    }

    #[test]
    fn a_heading_is_a_name_and_a_title_and_the_rest_is_its_text() {
        let text = "# a: A: one\n\nFirst\nof it.\n\nMore.\n\n* X: Y: z\n* W: V\n\n# b-c: B\n\nSecond.\n";
        let read = read(text, Lang::KO);
        let [(one, first), (other, second)] = read.as_slice() else { panic!("{read:?}") };
        assert_eq!((one.as_str(), first.title.as_str()), ("a", "A: one"));
        assert_eq!(
            (first.synopsis().as_str(), first.about.as_str()),
            ("First of it.", "First\nof it.\n\nMore.\n\n\n")
        );
        let titles = [("X", "Y: z"), ("W", "V")].map(|(of, title)| (of.to_owned(), title.to_owned()));
        assert_eq!((first.cases.as_slice(), second.cases.len()), (titles.as_slice(), 0));
        assert_eq!((other.as_str(), second.title.as_str(), second.about.as_str()), ("b-c", "B", "Second.\n"));
    }

    #[test]
    fn every_topic_is_introduced_in_every_language_and_nothing_else_is() {
        for translation in TRANSLATIONS {
            let of_group = TOPICS.into_iter().filter(|topic| topic.group == translation.group);
            let expected: Vec<&str> = of_group.map(|topic| topic.name).collect();
            let read = read(&text(&translation.path()), translation.lang);
            let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names, expected, "{translation:?}");
        }
        for lang in Lang::ALL.into_iter().filter(|lang| *lang != Lang::En) {
            let groups: Vec<Group> =
                TRANSLATIONS.iter().filter(|own| own.lang == lang).map(|own| own.group).collect();
            assert_eq!(groups, Group::ALL, "{lang:?}");
        }
    }

    /// What stays the same in every language: code and numbers.
    fn kept(prose: &str) -> BTreeSet<String> {
        let code = prose.split('`').skip(1).step_by(2).map(str::to_owned);
        let text: String = prose.split('`').step_by(2).collect();
        let is_number = |word: &&str| word.chars().any(|c| c.is_ascii_digit());
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == ',')).filter(is_number);
        code.chain(words.map(|word| word.trim_matches(',').to_owned())).collect()
    }

    #[test]
    fn an_introduction_says_the_same_as_the_file_of_cases() {
        let contents = contents();
        for chapter in &contents.chapters {
            let english = chapter.introduction(Lang::En);
            let korean = chapter.introduction(Lang::KO);
            assert_eq!((english.lang, korean.lang), (Lang::En, Lang::KO));
            let paragraphs = |own: &Introduction| own.about.trim().split("\n\n").count();
            assert_eq!(paragraphs(korean), paragraphs(english), "{:?}", chapter.topic);
            assert_eq!(kept(&korean.about), kept(&english.about), "{:?}", chapter.topic);
            for paragraph in korean.about.trim().split("\n\n") {
                assert!(is_korean(paragraph), "{paragraph}");
            }
        }
    }

    fn is_korean(text: &str) -> bool {
        text.chars().any(|c| matches!(c, '가'..='힣'))
    }

    /// The code of a title, in any order.
    fn code(title: &str) -> Vec<&str> {
        let mut found: Vec<&str> = title.split('`').skip(1).step_by(2).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn every_case_has_its_title_in_every_language_and_no_other_has() {
        let mut read = 0;
        for chapter in &contents().chapters {
            for translated in &chapter.translated {
                let topic = chapter.topic;
                let titles: Vec<&str> = chapter.suite.cases.iter().map(|case| case.title.as_str()).collect();
                let listed: Vec<&str> = translated.cases.iter().map(|(of, _)| of.as_str()).collect();
                assert_eq!(listed, titles, "{topic:?}: the titles in the order of the cases");
                let of: BTreeSet<&str> = titles.iter().copied().collect();
                let own: BTreeSet<&str> = translated.cases.iter().map(|(_, title)| title.as_str()).collect();
                assert_eq!(
                    (of.len(), own.len()),
                    (titles.len(), titles.len()),
                    "{topic:?}: two of one title"
                );
                for (case, (of, title)) in chapter.suite.cases.iter().zip(&translated.cases) {
                    assert!(!of.contains(": "), "{topic:?}: {of}: the list of titles is parted there");
                    assert_eq!(code(of), code(title), "{topic:?}: {title}");
                    // A name is the same in every language.
                    let begins = |word: &str| word.starts_with(char::is_uppercase) || !of.contains(' ');
                    let is_name = of == title && of.split(' ').all(begins);
                    assert!(is_name || is_korean(title), "{topic:?}: {title}");
                    assert!(!title.is_empty() && !title.ends_with(['.', '다', '요']), "{topic:?}: {title}");
                    let shown = chapter.case_title(case, Lang::KO);
                    assert_eq!((shown.text, shown.lang), (title.as_str(), Lang::KO), "{topic:?}");
                    assert_eq!(chapter.case_title(case, Lang::En).text, of, "{topic:?}");
                    read += 1;
                }
            }
        }
        assert!(read > 950, "{read}");
    }

    fn contents() -> Contents {
        let texts = TOPICS.map(|topic: Topic| text(&topic.path()));
        Contents::read(&texts, &TRANSLATIONS.map(|translation| text(&translation.path())))
    }

    #[test]
    fn a_topic_is_found_by_its_title_in_both_languages() {
        let contents = contents();
        for query in ["접두사", "prefix"] {
            let found = contents.search(query, Lang::KO);
            let first = found.first().unwrap();
            assert_eq!((first.title.as_str(), first.case), ("접두사(prefix)", None), "{query}");
        }
        for query in ["keys of one folder", "한 폴더의 키"] {
            let case = *contents.search(query, Lang::KO).first().unwrap();
            assert_eq!(
                (case.title.as_str(), case.of.as_str()),
                ("한 폴더의 키", "접두사(prefix)"),
                "{query}"
            );
            assert_eq!(case.lang, Lang::KO);
        }
        assert!(!contents.search("near misses", Lang::KO).is_empty());
        assert!(contents.search("접두사", Lang::En).is_empty());
    }

    #[test]
    fn without_translations_everything_is_english() {
        let contents = Contents::read(&TOPICS.map(|topic| text(&topic.path())), &[]);
        let first = contents.chapters.first().unwrap();
        assert_eq!(first.introduction(Lang::KO), first.introduction(Lang::En));
        let title = first.case_title(first.suite.cases.first().unwrap(), Lang::KO);
        assert_eq!((title.text, title.lang), ("One of several values", Lang::En));
        assert_eq!(contents.entries(Lang::KO), contents.entries(Lang::En));
    }
}
