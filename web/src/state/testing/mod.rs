//! The Tests tab: verdicts of all rules on all events, outcomes of tests, coverage and mutants.

mod monitor;
mod overview;
mod scan;
mod verdicts;

pub use monitor::{Bucket, Monitor, Period, Timeline, moment};
pub use overview::{Filter, Overview, Status, overview, reasons, status};
pub use scan::{
    Run, Scan, ScanAction, ScanFile, Slice as ScanSlice, Unread as ScanUnread, Wanted as WantedBytes,
};
pub use verdicts::{Slice, Verdicts};

use super::bus::{Bus, expected_match};
use super::model::{Lower, Model};
use super::requests::{Question, Shown};
use super::shared::Shared;
use super::tray::{Kept, Tray};
use crate::engine::protocol::QuestionKind;
use crate::engine::protocol::testing::{Outcome, TestedRule};
use rulepad_workbench::Draft;
use rulepad_workbench::bus::Expects;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the tab knows and shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Testing {
    /// The verdicts.
    pub verdicts: Verdicts,
    /// Whether the person stopped the verdicts.
    pub stopped: bool,
    /// The outcomes of the tests that are more than a verdict.
    pub outcomes: Option<Shared<Outcomes>>,
    /// How the tests exercise the edited rule.
    pub exercised: Option<Shared<TestedRule>>,
    /// What is shown.
    pub part: Part,
    /// Which rules and events are shown.
    pub filter: Filter,
    /// What a rule did over the events' own time.
    pub monitor: Monitor,
    /// The scan of files.
    pub scan: Option<Scan>,
}

/// The parts of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Rules and events.
    #[default]
    Matrix,
    /// What the tests leave open of the edited rule.
    Coverage,
    /// What a rule did over the events' own time.
    Monitor,
    /// What the rules match in files of any size.
    Scan,
}

/// Outcomes of tests by the keys of rule and event, in the order of the tests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcomes {
    /// Of rules.
    pub tests: BTreeMap<(u32, u32), Vec<Outcome>>,
    /// Of the bus.
    pub routes: BTreeMap<u32, Outcome>,
}

impl Outcomes {
    /// The outcomes of the tests as they were asked for: in the order in which a bus stores them.
    pub(super) fn of(bus: &Bus, tray: &Tray, outcomes: Vec<Outcome>) -> Self {
        let rules: BTreeMap<u32, usize> =
            bus.rules.iter().enumerate().map(|(place, slot)| (slot.key, place)).collect();
        let events: BTreeMap<u32, usize> =
            tray.events.iter().enumerate().map(|(place, kept)| (kept.key, place)).collect();
        let mut keys: Vec<(u32, u32)> = bus.tests.keys().copied().collect();
        keys.retain(|(rule, event)| rules.contains_key(rule) && events.contains_key(event));
        keys.sort_by_key(|(rule, event)| (rules.get(rule).copied(), events.get(event).copied()));
        let mut found = Self::default();
        let mut left = outcomes.into_iter();
        for key in keys {
            let count = bus.tests.get(&key).map_or(0, Vec::len);
            found.tests.insert(key, left.by_ref().take(count).collect());
        }
        let routes = bus.routes.keys().filter(|event| events.contains_key(event));
        found.routes = routes.copied().zip(left).collect();
        found
    }
}

/// What can happen in the tab.
#[derive(Clone, Debug, PartialEq)]
pub enum TestingAction {
    /// A part was chosen.
    Show(Part),
    /// A filter was chosen.
    Filter(Filter),
    /// Another rule, target or period was chosen for the monitor.
    Monitor {
        /// The key of the rule; `None` for the edited one.
        rule: Option<u32>,
        /// The place of the target; `None` for all.
        target: Option<usize>,
        /// The period.
        period: Period,
    },
    /// The verdicts are no longer wanted.
    Stop,
    /// They are wanted again.
    GoOn,
    /// Something happened to the scan of files.
    Scan(ScanAction),
}

