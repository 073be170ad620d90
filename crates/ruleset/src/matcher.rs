//! A compiled set of patterns, and matching with it.

use crate::compile::Parts;
use crate::decide::Decision;
use crate::read::Refused;
use crate::read::walk::{Buffers, walk};

/// How many steps finding values may take for one event: a step is a test that no index answers, on a short value.
const MAX_TESTS: u64 = 50_000_000;

/// How many steps choosing array elements may take for one event, over all rules: ten times what one pattern gets
/// alone.
const MAX_CHOICES: u64 = 30_000_000;

/// Many patterns compiled into one: [`RuleSet::compile`](crate::RuleSet::compile) makes it. It does not change, and
/// threads may share it; each has its own [`Scratch`].
#[derive(Clone, Debug)]
pub struct Matcher {
    parts: Parts,
    /// The numbers of all rules.
    rules: Vec<u32>,
}

/// Buffers that matching reuses: after the first events nothing is allocated. One scratch serves any matchers, one
/// after the other.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    buffers: Buffers,
    decision: Decision,
}

/// The rules that match one event, in no particular order, each once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matches<'s> {
    /// Numbers of the rules that match.
    pub matched: &'s [u32],
    /// Numbers of the rules of which the work limit was reached.
    pub undecided: &'s [u32],
    /// How many bytes of the text were read. AWS reads an event and leaves what is behind it.
    pub read: usize,
}

impl Matcher {
    pub(crate) fn new(parts: Parts, rules: Vec<u32>) -> Self {
        Self { parts, rules }
    }

    /// The rules that match an event.
    ///
    /// The verdicts are those of [`rulepad_pattern::matches`] on the event that [`rulepad_document::json::parse`]
    /// reads. A rule that reaches the work limit there may be decided here, never the other way round, as long as
    /// the rules together stay within ten times that limit.
    ///
    /// # Errors
    /// The event is not a JSON object that AWS's parser would read.
    pub fn matching<'s>(&self, event: &[u8], scratch: &'s mut Scratch) -> Result<Matches<'s>, Refused> {
        self.run::<true>(event, scratch)
    }

    /// The same for a text that was read as an event before: values that no pattern names are only skipped. Of a
    /// text that is not an event, any rules may be found.
    ///
    /// # Errors
    /// The skipping itself met something other than JSON.
    pub fn matching_trusted<'s>(
        &self,
        event: &[u8],
        scratch: &'s mut Scratch,
    ) -> Result<Matches<'s>, Refused> {
        self.run::<false>(event, scratch)
    }

    /// Matches each line of a text, and calls back with the line's number, counted from 0, and what was found.
    /// Blank lines are left out.
    pub fn matching_lines(
        &self,
        lines: &[u8],
        scratch: &mut Scratch,
        mut each: impl FnMut(usize, Result<Matches<'_>, Refused>),
    ) {
        let mut start = 0;
        for number in 0.. {
            let rest = lines.get(start..).unwrap_or_default();
            if rest.is_empty() {
                return;
            }
            let length = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let line = rest.get(..length).unwrap_or_default();
            if !line.trim_ascii().is_empty() {
                each(number, self.matching(line, scratch));
            }
            start += length + 1;
        }
    }

    fn run<'s, const CHECK: bool>(
        &self,
        event: &[u8],
        scratch: &'s mut Scratch,
    ) -> Result<Matches<'s>, Refused> {
        let Self { parts, rules } = self;
        let Scratch { buffers, decision } = scratch;
        if buffers.marks.start(parts.conditions.len(), parts.fields.len()) {
            *decision = Decision::default();
        }
        buffers.work.steps = MAX_TESTS;
        let read = walk::<CHECK>(event, &parts.names, &parts.fields, buffers)?;
        if buffers.work.steps == 0 {
            return Ok(Matches { matched: &[], undecided: decision.give_up(rules), read });
        }
        decision.run(
            &parts.tree,
            &parts.conditions,
            &buffers.marks,
            &buffers.elements,
            parts.rules,
            MAX_CHOICES,
        );
        Ok(Matches { matched: &decision.matched, undecided: &decision.undecided, read })
    }

    /// The numbers of the rules that were compiled, ascending.
    #[must_use]
    pub fn rules(&self) -> &[u32] {
        &self.rules
    }

    /// How many bytes the matcher takes on the heap.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.parts.bytes()
    }

    /// How many of these bytes are for one rule; what rules share counts in equal parts. 0 for a number that is not
    /// a rule's.
    #[must_use]
    pub fn bytes_of(&self, rule: u32) -> usize {
        self.parts.bytes.get(rule as usize).map_or(0, |bytes| *bytes as usize)
    }
}
