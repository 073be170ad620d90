//! Texts that read like values of events: affixes completed, stars filled, one character changed.

use crate::ignore_case::IgnoreCase;

const WORD: &str = "example";

/// Joins literal runs with a word for each star between them.
pub(super) fn filled(runs: &[String]) -> String {
    let mut text = String::new();
    for (at, run) in runs.iter().enumerate() {
        if at > 0 {
            if text.ends_with(char::is_alphanumeric) {
                text.push('-');
            }
            text.push_str(WORD);
            if run.starts_with(char::is_alphanumeric) {
                text.push('-');
            }
        }
        text.push_str(run);
    }
    text
}

/// A text that starts with the prefix.
pub(super) fn starting(prefix: &str) -> String {
    filled(&[prefix.to_owned(), String::new()])
}

/// A text that ends with the suffix.
pub(super) fn ending(suffix: &str) -> String {
    filled(&[String::new(), suffix.to_owned()])
}

/// A text that equals the pattern's in any case: a character that does not match itself, as title-case
/// letters, stands in lower case.
pub(super) fn itself(text: &IgnoreCase) -> String {
    if text.equals(text.text()) {
        return text.text().to_owned();
    }
    text.text().chars().flat_map(char::to_lowercase).collect()
}

/// The text with the case of its first letter turned; `None` where no letter has another case.
pub(super) fn other_case(text: &str) -> Option<String> {
    let turned = |c: char| -> Option<char> {
        let mut forms = c.to_lowercase().chain(c.to_uppercase());
        forms.find(|form| *form != c)
    };
    let (at, c) = text.char_indices().find(|(_, c)| turned(*c).is_some())?;
    Some(replaced(text, at, c, turned(c)?))
}

/// The text with its last character changed; a text without any becomes a word.
pub(super) fn last_changed(text: &str) -> String {
    match text.char_indices().next_back() {
        Some((at, c)) => replaced(text, at, c, neighbour(c)),
        None => WORD.to_owned(),
    }
}

/// The text with its first character changed; a text without any becomes a word.
pub(super) fn first_changed(text: &str) -> String {
    match text.chars().next() {
        Some(c) => replaced(text, 0, c, neighbour(c)),
        None => WORD.to_owned(),
    }
}

/// The text without its last character.
pub(super) fn cut(text: &str) -> Option<String> {
    let mut chars = text.chars();
    chars.next_back().map(|_| chars.as_str().to_owned())
}

fn replaced(text: &str, at: usize, old: char, new: char) -> String {
    let (head, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let tail = rest.strip_prefix(old).unwrap_or(rest);
    format!("{head}{new}{tail}")
}

/// A character of the same kind next to this one.
fn neighbour(c: char) -> char {
    match c {
        'a'..='y' | 'A'..='Y' | '0'..='8' => char::from_u32(c as u32 + 1).unwrap_or('x'),
        'z' => 'y',
        'Z' => 'Y',
        '9' => '8',
        '.' | '/' | ':' | '_' | ' ' => '-',
        '-' => '_',
        _ => 'x',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_filled_as_a_person_would() {
        let filled =
            |runs: &[&str]| super::filled(&runs.iter().map(|run| (*run).to_owned()).collect::<Vec<_>>());
        assert_eq!(filled(&["orders/", "/", ".json"]), "orders/example/example.json");
        assert_eq!(filled(&["a", "b"]), "a-example-b");
        assert_eq!(filled(&["", ""]), "example");
        assert_eq!(starting("aws."), "aws.example");
        assert_eq!(starting("FAIL"), "FAIL-example");
        assert_eq!(ending(".png"), "example.png");
    }

    #[test]
    fn one_character_changes() {
        assert_eq!(other_case("running"), Some("Running".to_owned()));
        assert_eq!(other_case("1-é"), Some("1-É".to_owned()));
        assert_eq!(other_case("123"), None);
        assert_eq!(last_changed("aws."), "aws-");
        assert_eq!(last_changed("雨"), "x");
        assert_eq!(first_changed(".png"), "-png");
        assert_eq!(last_changed(""), "example");
        assert_eq!(cut("aé"), Some("a".to_owned()));
    }
}
