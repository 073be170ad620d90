//! `fuzz`: random texts against the workbench, guided by coverage, until the time is up.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::paths;
use crate::process::{self, Stop, say};

const CARGO_FUZZ: &str = "0.13.2";
const TARGETS: [&str; 8] =
    ["event", "pattern", "explain", "import", "expression", "ruleset", "subscriber", "jsonata"];
/// One input may take this long: far more than the work limits allow.
const SLOWEST: &str = "5";

/// Runs every target for the given number of seconds.
pub fn run(arguments: &[String]) -> Result<ExitCode, Stop> {
    let seconds: u32 = match arguments {
        [] => 60,
        [seconds] => seconds.parse().map_err(|_| {
            Stop::new(format!("`{seconds}` is not a number of seconds: write `cargo xtask fuzz 60`"))
        })?,
        _ => return Err(Stop::new("fuzz takes one number of seconds at most")),
    };
    let cargo_fuzz = cargo_fuzz()?;
    let mut failed = 0;
    for target in TARGETS {
        seed(target)?;
        say(format_args!("fuzzing {target} for {seconds} seconds"));
        // No sanitizer is needed without unsafe code; coverage alone works with the stable compiler.
        let outcome = process::run(
            process::command(&cargo_fuzz, "tests/fuzz")
                .args(["run", "--sanitizer", "none", "--fuzz-dir", ".", target, "--"])
                .arg(format!("-max_total_time={seconds}"))
                .arg(format!("-timeout={SLOWEST}"))
                .args(["-max_len=4096", "-print_final_stats=1", "-verbosity=0"])
                .env("RUSTC_BOOTSTRAP", "1")
                .env_remove("CARGO_TARGET_DIR"),
        );
        if let Err(stop) = outcome {
            say(stop);
            failed += 1;
        }
    }
    println!("fuzz: {} passed, {failed} failed", TARGETS.len() - failed);
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn cargo_fuzz() -> Result<PathBuf, Stop> {
    let directory = paths::cache()?.join(format!("cargo-fuzz-{CARGO_FUZZ}"));
    let program = directory.join("bin/cargo-fuzz");
    if !program.exists() {
        say(format_args!("building cargo-fuzz {CARGO_FUZZ} into the cache (once, about a minute)"));
        process::run(
            process::cargo()
                .args(["install", "cargo-fuzz", "--version", CARGO_FUZZ, "--locked", "--no-track"])
                .args(["--profile", "dev", "--root"])
                .arg(&directory)
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .env_remove("CARGO_TARGET_DIR"),
        )?;
    }
    Ok(program)
}

/// Starts the corpus with the recorded patterns and events, so that minutes are enough.
fn seed(target: &str) -> Result<(), Stop> {
    let corpus = paths::root().join("tests/fuzz/corpus").join(target);
    if corpus.is_dir() {
        return Ok(());
    }
    paths::create(&corpus)?;
    for (folder, file) in [
        ("codebuild-published", "pattern.json"),
        ("order-or", "pattern.json"),
        ("codebuild-failed", "event.json"),
    ] {
        let source = paths::root().join("crates/samples/data").join(folder).join(file);
        copy(&source, &corpus.join(format!("{folder}-{file}")))?;
    }
    let request = paths::root().join("crates/export/testdata/codebuild-state-change.json");
    copy(&request, &corpus.join("codebuild-state-change.json"))?;
    if target == "jsonata" {
        return expressions(&corpus);
    }
    let mut cases = Vec::new();
    readable_cases(&paths::root().join("tests/suite"), &mut cases);
    for (at, text) in cases.iter().enumerate() {
        let file = corpus.join(format!("case-{at}"));
        fs::write(&file, text).map_err(|error| paths::cannot_write(&file, &error))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Stop> {
    fs::copy(from, to).map(|_| ()).map_err(|error| paths::cannot_write(to, &error))
}

/// The expressions of the official suite of JSONata.
fn expressions(corpus: &Path) -> Result<(), Stop> {
    let cases = paths::root().join("crates/jsonata/tests/official/cases.ndjson");
    let text = fs::read_to_string(&cases)
        .map_err(|error| Stop::new(format!("`{}` cannot be read: {error}", cases.display())))?;
    for (at, line) in text.lines().enumerate() {
        // Good enough for a start: other escapes stay as they are.
        let rest = line.split_once("\"expr\":\"").map_or("", |(_, rest)| rest);
        let body = rest.split("\",\"").next().unwrap_or_default();
        let body = body.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\");
        let file = corpus.join(format!("case-{at}"));
        fs::write(&file, body).map_err(|error| paths::cannot_write(&file, &error))?;
    }
    Ok(())
}

/// The fenced texts of the readable cases.
fn readable_cases(folder: &Path, out: &mut Vec<String>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            readable_cases(&path, out);
        } else if let Ok(text) = fs::read_to_string(&path) {
            let blocks = text.split("```").skip(1).step_by(2);
            out.extend(blocks.filter_map(|block| block.split_once('\n')).map(|(_, body)| body.to_owned()));
        }
    }
}
