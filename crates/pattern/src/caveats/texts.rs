//! Texts that AWS's engine reads otherwise: quotes at an end, characters of two UTF-16 units.

use super::diagnostics as say;
use super::spans::{expression, literal, respell};
use crate::ignore_case::IgnoreCase;
use crate::message::Diagnostic;
use crate::operator::anything_but::AnythingBut;
use crate::operator::prefix::Prefix;
use crate::operator::suffix::Suffix;
use crate::operator::{Operator, Test};
use crate::syntax::Matcher;
use rulepad_document::{Edit, json::quote};

pub(super) fn check(matcher: &Matcher) -> Vec<Diagnostic> {
    leak(matcher).into_iter().chain(two_units(matcher)).collect()
}

/// The engine keeps strings in their quotes. A prefix that ends with a quote meets the closing one.
fn leak(matcher: &Matcher) -> Option<Diagnostic> {
    let (operator, texts, excludes) = match &matcher.test {
        Test::Prefix(Prefix::Exact(text)) => (Operator::Prefix, std::slice::from_ref(text), false),
        Test::Suffix(Suffix::Exact(text)) => (Operator::Suffix, std::slice::from_ref(text), false),
        Test::AnythingBut(AnythingBut::Prefix(list)) => (Operator::Prefix, list.as_slice(), true),
        Test::AnythingBut(AnythingBut::Suffix(list)) => (Operator::Suffix, list.as_slice(), true),
        Test::Prefix(Prefix::IgnoreCase(own)) => {
            let also = own.text().strip_suffix('"')?;
            return Some(say::quote_leak(matcher.span, Operator::Prefix, also, false, Vec::new()));
        }
        Test::Suffix(Suffix::IgnoreCase(own)) => {
            let also = own.text().strip_prefix('"')?;
            return Some(say::quote_leak(matcher.span, Operator::Suffix, also, false, Vec::new()));
        }
        _ => return None,
    };
    let (also, wildcards): (Option<&str>, Vec<String>) = if operator == Operator::Prefix {
        let also = texts.iter().find_map(|text| text.strip_suffix('"'));
        (also, texts.iter().map(|text| format!("{}*", literal(text))).collect())
    } else {
        let also = texts.iter().find_map(|text| text.strip_prefix('"'));
        (also, texts.iter().map(|text| format!("*{}", literal(text))).collect())
    };
    let wildcard = expression("wildcard", &wildcards);
    let text = if excludes { format!("{{\"anything-but\": {wildcard}}}") } else { wildcard };
    Some(say::quote_leak(matcher.span, operator, also?, excludes, respell(matcher.span, text)))
}

/// Where case is ignored, the engine takes each UTF-16 unit for a character.
fn two_units(matcher: &Matcher) -> Option<Diagnostic> {
    let texts: Vec<&IgnoreCase> = match &matcher.test {
        Test::EqualsIgnoreCase(own) => vec![&own.0],
        Test::Prefix(Prefix::IgnoreCase(own)) | Test::Suffix(Suffix::IgnoreCase(own)) => vec![own],
        Test::AnythingBut(AnythingBut::IgnoreCase(list)) => list.iter().collect(),
        _ => return None,
    };
    let character = texts.iter().flat_map(|text| text.text().chars()).find(|c| c.len_utf16() > 1)?;
    Some(say::ignored_case_of(matcher.span, character, with_case(matcher, &texts)))
}

/// The same matcher with regard to case, where that is the same.
fn with_case(matcher: &Matcher, texts: &[&IgnoreCase]) -> Vec<Edit> {
    let caseless = |c: char| c.to_lowercase().eq([c]) && c.to_uppercase().eq([c]);
    if !texts.iter().all(|text| text.text().chars().all(caseless)) {
        return Vec::new();
    }
    let texts: Vec<String> = texts.iter().map(|text| text.text().to_owned()).collect();
    let text = match (&matcher.test, texts.as_slice()) {
        (Test::EqualsIgnoreCase(_), [text]) => quote(text),
        (Test::Prefix(_), texts) => expression("prefix", texts),
        (Test::Suffix(_), texts) => expression("suffix", texts),
        (_, texts) => expression("anything-but", texts),
    };
    respell(matcher.span, text)
}
