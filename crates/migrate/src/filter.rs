//! An event pattern as filters: `wildcard` is written in other operators, as filters do not have it.

use crate::change::Change;
use crate::loss::Loss;
use rulepad_document::diagnostic::apply;
use rulepad_document::json;
use rulepad_document::json::quote;
use rulepad_document::{Edit, Role};
use rulepad_pattern::operator::Test;
use rulepad_pattern::operator::anything_but::AnythingBut;
use rulepad_pattern::operator::wildcard::Wildcard;
use rulepad_pattern::parse_language;
use rulepad_subscriber::{Filter, ParsedFilter, Scope};

/// A pattern as a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct MigratedPattern {
    /// The filter of `Data`. Every event that the pattern matches matches it.
    pub filter: Filter,
    /// Conditions that accept more than they did.
    pub losses: Vec<Loss>,
    /// What behaves differently.
    pub changes: Vec<Change>,
}

/// What accepts every value that is there.
const ANYTHING: &str = r#"{"exists": true}"#;

/// Writes the pattern of a rule as a filter of `Data`.
///
/// # Errors
/// Where the pattern or the filter is refused.
pub fn pattern(text: &str) -> Result<MigratedPattern, Loss> {
    let read = parse_language(text);
    if text.trim().is_empty() || read.diagnostics.iter().any(rulepad_document::Diagnostic::is_error) {
        return Err(Loss::BadPattern);
    }
    let (mut edits, mut losses, mut changes) = (Vec::new(), Vec::new(), Vec::new());
    for condition in &read.pattern.conditions {
        for matcher in &condition.matchers {
            let (written, is_same) = match &matcher.test {
                Test::Wildcard(wildcard) => one(wildcard),
                Test::AnythingBut(AnythingBut::Wildcard(list)) => negated(list),
                _ => continue,
            };
            if !is_same {
                losses.push(Loss::Wildcard {
                    field: condition.name.clone(),
                    matcher: one_line(matcher.span.of(text)),
                    written: written.clone(),
                });
            } else if written == ANYTHING {
                changes.push(Change::AnyType(condition.name.clone()));
            }
            edits.push(Edit { span: matcher.span, text: written });
        }
    }
    let filter = Filter { scope: Scope::Data, pattern: apply(text, &edits) };
    if ParsedFilter::new(&filter).valid().is_none() {
        return Err(Loss::BadPattern);
    }
    let bytes = filter.pattern.len();
    if bytes > rulepad_subscriber::filter::MAX_BYTES {
        return Err(Loss::LongPattern(bytes));
    }
    Ok(MigratedPattern { filter, losses, changes })
}

/// A matcher of the pattern on one line.
fn one_line(matcher: &str) -> String {
    json::parse(matcher, Role::Pattern).single().map_or_else(|| matcher.to_owned(), json::compact)
}

/// A matcher that accepts what the wildcard accepts, and whether it accepts no other string.
fn one(wildcard: &Wildcard) -> (String, bool) {
    let matcher = |operator: &str, edge: &str| format!("{{\"{operator}\": {}}}", quote(edge));
    match wildcard.runs() {
        [only] => (quote(only), true),
        [first, .., last] => {
            let is_same = wildcard.runs().len() == 2 && (first.is_empty() || last.is_empty());
            let written = if first.is_empty() && last.is_empty() {
                ANYTHING.to_owned()
            } else if first.len() >= last.len() {
                matcher("prefix", first)
            } else {
                matcher("suffix", last)
            };
            (written, is_same)
        }
        [] => (ANYTHING.to_owned(), false),
    }
}

/// The same for a negated list. Of entries that `anything-but` cannot hold together, those of one kind are kept.
fn negated(list: &[Wildcard]) -> (String, bool) {
    let texts = |pick: fn(&[String]) -> Option<&String>| -> Vec<String> {
        list.iter().filter_map(|own| pick(own.runs())).map(|text| quote(text)).collect()
    };
    let prefixes = texts(|runs| match runs {
        [edge, end] if end.is_empty() && !edge.is_empty() => Some(edge),
        _ => None,
    });
    let suffixes = texts(|runs| match runs {
        [start, edge] if start.is_empty() && !edge.is_empty() => Some(edge),
        _ => None,
    });
    let plain = texts(|runs| match runs {
        [only] => Some(only),
        _ => None,
    });
    let within = |operator: &str, texts: &[String]| {
        let texts = match texts {
            [only] => only.clone(),
            several => format!("[{}]", several.join(", ")),
        };
        format!("{{\"anything-but\": {{\"{operator}\": {texts}}}}}")
    };
    let kinds = [
        (prefixes.len(), within("prefix", &prefixes)),
        (suffixes.len(), within("suffix", &suffixes)),
        (plain.len(), format!("{{\"anything-but\": [{}]}}", plain.join(", "))),
    ];
    let (kept, written) = kinds.into_iter().max_by_key(|(count, _)| *count).unwrap_or_default();
    if kept == 0 { (ANYTHING.to_owned(), false) } else { (written, kept == list.len()) }
}
