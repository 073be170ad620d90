//! Which rows and columns of a large table are drawn.

use std::ops::Range;
use web_sys::HtmlElement;

/// The height of a row in pixels; the style sheet has the same.
pub(super) const ROW: usize = 30;
/// The width of the column of rules, at most half of the width; the style sheet has the same.
const RULES: usize = 220;
/// The width of the column of an event: with its title, or with its number alone.
const WIDE: usize = 128;
const SLIM: usize = 34;
/// So many events have their titles in the columns.
const FEW: usize = 12;
/// Rows and columns drawn beyond what is seen.
const SPARE: usize = 4;
/// What is drawn at least, in pixels, also before the table was measured or after it grew.
const LEAST: (usize, usize) = (1200, 480);

/// What of the table is in sight, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sight {
    pub left: usize,
    pub top: usize,
    pub width: usize,
    pub height: usize,
}

impl Sight {
    /// The sight of an element as it is scrolled.
    pub fn of(element: &HtmlElement) -> Self {
        let pixels = |length: i32| usize::try_from(length).unwrap_or_default();
        Self {
            left: pixels(element.scroll_left()),
            top: pixels(element.scroll_top()),
            width: pixels(element.client_width()),
            height: pixels(element.client_height()),
        }
    }

    /// The rows that are drawn.
    pub fn rows(self, count: usize) -> Range<usize> {
        drawn(self.top, self.height.max(LEAST.1), ROW, count)
    }

    /// The columns that are drawn.
    pub fn columns(self, count: usize) -> Range<usize> {
        drawn(self.left, self.width.max(LEAST.0), column(count), count)
    }
}

/// Whether the columns have room for titles.
pub(super) fn has_titles(count: usize) -> bool {
    count <= FEW
}

/// How wide the column of an event is.
pub(super) fn column(count: usize) -> usize {
    if has_titles(count) { WIDE } else { SLIM }
}

/// How much of the width the rules take.
pub(super) fn fixed(width: usize) -> usize {
    RULES.min(width / 2)
}

/// How far a table is scrolled along one axis to have an item in sight, beside the part of it that stays in place.
pub(super) fn scrolled(now: usize, size: usize, fixed: usize, item: usize, at: usize) -> usize {
    let (start, end) = (at * item, (at + 1) * item);
    let room = size.saturating_sub(fixed);
    if start < now {
        start
    } else if end > now + room {
        end.saturating_sub(room)
    } else {
        now
    }
}

fn drawn(from: usize, length: usize, item: usize, count: usize) -> Range<usize> {
    let start = (from / item).saturating_sub(SPARE).min(count);
    let end = (from + length).div_ceil(item) + SPARE;
    start..end.min(count).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_seen_is_drawn() {
        let sight = Sight { left: 34_000, top: 3_000, width: 1000, height: 300 };
        assert_eq!(sight.columns(10_000), 996..1040);
        assert_eq!(sight.rows(1_000), 96..120);
        assert_eq!(sight.rows(50), 50..50, "the table became shorter");
        assert_eq!(Sight::default().rows(3), 0..3);
        assert!(Sight::default().columns(10_000).len() < 60);
    }

    #[test]
    fn a_cell_is_scrolled_to_only_as_far_as_needed() {
        assert_eq!(scrolled(0, 330, 30, 30, 9), 0);
        assert_eq!(scrolled(0, 330, 30, 30, 10), 30);
        assert_eq!(scrolled(300, 330, 30, 30, 4), 120);
    }
}
