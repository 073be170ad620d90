//! `wildcard`: the whole string matches, where `*` stands for any run of characters.

use crate::event::Scalar;

/// A text with stars. `\*` and `\\` stand for the characters themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Wildcard {
    text: String,
    /// The literal runs between the stars; one star between two neighbours.
    runs: Vec<String>,
}

/// What AWS refuses in a wildcard, with its byte position, the opening quote counted as 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadWildcard {
    /// Two stars side by side.
    Stars(usize),
    /// A backslash before anything but `*` and `\`.
    Escape(usize),
}

impl Wildcard {
    /// Reads a wildcard text.
    ///
    /// # Errors
    /// The first thing in it that AWS refuses.
    pub fn parse(text: &str) -> Result<Self, BadWildcard> {
        let mut runs = vec![String::new()];
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            match (c, next) {
                ('\\', Some(escaped @ ('*' | '\\'))) => {
                    chars.next();
                    push(&mut runs, escaped);
                }
                ('\\', _) => return Err(BadWildcard::Escape(at + 1)),
                ('*', Some('*')) => return Err(BadWildcard::Stars(at + 1)),
                ('*', _) => runs.push(String::new()),
                (c, _) => push(&mut runs, c),
            }
        }
        Ok(Self { text: text.to_owned(), runs })
    }

    /// The text as it stands in the pattern.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The literal runs; a star stands between two neighbours.
    #[must_use]
    pub fn runs(&self) -> &[String] {
        &self.runs
    }

    /// Whether the whole text matches.
    #[must_use]
    pub fn matches(&self, value: &str) -> bool {
        let Some((first, rest)) = self.runs.split_first() else { return false };
        let Some((last, middle)) = rest.split_last() else { return value == first };
        let Some(mut value) = value.strip_prefix(first.as_str()) else { return false };
        // Between stars, the earliest place for a run is always a good one.
        for run in middle {
            let Some((_, after)) = value.split_once(run.as_str()) else { return false };
            value = after;
        }
        value.ends_with(last.as_str())
    }

    pub(crate) fn accepts(&self, value: &Scalar) -> bool {
        matches!(value, Scalar::String(text) if self.matches(text))
    }
}

fn push(runs: &mut [String], c: char) {
    if let Some(run) = runs.last_mut() {
        run.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_any_run() {
        for (text, value, matches) in [
            ("*", "", true),
            ("", "", true),
            ("", "x", false),
            ("a*b", "ab", true),
            ("a*b*c", "aXbYbZc", true),
            ("a*ab", "ab", false),
            ("*a*a*", "a", false),
            ("a\\*b", "a*b", true),
            ("a\\*b", "axb", false),
            ("a\\**b", "a*xxb", true),
            ("a\\\\b", "a\\b", true),
            ("é*ü", "éxxü", true),
        ] {
            assert_eq!(Wildcard::parse(text).unwrap().matches(value), matches, "{text} {value}");
        }
    }

    #[test]
    fn what_aws_refuses() {
        assert_eq!(Wildcard::parse("a**b"), Err(BadWildcard::Stars(2)));
        assert_eq!(Wildcard::parse("é**"), Err(BadWildcard::Stars(3)));
        assert_eq!(Wildcard::parse("a\\b"), Err(BadWildcard::Escape(2)));
        assert_eq!(Wildcard::parse("\\"), Err(BadWildcard::Escape(1)));
    }
}
