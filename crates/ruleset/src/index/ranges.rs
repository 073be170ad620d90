//! Ranges of numbers, sorted by their lower bound, with the highest upper bound of each stretch.

use super::postings::{Posting, Postings};
use std::collections::BTreeMap;

/// Closed ranges of keys to postings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ranges {
    lows: Vec<u64>,
    /// A heap-shaped tree: the leaves are the upper bounds, each inner node holds the higher of its children.
    tops: Vec<u64>,
    /// How many leaves the tree has: a power of two.
    width: usize,
    postings: Postings,
}

impl Ranges {
    pub fn new(ranges: BTreeMap<(u64, u64), Vec<Posting>>) -> Self {
        let width = ranges.len().next_power_of_two();
        let mut tops = vec![0; width * 2];
        let mut found = Self { width, ..Self::default() };
        for (at, ((low, high), postings)) in ranges.into_iter().enumerate() {
            found.lows.push(low);
            if let Some(top) = tops.get_mut(width + at) {
                *top = high;
            }
            found.postings.push(postings);
        }
        for at in (1..width).rev() {
            let highest = tops.get(at * 2).max(tops.get(at * 2 + 1)).copied().unwrap_or(0);
            if let Some(top) = tops.get_mut(at) {
                *top = highest;
            }
        }
        found.tops = tops;
        found
    }

    /// The postings of every range that holds the key.
    #[inline]
    pub fn get(&self, key: u64, mut hit: impl FnMut(&[Posting])) {
        let end = self.lows.partition_point(|low| *low <= key);
        if end == 0 {
            return;
        }
        if end == self.width {
            self.subtree(1, self.width, key, &mut hit);
            return;
        }
        // Those before `end` are a few whole subtrees, one for each bit.
        let mut at = self.width + end;
        let mut size = 1;
        while at > 1 {
            if at & 1 == 1 {
                at -= 1;
                self.subtree(at, size, key, &mut hit);
            }
            (at, size) = (at / 2, size * 2);
        }
    }

    /// The postings of the ranges below a node that end at the key or above it.
    #[inline(always)]
    fn subtree(&self, top: usize, width: usize, key: u64, hit: &mut impl FnMut(&[Posting])) {
        if self.tops.get(top).is_none_or(|highest| *highest < key) {
            return;
        }
        let (mut at, mut size) = (top, width);
        loop {
            if self.tops.get(at).is_some_and(|highest| *highest >= key) {
                if size > 1 {
                    (at, size) = (at * 2, size / 2);
                    continue;
                }
                hit(self.postings.of(at - self.width));
            }
            // On to the next subtree to the right.
            while at & 1 == 1 && at != top {
                (at, size) = (at / 2, size * 2);
            }
            if at == top {
                return;
            }
            at += 1;
        }
    }

    pub fn bytes(&self) -> usize {
        size_of_val(self.lows.as_slice()) + size_of_val(self.tops.as_slice()) + self.postings.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ranges_around_a_key_are_found() {
        for count in [0, 1, 2, 3, 7, 64, 100] {
            let ranges: Vec<(u64, u64)> = (0..count).map(|at| (at * 7 % 50, at * 7 % 50 + at % 13)).collect();
            let mut keys: BTreeMap<(u64, u64), Vec<Posting>> = BTreeMap::new();
            for (at, range) in (0..).zip(&ranges) {
                keys.entry(*range).or_default().push(Posting::new(at, false));
            }
            let index = Ranges::new(keys);
            for key in 0..70 {
                let mut found = Vec::new();
                index.get(key, |postings| found.extend(postings.iter().map(|posting| posting.number())));
                found.sort_unstable();
                let inside = |range: &(u64, u64)| range.0 <= key && key <= range.1;
                let expected: Vec<u32> =
                    (0..).zip(&ranges).filter(|(_, range)| inside(range)).map(|(at, _)| at).collect();
                assert_eq!(found, expected, "{count} {key}");
            }
        }
    }
}
