//! What the verdicts and the tests come to: totals, and what each filter shows.

use super::super::bus::{Bus, expected_match, is_on};
use super::super::shared::Shared;
use super::super::tray::Tray;
use super::{Outcomes, Verdicts};
use crate::engine::protocol::testing::{Outcome, Row};
use rulepad_workbench::Draft;
use rulepad_workbench::bus::Expects;
use std::collections::BTreeMap;

/// Which rules and events are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those with a test that fails.
    Failing,
    /// Those with a match that no test expects.
    Unexpected,
    /// Rules that nothing triggers.
    Idle,
    /// Events that trigger nothing.
    Unmatched,
    /// Rules that an event triggers together with others.
    Overlapping,
}

impl Filter {
    /// Every filter, in the order of the choice.
    pub const ALL: [Self; 6] =
        [Self::All, Self::Failing, Self::Unexpected, Self::Idle, Self::Unmatched, Self::Overlapping];
}

/// What became of the tests of a rule and an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing is expected.
    Untested,
    /// All is as expected.
    Passed,
    /// Something is not.
    Failed,
    /// It is not known yet.
    Waiting,
}

/// Places of rules and of events.
type Places = (Vec<usize>, Vec<usize>);

/// What the verdicts and the tests come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// Tests that are as expected.
    pub passed: usize,
    /// Tests that are not.
    pub failed: usize,
    /// Tests without an outcome yet.
    pub waiting: usize,
    /// Pairs of a rule and an event that match.
    pub matches: usize,
    /// What each filter shows, in the order of the filters.
    shown: [Places; 6],
}

impl Overview {
    /// The places of the rules and of the events that a filter shows.
    #[must_use]
    pub fn shown(&self, filter: Filter) -> (&[usize], &[usize]) {
        let at = Filter::ALL.iter().position(|own| *own == filter).unwrap_or_default();
        self.shown.get(at).map_or((&[], &[]), |(rules, events)| (rules, events))
    }
}

/// Rules, 64 to a number.
#[derive(Clone)]
struct Mask(Vec<u64>);

impl Mask {
    fn of(rules: usize, is_in: impl Fn(usize) -> bool) -> Self {
        let mut words = vec![0_u64; rules.div_ceil(64)];
        for place in (0..rules).filter(|place| is_in(*place)) {
            if let Some(word) = words.get_mut(place / 64) {
                *word |= 1 << (place % 64);
            }
        }
        Self(words)
    }

    /// Those of a row that are in the mask, or are not.
    fn among(&self, row: &Row, inside: bool) -> Row {
        let word = |(own, matched): (&u64, &u64)| matched & if inside { *own } else { !*own };
        Row { matched: self.0.iter().zip(&row.matched).map(word).collect(), ..Row::default() }
    }

    fn add(&mut self, row: &Row) {
        self.0.iter_mut().zip(&row.matched).for_each(|(own, matched)| *own |= matched);
    }

    fn has(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }
}

