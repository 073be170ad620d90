//! Strings for every combination of string tests that can hold together: the shortest for each.

use std::collections::{BTreeSet, HashMap, VecDeque};

/// One step of a text to match.
pub(super) enum LiteralStep {
    /// Any run of characters.
    Star,
    /// This character.
    One(char),
    /// This character's lower-case or upper-case form.
    AnyCase(char),
}

/// All texts of all tests as one automaton.
#[derive(Default)]
pub(super) struct Machine {
    states: Vec<State>,
    starts: Vec<usize>,
    texts: usize,
}

#[derive(Default)]
struct State {
    /// Whether any character leads back here.
    star: bool,
    edges: Vec<(char, usize)>,
    /// The text that ends here.
    accepts: Option<usize>,
}

/// How many states are visited, and how many edges are followed, before the walk gives up.
const STATES: usize = 4000;
const WORK: usize = 2_000_000;

impl Machine {
    /// Adds one text to tell from the others.
    pub fn add(&mut self, steps: impl IntoIterator<Item = LiteralStep>) {
        let mut at = self.state();
        self.starts.push(at);
        for step in steps {
            match step {
                LiteralStep::Star => {
                    if let Some(state) = self.states.get_mut(at) {
                        state.star = true;
                    }
                }
                LiteralStep::One(c) => at = self.path(at, None, [c].into_iter()),
                LiteralStep::AnyCase(c) => {
                    let end = self.state();
                    self.path(at, Some(end), c.to_lowercase());
                    at = self.path(at, Some(end), c.to_uppercase());
                }
            }
        }
        if let Some(state) = self.states.get_mut(at) {
            state.accepts = Some(self.texts);
        }
        self.texts += 1;
    }

    fn state(&mut self) -> usize {
        self.states.push(State::default());
        self.states.len() - 1
    }

    /// Leads over these characters to the end, or to a new state where none is given.
    fn path(&mut self, from: usize, end: Option<usize>, chars: impl ExactSizeIterator<Item = char>) -> usize {
        let (mut at, last) = (from, chars.len() - 1);
        for (number, c) in chars.enumerate() {
            let next = match end {
                Some(end) if number == last => end,
                _ => self.state(),
            };
            if let Some(state) = self.states.get_mut(at) {
                state.edges.push((c, next));
            }
            at = next;
        }
        at
    }

    /// A shortest string for every set of texts that some string matches, and whether every set was seen.
    pub fn strings(&self) -> (Vec<String>, bool) {
        let other = self.other();
        let mut start = self.starts.clone();
        start.sort_unstable();
        let mut number = HashMap::from([(start.clone(), 0)]);
        // Each visited set of states, with the one before it and the character between.
        let mut visited: Vec<(usize, char)> = vec![(0, other)];
        let mut queue = VecDeque::from([(0, start)]);
        let mut accepted: BTreeSet<Vec<usize>> = BTreeSet::new();
        let (mut found, mut work) = (Vec::new(), 0);
        while let Some((at, set)) = queue.pop_front() {
            let mut accepts: Vec<usize> =
                set.iter().filter_map(|at| self.states.get(*at)).filter_map(|state| state.accepts).collect();
            accepts.sort_unstable();
            if accepted.insert(accepts) {
                found.push(spell(&visited, at));
            }
            let edges = || set.iter().filter_map(|at| self.states.get(*at)).flat_map(|state| &state.edges);
            let chars: BTreeSet<char> = edges().map(|(c, _)| *c).collect();
            // Any character that no text names leads to the same states as any other.
            for c in std::iter::once(other).chain(chars) {
                work += set.len() + 1;
                if work > WORK || visited.len() > STATES {
                    return (found, false);
                }
                let mut next: Vec<usize> = edges().filter(|(own, _)| *own == c).map(|(_, to)| *to).collect();
                next.extend(set.iter().filter(|at| self.states.get(**at).is_some_and(|state| state.star)));
                next.sort_unstable();
                next.dedup();
                if let std::collections::hash_map::Entry::Vacant(place) = number.entry(next.clone()) {
                    place.insert(visited.len());
                    queue.push_back((visited.len(), next));
                    visited.push((at, c));
                }
            }
        }
        (found, true)
    }

    /// A character that stands in no text.
    fn other(&self) -> char {
        let used: BTreeSet<char> =
            self.states.iter().flat_map(|state| &state.edges).map(|(c, _)| *c).collect();
        ('a'..='z')
            .rev()
            .skip(2)
            .chain('0'..='9')
            .chain('\u{100}'..)
            .find(|c| !used.contains(c))
            .unwrap_or('x')
    }
}

fn spell(visited: &[(usize, char)], mut at: usize) -> String {
    let mut chars = Vec::new();
    while at != 0 {
        let Some((before, c)) = visited.get(at) else { break };
        chars.push(*c);
        at = *before;
    }
    chars.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(text: &str) -> Vec<LiteralStep> {
        let step = |c| match c {
            '*' => LiteralStep::Star,
            '~' => LiteralStep::AnyCase('ß'),
            c => LiteralStep::One(c),
        };
        text.chars().map(step).collect()
    }

    fn strings(texts: &[&str]) -> Vec<String> {
        let mut machine = Machine::default();
        for text in texts {
            machine.add(steps(text));
        }
        let (mut found, whole) = machine.strings();
        assert!(whole);
        found.sort();
        found
    }

    #[test]
    fn every_combination_has_its_shortest_string() {
        assert_eq!(strings(&["a*", "*b"]), ["", "a", "ab", "b"]);
        assert_eq!(strings(&["a*", "ab"]), ["", "a", "ab"]);
        assert_eq!(strings(&["a*", "b*"]), ["", "a", "b"]);
        assert_eq!(strings(&["*"]), [""]);
        assert_eq!(strings(&["~", "SS"]), ["", "SS", "ß"]);
        assert_eq!(strings(&["*aba*", "*bab*"]), ["", "aba", "abab", "bab"]);
    }

    #[test]
    fn the_walk_is_bounded() {
        let mut machine = Machine::default();
        for at in 0..30_u32 {
            let c = char::from_u32(0x4e00 + at).unwrap();
            machine.add([LiteralStep::Star, LiteralStep::One(c), LiteralStep::Star]);
        }
        assert!(!machine.strings().1);
    }
}
