//! Counting tests from the closing lines that the runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that held.
    pub passed: u64,
    /// Tests that did not, and runs that ended without a result.
    pub failed: u64,
    /// Suites that cannot run on this machine.
    pub skipped: u64,
    /// Tests that failed, and passed when they were tried again.
    pub flaky: u64,
}

impl Tally {
    /// One check without tests of its own.
    pub fn check(held: bool) -> Self {
        Self { passed: u64::from(held), failed: u64::from(!held), ..Self::default() }
    }

    /// A suite that cannot run on this machine.
    pub fn skipped() -> Self {
        Self { skipped: 1, ..Self::default() }
    }

    /// Adds what a line of output says, when it is a closing line of the runner.
    pub fn read(&mut self, runner: Runner, line: &str) {
        *self += match runner {
            Runner::Libtest => libtest(line),
            Runner::Node => node(line),
            Runner::Playwright => playwright(line),
            Runner::Plain => plain(line),
        };
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.flaky += other.flaky;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        for (count, name) in [(self.skipped, "skipped"), (self.flaky, "flaky")] {
            if count > 0 {
                write!(f, ", {count} {name}")?;
            }
        }
        Ok(())
    }
}

/// Who prints the closing lines.
#[derive(Clone, Copy, Debug)]
pub enum Runner {
    /// `test result: ok. 3 passed; 0 failed; …`, also the form of wasm-bindgen-test-runner.
    Libtest,
    /// `ℹ pass 3` and `ℹ fail 0`.
    Node,
    /// `3 passed (1.2s)`, `1 failed` and `1 flaky`, alone on their lines.
    Playwright,
    /// `3 passed, 1 failed`: this project's own.
    Plain,
}

fn libtest(line: &str) -> Tally {
    let Some(result) = line.strip_prefix("test result: ") else { return Tally::default() };
    let words: Vec<&str> = result.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    let before = |name: &str| {
        words.windows(2).find_map(|pair| match pair {
            [count, word] if *word == name => count.parse().ok(),
            _ => None,
        })
    };
    Tally { passed: before("passed").unwrap_or(0), failed: before("failed").unwrap_or(0), ..Tally::default() }
}

fn plain(line: &str) -> Tally {
    let counts = line.strip_suffix(" failed").and_then(|line| line.split_once(" passed, "));
    let (passed, failed) = counts.unwrap_or_default();
    match (passed.parse(), failed.parse()) {
        (Ok(passed), Ok(failed)) => Tally { passed, failed, ..Tally::default() },
        _ => Tally::default(),
    }
}

fn node(line: &str) -> Tally {
    let mut words = line.split_whitespace();
    match (words.next(), words.next(), words.next().and_then(|count| count.parse().ok()), words.next()) {
        (Some("ℹ" | "#"), Some("pass"), Some(passed), None) => Tally { passed, ..Tally::default() },
        (Some("ℹ" | "#"), Some("fail" | "cancelled"), Some(failed), None) => {
            Tally { failed, ..Tally::default() }
        }
        _ => Tally::default(),
    }
}

fn playwright(line: &str) -> Tally {
    let mut words = line.split_whitespace();
    let count = words.next().and_then(|count| count.parse().ok());
    match (count, words.next(), words.next(), words.next()) {
        (Some(passed), Some("passed"), Some(time), None) if time.starts_with('(') => {
            Tally { passed, ..Tally::default() }
        }
        (Some(failed), Some("failed" | "interrupted"), None, None) => Tally { failed, ..Tally::default() },
        (Some(flaky), Some("flaky"), None, None) => Tally { flaky, ..Tally::default() },
        _ => Tally::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Runner, Tally};

    fn tally(runner: Runner, lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(runner, line);
        }
        tally
    }

    #[test]
    fn libtest_lines_add_up() {
        let lines = [
            "running 3 tests",
            "test passed ... ok",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        ];
        assert_eq!(tally(Runner::Libtest, &lines), Tally { passed: 4, failed: 2, ..Tally::default() });
    }

    #[test]
    fn node_lines_count_cancelled_tests_as_failed() {
        let lines = ["✔ pass 9 (1ms)", "ℹ tests 4", "ℹ pass 2", "ℹ fail 1", "ℹ cancelled 1", "ℹ skipped 0"];
        assert_eq!(tally(Runner::Node, &lines), Tally { passed: 2, failed: 2, ..Tally::default() });
    }

    #[test]
    fn playwright_lines_are_told_from_what_tests_print() {
        let lines = ["4 passed", "1 failed", "[chromium] › smoke.spec.ts:3:1 › opens", "2 passed (1.4s)"];
        assert_eq!(tally(Runner::Playwright, &lines), Tally { passed: 2, failed: 1, ..Tally::default() });
    }

    #[test]
    fn a_flaky_test_is_counted_apart_and_fails_nothing() {
        let counted =
            tally(Runner::Playwright, &["1 flaky", "[chromium] › gallery.spec.ts:5:1", "191 passed (9.1m)"]);
        assert_eq!(counted, Tally { passed: 191, flaky: 1, ..Tally::default() });
        assert_eq!(counted.to_string(), "191 passed, 0 failed, 1 flaky");
    }

    #[test]
    fn our_own_line_is_one_among_others() {
        let lines = ["47 passed, 2 failed", "a passed, b failed", "1 passed"];
        assert_eq!(tally(Runner::Plain, &lines), Tally { passed: 47, failed: 2, ..Tally::default() });
        assert_eq!(Tally::skipped().to_string(), "0 passed, 0 failed, 1 skipped");
    }
}
