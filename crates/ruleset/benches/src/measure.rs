//! Times as ratios: everything that is compared runs in turn, round after round, over the same events.

#[cfg(not(target_family = "wasm"))]
use cpu_time::ThreadTime as Clock;
#[cfg(target_family = "wasm")]
use std::time::Instant as Clock;

/// What is measured.
pub struct Runner<'r> {
    /// Takes all events once.
    pub run: Box<dyn FnMut(&[Vec<u8>]) + 'r>,
}

/// The lowest, the middle and the highest of some figures.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    pub min: f64,
    pub median: f64,
    pub max: f64,
}

impl Spread {
    pub fn of(mut figures: Vec<f64>) -> Self {
        figures.sort_by(f64::total_cmp);
        let at = |at: usize| figures.get(at).copied().unwrap_or(f64::NAN);
        Self { min: at(0), median: at(figures.len() / 2), max: at(figures.len().saturating_sub(1)) }
    }
}

/// Nanoseconds of processor time that each runner takes for an event, round by round. The first round warms up and does not count.
pub fn rounds(runners: &mut [Runner<'_>], events: &[Vec<u8>], rounds: usize) -> Vec<Vec<f64>> {
    let mut times = vec![Vec::new(); runners.len()];
    for round in 0..=rounds {
        for (runner, times) in runners.iter_mut().zip(&mut times) {
            let start = Clock::now();
            (runner.run)(events);
            let time = start.elapsed().as_nanos() as f64 / events.len() as f64;
            if round > 0 {
                times.push(time);
            }
        }
    }
    times
}

/// The ratios of one runner's times to another's in the same rounds.
pub fn ratios(times: &[f64], base: &[f64]) -> Spread {
    Spread::of(times.iter().zip(base).map(|(time, base)| time / base).collect())
}
