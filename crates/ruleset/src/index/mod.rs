//! The values that conditions on one field accept, one index for each kind of operator.

mod affixes;
mod blocks;
mod build;
mod check;
mod fold;
mod literals;
mod postings;
mod ranges;
mod refused;
mod table;

pub(crate) use build::Builder;
pub(crate) use postings::Posting;

use crate::read::number;
use affixes::Affixes;
use blocks::Blocks;
use check::Check;
use literals::Literals;
use ranges::Ranges;
use refused::Refusals;
use table::{Points, Strings};

/// A scalar of an event.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'v> {
    Null,
    True,
    False,
    /// As it is written.
    Number(&'v [u8]),
    /// Without its escapes.
    String(&'v [u8]),
}

/// Every test that some condition makes on one field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// Conditions that accept any value that is there.
    present: Vec<Posting>,
    null: Vec<Posting>,
    yes: Vec<Posting>,
    no: Vec<Posting>,
    any_string: Vec<Posting>,
    /// Checks to make on any string.
    any_string_checks: Vec<Posting>,
    strings: Strings,
    prefixes: Affixes,
    suffixes: Affixes,
    literals: Option<Literals>,
    /// Of texts in any case, in the form that [`fold::fold`] gives.
    folded: Option<Box<Folded>>,
    addresses: Blocks,
    numbers: Points,
    /// Numbers that a double cannot hold.
    number_texts: Strings,
    ranges: Ranges,
    checks: Vec<(Check, Posting)>,
    /// Conditions with more than one `anything-but`.
    refusals: Vec<(Refusals, Posting)>,
}

#[derive(Clone, Debug, Default)]
struct Folded {
    equal: Strings,
    prefixes: Affixes,
    suffixes: Affixes,
}

/// Buffers for looking a value up, and what was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Work {
    /// What the last value was accepted or refused by.
    pub hits: Vec<Posting>,
    folded: Vec<u8>,
    reversed: Vec<u8>,
    /// For each literal the last value that it was seen in.
    seen: Vec<u64>,
    values: u64,
    /// What is left of the work for this event.
    pub steps: u64,
}

/// Gives the postings of a value, those with a check only if it holds.
struct Finder<'f> {
    index: &'f Index,
    value: &'f [u8],
    hits: &'f mut Vec<Posting>,
    steps: &'f mut u64,
}

impl Finder<'_> {
    #[inline(always)]
    fn take(&mut self, postings: &[Posting]) {
        for posting in postings {
            if !posting.is_check() {
                self.hits.push(*posting);
                continue;
            }
            *self.steps = self.steps.saturating_sub(1 + self.value.len() as u64 / 32);
            if *self.steps == 0 {
                return;
            }
            if let Some((check, then)) = self.index.checks.get(posting.number() as usize)
                && check.accepts(self.value)
            {
                self.hits.push(*then);
            }
        }
    }
}

impl Index {
    /// Puts into `work.hits` which conditions accept the value, and which `anything-but` refuses it.
    #[inline]
    pub fn look_up(&self, value: Value<'_>, work: &mut Work) {
        work.hits.clear();
        work.hits.extend_from_slice(&self.present);
        match value {
            Value::String(text) => self.string(text, work),
            Value::Number(text) => self.number(text, work),
            Value::Null => work.hits.extend_from_slice(&self.null),
            Value::True => work.hits.extend_from_slice(&self.yes),
            Value::False => work.hits.extend_from_slice(&self.no),
        }
        for (refusals, posting) in &self.refusals {
            work.steps = work.steps.saturating_sub(refusals.cost(value));
            if work.steps > 0 && refusals.one_accepts(value) {
                work.hits.push(*posting);
            }
        }
    }

    fn string(&self, value: &[u8], work: &mut Work) {
        let mut finder = Finder { index: self, value, hits: &mut work.hits, steps: &mut work.steps };
        finder.hits.extend_from_slice(&self.any_string);
        finder.take(&self.any_string_checks);
        finder.take(self.strings.get(value));
        if !self.prefixes.is_empty() {
            self.prefixes.get(value, |postings| finder.take(postings));
        }
        if !self.suffixes.is_empty() {
            reverse(value, self.suffixes.longest(), &mut work.reversed);
            self.suffixes.get(&work.reversed, |postings| finder.take(postings));
        }
        if let Some(literals) = &self.literals {
            work.values += 1;
            if work.seen.len() < literals.len() {
                work.seen.resize(literals.len(), 0);
            }
            literals.get(value, |number, postings| {
                if let Some(seen) = work.seen.get_mut(number).filter(|seen| **seen != work.values) {
                    *seen = work.values;
                    finder.take(postings);
                }
            });
        }
        if !self.addresses.is_empty()
            && let Some(address) = blocks::address(value)
        {
            self.addresses.get(address, |postings| finder.take(postings));
        }
        if let Some(folded) = &self.folded {
            fold::fold(value, &mut work.folded);
            finder.take(folded.equal.get(&work.folded));
            folded.prefixes.get(&work.folded, |postings| finder.take(postings));
            if !folded.suffixes.is_empty() {
                reverse(&work.folded, folded.suffixes.longest(), &mut work.reversed);
                folded.suffixes.get(&work.reversed, |postings| finder.take(postings));
            }
        }
    }

    fn number(&self, text: &[u8], work: &mut Work) {
        let Some(value) = number::value(text) else {
            work.hits.extend_from_slice(self.number_texts.get(text));
            return;
        };
        let key = number::key(value);
        work.hits.extend_from_slice(self.numbers.get(u128::from(key)));
        self.ranges.get(key, |postings| work.hits.extend_from_slice(postings));
    }

    /// How many bytes the index takes.
    pub fn bytes(&self) -> usize {
        let folded = self
            .folded
            .as_ref()
            .map_or(0, |folded| folded.equal.bytes() + folded.prefixes.bytes() + folded.suffixes.bytes());
        let lists = [&self.present, &self.null, &self.yes, &self.no, &self.any_string];
        lists.iter().map(|list| size_of_val(list.as_slice())).sum::<usize>()
            + self.strings.bytes()
            + self.prefixes.bytes()
            + self.suffixes.bytes()
            + self.literals.as_ref().map_or(0, Literals::bytes)
            + folded
            + self.addresses.bytes()
            + self.numbers.bytes()
            + self.number_texts.bytes()
            + self.ranges.bytes()
            + self.checks.iter().map(|(check, _)| check.bytes()).sum::<usize>()
            + size_of_val(self.checks.as_slice())
            + self.refusals.iter().map(|(refusals, _)| refusals.bytes()).sum::<usize>()
    }
}

/// The last bytes of a value in reverse, at most as many as count.
#[inline(always)]
fn reverse(value: &[u8], most: usize, out: &mut Vec<u8>) {
    out.clear();
    out.extend(value.iter().rev().take(most));
}
