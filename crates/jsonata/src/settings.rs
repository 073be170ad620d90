//! What an evaluation may take, and what it reads from outside of the event.

use std::time::Duration;

/// What an evaluation may take. By default at least what AWS allows (user guide, `eb-custom-bus-transform`): 1 second, a
/// stack depth of 100 and 10 MiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// How many steps: parts of the expression that are evaluated, and calls. The same on every machine.
    pub steps: u64,
    /// How deep parts and calls may nest. AWS's own limit counts in a way that is not known.
    pub depth: usize,
    /// How long it may take; `None` for no limit. It depends on the machine, so steps should come first.
    pub time: Option<Duration>,
    /// The largest value, in bytes.
    pub bytes: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { steps: 5_000_000, depth: 500, time: Some(Duration::from_secs(1)), bytes: 10 << 20 }
    }
}

/// The bounds, and what makes an evaluation repeatable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What it may take.
    pub bounds: Bounds,
    /// The time of `$now` and `$millis`, in milliseconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// What decides the numbers of `$random`, `$shuffle` and `$uuid`.
    pub seed: u64,
}
