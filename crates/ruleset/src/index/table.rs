//! Hash tables that do not change: strings, and numbers or addresses, to postings.

use super::postings::{Posting, Postings};
use std::collections::BTreeMap;

/// The number of no key.
const NONE: u32 = u32::MAX;

/// A slot: some bits of the hash, and the key's number.
type Slot = (u32, u32);

/// Open addressing over at least twice as many slots as keys.
#[derive(Clone, Debug, Default)]
struct Slots {
    slots: Vec<Slot>,
    mask: usize,
    seed: u64,
}

impl Slots {
    /// Places the keys; another seed is tried while keys crowd together.
    fn new(count: usize, hash: impl Fn(usize, u64) -> u64) -> Self {
        const CROWD: usize = 24;
        let size = (count * 2).next_power_of_two().max(2);
        let mut seed = 0x51_7c_c1_b7_27_22_0a_95;
        for attempt in 0.. {
            let mut slots = vec![(0, NONE); size];
            let mut longest = 0;
            for key in 0..count {
                let hash = hash(key, seed);
                let mut at = hash as usize & (size - 1);
                let mut steps = 0;
                while slots.get(at).is_some_and(|slot| slot.1 != NONE) {
                    at = (at + 1) & (size - 1);
                    steps += 1;
                }
                if let Some(slot) = slots.get_mut(at) {
                    *slot = ((hash >> 32) as u32, key as u32);
                }
                longest = longest.max(steps);
            }
            if longest <= CROWD || attempt == 8 {
                return Self { slots, mask: size - 1, seed };
            }
            seed = mix(seed, attempt);
        }
        Self::default()
    }

    /// The key with this hash of which `is` holds.
    #[inline(always)]
    fn find(&self, hash: u64, is: impl Fn(usize) -> bool) -> Option<usize> {
        let mut at = hash as usize & self.mask;
        loop {
            let (tag, key) = *self.slots.get(at)?;
            if key == NONE {
                return None;
            }
            if tag == (hash >> 32) as u32 && is(key as usize) {
                return Some(key as usize);
            }
            at = (at + 1) & self.mask;
        }
    }

    fn bytes(&self) -> usize {
        size_of_val(self.slots.as_slice())
    }
}

#[inline(always)]
fn mix(hash: u64, word: u64) -> u64 {
    let product = (hash ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    product ^ (product >> 29)
}

#[inline(always)]
fn hash_bytes(bytes: &[u8], seed: u64) -> u64 {
    let mut hash = seed ^ bytes.len() as u64;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        hash = mix(hash, u64::from_le_bytes(*word));
    }
    let last = match bytes.last_chunk::<8>() {
        Some(last) => u64::from_le_bytes(*last),
        None => rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    let hash = mix(mix(hash, last), 0x5851_F42D_4C95_7F2D);
    hash ^ (hash >> 32)
}

/// Strings to postings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strings {
    slots: Slots,
    /// Where each key starts and ends in `text`.
    keys: Vec<(u32, u32)>,
    text: Vec<u8>,
    longest: usize,
    postings: Postings,
}

impl Strings {
    pub fn new(keys: BTreeMap<Vec<u8>, Vec<Posting>>) -> Self {
        let longest = keys.keys().map(Vec::len).max().unwrap_or(0);
        let mut found = Self { longest, ..Self::default() };
        let listed: Vec<&Vec<u8>> = keys.keys().collect();
        found.slots = Slots::new(keys.len(), |at, seed| {
            hash_bytes(listed.get(at).map(|key| key.as_slice()).unwrap_or_default(), seed)
        });
        for (key, postings) in keys {
            let start = found.text.len() as u32;
            found.text.extend(key);
            found.keys.push((start, found.text.len() as u32));
            found.postings.push(postings);
        }
        found
    }

    #[inline]
    pub fn get(&self, value: &[u8]) -> &[Posting] {
        if value.len() > self.longest {
            return &[];
        }
        let hash = hash_bytes(value, self.slots.seed);
        let found = self.slots.find(hash, |key| self.key(key) == value);
        found.map(|key| self.postings.of(key)).unwrap_or_default()
    }

    #[inline(always)]
    fn key(&self, at: usize) -> &[u8] {
        let (start, end) = self.keys.get(at).copied().unwrap_or_default();
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    pub fn bytes(&self) -> usize {
        self.slots.bytes() + size_of_val(self.keys.as_slice()) + self.text.len() + self.postings.bytes()
    }
}

/// Numbers or addresses, as 128 bits, to postings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Points {
    slots: Slots,
    keys: Vec<u128>,
    postings: Postings,
}

impl Points {
    pub fn new(keys: BTreeMap<u128, Vec<Posting>>) -> Self {
        let listed: Vec<u128> = keys.keys().copied().collect();
        let hash = |at: usize, seed| listed.get(at).map_or(0, |key| hash_point(*key, seed));
        let slots = Slots::new(listed.len(), hash);
        let mut postings = Postings::default();
        for list in keys.into_values() {
            postings.push(list);
        }
        Self { slots, keys: listed, postings }
    }

    #[inline]
    pub fn get(&self, value: u128) -> &[Posting] {
        if self.keys.is_empty() {
            return &[];
        }
        let hash = hash_point(value, self.slots.seed);
        let found = self.slots.find(hash, |key| self.keys.get(key) == Some(&value));
        found.map(|key| self.postings.of(key)).unwrap_or_default()
    }

    pub fn bytes(&self) -> usize {
        self.slots.bytes() + size_of_val(self.keys.as_slice()) + self.postings.bytes()
    }
}

#[inline(always)]
fn hash_point(key: u128, seed: u64) -> u64 {
    let hash = mix(mix(seed, key as u64), (key >> 64) as u64);
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_string_is_found_and_no_other() {
        let key = |at: u32| "x".repeat(at as usize % 40) + &at.to_string();
        let keys = (0..3000).map(|at| (key(at).into_bytes(), vec![Posting::new(at, false)])).collect();
        let table = Strings::new(keys);
        for at in 0..3000 {
            assert_eq!(table.get(key(at).as_bytes()), [Posting::new(at, false)]);
            assert_eq!(table.get(key(at + 3000).as_bytes()), []);
        }
        assert_eq!(Strings::default().get(b""), []);
    }

    #[test]
    fn every_point_is_found_and_no_other() {
        let keys = (0..3000_u32).map(|at| (u128::from(at) << 30, vec![Posting::new(at, true)])).collect();
        let table = Points::new(keys);
        for at in 0..3000_u32 {
            assert_eq!(table.get(u128::from(at) << 30), [Posting::new(at, true)]);
            assert_eq!(table.get((u128::from(at) << 30) + 1), []);
        }
        assert_eq!(Points::default().get(0), []);
    }
}
