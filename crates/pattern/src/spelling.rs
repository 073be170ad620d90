//! How far one spelling is from another.

use rulepad_document::spelling;

/// The candidate closest to a name, within two slips of the finger and whatever the case or separators.
pub(crate) fn nearest<'c>(name: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let plain = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let wanted = plain(name);
    let close = |candidate: &&&str| distance(&wanted, candidate) <= if candidate.len() > 4 { 2 } else { 1 };
    candidates.iter().filter(close).min_by_key(|candidate| distance(&wanted, candidate)).copied()
}

/// How many insertions, removals and replacements of characters lie between two short texts.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let short = |text: &str| text.chars().take(64).collect::<String>();
    spelling::distance(&short(a), &short(b))
}
