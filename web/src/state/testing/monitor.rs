//! What a rule did over the events' own time: received, matched, triggered, delivered, failed.

use super::super::shared::Shared;
use super::super::tray::{Kept, Tray};
use crate::engine::protocol::testing::Observation;
use rulepad_workbench::Draft;
use std::collections::BTreeMap;
use std::rc::Rc;

/// So many events are observed at once: a match is evaluated with all its targets.
const SLICE: usize = 100;
/// At most so many periods are drawn.
const MOST: i64 = 120;
/// Without a chosen period, at most so many.
const USUAL: i64 = 48;

/// What is observed of one rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Monitor {
    /// The key of the rule; `None` for the edited one.
    pub rule: Option<u32>,
    /// The place of the target; `None` for all.
    pub target: Option<usize>,
    /// How the time is divided.
    pub period: Period,
    /// The rule that was observed.
    of: Option<Shared<Draft>>,
    /// By the key of the event.
    seen: Shared<Seen>,
}

/// What was observed of an event, with its text, by its key.
type Seen = BTreeMap<u32, (Rc<str>, Rc<Observation>)>;

impl Default for Monitor {
    fn default() -> Self {
        let seen = Shared::new(BTreeMap::new());
        Self { rule: None, target: None, period: Period::default(), of: None, seen }
    }
}

/// How the time is divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// So that the chart is full.
    #[default]
    Auto,
    /// A minute.
    Minute,
    /// Five minutes.
    FiveMinutes,
    /// An hour.
    Hour,
    /// A day.
    Day,
}

impl Period {
    /// Every choice.
    pub const ALL: [Self; 5] = [Self::Auto, Self::Minute, Self::FiveMinutes, Self::Hour, Self::Day];

    fn seconds(self) -> i64 {
        match self {
            Self::Auto => 1,
            Self::Minute => 60,
            Self::FiveMinutes => 300,
            Self::Hour => 3_600,
            Self::Day => 86_400,
        }
    }
}

/// The lengths that a period may get, in seconds.
const LENGTHS: [i64; 13] =
    [1, 10, 60, 300, 900, 3_600, 21_600, 86_400, 604_800, 2_592_000, 31_536_000, 315_360_000, 3_153_600_000];

/// What happened in one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bucket {
    /// When it begins, in seconds since 1970.
    pub start: i64,
    /// Events.
    pub received: usize,
    /// Events that match.
    pub matched: usize,
    /// Events that trigger the rule: those that match while it is enabled.
    pub triggered: usize,
    /// Deliveries to targets.
    pub delivered: usize,
    /// Deliveries that are refused.
    pub failed: usize,
}

/// What happened over the events' time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// How long a period is, in seconds.
    pub length: i64,
    /// The periods, from the first event to the last.
    pub buckets: Vec<Bucket>,
    /// Events without a time.
    pub undated: usize,
    /// Events that are not observed yet.
    pub waiting: usize,
}

impl Monitor {
    /// The next events to observe the rule with.
    pub(super) fn next(&self, rule: &Shared<Draft>, tray: &Tray) -> Option<Vec<(u32, Rc<str>)>> {
        let is_same = self.is_of(rule);
        let waits = |kept: &&Kept| !is_same || self.seen(kept).is_none();
        let events: Vec<(u32, Rc<str>)> =
            tray.events.iter().filter(waits).take(SLICE).map(|kept| (kept.key, kept.text.clone())).collect();
        (!events.is_empty()).then_some(events)
    }

    fn is_of(&self, rule: &Shared<Draft>) -> bool {
        self.of.as_ref().is_some_and(|own| own == rule || same_rule(own, rule))
    }

    fn seen(&self, kept: &Kept) -> Option<&Observation> {
        self.seen.get(&kept.key).filter(|(text, _)| *text == kept.text).map(|(_, found)| &**found)
    }

    /// The worker observed some events.
    pub(in crate::state) fn observed(
        &mut self,
        rule: &Shared<Draft>,
        events: &[(u32, Rc<str>)],
        found: Vec<Observation>,
    ) {
        let mut seen = if self.is_of(rule) { BTreeMap::clone(&self.seen) } else { BTreeMap::new() };
        for ((key, text), found) in events.iter().zip(found) {
            seen.insert(*key, (text.clone(), Rc::new(found)));
        }
        (self.of, self.seen) = (Some(rule.clone()), Shared::new(seen));
    }