pub(super) fn reduce(model: &mut Model, action: TestingAction) {
    match action {
        TestingAction::Show(part) => model.testing.part = part,
        TestingAction::Filter(filter) => model.testing.filter = filter,
        TestingAction::Monitor { rule, target, period } => {
            let monitor = &mut model.testing.monitor;
            (monitor.rule, monitor.target, monitor.period) = (rule, target, period);
        }
        TestingAction::Stop => model.testing.stopped = true,
        TestingAction::GoOn => model.testing.stopped = false,
        TestingAction::Scan(action) => scan::reduce(model, action),
    }
}

/// Rules that changed are judged again.
pub(super) fn follow(model: &mut Model) {
    if model.look.lower != Lower::Tests {
        return;
    }
    let drafts = model.bus.drafts(&model.draft);
    if model.testing.verdicts.is_of(&model.bus, &drafts) {
        return;
    }
    let version = model.next_number();
    model.testing.verdicts.set_rules(version, &model.bus, &drafts);
    model.testing.stopped = false;
}

pub(super) use scan::{broken as scan_broken, matched as scan_matched, wanted as wanted_scan};

/// The verdicts that are wanted next.
pub(super) fn wanted_verdicts(model: &Model) -> Option<Question> {
    let looked_at = model.look.lower == Lower::Tests && !model.testing.stopped;
    let tray = model.tray.as_ref().filter(|_| looked_at)?;
    model.testing.verdicts.next(tray).map(|slice| Question::Judge(Shared::new(slice)))
}

/// The tests that are more than a verdict are run while they are looked at.
pub(super) fn wanted_outcomes(model: &Model) -> Option<Question> {
    let is_deep = |test: &Expects| match test {
        Expects::Match => false,
        Expects::NoMatch(because) => !because.is_empty(),
        Expects::Delivers(_) => true,
    };
    let is_wanted = model.look.lower == Lower::Tests
        && (!model.bus.routes.is_empty() || model.bus.tests.values().flatten().any(is_deep));
    let tray = model.tray.clone().filter(|_| is_wanted)?;
    Some(Question::Check(model.bus.clone(), tray))
}

/// The events that the rule of the monitor is to be observed with next.
pub(super) fn wanted_observations(model: &Model) -> Option<Question> {
    let looked_at = model.look.lower == Lower::Tests && model.testing.part == Part::Monitor;
    let tray = model.tray.as_ref().filter(|_| looked_at)?;
    let rule = model.monitored();
    model.testing.monitor.next(&rule, tray).map(|events| Question::Observe(rule, events))
}

/// The events with a test of the edited rule, while coverage is looked at.
pub(super) fn wanted_exercise(model: &Model) -> Option<Question> {
    if model.look.lower != Lower::Tests || model.testing.part != Part::Coverage {
        return None;
    }
    Some(Question::Exercise(exercised(model)))
}

/// The events with a test of the edited rule, each with whether it must match.
pub(super) fn exercised(model: &Model) -> Vec<(Rc<str>, bool)> {
    let events = model.tray.as_ref().map(|tray| tray.events.as_slice()).unwrap_or_default();
    let rule = model.bus.key();
    let of = |kept: &Kept| Some((kept.text.clone(), expected_match(model.bus.expected(rule, kept.key))?));
    events.iter().filter_map(of).collect()
}

impl Model {
    /// The rule of the monitor.
    fn monitored(&self) -> Shared<Draft> {
        let key = self.testing.monitor.rule;
        let slot = self.bus.rules.iter().find(|slot| Some(slot.key) == key && slot.key != self.bus.key());
        slot.map_or_else(|| self.draft.clone(), |slot| slot.draft.clone())
    }

    /// How far the worker is with coverage and mutants, and what it found last.
    #[must_use]
    pub fn exercise(&self) -> Shown<Shared<TestedRule>> {
        self.requests.shown(QuestionKind::Exercise, self.testing.exercised.clone())
    }
}

#[cfg(test)]
mod from_page_tests;
#[cfg(test)]
mod tests;
