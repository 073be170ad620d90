//! When a draft was stored, and by which tab.

use super::{Head, Record};

/// Whether a record may take the place of a stored one: when that is the one it was based on, or its own.
#[must_use]
pub fn follows(record: &Record, stored: Option<&Head>) -> bool {
    stored.is_none_or(|head| head.stamp == record.base || head.stamp == record.stamp)
}

/// Whether a stamp is that of the same tab as another one, and not earlier.
#[must_use]
pub fn is_later(stamp: &str, other: &str) -> bool {
    let (Some((tab, count)), Some((other_tab, other_count))) =
        (stamp.rsplit_once('-'), other.rsplit_once('-'))
    else {
        return false;
    };
    let number = |count: &str| count.parse::<u32>().ok();
    tab == other_tab && number(count).is_some() && number(count) >= number(other_count)
}

/// When something was stored.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    /// So many minutes ago, less than an hour.
    Minutes(u32),
    /// So many hours ago, less than a day.
    Hours(u32),
    /// At this time, in milliseconds since 1970.
    At(f64),
}

/// When something was stored, as seen from now; both in milliseconds since 1970.
#[must_use]
pub fn when(stored: f64, now: f64) -> When {
    let minutes = ((now - stored) / 60_000.0).max(0.0) as u32;
    match minutes {
        0..60 => When::Minutes(minutes),
        60..1440 => When::Hours(minutes / 60),
        _ => When::At(stored),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::model::{Model, Settings};
    use rulepad_workbench::examples;

    fn record() -> Record {
        let draft = examples().remove(0).draft;
        Record::of(&Model::new(draft, Settings::default()), 1.5, "tab-1".into(), String::new())
    }

    #[test]
    fn stamps_of_one_tab_are_in_order() {
        assert!(is_later("a-b-10", "a-b-9") && is_later("a-1", "a-1"));
        assert!(!is_later("a-1", "a-2") && !is_later("b-2", "a-1") && !is_later("", ""));
    }

    #[test]
    fn a_time_is_counted_in_minutes_then_in_hours() {
        let minute = 60_000.0;
        let told = [-5.0, 0.5, 1.0, 59.0, 60.0, 200.0, 1440.0].map(|minutes| when(0.0, minutes * minute));
        let [minutes, hours] = [When::Minutes, When::Hours];
        assert_eq!(
            told,
            [minutes(0), minutes(0), minutes(1), minutes(59), hours(1), hours(3), When::At(0.0)]
        );
    }

    #[test]
    fn what_another_tab_stored_is_not_overwritten() {
        let mut record = record();
        assert!(follows(&record, None));
        let stored = record.head(1);
        assert!(follows(&record, Some(&stored)), "the same once more");
        (record.base, record.stamp) = ("tab-1".into(), "tab-2".into());
        assert!(follows(&record, Some(&stored)));
        let elsewhere = Head { stamp: "other-1".into(), ..stored };
        assert!(!follows(&record, Some(&elsewhere)));
    }
}
