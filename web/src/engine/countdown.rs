//! Waiting for a worker: time in which the page could not have heard it does not count.

use gloo::timers::callback::Interval;

/// The time is counted in so many parts. A machine that was asleep, or a page that was busy, loses one of them.
const PARTS: u32 = 8;

/// Calls once, after so many milliseconds, unless it is dropped before.
pub struct Countdown {
    _parts: Interval,
}

impl Countdown {
    /// Starts now.
    pub fn new(millis: u32, call: impl FnOnce() + 'static) -> Self {
        let (mut left, mut call) = (PARTS, Some(call));
        let parts = Interval::new(millis / PARTS, move || {
            left = left.saturating_sub(1);
            if left == 0
                && let Some(call) = call.take()
            {
                call();
            }
        });
        Self { _parts: parts }
    }
}
