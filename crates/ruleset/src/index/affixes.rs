//! Texts that values start with, sorted; each knows the longest other text that it starts with.

use super::postings::{Posting, Postings};
use std::collections::BTreeMap;

const NONE: u32 = u32::MAX;

/// Prefixes to postings. For suffixes, texts and values are reversed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Affixes {
    /// The first eight bytes of each text, as a number that sorts as they do.
    firsts: Vec<u64>,
    ends: Vec<u32>,
    text: Vec<u8>,
    /// The longest other text that this one starts with.
    parents: Vec<u32>,
    longest: usize,
    postings: Postings,
}

impl Affixes {
    pub fn new(keys: BTreeMap<Vec<u8>, Vec<Posting>>) -> Self {
        let mut found = Self::default();
        // Texts that the current one starts with, shortest first.
        let mut open: Vec<u32> = Vec::new();
        for (at, (key, postings)) in (0..).zip(keys) {
            while open.last().is_some_and(|outer| !key.starts_with(found.key(*outer))) {
                open.pop();
            }
            found.parents.push(open.last().copied().unwrap_or(NONE));
            open.push(at);
            found.longest = found.longest.max(key.len());
            found.firsts.push(first(&key));
            found.text.extend(key);
            found.ends.push(found.text.len() as u32);
            found.postings.push(postings);
        }
        found
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The length of the longest text; what is behind it in a value does not matter.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// The postings of every text that the value starts with.
    #[inline]
    pub fn get(&self, value: &[u8], mut hit: impl FnMut(&[Posting])) {
        let own = first(value);
        let low = self.firsts.partition_point(|first| *first < own);
        let same = self.firsts.get(low..).unwrap_or_default();
        // Usually none or few share all eight bytes.
        let high =
            low + if same.first() == Some(&own) { same.partition_point(|first| *first == own) } else { 0 };
        let (mut low, mut high) = (low, high);
        while low < high {
            let middle = low.midpoint(high);
            if self.key(middle as u32) <= value { low = middle + 1 } else { high = middle }
        }
        // What the value starts with is the greatest text that is not above it, or one that this starts with.
        let mut at = low.checked_sub(1).map_or(NONE, |at| at as u32);
        if at == NONE {
            return;
        }
        let shared = shared(self.key(at), value);
        while at != NONE && self.key(at).len() > shared {
            at = self.parent(at);
        }
        while at != NONE {
            hit(self.postings.of(at as usize));
            at = self.parent(at);
        }
    }

    #[inline(always)]
    fn key(&self, at: u32) -> &[u8] {
        let start =
            (at as usize).checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at as usize).copied().unwrap_or(0);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    #[inline(always)]
    fn parent(&self, at: u32) -> u32 {
        self.parents.get(at as usize).copied().unwrap_or(NONE)
    }

    pub fn bytes(&self) -> usize {
        size_of_val(self.firsts.as_slice())
            + size_of_val(self.ends.as_slice())
            + size_of_val(self.parents.as_slice())
            + self.text.len()
            + self.postings.bytes()
    }
}

/// How many bytes two texts share at the start.
#[inline(always)]
fn shared(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// The first eight bytes, zeros where there are fewer.
#[inline(always)]
fn first(text: &[u8]) -> u64 {
    match text.first_chunk::<8>() {
        Some(chunk) => u64::from_be_bytes(*chunk),
        None => {
            let word = text.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
            if text.is_empty() { 0 } else { word << (8 * (8 - text.len())) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_value_starts_with_is_found() {
        let texts: Vec<&[u8]> = vec![
            b"",
            b"a",
            b"ab",
            b"ab\0",
            b"abcdefgh",
            b"abcdefghi",
            b"abcdefgz",
            b"b",
            b"\xff\xff",
            b"abcdefghijkl",
        ];
        let numbered = (0..).zip(&texts).map(|(at, text)| (text.to_vec(), vec![Posting::new(at, false)]));
        let affixes = Affixes::new(numbered.collect());
        let values: [&[u8]; 12] = [
            b"",
            b"a",
            b"ab",
            b"ab\0",
            b"ab\0\0",
            b"abc",
            b"abcdefgh",
            b"abcdefghijk",
            b"abcdefgzz",
            b"zz",
            b"\xff",
            b"\xff\xff\xff",
        ];
        for value in values {
            let mut found = Vec::new();
            affixes.get(value, |postings| found.extend(postings.iter().map(|posting| posting.number())));
            found.sort_unstable();
            let expected: Vec<u32> =
                (0..).zip(&texts).filter(|(_, text)| value.starts_with(text)).map(|(at, _)| at).collect();
            assert_eq!(found, expected, "{value:?}");
        }
        Affixes::default().get(b"x", |_| panic!("nothing is there"));
    }
}
