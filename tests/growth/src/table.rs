//! The table, and what of it fails.

use crate::measure::{Measured, run};
use crate::{Case, cases, hostile};
use std::process::ExitCode;

/// How many sizes a case runs at.
const SIZES: u32 = 5;

/// Twice the input may take this much more; what is sorted takes a little more than twice.
const FACTOR: f64 = 2.6;

/// The same for processor time, which is not the same in every run.
const TIME_FACTOR: f64 = 3.0;

/// Differences below these are those of a fixed cost.
const SMALL_BYTES: u64 = 200_000;
const SMALL_MICROS: u64 = 10_000;

/// A hostile input of a kilobyte may hold this much, and take this long on a slow machine.
const HOSTILE_BYTES: u64 = 256 << 20;
const HOSTILE_MICROS: u64 = 5_000_000;

/// Prints the cases whose names contain one of the words, or all.
pub fn print(words: &[&str]) -> ExitCode {
    let is_wanted = |case: &Case| words.is_empty() || words.iter().any(|word| case.name.contains(word));
    let mut failures: Vec<String> = Vec::new();
    let mut passed = 0;
    let mut report = |name: &str, found: Option<String>| match found {
        Some(reason) => {
            println!("    FAILED {name}: {reason}");
            failures.push(format!("{name}: {reason}"));
        }
        None => passed += 1,
    };
    println!(
        "{:<44} {:>7}  {:>9} {:>9} {:>9}   factors of bytes, peak, time",
        "growth", "size", "MB made", "MB held", "ms"
    );
    for case in cases::all().into_iter().filter(is_wanted) {
        report(case.name, grows(&case));
    }
    println!(
        "\n{:<44} {:>7}  {:>9} {:>9} {:>9}",
        "hostile input of a kilobyte", "bytes", "MB made", "MB held", "ms"
    );
    for case in hostile::all().into_iter().filter(is_wanted) {
        report(case.name, harms(&case));
    }
    println!();
    failures.iter().for_each(|failure| println!("{failure}"));
    println!("{passed} passed, {} failed", failures.len());
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn grows(case: &Case) -> Option<String> {
    let mut measured: Vec<Measured> = Vec::new();
    for doubling in 0..SIZES {
        let size = case.base << doubling;
        let mut found = match run(case.name, size) {
            Ok(found) => found,
            Err(reason) => return Some(format!("size {size} {reason}")),
        };
        // The least of three is nearest to what the work takes.
        for _ in 0..if found.micros > SMALL_MICROS { 2 } else { 0 } {
            if let Ok(again) = run(case.name, size) {
                found.micros = found.micros.min(again.micros);
            }
        }
        measured.push(found);
    }
    if let [.., before, last] = measured[..] {
        let limit = case.limit.map(|limit| format!("  within {limit} MB")).unwrap_or_default();
        println!(
            "{:<44} {:>7}  {:>9.2} {:>9.2} {:>9.1}   {:.1} {:.1} {:.1}{limit}",
            case.name,
            case.base << (SIZES - 1),
            megabytes(last.allocated),
            megabytes(last.peak),
            milliseconds(last.micros),
            factor(before.allocated, last.allocated),
            factor(before.peak, last.peak),
            factor(before.micros, last.micros),
        );
    }
    if let Some(limit) = case.limit {
        let most = measured.iter().map(|own| own.allocated).max().unwrap_or_default();
        return (most > limit << 20)
            .then(|| format!("it allocates {:.0} MB, {limit} are its limit", megabytes(most)));
    }
    let column = |own: fn(&Measured) -> u64| measured.iter().map(own).collect::<Vec<u64>>();
    [
        (column(|own| own.allocated), FACTOR, SMALL_BYTES, "the bytes it allocates"),
        (column(|own| own.peak), FACTOR, SMALL_BYTES, "the bytes it holds"),
        (column(|own| own.micros), TIME_FACTOR, SMALL_MICROS, "its processor time"),
    ]
    .into_iter()
    .find(|(column, most, small, _)| is_superlinear(column, *most, *small))
    .map(|(column, _, _, what)| format!("{what} grow faster than its input: {column:?}"))
}

/// Whether two doublings in a row multiply by more than `most`; a value that is small says nothing.
fn is_superlinear(column: &[u64], most: f64, small: u64) -> bool {
    column.windows(3).any(|three| match three {
        [first, second, third] => {
            *third > small && factor(*first, *second) > most && factor(*second, *third) > most
        }
        _ => false,
    })
}

fn harms(case: &Case) -> Option<String> {
    let found = match run(case.name, 0) {
        Ok(found) => found,
        Err(reason) => return Some(reason),
    };
    println!(
        "{:<44} {:>7}  {:>9.2} {:>9.2} {:>9.1}",
        case.name,
        case.base,
        megabytes(found.allocated),
        megabytes(found.peak),
        milliseconds(found.micros)
    );
    let much = found.peak > HOSTILE_BYTES || found.allocated > 16 * HOSTILE_BYTES;
    let long = found.micros > HOSTILE_MICROS;
    (much || long).then(|| "takes too much for its size".to_owned())
}

#[expect(clippy::cast_precision_loss, reason = "a ratio to be printed")]
fn factor(before: u64, after: u64) -> f64 {
    // What is not measured did not grow.
    if before == 0 { 1.0 } else { after as f64 / before as f64 }
}

#[expect(clippy::cast_precision_loss, reason = "a number to be printed")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

#[expect(clippy::cast_precision_loss, reason = "a number to be printed")]
fn milliseconds(micros: u64) -> f64 {
    micros as f64 / 1e3
}