    /// What is known of the loaded events.
    #[must_use]
    pub fn timeline(&self, tray: &Tray, enabled: bool) -> Timeline {
        let seen: Vec<&Observation> = tray.events.iter().filter_map(|kept| self.seen(kept)).collect();
        let times = || seen.iter().filter_map(|own| own.time);
        let waiting = tray.events.len() - seen.len();
        let undated = seen.iter().filter(|own| own.time.is_none()).count();
        let (Some(first), Some(last)) = (times().min(), times().max()) else {
            return Timeline { undated, waiting, ..Timeline::default() };
        };
        let most = if self.period == Period::Auto { USUAL } else { MOST };
        let fits = |length: &i64| {
            *length >= self.period.seconds()
                && last.div_euclid(*length).saturating_sub(first.div_euclid(*length)) < most
        };
        let length = LENGTHS.into_iter().find(fits).unwrap_or(i64::MAX);
        let start = first.div_euclid(length);
        let count = usize::try_from(last.div_euclid(length) - start + 1).unwrap_or(1);
        let starts = (0_i64..).map(|nth| (start + nth).saturating_mul(length));
        let mut buckets: Vec<Bucket> =
            starts.take(count).map(|start| Bucket { start, ..Bucket::default() }).collect();
        for own in &seen {
            let at = own.time.map(|time| time.div_euclid(length) - start);
            let Some(bucket) = at.and_then(|at| buckets.get_mut(usize::try_from(at).ok()?)) else { continue };
            bucket.received += 1;
            if own.matched {
                bucket.matched += 1;
                let targets = own.targets.iter().enumerate();
                let chosen: Vec<bool> = targets
                    .filter(|(at, _)| self.target.is_none_or(|chosen| chosen == *at))
                    .filter_map(|(_, own)| *own)
                    .collect();
                if enabled {
                    bucket.triggered += 1;
                    bucket.delivered += chosen.iter().filter(|own| **own).count();
                    bucket.failed += chosen.iter().filter(|own| !**own).count();
                }
            }
        }
        Timeline { length, buckets, undated, waiting }
    }
}

fn same_rule(one: &Draft, other: &Draft) -> bool {
    one.pattern == other.pattern
        && one.dialect == other.dialect
        && one.targets == other.targets
        && one.rule == other.rule
}

/// A moment in UTC: `2026-01-02 03:04:05`.
#[must_use]
pub fn moment(seconds: i64) -> String {
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // The civil calendar from days since 1970, with years that begin in March.
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}:{:02}", rest / 3_600, rest / 60 % 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tray(count: u32) -> Tray {
        let kept = |key| Kept { key, title: "t".into(), text: format!("{key}").into(), verdict: None };
        Tray::kept_alone(1, (0..count).map(kept).collect(), 0)
    }

    fn observed(times: &[Option<i64>]) -> (Monitor, Tray) {
        let tray = tray(u32::try_from(times.len()).unwrap());
        let rule = Shared::new(Draft::default());
        let mut monitor = Monitor::default();
        let events = monitor.next(&rule, &tray).unwrap();
        let found = times.iter().map(|time| Observation {
            time: *time,
            matched: time.is_some_and(|time| time % 2 == 0),
            targets: vec![Some(true), Some(false), None],
        });
        monitor.observed(&rule, &events, found.collect());
        assert_eq!(monitor.next(&rule, &tray), None);
        (monitor, tray)
    }

    #[test]
    fn moments_are_those_of_the_calendar() {
        assert_eq!(moment(0), "1970-01-01 00:00:00");
        assert_eq!(moment(951_782_399), "2000-02-28 23:59:59");
        assert_eq!(moment(951_782_400), "2000-02-29 00:00:00");
        assert_eq!(moment(1_767_323_045), "2026-01-02 03:04:05");
        assert_eq!(moment(-1), "1969-12-31 23:59:59");
    }

    #[test]
    fn events_are_counted_in_their_periods() {
        let (mut monitor, tray) = observed(&[Some(60), Some(62), Some(181), None]);
        monitor.period = Period::Minute;
        let found = monitor.timeline(&tray, true);
        assert_eq!((found.length, found.buckets.len(), found.undated, found.waiting), (60, 3, 1, 0));
        let first = found.buckets[0];
        assert_eq!((first.start, first.received, first.matched, first.triggered), (60, 2, 2, 2));
        assert_eq!((first.delivered, first.failed), (2, 2), "an unknown outcome is neither");
        assert_eq!(found.buckets.iter().map(|own| own.received).sum::<usize>(), 3);
        monitor.target = Some(0);
        assert_eq!(monitor.timeline(&tray, true).buckets[0].failed, 0);
        let off = monitor.timeline(&tray, false).buckets[0];
        assert_eq!((off.matched, off.triggered, off.delivered), (2, 0, 0));
    }

    #[test]
    fn a_long_time_has_longer_periods() {
        let (mut monitor, tray) = observed(&[Some(0), Some(86_400 * 400)]);
        let auto = monitor.timeline(&tray, true);
        assert!(auto.buckets.len() <= 48 && auto.length >= 604_800, "{}", auto.length);
        monitor.period = Period::Minute;
        assert!(monitor.timeline(&tray, true).buckets.len() <= 120);
        let (monitor, tray) = observed(&[Some(i64::MIN), Some(i64::MAX)]);
        assert!(monitor.timeline(&tray, true).buckets.len() <= 4, "nothing overflows");
    }
}
