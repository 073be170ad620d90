//! How far one spelling is from another.

/// The candidate closest to a name, within two slips of the finger and whatever the case or separators.
pub(crate) fn nearest<'c>(name: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let plain = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let wanted = plain(name);
    let close = |candidate: &&&str| distance(&wanted, candidate) <= if candidate.len() > 4 { 2 } else { 1 };
    candidates.iter().filter(close).min_by_key(|candidate| distance(&wanted, candidate)).copied()
}

/// How many insertions, removals and replacements of characters lie between two short texts.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, own) in a.chars().take(64).enumerate() {
        let mut next = vec![at + 1];
        for (column, other) in b.iter().enumerate() {
            let above = row.get(column + 1).copied().unwrap_or(usize::MAX - 1);
            let left = next.last().copied().unwrap_or(usize::MAX - 1);
            let corner = row.get(column).copied().unwrap_or(usize::MAX - 1);
            let kept = if own == *other { corner } else { corner + 1 };
            next.push(kept.min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
