//! Literals anywhere in a value, all of them in one automaton.

use super::postings::{Posting, Postings};
use aho_corasick::automaton::OverlappingState;
use aho_corasick::{AhoCorasick, AhoCorasickKind, Input};
use std::collections::BTreeMap;

/// Literals to postings.
#[derive(Clone, Debug)]
pub(crate) struct Literals {
    automaton: AhoCorasick,
    postings: Postings,
}

/// Up to this many bytes of literals, the automaton is a table of every state and byte.
const SMALL: usize = 4096;

impl Literals {
    /// `None` where there are none, or so many that no automaton holds them.
    pub fn new(keys: &BTreeMap<Vec<u8>, Vec<Posting>>) -> Option<Self> {
        if keys.is_empty() {
            return None;
        }
        let small = keys.keys().map(Vec::len).sum::<usize>() <= SMALL;
        let kind = if small { AhoCorasickKind::DFA } else { AhoCorasickKind::ContiguousNFA };
        let automaton = AhoCorasick::builder().kind(Some(kind)).build(keys.keys()).ok()?;
        let mut postings = Postings::default();
        for list in keys.values() {
            postings.push(list.clone());
        }
        Some(Self { automaton, postings })
    }

    /// The number and the postings of every literal in the value, some of them repeatedly.
    #[inline]
    pub fn get(&self, value: &[u8], mut hit: impl FnMut(usize, &[Posting])) {
        let input = Input::new(value);
        let mut state = OverlappingState::start();
        while self.automaton.try_find_overlapping(input.clone(), &mut state).is_ok() {
            let Some(found) = state.get_match() else { return };
            let number = found.pattern().as_usize();
            hit(number, self.postings.of(number));
        }
    }

    /// How many literals there are.
    pub fn len(&self) -> usize {
        self.automaton.patterns_len()
    }

    pub fn bytes(&self) -> usize {
        self.automaton.memory_usage() + self.postings.bytes()
    }
}
