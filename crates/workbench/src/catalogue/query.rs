//! A query as what is looked for: its words, and what Korean ones stand for.

use super::hangul::{in_latin_mode, is_hangul, push_keys};
use rulepad_samples::korean::KOREAN_WORDS;

/// What is looked for: something that fits every word.
pub(super) struct Query {
    /// The words, each as all that it can stand for.
    pub words: Vec<Vec<Meaning>>,
    /// The words together, which name a service or an event type.
    pub phrase: Vec<Meaning>,
}

/// One thing that a word can stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// As terms are compared.
    pub plain: String,
    /// Whether it fits whole words only: a short word that nobody typed.
    pub whole: bool,
    /// What was typed, and what it stands for, where they differ.
    pub translated: Option<(String, String)>,
}

/// A word that nobody typed is looked for as a whole word when it is shorter.
const SHORTEST_PART: usize = 4;
/// No known Korean word has more parts.
const MOST_TOGETHER: usize = 3;
/// A longer word is no compound of known ones, in characters.
const LONGEST_COMPOUND: usize = 24;

impl Query {
    /// The query as it is typed.
    pub(super) fn read(query: &str) -> Self {
        let typed: Vec<&str> = query.split_whitespace().flat_map(scripts).collect();
        let mut words = Vec::new();
        let mut rest = typed.as_slice();
        while !rest.is_empty() {
            let together = (1..=MOST_TOGETHER.min(rest.len()))
                .rev()
                .find_map(|count| Some((count, meanings(&rest.get(..count)?.concat())?)));
            let (count, found) = match (together, rest.first()) {
                (Some((count, word)), _) => (count, vec![word]),
                (None, Some(word)) => (1, compound(word).unwrap_or_else(|| vec![vec![Meaning::typed(word)]])),
                (None, None) => break,
            };
            words.extend(found);
            rest = rest.get(count..).unwrap_or_default();
        }
        words.retain(|word| word.iter().any(|meaning| !meaning.plain.is_empty()));
        let phrase = match words.as_slice() {
            [only] => only.clone(),
            _ => vec![Meaning::typed(query)],
        };
        Self { words, phrase }
    }

    /// The query as the same keys type it in Latin mode; `None` where nothing of it is Hangul.
    pub(super) fn in_latin_mode(query: &str) -> Option<Self> {
        query.chars().any(is_hangul).then(|| {
            let words = query.split_whitespace().map(Meaning::in_latin_mode);
            let words = words.filter(|word| !word.plain.is_empty()).map(|word| vec![word]).collect();
            Self { words, phrase: vec![Meaning::in_latin_mode(query.trim())] }
        })
    }

    /// Whether nothing is looked for.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl Meaning {
    fn typed(text: &str) -> Self {
        Self { plain: plain(text), whole: false, translated: None }
    }

    fn of_korean(typed: &str, meant: &str) -> Self {
        Self {
            plain: plain(meant),
            whole: meant.len() < SHORTEST_PART,
            translated: Some((typed.to_owned(), meant.to_owned())),
        }
    }

    fn in_latin_mode(text: &str) -> Self {
        let typed: String = text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
        let latin = in_latin_mode(&typed);
        let plain = plain(&latin);
        let translated = typed.chars().any(is_hangul).then_some((typed, latin));
        Self { plain, whole: false, translated }
    }
}

/// What a Korean word stands for, after itself; `None` where it is the beginning of none that is known.
///
/// What a word is the whole of counts, else what it is the beginning of.
fn meanings(word: &str) -> Option<Vec<Meaning>> {
    if !word.chars().any(is_hangul) {
        return None;
    }
    let own = Meaning::typed(word);
    let whole: Vec<Known> = known().filter(|known| known.keys == own.plain).collect();
    let found = if whole.is_empty() {
        known().filter(|known| known.keys.starts_with(&own.plain)).collect()
    } else {
        whole
    };
    let mut all = vec![own];
    for Known { typed, meant, .. } in found {
        for meaning in meant.iter().map(|meant| Meaning::of_korean(typed, meant)) {
            if !all.iter().any(|other| other.plain == meaning.plain) {
                all.push(meaning);
            }
        }
    }
    (all.len() > 1).then_some(all)
}

