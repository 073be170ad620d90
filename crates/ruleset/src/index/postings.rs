//! Which conditions a key of an index leads to.

/// A condition, or a check to make first, with the sign of what a hit means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Posting(u32);

/// Set where a hit means that `anything-but` does not accept the value.
const NEGATIVE: u32 = 1 << 31;
/// Set where the number is that of a check.
const CHECK: u32 = 1 << 30;

impl Posting {
    pub fn new(condition: u32, negative: bool) -> Self {
        Self(condition | if negative { NEGATIVE } else { 0 })
    }

    /// A posting that counts only if the check with this number holds.
    pub fn check(number: u32) -> Self {
        Self(number | CHECK)
    }

    pub fn is_check(self) -> bool {
        self.0 & CHECK != 0
    }

    #[inline(always)]
    pub fn is_negative(self) -> bool {
        self.0 & NEGATIVE != 0
    }

    /// The number of the condition or check.
    #[inline(always)]
    pub fn number(self) -> u32 {
        self.0 & !(NEGATIVE | CHECK)
    }
}

/// The postings of each key of an index, by the key's number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Postings {
    ends: Vec<u32>,
    all: Vec<Posting>,
}

impl Postings {
    /// Adds the postings of the next key.
    pub fn push(&mut self, mut postings: Vec<Posting>) {
        postings.sort_unstable();
        postings.dedup();
        self.all.extend(postings);
        self.ends.push(self.all.len() as u32);
    }

    #[inline(always)]
    pub fn of(&self, key: usize) -> &[Posting] {
        let start = key.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(key).copied().unwrap_or(0);
        self.all.get(start as usize..end as usize).unwrap_or_default()
    }

    pub fn bytes(&self) -> usize {
        size_of_val(self.ends.as_slice()) + size_of_val(self.all.as_slice())
    }
}
