//! Whether the conditions of a sub-rule can choose elements that do not contradict each other.

use super::elements::{Elements, Excluded};
use super::marks::{Condition, Marks, holds};
use super::tree::Stretch;

/// How many choices one sub-rule may try: as many as [`rulepad_pattern::matches`] tries for a pattern.
const MAX_STEPS: u64 = 3_000_000;

/// Lists of elements that were made for an event, and the state of a search.
#[derive(Clone, Debug, Default)]
pub(crate) struct Search {
    generation: u32,
    items: Vec<u32>,
    /// For each condition the elements that it accepts.
    accepted: Vec<(u32, Stretch)>,
    /// For each field the elements that have it.
    present: Vec<(u32, Stretch)>,
    excluded: Excluded,
    levels: Vec<Level>,
}

/// A condition that chooses.
#[derive(Clone, Copy, Debug)]
struct Level {
    accepted: Stretch,
    /// Where the field is, for a condition that accepts absence.
    present: Option<Stretch>,
    /// The next element to try.
    next: usize,
    /// How much was excluded before this condition chose.
    before: usize,
    /// Whether absence was tried.
    absent: bool,
}

/// What a search reads.
pub(crate) struct Seen<'s> {
    pub marks: &'s Marks,
    pub elements: &'s Elements,
    pub conditions: &'s [Condition],
}

impl Search {
    /// Whether the conditions hold together; they are tried in the order of their names, and absence is judged
    /// within the elements chosen so far. `None` when the work limit is reached.
    pub fn run(&mut self, seen: &Seen<'_>, by_name: &[u32], absence: bool, left: &mut u64) -> Option<bool> {
        if self.generation != seen.marks.generation() {
            self.generation = seen.marks.generation();
            self.items.clear();
        }
        self.levels.clear();
        for number in by_name {
            let condition = seen.conditions.get(*number as usize).copied()?;
            let bits = seen.marks.holds(*number, condition);
            // What holds without an element restricts nobody; only absence can profit from a choice.
            if bits & holds::FREE != 0 && !absence {
                continue;
            }
            let accepted = self.accepted(seen, *number, condition);
            let present = condition.absence.then(|| self.present(seen, condition.field));
            self.levels.push(Level { accepted, present, next: 0, before: 0, absent: false });
        }
        let most = (*left).min(MAX_STEPS);
        let mut steps = most;
        let found = self.choose(seen.elements, &mut steps);
        *left -= most - steps;
        found
    }

    fn choose(&mut self, elements: &Elements, steps: &mut u64) -> Option<bool> {
        self.excluded.clear();
        let mut at = 0;
        loop {
            let Some(level) = self.levels.get_mut(at) else { return Some(true) };
            self.excluded.truncate(level.before);
            if let Some(found) = self.excluded.next(level.accepted.of(&self.items), level.next) {
                *steps = steps.checked_sub(1)?;
                level.next = found + 1;
                let element = level.accepted.of(&self.items).get(found).copied().unwrap_or(0);
                elements.exclude(element, &mut self.excluded);
            } else if let Some(present) = level.present.filter(|_| !level.absent)
                && self.excluded.next(present.of(&self.items), 0).is_none()
            {
                level.absent = true;
            } else if let Some(before) = at.checked_sub(1) {
                at = before;
                continue;
            } else {
                return Some(false);
            }
            at += 1;
            if let Some(next) = self.levels.get_mut(at) {
                (next.next, next.before, next.absent) = (0, self.excluded.len(), false);
            }
        }
    }

    fn accepted(&mut self, seen: &Seen<'_>, number: u32, condition: Condition) -> Stretch {
        let generation = self.generation;
        if self.accepted.len() < seen.conditions.len() {
            self.accepted.resize(seen.conditions.len(), (0, Stretch::default()));
        }
        let Some(own) = self.accepted.get_mut(number as usize) else { return Stretch::default() };
        if own.0 != generation {
            let start = self.items.len() as u32;
            seen.marks.elements(number, condition, &mut self.items);
            *own = (generation, Stretch { start, end: self.items.len() as u32 });
        }
        own.1
    }

    fn present(&mut self, seen: &Seen<'_>, field: u32) -> Stretch {
        if self.present.len() <= field as usize {
            self.present.resize(field as usize + 1, (0, Stretch::default()));
        }
        let Some(own) = self.present.get_mut(field as usize) else { return Stretch::default() };
        if own.0 != self.generation {
            let start = self.items.len() as u32;
            seen.marks.present(field, &mut self.items);
            *own = (self.generation, Stretch { start, end: self.items.len() as u32 });
        }
        own.1
    }
}
