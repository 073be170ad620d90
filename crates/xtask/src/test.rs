//! `cargo xtask test`: every suite, the two longest side by side, then what each came to.

use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use crate::process::{self, Stop, say};
use crate::suites::{self, Suite};
use crate::tally::Tally;

/// Runs the suites named, or all but the heavy ones, or with `--all` those too. A suite that fails does not keep the next from running.
pub fn run(arguments: &[String]) -> Result<ExitCode, Stop> {
    let mut parts = arguments.splitn(2, |argument| argument == "--");
    let names = parts.next().unwrap_or_default();
    let options = parts.next().unwrap_or_default();
    let selected = select(names)?;
    if !options.is_empty() && selected.len() != 1 {
        return Err(Stop::new("options after `--` need one suite: `cargo xtask test browser -- --headed`"));
    }

    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut rows = Vec::new();
    for group in selected.chunk_by(|one, next| cores > 1 && one.is_parallel && next.is_parallel) {
        match group {
            [suite] => rows.push(finish(suite, options)),
            _ => rows.extend(side_by_side(group)),
        }
    }

    println!("\n{:<10}{:>8}{:>8}{:>9}", "suite", "passed", "failed", "seconds");
    let mut total = Tally::default();
    for (name, tally, seconds) in rows {
        println!("{name:<10}{:>8}{:>8}{seconds:>9}", tally.passed, tally.failed);
        total += tally;
    }
    println!("{total}");
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What one suite came to, and in how many seconds.
type Row = (&'static str, Tally, u64);

/// Runs the suites of a group at the same time; each line of output begins with the name of its suite.
fn side_by_side(group: &[&'static Suite]) -> Vec<Row> {
    thread::scope(|scope| {
        let running: Vec<_> = group
            .iter()
            .map(|suite| {
                let run = move || {
                    process::prefix_lines(suite.name);
                    finish(suite, &[])
                };
                (suite.name, scope.spawn(run))
            })
            .collect();
        let row = |(name, run): (_, thread::ScopedJoinHandle<'_, Row>)| {
            run.join().unwrap_or((name, Tally::check(false), 0))
        };
        running.into_iter().map(row).collect()
    })
}

fn finish(suite: &'static Suite, options: &[String]) -> Row {
    let begin = Instant::now();
    say(format_args!("{}: {}", suite.name, suite.purpose));
    let tally = (suite.run)(options).unwrap_or_else(|stop| {
        say(format_args!("{}: {stop}", suite.name));
        Tally::check(false)
    });
    // A suite that runs nothing proves nothing.
    let tally = if tally == Tally::default() {
        say(format_args!("{}: no test was run", suite.name));
        Tally::check(false)
    } else {
        tally
    };
    println!("{}: {tally}", suite.name);
    (suite.name, tally, begin.elapsed().as_secs())
}

fn select(names: &[String]) -> Result<Vec<&'static Suite>, Stop> {
    let is_all = |name: &&String| name.as_str() == "--all";
    let all = names.iter().any(|name| is_all(&name));
    let is_known =
        |name: &&String| is_all(name) || suites::ALL.iter().any(|suite| suite.name == name.as_str());
    if let Some(unknown) = names.iter().find(|name| !is_known(name)) {
        let known: Vec<&str> = suites::ALL.iter().map(|suite| suite.name).collect();
        return Err(Stop::new(format!("there is no suite `{unknown}`: name any of {}", known.join(", "))));
    }
    let chosen = |suite: &&Suite| {
        all || names.iter().any(|name| name == suite.name) || (names.is_empty() && !suite.is_heavy)
    };
    Ok(suites::ALL.iter().filter(chosen).collect())
}

#[cfg(test)]
mod tests {
    use super::select;

    fn names(words: &[&str]) -> Vec<&'static str> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        select(&words).unwrap().iter().map(|suite| suite.name).collect()
    }

    #[test]
    fn heavy_suites_run_where_they_are_asked_for() {
        assert!(names(&[]).contains(&"export") && !names(&[]).contains(&"programs"));
        assert_eq!(names(&["programs", "lint"]), ["lint", "programs"]);
        assert_eq!(names(&["--all"]).len(), crate::suites::ALL.len());
        assert!(select(&["--al".to_owned()]).is_err());
    }
}
