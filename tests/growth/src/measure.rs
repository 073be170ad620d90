//! One run of one case in a process of its own.

use crate::{ALLOCATOR, Case, cases, hostile};
use cpu_time::ThreadTime;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// The most a process may hold: an input that needs more ends its process, and with it nothing else.
pub const MOST: usize = 3 << 30;

/// How long a run may take before it is ended.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a run took.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// Bytes that were allocated, freed ones included.
    pub allocated: u64,
    /// The most bytes that were held at once, beyond those of the input.
    pub peak: u64,
    /// Microseconds of the processor.
    pub micros: u64,
}

/// The case of this name, of either list.
fn named(name: &str) -> Option<Case> {
    cases::all().into_iter().chain(hostile::all()).find(|case| case.name == name)
}

/// Runs a case and prints what it took.
pub fn child(name: &str, size: usize) -> ExitCode {
    let Some(case) = named(name) else { return ExitCode::FAILURE };
    let run = (case.make)(size);
    let (before, held, most, begin) =
        (total(), ALLOCATOR.allocated(), ALLOCATOR.max_allocated(), ThreadTime::now());
    let result = run();
    let micros = begin.elapsed().as_micros();
    let allocated = total() - before;
    // The most that was held counts from the start of the process: making the input may have held more.
    let peak = if ALLOCATOR.max_allocated() > most { ALLOCATOR.max_allocated() - held } else { 0 };
    println!("{allocated} {peak} {micros} {result}");
    ExitCode::SUCCESS
}

fn total() -> usize {
    ALLOCATOR.total_allocated()
}

/// Runs a case in a process of its own.
///
/// # Errors
/// A sentence, where it did not end as it should.
pub fn run(name: &str, size: usize) -> Result<Measured, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut child = Command::new(program)
        .args(["--run", name, &size.to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let begin = Instant::now();
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        if begin.elapsed() > PATIENCE {
            // It may have ended by now, which is as good.
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("did not end within {} seconds", PATIENCE.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<u64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match numbers[..] {
        [allocated, peak, micros, _] => Ok(Measured { allocated, peak, micros }),
        _ => {
            let words = String::from_utf8_lossy(&output.stderr);
            let last = words.lines().next_back().unwrap_or("no message");
            Err(format!("ended with {}: {last}", output.status))
        }
    }
}
