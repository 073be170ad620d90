//! English: articles, lists, counts, sentences.

use crate::json::ValueKind;
use std::borrow::Cow;

/// A kind of JSON value as a sentence has it, with its article.
#[must_use]
pub fn a(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Null => "null",
        ValueKind::True => "true",
        ValueKind::False => "false",
        ValueKind::Number => "a number",
        ValueKind::String => "a string",
        ValueKind::Array => "an array",
        ValueKind::Object => "an object",
        ValueKind::Invalid => "not JSON",
    }
}

/// `a, b or c`.
#[must_use]
pub fn any_of<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, " or ")
}

/// `a, b and c`.
#[must_use]
pub fn all_of<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, " and ")
}

/// Clauses: `a and b`, `a, b, and c`.
#[must_use]
pub fn all_clauses<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, if items.len() > 2 { ", and " } else { " and " })
}

/// Clauses: `a or b`, `a, b, or c`.
#[must_use]
pub fn any_clause<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, if items.len() > 2 { ", or " } else { " or " })
}

/// The items with commas between them, and `last` before the last.
fn joined<T: AsRef<str>>(items: &[T], last: &str) -> String {
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        out.push_str(match at {
            0 => "",
            at if at + 1 == items.len() => last,
            _ => ", ",
        });
        out.push_str(item.as_ref());
    }
    out
}

/// `1 value`, `2 values`: a count with the noun that it takes.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A message as a sentence: its first letter raised, with a full stop.
#[must_use]
pub fn sentence(message: &str) -> String {
    format!("{}.", capitalized(message))
}

/// The text with its first letter raised.
#[must_use]
pub fn capitalized(text: &str) -> Cow<'_, str> {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => {
            Cow::Owned(first.to_uppercase().chain(chars.as_str().chars()).collect())
        }
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_end_in_a_word() {
        assert_eq!(any_of::<&str>(&[]), "");
        assert_eq!(any_of(&["a"]), "a");
        assert_eq!(all_of(&["a", "b"]), "a and b");
        assert_eq!(all_clauses(&["a", "b"]), "a and b");
        assert_eq!(any_clause(&["a", "b", "c"]), "a, b, or c");
        assert_eq!(any_of(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b or c");
    }

    #[test]
    fn a_message_becomes_a_sentence() {
        assert_eq!(sentence("the list is empty"), "The list is empty.");
        assert_eq!(sentence("`a` is empty"), "`a` is empty.");
        assert_eq!(sentence(""), ".");
        assert_eq!(capitalized("élan"), "Élan");
        assert_eq!(counted(1, "key", "keys"), "1 key");
        assert_eq!(counted(0, "key", "keys"), "0 keys");
    }
}