/// Counts tests, and finds what each filter shows.
#[must_use]
pub fn overview(
    bus: &Bus,
    draft: &Shared<Draft>,
    tray: &Tray,
    verdicts: &Verdicts,
    outcomes: Option<&Outcomes>,
) -> Overview {
    let drafts = bus.drafts(draft);
    let rules = drafts.len();
    let on = Mask::of(rules, |place| drafts.get(place).is_some_and(|own| is_on(own)));
    let none = Mask::of(rules, |_| false);
    let (mut triggered, mut overlapping, mut unexpected) = (none.clone(), none.clone(), none.clone());
    let places: BTreeMap<u32, usize> =
        bus.rules.iter().enumerate().map(|(place, slot)| (slot.key, place)).collect();
    let mut expected: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for ((rule, event), tests) in &bus.tests {
        if let (Some(true), Some(place)) = (expected_match(tests), places.get(rule)) {
            expected.entry(*event).or_default().push(*place);
        }
    }
    let mut found = Overview::default();
    let (mut unexpected_events, mut unmatched, mut shared) = (Vec::new(), Vec::new(), Vec::new());
    for (at, kept) in tray.events.iter().enumerate() {
        let Some((row, _)) = verdicts.row(kept) else { continue };
        found.matches += row.count();
        let triggers = on.among(row, true);
        triggered.add(&triggers);
        match triggers.count() {
            0 => unmatched.push(at),
            1 => {}
            _ => {
                overlapping.add(&triggers);
                shared.push(at);
            }
        }
        let known = expected.get(&kept.key).map(Vec::as_slice).unwrap_or_default();
        let others = Mask::of(rules, |place| known.contains(&place)).among(row, false);
        if others.count() > 0 {
            unexpected.add(&others);
            unexpected_events.push(at);
        }
    }
    let (mut failing, mut failing_events) = (vec![false; rules], vec![false; tray.events.len()]);
    let events: BTreeMap<u32, usize> =
        tray.events.iter().enumerate().map(|(at, kept)| (kept.key, at)).collect();
    for ((rule, event), tests) in &bus.tests {
        let (Some(place), Some(at)) = (places.get(rule), events.get(event)) else { continue };
        let kept = tray.events.get(*at);
        for nth in 0..tests.len() {
            let row = kept.and_then(|kept| verdicts.row(kept));
            match one(*place, tests, nth, row.map(|(row, _)| row), of(outcomes, *rule, *event)) {
                Status::Passed => found.passed += 1,
                Status::Failed => {
                    found.failed += 1;
                    for (all, place) in [(&mut failing, *place), (&mut failing_events, *at)] {
                        if let Some(own) = all.get_mut(place) {
                            *own = true;
                        }
                    }
                }
                Status::Waiting | Status::Untested => found.waiting += 1,
            }
        }
    }
    for event in bus.routes.keys() {
        match outcomes.and_then(|own| own.routes.get(event)) {
            Some(Outcome::Passed) => found.passed += 1,
            Some(Outcome::Failed(_) | Outcome::Unchecked(_)) => {
                found.failed += 1;
                if let Some(own) = events.get(event).and_then(|at| failing_events.get_mut(*at)) {
                    *own = true;
                }
            }
            None => found.waiting += 1,
        }
    }
    let all = || (0..tray.events.len()).collect::<Vec<_>>();
    let all_rules = || (0..rules).collect::<Vec<_>>();
    let those =
        |mask: &Mask, inside: bool| (0..rules).filter(|place| mask.has(*place) == inside).collect::<Vec<_>>();
    let set =
        |flags: &[bool]| (0..flags.len()).filter(|at| flags.get(*at) == Some(&true)).collect::<Vec<_>>();
    let is_judged = tray.events.iter().any(|kept| verdicts.row(kept).is_some());
    found.shown = [
        (all_rules(), all()),
        (set(&failing), set(&failing_events)),
        (those(&unexpected, true), unexpected_events),
        (if is_judged { those(&triggered, false) } else { Vec::new() }, all()),
        (all_rules(), unmatched),
        (those(&overlapping, true), shared),
    ];
    found
}

fn of(outcomes: Option<&Outcomes>, rule: u32, event: u32) -> &[Outcome] {
    outcomes.and_then(|own| own.tests.get(&(rule, event))).map(Vec::as_slice).unwrap_or_default()
}

/// What became of one of the tests of a rule and an event.
fn one(place: usize, tests: &[Expects], nth: usize, row: Option<&Row>, outcomes: &[Outcome]) -> Status {
    let by_verdict = |matches: bool| match row {
        None => Status::Waiting,
        Some(row) if row.unread || row.undecided.contains(&place) => Status::Failed,
        Some(row) if row.matches(place) == matches => Status::Passed,
        Some(_) => Status::Failed,
    };
    let by_outcome = || match outcomes.get(nth) {
        None => Status::Waiting,
        Some(Outcome::Passed) => Status::Passed,
        Some(Outcome::Failed(_) | Outcome::Unchecked(_)) => Status::Failed,
    };
    match tests.get(nth) {
        None => Status::Untested,
        Some(Expects::Match) => by_verdict(true),
        Some(Expects::NoMatch(because)) if because.is_empty() => by_verdict(false),
        Some(Expects::NoMatch(_) | Expects::Delivers(_)) => by_outcome(),
    }
}

/// What became of all tests of a rule and an event.
#[must_use]
pub fn status(
    place: usize,
    tests: &[Expects],
    row: Option<&Row>,
    outcomes: Option<&Outcomes>,
    (rule, event): (u32, u32),
) -> Status {
    let outcomes = of(outcomes, rule, event);
    let all = (0..tests.len()).map(|nth| one(place, tests, nth, row, outcomes));
    all.fold(Status::Untested, |worst, next| match (worst, next) {
        (Status::Failed, _) | (_, Status::Failed) => Status::Failed,
        (Status::Waiting, _) | (_, Status::Waiting) => Status::Waiting,
        (Status::Untested, other) | (other, Status::Untested) => other,
        (Status::Passed, Status::Passed) => Status::Passed,
    })
}

/// Why tests of a rule and an event are not as expected, beside the verdict.
pub fn reasons(outcomes: Option<&Outcomes>, key: (u32, u32)) -> impl Iterator<Item = &str> {
    of(outcomes, key.0, key.1).iter().filter_map(|own| match own {
        Outcome::Passed => None,
        Outcome::Failed(why) | Outcome::Unchecked(why) => Some(why.as_str()),
    })
}
