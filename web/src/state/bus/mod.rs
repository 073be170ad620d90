//! The rules of a bus and what is expected of them: the draft has one of the rules, the tray has the events.

mod act;
mod follow;
mod stored;

pub use act::{BusAction, Keep};
pub(super) use act::{reduce, shown_title};
pub(super) use follow::follow;
pub use stored::Beside;
pub(super) use stored::restore;

use super::model::{Model, Side};
use super::shared::Shared;
use rulepad_workbench::bus::Expects;
use rulepad_workbench::{Draft, State};
use std::collections::{BTreeMap, BTreeSet};

/// The rules, one of which is edited, and the tests.
#[derive(Clone, Debug, PartialEq)]
pub struct Bus {
    /// Every rule, never none. What the slot of the edited one holds is out of date.
    pub rules: Vec<Slot>,
    /// The place of the edited one.
    pub at: usize,
    /// What is expected, by the keys of a rule and an event; never an empty list.
    pub tests: BTreeMap<(u32, u32), Vec<Expects>>,
    /// The keys of all rules that an event triggers, by the event's key.
    pub routes: BTreeMap<u32, Vec<u32>>,
}

/// A rule, and what the page keeps for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Tells the rule apart from every other, wherever it is.
    pub key: u32,
    /// The rule: a draft without an event.
    pub draft: Shared<Draft>,
    /// What the page keeps for each target.
    pub sides: Vec<Side>,
    /// The payloads of its event log.
    pub written: Vec<Shared<String>>,
}

impl Default for Bus {
    fn default() -> Self {
        Self::of_one(0)
    }
}

impl Bus {
    /// One rule, the draft's, without tests.
    pub(super) fn of_one(key: u32) -> Self {
        Self {
            rules: vec![Slot::new(key, Draft::default())],
            at: 0,
            tests: BTreeMap::new(),
            routes: BTreeMap::new(),
        }
    }

    /// The key of the edited rule.
    #[must_use]
    pub fn key(&self) -> u32 {
        self.rules.get(self.at).map_or(0, |slot| slot.key)
    }

    /// Whether it is one rule without tests.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.rules.len() == 1 && self.tests.is_empty() && self.routes.is_empty()
    }

    /// How many tests there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.tests.values().map(Vec::len).sum::<usize>() + self.routes.len()
    }

    /// What is expected of a rule and an event.
    #[must_use]
    pub fn expected(&self, rule: u32, event: u32) -> &[Expects] {
        self.tests.get(&(rule, event)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The keys of the events that have a test.
    #[must_use]
    pub fn tested(&self) -> BTreeSet<u32> {
        self.tests.keys().map(|(_, event)| *event).chain(self.routes.keys().copied()).collect()
    }

    /// The drafts of all rules, that of the edited one as it is now.
    #[must_use]
    pub fn drafts(&self, draft: &Shared<Draft>) -> Vec<Shared<Draft>> {
        let own =
            |(place, slot): (usize, &Slot)| if place == self.at { draft.clone() } else { slot.draft.clone() };
        self.rules.iter().enumerate().map(own).collect()
    }
}

impl Slot {
    fn new(key: u32, draft: Draft) -> Self {
        Self { key, draft: Shared::new(draft), sides: Vec::new(), written: Vec::new() }
    }
}

/// Whether a match or its absence is expected; `None` where neither is.
#[must_use]
pub fn expected_match(tests: &[Expects]) -> Option<bool> {
    tests.iter().find_map(|own| match own {
        Expects::Match => Some(true),
        Expects::NoMatch(_) => Some(false),
        Expects::Delivers(_) => None,
    })
}

/// Whether a rule takes part: a disabled one is triggered by nothing.
#[must_use]
pub fn is_on(draft: &Draft) -> bool {
    draft.rule.state != State::Disabled
}

impl Model {
    /// What is expected of the edited rule and the shown event.
    #[must_use]
    pub fn shown_tests(&self) -> &[Expects] {
        let event = self.tray.as_ref().and_then(|tray| tray.events.get(tray.at));
        event.map(|kept| self.bus.expected(self.bus.key(), kept.key)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
