//! Taking one change out of a text that was changed again since.

use super::moment::Overlap;
use std::ops::Range;

/// The value without the change from `before` to `after`, where it is `now`.
pub(super) fn pick<'v, T: PartialEq>(before: &'v T, after: &T, now: &'v T, overlap: Overlap) -> &'v T {
    if now == after {
        before
    } else if before == after {
        now
    } else {
        match overlap {
            Overlap::Before => before,
            Overlap::Now => now,
        }
    }
}

/// The text without the change from `before` to `after`, where it is `now`: both the undone change and the later one
/// hold where they are about different parts.
pub(super) fn texts(before: &str, after: &str, now: &str, overlap: Overlap) -> String {
    if now == after || before == after {
        return pick(&before, &after, &now, overlap).to_string();
    }
    let (undone, back) = difference(after, before);
    let (typed, new) = difference(after, now);
    let [first, second] = if undone.end <= typed.start {
        [(undone, back), (typed, new)]
    } else if typed.end <= undone.start {
        [(typed, new), (undone, back)]
    } else {
        return pick(&before, &after, &now, overlap).to_string();
    };
    let part = |range: Range<usize>| after.get(range).unwrap_or_default();
    [
        part(0..first.0.start),
        first.1,
        part(first.0.end..second.0.start),
        second.1,
        part(second.0.end..after.len()),
    ]
    .concat()
}

/// The stretch of `from` that differs, and what `to` has instead.
fn difference<'t>(from: &str, to: &'t str) -> (Range<usize>, &'t str) {
    let start: usize =
        from.chars().zip(to.chars()).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum();
    let (from_rest, to_rest) = (from.get(start..).unwrap_or_default(), to.get(start..).unwrap_or_default());
    let end: usize = from_rest
        .chars()
        .rev()
        .zip(to_rest.chars().rev())
        .take_while(|(one, other)| one == other)
        .map(|(c, _)| c.len_utf8())
        .sum();
    (start..from.len() - end, to.get(start..to.len() - end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_typing_elsewhere_in_the_text_stays() {
        let undo = |before, after, now| texts(before, after, now, Overlap::Before);
        assert_eq!(undo("a b", "a [b]", "a [b]"), "a b");
        assert_eq!(undo("x = 1, y = 2", "x = [1], y = 2", "x = [1], y = 22"), "x = 1, y = 22");
        assert_eq!(undo("x = 1, y = 2", "x = 1, y = [2]", "é😀 x = 1, y = [2]"), "é😀 x = 1, y = 2");
        assert_eq!(undo("", "abc", "abcd"), "d", "typed behind what was put in");
        assert_eq!(undo("same", "same", "typed"), "typed");
    }

    #[test]
    fn where_both_are_about_the_same_part_one_is_chosen() {
        assert_eq!(texts("old", "new", "newer", Overlap::Before), "older", "at its end is beside it");
        assert_eq!(texts("one", "two", "2", Overlap::Before), "one");
        assert_eq!(texts("one", "two", "2", Overlap::Now), "2");
    }
}
