//! `cargo xtask growth`: how memory and work grow with the size of what is read, matched and written.

use std::process::ExitCode;

use crate::process::{self, Stop};
use crate::tally::{Runner, Tally};

/// Prints the table of the cases whose names contain one of the words, or of all.
pub fn run(words: &[String]) -> Result<ExitCode, Stop> {
    let tally = table(words)?;
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The same as a suite. The release profile is what users run.
pub fn table(words: &[String]) -> Result<Tally, Stop> {
    let mut command = process::cargo();
    command.args(["run", "--quiet", "--release", "--package", "growth", "--"]).args(words);
    let mut tally = Tally::default();
    let held = process::run_reading(&mut command, |line| tally.read(Runner::Plain, line))?;
    if !held && tally.failed == 0 {
        tally += Tally::check(false);
    }
    Ok(tally)
}
