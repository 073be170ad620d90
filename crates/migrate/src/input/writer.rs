//! The text of an expression: literals, names, and the functions that it defines.

use crate::change::{Change, InputLoss};
use rulepad_document::json::quote;
use std::collections::BTreeSet;

/// A function that is written into an expression that needs it, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Helper {
    /// A missing value is an empty string.
    Default,
    /// An array stays one item of the array around it.
    Item,
    /// Text as a rule writes it: objects and arrays lose their quotes.
    Text,
    /// JSON text: a string keeps its quotes.
    Json,
}

impl Helper {
    const fn name(self) -> &'static str {
        match self {
            Self::Default => "$d",
            Self::Item => "$a",
            Self::Text => "$t",
            Self::Json => "$j",
        }
    }

    const fn definition(self) -> &'static str {
        match self {
            Self::Default => r#"$d := function($v){$exists($v) ? $v : ""}"#,
            Self::Item => r#"$a := function($v){$type($v) = "array" ? [[$v]] : $v}"#,
            Self::Text => {
                r#"$t := function($v){$type($v) in ["object", "array"] ? $replace($string($v), "\"", "") : $v}"#
            }
            Self::Json => {
                r#"$j := function($v){$type($v) = "string" ? ($s := $string([$v]); $substring($s, 1, $length($s) - 2)) : $string($v)}"#
            }
        }
    }
}

/// What is written so far besides the body.
#[derive(Default)]
pub(super) struct Writer {
    helpers: BTreeSet<Helper>,
    changes: BTreeSet<Change>,
}

impl Writer {
    /// Adds a change, once.
    pub fn note(&mut self, change: Change) {
        self.changes.insert(change);
    }

    /// A call of a helper, which is then defined.
    pub fn call(&mut self, helper: Helper, argument: &str) -> String {
        self.helpers.insert(helper);
        format!("{}({argument})", helper.name())
    }

    /// A JSON string, which is a string of JSONata but for halves of surrogate pairs.
    pub fn string(&mut self, json: &str) -> String {
        if let Some(escape) = lone_surrogate(json) {
            self.note(Change::LoneSurrogate(escape.to_owned()));
        }
        escaped(json)
    }

    /// A number as it is written. Some are spelled differently by JSONata.
    pub fn number(&mut self, text: &str) -> Result<String, InputLoss> {
        if !text.parse::<f64>().is_ok_and(f64::is_finite) {
            return Err(InputLoss::Number(text.to_owned()));
        }
        if !is_kept(text) {
            self.note(Change::ConstantNumber(text.to_owned()));
        }
        Ok(text.to_owned())
    }

    /// The expression with its delimiters, and the changes.
    pub fn finish(self, body: &str) -> (String, Vec<Change>) {
        let definitions: Vec<&str> = self.helpers.iter().map(|helper| helper.definition()).collect();
        let expression = if definitions.is_empty() {
            format!("{{% {body} %}}")
        } else {
            format!("{{% ({}; {body}) %}}", definitions.join("; "))
        };
        (expression, self.changes.into_iter().collect())
    }
}

/// A string of JSONata.
pub(super) fn literal(text: &str) -> String {
    escaped(&quote(text))
}

/// A JSON string without the delimiter `%}`.
fn escaped(json: &str) -> String {
    json.replace("%}", r"%\u007d")
}

/// A name in a path; `None` where JSONata cannot write it.
pub(super) fn name(key: &str) -> Option<String> {
    let plain = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !key.starts_with(|c: char| c.is_ascii_digit())
        && !key.is_empty();
    let keyword = ["and", "or", "in", "true", "false", "null", "function"].contains(&key);
    if plain && !keyword {
        return Some(key.to_owned());
    }
    let quotable = !key.is_empty() && !key.contains(['`', '%']) && !key.chars().any(char::is_control);
    quotable.then(|| format!("`{key}`"))
}

/// Whether JSONata writes a number as it is written here: no exponent, no zero at the end of a fraction, 15 digits.
fn is_kept(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let small = text.trim_start_matches('-').starts_with("0.000000");
    let zeros = text.contains('.') && text.ends_with('0');
    digits <= 15 && !text.contains(['e', 'E']) && !zeros && !small && text != "-0"
}

/// The first escape of half a surrogate pair.
fn lone_surrogate(json: &str) -> Option<&str> {
    let unit = |at: usize| {
        let digits = json.get(at..)?.strip_prefix("\\u")?.get(..4)?;
        u32::from_str_radix(digits, 16).ok()
    };
    let mut at = 0;
    while let Some(offset) = json.get(at..).and_then(|rest| rest.find('\\')) {
        at += offset;
        at += match (unit(at), unit(at + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => return json.get(at..at + 6),
            (Some(_), _) => 6,
            (None, _) => 2,
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_surrogate_pairs_are_found() {
        assert_eq!(lone_surrogate(r#""a \ud83d\ude00 \\ud800""#), None);
        assert_eq!(lone_surrogate(r#""\ud83d\ude00\ud83d""#), Some(r"\ud83d"));
        assert_eq!(lone_surrogate(r#""\udE00\ud83d""#), Some(r"\udE00"));
        assert_eq!(lone_surrogate(r#""\\\ud800x""#), Some(r"\ud800"));
    }

    #[test]
    fn names_and_literals_stay_what_they_are() {
        assert_eq!(name("a_1").as_deref(), Some("a_1"));
        assert_eq!(name("and").as_deref(), Some("`and`"));
        assert_eq!(name("a-b").as_deref(), Some("`a-b`"));
        assert_eq!((name("a`b"), name("")), (None, None));
        assert_eq!(literal("50%} \"off\""), r#""50%\u007d \"off\"""#);
        assert!(["1", "-0.25", "123456789012345"].into_iter().all(is_kept));
        assert!(!["1.0", "1e3", "-0", "1234567890123456", "0.0000001"].into_iter().any(is_kept));
    }
}
