//! The values of a piece of text that are to be masked.

use super::pieces::Piece;
use super::replace::Value;
use super::{Sensitive, address, arn};
use std::collections::BTreeSet;
use std::ops::Range;

/// A value where it is in a piece.
pub(super) struct Found {
    /// The value.
    pub value: Value,
    /// Where it is in the piece's text.
    pub span: Range<usize>,
}

/// The values of a piece, in order and apart. `key` is the string before it; `known` are the values of all texts as far
/// as they are known, which are found in more places.
pub(super) fn found(piece: &Piece, key: Option<&str>, known: &BTreeSet<Value>) -> Vec<Found> {
    let text = &*piece.text;
    let mut out: Vec<Found> = Vec::new();
    let mut add = |kind, span: Range<usize>| {
        let is_free = out.iter().all(|other| other.span.end <= span.start || span.end <= other.span.start);
        if is_free && let Some(value) = text.get(span.clone()).filter(|value| !value.is_empty()) {
            out.push(Found { value: Value { kind, text: value.to_owned() }, span });
        }
    };
    for span in emails(text) {
        add(Sensitive::Email, span);
    }
    let mut names = Vec::new();
    for (start, _) in text.match_indices("arn:") {
        if let Some(parts) = arn::at(text, start) {
            let account = parts.account.filter(|span| !is_documented(text.get(span.clone())));
            account.into_iter().for_each(|span| add(Sensitive::AccountId, span));
            names.extend(parts.names);
        }
    }
    for span in accounts(text) {
        let value =
            Value { kind: Sensitive::AccountId, text: text.get(span.clone()).unwrap_or_default().to_owned() };
        let is_told =
            if piece.in_string { is_apart(text, &span) } else { is_number_of_account(text, &span, key) };
        if is_told || known.contains(&value) {
            add(Sensitive::AccountId, span);
        }
    }
    for span in address::found(text) {
        add(Sensitive::IpAddress, span);
    }
    for span in names {
        add(Sensitive::ResourceName, span);
    }
    // A name that is more than a word is masked where it is a string by itself, too.
    if piece.in_string && is_identifier(text) {
        let value = Value { kind: Sensitive::ResourceName, text: text.to_owned() };
        if known.contains(&value) {
            add(Sensitive::ResourceName, 0..text.len());
        }
    }
    out.sort_by_key(|found| found.span.start);
    out
}

/// Whether a name is unlikely to be an ordinary word.
fn is_identifier(name: &str) -> bool {
    name.len() >= 6 && name.contains(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'))
}

fn emails(text: &str) -> Vec<Range<usize>> {
    let local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let host = |c: char| c.is_alphanumeric() || ".-".contains(c);
    text.match_indices('@')
        .filter_map(|(at, _)| {
            let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
            let start = before.trim_end_matches(local).len();
            let domain = after.get(..after.find(|c| !host(c)).unwrap_or(after.len()))?;
            let domain = domain.trim_end_matches(['.', '-']);
            let (_, top) = domain.rsplit_once('.')?;
            let is_domain = top.chars().count() > 1 && top.chars().all(char::is_alphabetic);
            (start < at && is_domain && !is_harmless(domain)).then_some(start..at + 1 + domain.len())
        })
        .collect()
}

/// Domains of documentation.
fn is_harmless(domain: &str) -> bool {
    let domain = domain.to_lowercase();
    ["example.com", "example.org", "example.net"]
        .iter()
        .any(|known| domain == *known || domain.ends_with(&format!(".{known}")))
        || [".example", ".test", ".invalid", ".localhost"].iter().any(|top| domain.ends_with(top))
}

/// Whether an id is one of AWS's documentation, and so no one's.
fn is_documented(id: Option<&str>) -> bool {
    id.is_some_and(|id| super::names::ACCOUNTS.contains(&id))
}

/// The runs of exactly twelve digits.
fn accounts(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = from + start;
        let rest = text.get(start..).unwrap_or_default();
        let end = start + rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if end - start == 12 && !is_documented(text.get(start..end)) {
            out.push(start..end);
        }
        from = end;
    }
    out
}

/// Whether a run of digits is a word by itself: no part of a longer word, of a decimal or of a UUID.
fn is_apart(text: &str, span: &Range<usize>) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let is_decimal = |rest: &mut dyn Iterator<Item = char>| {
        rest.next() == Some('.') && rest.next().is_some_and(|c| c.is_ascii_digit())
    };
    let is_uuid = before.strip_suffix('-').is_some_and(|before| {
        let hex = before.len() - before.trim_end_matches(|c: char| c.is_ascii_hexdigit() || c == '-').len();
        let groups: Vec<usize> =
            before.get(before.len() - hex..).unwrap_or_default().rsplit('-').map(str::len).collect();
        groups.starts_with(&[4, 4, 4, 8])
    });
    !before.ends_with(char::is_alphabetic)
        && !after.starts_with(char::is_alphabetic)
        && !is_decimal(&mut before.chars().rev())
        && !is_decimal(&mut after.chars())
        && !is_uuid
}

/// Whether a number outside strings is an account id by the name of its member; in a broken text, by what is around it.
fn is_number_of_account(text: &str, span: &Range<usize>, key: Option<&str>) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let is_literal = before.trim_end().ends_with([':', ',', '[']) || before.trim().is_empty();
    if !is_literal {
        return is_apart(text, span);
    }
    key.is_some_and(|key| {
        let key = key.to_lowercase();
        key.contains("account") || key.contains("owner")
    })
}

#[cfg(test)]
mod tests {
    use super::super::pieces::pieces;
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        let mut key = None;
        let pieces = pieces(text);
        for piece in &pieces {
            out.extend(found(piece, key, &BTreeSet::new()).into_iter().map(|found| found.value.text));
            key = piece.in_string.then_some(&*piece.text).or(key);
        }
        out
    }

    #[test]
    fn account_ids_are_told_from_other_digits() {
        assert_eq!(all(r#"{"account": "123456789012", "b": "logs-123456789012-eu"}"#), ["123456789012"; 2]);
        assert_eq!(all(r#"{"accountId": 123456789012, "size": 123456789012}"#), ["123456789012"]);
        for other in [
            r#"{"id": "7bf73129-1428-4cd3-a780-123456789012"}"#,
            r#"{"a": "1234567890123", "b": "a123456789012", "c": "0.123456789012", "d": "111122223333"}"#,
        ] {
            assert_eq!(all(other), [""; 0], "{other}");
        }
        assert_eq!(all("{'account': '123456789012'"), ["123456789012"]);
    }

    #[test]
    fn emails_are_found_in_any_spelling() {
        assert_eq!(
            all(r#"["jane.doe+x@corp.co.uk, a@b.io.", "é\u0040café.fr"]"#),
            ["jane.doe+x@corp.co.uk", "a@b.io", "é@café.fr"]
        );
        assert_eq!(all(r#"["user1@example.com", "@b.io", "a@localhost", "x@y"]"#), [""; 0]);
    }

    #[test]
    fn an_embedded_text_is_searched() {
        let text = r#"{"body": "{\"from\": \"jane@corp.io\", \"ip\": \"10.0.0.1\", \"to\": \"arn:aws:sqs:eu-west-1:210987654321:inbox\"}"}"#;
        assert_eq!(all(text), ["jane@corp.io", "10.0.0.1", "210987654321", "inbox"]);
    }
}
