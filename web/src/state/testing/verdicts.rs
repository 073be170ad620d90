//! Verdicts of all rules on all events, asked of the worker slice by slice.

use super::super::bus::Bus;
use super::super::shared::Shared;
use super::super::tray::{Kept, Tray};
use crate::engine::protocol::testing::Row;
use rulepad_workbench::{Dialect, Draft};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A slice has at most so many events, and stops after so many bytes.
const SLICE: (usize, usize) = (400, 192 << 10);

/// The verdicts.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdicts {
    /// The number of the rules as they are.
    pub version: u32,
    /// The places of the rules that AWS refuses.
    pub refused: Vec<usize>,
    /// The rules: key, pattern and dialect, in the draft they are of.
    rules: Shared<Rules>,
    /// Whether the worker was told the rules as they are.
    told: bool,
    /// By the key of the event.
    rows: Shared<BTreeMap<u32, Judged>>,
}

/// Rules by their keys.
type Rules = Vec<(u32, Shared<Draft>)>;

impl Default for Verdicts {
    fn default() -> Self {
        let (rules, rows) = (Shared::new(Vec::new()), Shared::new(BTreeMap::new()));
        Self { version: 0, refused: Vec::new(), rules, told: false, rows }
    }
}

/// The verdicts on one event, as it was then.
#[derive(Clone, Debug)]
pub struct Judged {
    text: Rc<str>,
    version: u32,
    row: Rc<Row>,
}

/// Some events and the rules that judge them.
#[derive(Clone, Debug, PartialEq)]
pub struct Slice {
    /// The number of the rules.
    pub version: u32,
    /// The patterns; `None` where the worker was told before.
    pub rules: Option<Shared<Rules>>,
    /// The keys and the texts of the events.
    pub events: Vec<(u32, Rc<str>)>,
}

fn same_rule(one: &Shared<Draft>, other: &Shared<Draft>) -> bool {
    one == other || (one.dialect == other.dialect && one.pattern == other.pattern)
}

impl Verdicts {
    /// Whether the rules are these.
    pub(super) fn is_of(&self, bus: &Bus, drafts: &[Shared<Draft>]) -> bool {
        let same = |at: usize, key: u32, draft: &Shared<Draft>| {
            self.rules.get(at).is_some_and(|(own, known)| *own == key && same_rule(draft, known))
        };
        let mut slots = bus.rules.iter().zip(drafts).enumerate();
        self.rules.len() == drafts.len() && slots.all(|(at, (slot, draft))| same(at, slot.key, draft))
    }

    /// The rules are these from now on. Verdicts stay as the last known where only patterns changed.
    pub(super) fn set_rules(&mut self, version: u32, bus: &Bus, drafts: &[Shared<Draft>]) {
        let rules: Rules =
            bus.rules.iter().zip(drafts).map(|(slot, draft)| (slot.key, draft.clone())).collect();
        let keys = |rules: &[(u32, Shared<Draft>)]| rules.iter().map(|(key, _)| *key).collect::<Vec<_>>();
        if keys(&rules) != keys(&self.rules) {
            self.rows = Shared::new(BTreeMap::new());
            self.refused.clear();
        }
        (self.version, self.rules, self.told) = (version, Shared::new(rules), false);
    }

    /// The next events without a verdict.
    pub(super) fn next(&self, tray: &Tray) -> Option<Slice> {
        let (most, mut room) = SLICE;
        let mut events: Vec<(u32, Rc<str>)> = Vec::new();
        for kept in tray.events.iter().filter(|kept| !self.is_current(kept)) {
            if events.len() == most || !events.is_empty() && kept.text.len() > room {
                break;
            }
            room = room.saturating_sub(kept.text.len());
            events.push((kept.key, kept.text.clone()));
        }
        let rules = (!self.told).then(|| self.rules.clone());
        (!events.is_empty()).then_some(Slice { version: self.version, rules, events })
    }

    fn is_current(&self, kept: &Kept) -> bool {
        self.rows
            .get(&kept.key)
            .is_some_and(|own| own.version == self.version && same_text(&own.text, &kept.text))
    }

    /// How many of the events have a verdict of the rules as they are.
    #[must_use]
    pub fn done(&self, tray: &Tray) -> usize {
        tray.events.iter().filter(|kept| self.is_current(kept)).count()
    }

    /// The last verdicts on an event, and whether they are those of the rules and the event as they are.
    #[must_use]
    pub fn row(&self, kept: &Kept) -> Option<(&Row, bool)> {
        self.rows.get(&kept.key).map(|own| (&*own.row, self.is_current(kept)))
    }

    /// The worker judged a slice.
    pub(in crate::state) fn judged(&mut self, slice: &Slice, refused: Vec<usize>, rows: Vec<Row>) {
        if slice.version != self.version {
            return;
        }
        (self.refused, self.told) = (refused, true);
        let mut known = BTreeMap::clone(&self.rows);
        for ((key, text), row) in slice.events.iter().zip(rows) {
            known.insert(*key, Judged { text: text.clone(), version: slice.version, row: Rc::new(row) });
        }
        self.rows = Shared::new(known);
    }

    /// The worker does not know the rules.
    pub(in crate::state) fn forgotten(&mut self) {
        self.told = false;
    }
}

fn same_text(one: &Rc<str>, other: &Rc<str>) -> bool {
    Rc::ptr_eq(one, other) || one == other
}

impl Slice {
    /// The patterns with their dialects, as the worker takes them.
    #[must_use]
    pub fn patterns(&self) -> Option<Vec<(&str, Dialect)>> {
        let rules = self.rules.as_ref()?;
        Some(rules.iter().map(|(_, draft)| (draft.pattern.as_str(), draft.dialect)).collect())
    }
}
