//! What the matcher is compared with.

#[cfg(feature = "peers")]
pub use others::{quamina, sonic};
use serde::de::IgnoredAny;
use std::hint::black_box;

/// Walks each event, and keeps nothing.
pub fn serde_json(events: &[Vec<u8>]) {
    for event in events {
        let _ = black_box(serde_json::from_slice::<IgnoredAny>(event));
    }
}

#[cfg(feature = "peers")]
mod others {
    use crate::data::Set;
    use crate::measure::{Runner, Spread, rounds};
    use quamina::Quamina;
    use serde::de::IgnoredAny;
    use std::hint::black_box;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::time::{Duration, Instant};

    /// How long a peer may take to build its set.
    const BUILD: Duration = Duration::from_secs(20);

    /// Walks each event with SIMD instructions.
    pub fn sonic(events: &[Vec<u8>]) {
        for event in events {
            let _ = black_box(sonic_rs::from_slice::<IgnoredAny>(event));
        }
    }

    /// Quamina's time for an event as a ratio to `base` nanoseconds, or why there is none. Where it is slow it gets
    /// fewer events.
    pub fn quamina(set: &Set, events: &[Vec<u8>], base: f64) -> String {
        let quamina = match build(set) {
            Ok(quamina) => quamina,
            Err(why) => return why.to_owned(),
        };
        let some = events.get(..300).unwrap_or(events);
        let start = Instant::now();
        if !run(&quamina, some) {
            return "panics".to_owned();
        }
        let slow = start.elapsed().as_millis() > 300;
        let (events, times) = if slow { (some, 1) } else { (events, 5) };
        let run = |events: &[Vec<u8>]| {
            run(&quamina, events);
        };
        let times = rounds(&mut [Runner { run: Box::new(run) }], events, times);
        format!("{:.2}", Spread::of(times.first().cloned().unwrap_or_default()).median / base)
    }

    fn build(set: &Set) -> Result<Quamina<u32>, &'static str> {
        let start = Instant::now();
        let built = catch_unwind(AssertUnwindSafe(|| {
            let mut quamina = Quamina::new();
            for (number, pattern) in (0..).zip(&set.patterns) {
                quamina.add_pattern(number, pattern).map_err(|_| "refused")?;
                if start.elapsed() > BUILD {
                    return Err("not built in 20 s");
                }
            }
            Ok(quamina)
        }));
        built.unwrap_or(Err("panics"))
    }

    /// Matches each event; `false` where quamina panics.
    fn run(quamina: &Quamina<u32>, events: &[Vec<u8>]) -> bool {
        let run = AssertUnwindSafe(|| {
            for event in events {
                let _ = black_box(quamina.matches_for_event(event));
            }
        });
        catch_unwind(run).is_ok()
    }
}
