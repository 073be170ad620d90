//! What an index cannot answer alone: the rest of a wildcard, and texts in any case.

use rulepad_pattern::ignore_case::IgnoreCase;
use rulepad_pattern::operator::wildcard::Wildcard;

/// A test on a value that an index has picked out.
#[derive(Clone, Debug)]
pub(crate) enum Check {
    /// The literal runs of a wildcard.
    Wildcard(Box<[Box<[u8]>]>),
    /// The whole value in any case.
    Equals(IgnoreCase),
    /// The start of the value in any case.
    Starts(IgnoreCase),
    /// The end of the value in any case.
    Ends(IgnoreCase),
}

impl Check {
    pub fn wildcard(wildcard: &Wildcard) -> Self {
        Self::Wildcard(wildcard.runs().iter().map(|run| run.as_bytes().into()).collect())
    }

    pub fn accepts(&self, value: &[u8]) -> bool {
        let ascii = |text: &IgnoreCase, part: Option<&[u8]>| {
            text.text()
                .is_ascii()
                .then(|| part.is_some_and(|part| part.eq_ignore_ascii_case(text.text().as_bytes())))
        };
        let plain = || std::str::from_utf8(value).unwrap_or_default();
        match self {
            Self::Wildcard(runs) => runs_match(runs, value),
            Self::Equals(text) => ascii(text, Some(value)).unwrap_or_else(|| text.equals(plain())),
            Self::Starts(text) => {
                ascii(text, value.get(..text.text().len())).unwrap_or_else(|| text.starts(plain()))
            }
            Self::Ends(text) => {
                let start = value.len().checked_sub(text.text().len());
                let end = start.and_then(|start| value.get(start..));
                ascii(text, end).unwrap_or_else(|| text.ends_with(plain()))
            }
        }
    }

    pub fn bytes(&self) -> usize {
        match self {
            Self::Wildcard(runs) => runs.iter().map(|run| run.len() + size_of::<Box<[u8]>>()).sum(),
            Self::Equals(text) | Self::Starts(text) | Self::Ends(text) => text.text().len(),
        }
    }
}

/// Whether the runs cover the value with a star between each two. Work is linear in the value.
fn runs_match(runs: &[Box<[u8]>], value: &[u8]) -> bool {
    let Some((first, rest)) = runs.split_first() else { return false };
    let Some((last, middle)) = rest.split_last() else { return value == &**first };
    let Some(mut value) = value.strip_prefix(&**first) else { return false };
    // Looked at first, as it is cheap: what the runs between may use ends where the last one starts.
    let Some(until) = value.len().checked_sub(last.len()).filter(|_| value.ends_with(last)) else {
        return false;
    };
    value = value.get(..until).unwrap_or_default();
    for run in middle {
        let Some(at) = memchr::memmem::find(value, run) else { return false };
        value = value.get(at + run.len()..).unwrap_or_default();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_match_as_the_operator_does() {
        let texts =
            ["*", "", "a*b", "a*b*c", "a*ab", "*a*a*", "a\\*b", "a\\**b", "é*ü", "*ab*", "*aba*ba", "ab*"];
        let values =
            ["", "x", "ab", "aXbYbZc", "a", "aa", "a*b", "axb", "a*xxb", "éxxü", "aba", "ababa", "abaxba"];
        for text in texts {
            let wildcard = Wildcard::parse(text).unwrap();
            for value in values {
                let check = Check::wildcard(&wildcard);
                assert_eq!(check.accepts(value.as_bytes()), wildcard.matches(value), "{text} {value}");
            }
        }
    }

    #[test]
    fn any_case_is_as_in_the_pattern() {
        let texts = ["", "ab", "straße", "STRASSE", "\u{212a}", "ı", "i", "ß"];
        let values =
            ["", "AB", "aBc", "xAb", "STRASSE", "straße", "k", "K", "\u{212a}", "I", "İ", "SSx", "xss"];
        for text in texts {
            let own = IgnoreCase::new(text);
            for value in values {
                let is = |check: Check| check.accepts(value.as_bytes());
                assert_eq!(is(Check::Equals(own.clone())), own.equals(value), "{text} {value}");
                assert_eq!(is(Check::Starts(own.clone())), own.starts(value), "{text} {value}");
                assert_eq!(is(Check::Ends(own.clone())), own.ends_with(value), "{text} {value}");
            }
        }
    }
}
