//! What is stored of a bus beside the draft, in the browser, in files and in links.

use super::super::model::{Model, Side, sides};
use super::super::shared::Shared;
use super::super::tray::{self, Stored as Events, Tray};
use super::{Bus, Slot};
use rulepad_workbench::Draft;
use rulepad_workbench::bus::{Bus as StoredBus, Expectation, Route};
use std::collections::BTreeMap;

/// What is stored beside a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// The loaded events, of which the draft has one.
    pub events: Option<Events>,
    /// The other rules and the tests.
    pub bus: Option<StoredBus>,
    /// How many loaded events are not stored, because they are too long together.
    pub left_out: usize,
}

impl Beside {
    /// All of it, as far as the loaded events are not longer than `room` bytes. Events with a test and the shown one
    /// are stored before all others.
    #[must_use]
    pub fn of(bus: &Bus, tray: Option<&Tray>, room: usize) -> Self {
        let Some(tray) = tray else {
            return Self { bus: stored(bus, &[]), ..Self::default() };
        };
        if let Some(events) = tray.stored(room) {
            let keys: Vec<u32> = tray.events.iter().map(|kept| kept.key).collect();
            return Self { events: Some(events), bus: stored(bus, &keys), left_out: 0 };
        }
        let needed = needed(bus, tray);
        let left_out = tray.events.len() - needed.events.len();
        match needed.stored(room).filter(|_| !bus.tested().is_empty()) {
            Some(events) => {
                let keys: Vec<u32> = needed.events.iter().map(|kept| kept.key).collect();
                Self { events: Some(events), bus: stored(bus, &keys), left_out }
            }
            None => Self { events: None, bus: stored(bus, &[]), left_out: tray.events.len() },
        }
    }

    /// What the tests need: no other events.
    #[must_use]
    pub fn tests(bus: &Bus, tray: Option<&Tray>) -> Self {
        let needed = tray.filter(|_| !bus.tested().is_empty()).map(|tray| needed(bus, tray));
        let without_original = |events: Events| Events { original: None, ..events };
        let all = Self::of(bus, needed.as_ref(), usize::MAX);
        Self { events: all.events.map(without_original), ..all }
    }
}

/// The events with a test, and the shown one.
fn needed(bus: &Bus, tray: &Tray) -> Tray {
    let tested = bus.tested();
    let is_needed = |place: usize| {
        place == tray.at || tray.events.get(place).is_some_and(|kept| tested.contains(&kept.key))
    };
    let places: Vec<usize> = (0..tray.events.len()).filter(|place| is_needed(*place)).collect();
    Tray {
        events: places.iter().filter_map(|place| tray.events.get(*place).cloned()).collect(),
        at: places.iter().position(|place| *place == tray.at).unwrap_or_default(),
        original: None,
        ..tray.clone()
    }
}

/// The bus with places instead of keys; `events` has the key of each stored event. `None` for a plain one.
fn stored(bus: &Bus, events: &[u32]) -> Option<StoredBus> {
    let rules: BTreeMap<u32, usize> =
        bus.rules.iter().enumerate().map(|(place, slot)| (slot.key, place)).collect();
    let events: BTreeMap<u32, usize> = events.iter().enumerate().map(|(place, key)| (*key, place)).collect();
    let mut tests: Vec<Expectation> = Vec::new();
    for ((rule, event), all) in &bus.tests {
        if let (Some(rule), Some(event)) = (rules.get(rule), events.get(event)) {
            let test =
                |expects: &_| Expectation { rule: *rule, event: *event, expects: Clone::clone(expects) };
            tests.extend(all.iter().map(test));
        }
    }
    tests.sort_by_key(|test| (test.rule, test.event));
    let route = |(event, triggered): (&u32, &Vec<u32>)| {
        let rules = triggered.iter().filter_map(|key| rules.get(key).copied()).collect();
        Some(Route { event: *events.get(event)?, rules })
    };
    let others = bus.rules.iter().enumerate().filter(|(place, _)| *place != bus.at);
    let stored = StoredBus {
        at: bus.at,
        others: others.map(|(_, slot)| Draft::clone(&slot.draft)).collect(),
        tests,
        routes: bus.routes.iter().filter_map(route).collect(),
    };
    (!stored.is_blank()).then_some(stored)
}

/// Brings back what was stored beside the draft; `other_sides` has what the page kept for the targets of each other
/// rule, where it is known.
pub(in crate::state) fn restore(
    model: &mut Model,
    events: Option<Events>,
    bus: Option<StoredBus>,
    other_sides: &[Vec<Side>],
) {
    let fits = bus.as_ref().is_none_or(|bus| bus.fits(events.as_ref()));
    let is_tested = bus.as_ref().is_some_and(|bus| !bus.tests.is_empty() || !bus.routes.is_empty());
    let keys = match events {
        Some(events) => tray::restore(model, events, is_tested),
        None => Vec::new(),
    };
    let key = model.next_number();
    let Some(bus) = bus.filter(|_| fits) else {
        model.bus = Shared::new(Bus::of_one(key));
        return;
    };
    let mut rules = Vec::new();
    for (place, draft) in bus.others.iter().enumerate() {
        let key = model.next_number();
        let mut fresh = sides(draft, model.number);
        model.number += u32::try_from(fresh.len()).unwrap_or(0);
        for (side, known) in fresh.iter_mut().zip(other_sides.get(place).into_iter().flatten()) {
            *side = Side { key: side.key, ..known.clone() };
        }
        rules.push(Slot { sides: fresh, ..Slot::new(key, draft.clone()) });
    }
    let at = bus.at.min(rules.len());
    rules.insert(at, Slot::new(key, Draft::default()));
    let mut next = Bus { rules, at, tests: BTreeMap::new(), routes: BTreeMap::new() };
    let rule = |rules: &[Slot], place: usize| rules.get(place).map(|slot| slot.key);
    for test in bus.tests {
        if let (Some(rule), Some(event)) = (rule(&next.rules, test.rule), keys.get(test.event)) {
            next.tests.entry((rule, *event)).or_default().push(test.expects);
        }
    }
    for route in bus.routes {
        let rules = route.rules.iter().filter_map(|place| rule(&next.rules, *place)).collect();
        if let Some(event) = keys.get(route.event) {
            next.routes.insert(*event, rules);
        }
    }
    model.bus = Shared::new(next);
}
