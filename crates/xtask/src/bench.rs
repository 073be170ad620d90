//! `cargo xtask bench`: bulk matching beside its peers, how it grows, and two commits compared.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::paths;
use crate::process::{self, Stop, say};
use crate::{node, tools};

/// The package, which is a separate workspace.
const PACKAGE: &str = "crates/ruleset/benches";

/// How often each of two programs runs when they are compared.
const TURNS: usize = 3;

/// What the bench prints for one set with `--plain`.
type Medians = BTreeMap<String, Vec<f64>>;

/// Prints the tables; with `--write` into BENCHMARKS.md as well, with `--wasm` WebAssembly beside native, with
/// `--compare REF` this tree beside a commit. Other words go to the bench.
pub fn run(arguments: &[String]) -> Result<ExitCode, Stop> {
    let data = data()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--compare", reference, rest @ ..] => compare(&data, reference, rest)?,
        ["--wasm", rest @ ..] => print!("{}", wasm(&data, rest)?),
        ["--write", rest @ ..] => write(&data, rest)?,
        rest => {
            process::run(process::command(build(&paths::root(), Peers::With)?, "").arg(&data).args(rest))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The folder of the events and rules, made once.
fn data() -> Result<PathBuf, Stop> {
    let folder = paths::target().join("bench-data");
    if !folder.join("events.ndjson").exists() {
        let python = process::find("python3")
            .ok_or_else(|| Stop::new("Python is missing: it makes the events that are matched"))?;
        paths::create(&folder)?;
        process::run(process::command(python, PACKAGE).arg("make_data.py").arg(&folder))?;
    }
    Ok(folder)
}

/// Whether the program has what the matcher is compared with, which takes minutes to build.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Peers {
    With,
    Without,
}

/// Builds the bench of a working tree and gives the program.
fn build(root: &Path, peers: Peers) -> Result<PathBuf, Stop> {
    let target = paths::target().join("bench");
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--quiet", "--release", "--manifest-path"])
        .arg(root.join(PACKAGE).join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", &target);
    if peers == Peers::Without {
        cargo.arg("--no-default-features");
    }
    process::run(&mut cargo)?;
    Ok(target.join("release/rulepad-bench"))
}

fn plain(program: &Path, data: &Path, words: &[&str], into: &mut Medians) -> Result<(), Stop> {
    let mut command = process::command(program, "");
    let printed = process::output(command.arg(data).arg("--plain").args(words))
        .ok_or_else(|| Stop::new("the bench failed: run `cargo xtask bench` to see why"))?;
    read(&printed, 2, into);
    Ok(())
}

/// Reads one figure of each line.
fn read(printed: &str, figure: usize, into: &mut Medians) {
    for line in printed.lines() {
        let mut words = line.split(' ');
        if let Some(name) = words.next()
            && let Some(Ok(value)) = words.nth(figure - 1).map(str::parse)
        {
            into.entry(name.to_owned()).or_default().push(value);
        }
    }
}

/// Two programs in turn; a difference that is smaller than what the same program differs by is noise.
fn compare(data: &Path, reference: &str, words: &[&str]) -> Result<(), Stop> {
    let tree = paths::target().join("bench-reference");
    let git = || process::command("git", "");
    let _ = process::output(git().args(["worktree", "remove", "--force"]).arg(&tree));
    process::run(git().args(["worktree", "add", "--quiet", "--detach"]).arg(&tree).arg(reference))?;
    let old = paths::target().join("bench-reference-program");
    let built = build(&tree, Peers::Without)
        .and_then(|program| fs::copy(program, &old).map_err(|error| paths::cannot_write(&old, &error)));
    let _ = process::output(git().args(["worktree", "remove", "--force"]).arg(&tree));
    built?;
    let new = build(&paths::root(), Peers::Without)?;
    let (mut before, mut after) = (Medians::new(), Medians::new());
    for turn in 1..=TURNS {
        say(format_args!("turn {turn} of {TURNS}"));
        plain(&old, data, words, &mut before)?;
        plain(&new, data, words, &mut after)?;
    }
    println!("| rules | {reference} | now | change |\n|---|---|---|---|");
    for (name, after) in &after {
        let Some(before) = before.get(name) else { continue };
        let ((low, high), (new_low, new_high)) = (range(before), range(after));
        let noise = if low <= new_high && new_low <= high { " (noise)" } else { "" };
        let change = ((new_low + new_high) / (low + high) - 1.0) * 100.0;
        println!("| {name} | {low:.2}–{high:.2} | {new_low:.2}–{new_high:.2} | {change:+.0} %{noise} |");
    }
    Ok(())
}

fn range(figures: &[f64]) -> (f64, f64) {
    let fold = |pick: fn(f64, f64) -> f64| figures.iter().copied().reduce(pick).unwrap_or(f64::NAN);
    (fold(f64::min), fold(f64::max))
}

/// Times of WebAssembly in Node as ratios to native ones.
fn wasm(data: &Path, words: &[&str]) -> Result<String, Stop> {
    node::ready()?;
    tools::add_wasi_target()?;
    let target = paths::target().join("bench");
    let cargo = || {
        let mut cargo = process::command("cargo", PACKAGE);
        cargo
            .args(["build", "--quiet", "--release", "--no-default-features"])
            .env("CARGO_TARGET_DIR", &target);
        cargo
    };
    let native = build(&paths::root(), Peers::Without)?;
    let mut table = String::from("| rules | without SIMD | with SIMD |\n|---|---|---|\n");
    let mut columns = Vec::new();
    for flags in ["", "-C target-feature=+simd128"] {
        process::run(cargo().args(["--target", "wasm32-wasip1"]).env("RUSTFLAGS", flags))?;
        let program = target.join("wasm32-wasip1/release/rulepad-bench.wasm");
        let (mut own, mut other) = (Medians::new(), Medians::new());
        for _ in 0..TURNS {
            let mut command = process::command("node", PACKAGE);
            command
                .args(["--no-warnings", "run-wasi.mjs"])
                .arg(&program)
                .arg(data)
                .arg("--plain")
                .args(words);
            let printed =
                process::output(&mut command).ok_or_else(|| Stop::new("the bench failed in Node"))?;
            read(&printed, 4, &mut own);
            let printed = process::output(process::command(&native, "").arg(data).arg("--plain").args(words));
            read(&printed.unwrap_or_default(), 4, &mut other);
        }
        columns.push((own, other));
    }
    let names: Vec<String> =
        columns.first().map(|(own, _)| own.keys().cloned().collect()).unwrap_or_default();
    for name in names {
        let ratio = |(own, native): &(Medians, Medians)| match (own.get(&name), native.get(&name)) {
            (Some(own), Some(native)) => format!("{:.2}", range(own).0 / range(native).0),
            _ => "–".to_owned(),
        };
        let cells: Vec<String> = columns.iter().map(ratio).collect();
        table.push_str(&format!("| {name} | {} |\n", cells.join(" | ")));
    }
    Ok(table)
}

/// Runs everything and writes BENCHMARKS.md.
fn write(data: &Path, words: &[&str]) -> Result<(), Stop> {
    let program = build(&paths::root(), Peers::With)?;
    let mut tables = String::new();
    let mut command = process::command(program, "");
    let good = process::run_reading(command.arg(data).args(words), |line| {
        tables.push_str(line);
        tables.push('\n');
    })?;
    if !good {
        return Err(Stop::new(
            "the bench failed: other rules match than expected, or something grows too fast",
        ));
    }
    let wasm = wasm(data, &["exact", "wildcard", "mixed"])?;
    let (families, growth) = tables.split_once("\n\n").unwrap_or((&tables, ""));
    let text = format!(
        "# Benchmarks\n\nThe last run of `cargo xtask bench --write`: {}, {}, {}.\n\n\
         ## Many rules\n\n\
         Time for one event of 890 bytes on average, event bytes in, rule numbers out, one thread. Figures are ratios to \
         `serde_json`'s `IgnoredAny` on the same bytes in the same round: the median, and the lowest and highest of all \
         rounds. The matches of the first 2,000 events are compared with those of AWS's event-ruler. Lower is better.\n\n\
         {families}\n\n## Growth\n\n\
         The steepest step is the power with which time grows between two sizes: 1 is linear.\n\n{growth}\n\n\
         ## WebAssembly\n\nTime in Node as a ratio to native.\n\n{wasm}",
        machine(),
        process::output(process::command("date", "").args(["-u", "+%-d %B %Y"])).unwrap_or_default(),
        process::output(process::command("rustc", "").arg("--version")).unwrap_or_default(),
    );
    let file = paths::root().join("BENCHMARKS.md");
    fs::write(&file, text).map_err(|error| paths::cannot_write(&file, &error))?;
    say("BENCHMARKS.md is written");
    Ok(())
}

/// The processor and how many of its threads there are.
fn machine() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("a processor of unknown model", |(_, model)| model);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{model} with {threads} threads")
}