/// The known words that are written together, of which the last may be the beginning of one: `빌드실패`.
fn compound(word: &str) -> Option<Vec<Vec<Meaning>>> {
    let ends = word.char_indices().map(|(at, _)| at).skip(1);
    let ends: Vec<usize> = ends.take(LONGEST_COMPOUND).collect();
    if word.get(ends.last().copied()?..)?.chars().nth(1).is_some() {
        return None;
    }
    ends.into_iter().rev().find_map(|at| {
        let (head, tail) = word.split_at_checked(at)?;
        let keys = plain(head);
        let head = known().any(|known| known.keys == keys).then(|| meanings(head)).flatten()?;
        let rest = meanings(tail).map(|tail| vec![tail]).or_else(|| compound(tail))?;
        Some(std::iter::once(head).chain(rest).collect())
    })
}

/// A Korean word that is known, with the keys that type it.
struct Known {
    typed: &'static str,
    keys: String,
    meant: &'static [&'static str],
}

fn known() -> impl Iterator<Item = Known> {
    KOREAN_WORDS.iter().flat_map(|words| {
        words.typed.iter().map(|typed| Known { typed, keys: plain(typed), meant: words.meant })
    })
}

/// A word in parts of one script: `S3객체` is `S3` and `객체`. Digits belong to what is before them.
fn scripts(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in word.char_indices().filter(|(_, c)| c.is_alphabetic()) {
        let hangul = is_hangul(c);
        if before.is_some_and(|before| before != hangul) {
            parts.extend(word.get(start..at));
            start = at;
        }
        before = Some(hangul);
    }
    parts.extend(word.get(start..));
    parts
}

/// Letters and digits alone, in lower case, and Hangul by its keys.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase) {
        push_keys(c, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each word of a query can stand for, after itself.
    fn read(query: &str) -> Vec<Vec<String>> {
        let meant = |meaning: Meaning| meaning.translated.map_or(meaning.plain, |(_, meant)| meant);
        Query::read(query).words.into_iter().map(|word| word.into_iter().map(meant).collect()).collect()
    }

    #[test]
    fn latin_words_stand_for_themselves() {
        assert_eq!(read(" Code  BUILD-x - "), [["code"], ["buildx"]]);
        assert_eq!(read("s3"), [["s3"]]);
        assert!(Query::read(" - ").is_empty());
        assert!(Query::in_latin_mode("codebuild").is_none());
    }

    #[test]
    fn korean_words_stand_for_latin_ones() {
        assert_eq!(read("코드빌드"), [["ㅋㅗㄷㅡㅂㅣㄹㄷㅡ", "CodeBuild"]]);
        for query in ["상태 변경", "상태변경", "상태 변"] {
            assert_eq!(read(query)[0][1..], ["state change", "status change"], "{query}");
        }
        assert_eq!(read("코듭")[0][1..], ["CodeBuild"], "a syllable that is typed half");
        assert!(read("ㅋ")[0].len() > 4);
        assert_eq!(read("크레인"), [["ㅋㅡㄹㅔㅇㅣㄴ"]], "the beginning of none");
    }

    #[test]
    fn the_longest_known_words_are_taken_together() {
        for query in ["코드빌드 실패", "코드 빌드 실패", "코드빌드실패", "코드빌드 실ㅍ", "상태변경 실패"]
        {
            assert_eq!(read(query).len(), 2, "{query}");
        }
        assert_eq!(read("API 호출 거부"), read("API호출 거부"));
        assert_eq!(read("API 호출")[0][1..], ["API Call", "CloudTrail"]);
        let parts = read("S3객체");
        assert_eq!([&parts[0][0], &parts[1][2]], ["s3", "object"]);
        assert_eq!(read(&"큐".repeat(100)).len(), 1);
    }

    #[test]
    fn a_whole_word_counts_before_what_it_begins() {
        assert_eq!(read("로그")[0][1..], ["log", "logs"]);
        assert_eq!(read("로그ㅇ")[0][1..], ["sign-in"]);
    }

    #[test]
    fn the_other_mode_has_the_same_keys() {
        let words = |query: &str| -> Vec<String> {
            let query = Query::in_latin_mode(query).unwrap();
            query.words.into_iter().map(|word| word[0].plain.clone()).collect()
        };
        assert_eq!(words("챙듀ㅕㅑㅣㅇ"), ["codebuild"]);
        assert_eq!(words("챙ㄷ - ㄹ먀ㅣㄷㅇ"), ["code", "failed"]);
    }

    #[test]
    fn every_known_word_is_there_once() {
        let mut keys: Vec<String> = known().map(|known| known.keys).collect();
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), count);
        for known in known() {
            assert!(known.typed.split(' ').count() <= MOST_TOGETHER, "{}", known.typed);
            assert!(known.typed.chars().any(is_hangul), "{}", known.typed);
            assert!(
                !known.meant.is_empty() && known.meant.iter().all(|meant| meant.is_ascii()),
                "{}",
                known.typed
            );
        }
    }
}
