//! Text that matches whatever its case, character by character, as AWS's engine does it.

use serde::{Deserialize, Serialize};

/// A text of which each character matches its own lower-case form or its own upper-case form.
///
/// The pattern decides, not the value: `straße` matches `STRASSE`, `STRASSE` does not match `straße`,
/// and a title-case letter such as `ǅ` does not match itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IgnoreCase {
    text: String,
}

impl IgnoreCase {
    /// The text as it stands in the pattern.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned() }
    }

    /// The text as it stands in the pattern.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the whole value matches.
    #[must_use]
    pub fn equals(&self, value: &str) -> bool {
        self.ends(value, self.text.chars(), false).iter().any(|rest| rest.is_empty())
    }

    /// Whether the value starts with the text.
    #[must_use]
    pub fn starts(&self, value: &str) -> bool {
        !self.ends(value, self.text.chars(), false).is_empty()
    }

    /// Whether the value ends with the text.
    #[must_use]
    pub fn ends_with(&self, value: &str) -> bool {
        !self.ends(value, self.text.chars().rev(), true).is_empty()
    }

    /// What is left of the value after each way to read the text off its start, or off its end.
    fn ends<'v>(&self, value: &'v str, chars: impl Iterator<Item = char>, back: bool) -> Vec<&'v str> {
        let mut rests = vec![value];
        for c in chars {
            let forms: [String; 2] = [c.to_lowercase().collect(), c.to_uppercase().collect()];
            let mut next: Vec<&'v str> = Vec::new();
            for rest in rests {
                for form in &forms {
                    let left = if back {
                        rest.strip_suffix(form.as_str())
                    } else {
                        rest.strip_prefix(form.as_str())
                    };
                    if let Some(left) = left
                        && !next.iter().any(|seen| seen.len() == left.len())
                    {
                        next.push(left);
                    }
                }
            }
            rests = next;
        }
        rests
    }
}

#[cfg(test)]
mod tests {
    use super::IgnoreCase;

    #[test]
    fn the_pattern_decides() {
        for (pattern, value, equal) in [
            ("straße", "STRASSE", true),
            ("STRASSE", "straße", false),
            ("ß", "ss", false),
            ("ı", "I", true),
            ("i", "İ", false),
            ("\u{212a}", "k", true),
            ("\u{212a}", "\u{212a}", true),
            ("\u{212a}", "K", false),
            ("Σ", "ς", false),
            ("ǅ", "ǅ", false),
            ("😀", "😀", true),
            ("", "", true),
        ] {
            assert_eq!(IgnoreCase::new(pattern).equals(value), equal, "{pattern} {value}");
        }
        assert!(IgnoreCase::new("AB").starts("abc"));
        assert!(IgnoreCase::new("ß").ends_with("straSS"));
        assert!(!IgnoreCase::new("b").ends_with("BC"));
    }
}
