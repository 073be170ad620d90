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

/// Set where the number is that of a list.
const LIST: u32 = 1 << 29;

/// The postings of each key of an index. Most keys have one, which is read without another step.
#[derive(Clone, Debug, Default)]
pub(crate) struct Postings {
    keys: Vec<Posting>,
    /// Where each list starts and ends.
    lists: Vec<(u32, u32)>,
    all: Vec<Posting>,
}

impl Postings {
    /// Adds the postings of the next key.
    pub fn push(&mut self, mut postings: Vec<Posting>) {
        postings.sort_unstable();
        postings.dedup();
        if let [one] = postings.as_slice() {
            self.keys.push(*one);
            return;
        }
        let start = self.all.len() as u32;
        self.all.extend(postings);
        self.keys.push(Posting(self.lists.len() as u32 | LIST));
        self.lists.push((start, self.all.len() as u32));
    }

    #[inline(always)]
    pub fn of(&self, key: usize) -> &[Posting] {
        match self.keys.get(key..key + 1) {
            Some([one]) if one.0 & LIST != 0 => self.list(one.0 & !LIST),
            Some(one) => one,
            None => &[],
        }
    }

    fn list(&self, list: u32) -> &[Posting] {
        let (start, end) = self.lists.get(list as usize).copied().unwrap_or_default();
        self.all.get(start as usize..end as usize).unwrap_or_default()
    }

    pub fn bytes(&self) -> usize {
        size_of_val(self.keys.as_slice())
            + size_of_val(self.lists.as_slice())
            + size_of_val(self.all.as_slice())
    }
}
