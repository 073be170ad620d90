//! What other people's code we build with: its licences, its sources, and the notices that go out with the page and the
//! Python wheel.

use std::fs;
use std::path::{Path, PathBuf};

use crate::paths;
use crate::process::{self, Stop, say};
use crate::tally::Tally;

const CARGO_DENY: (&str, &str) = ("cargo-deny", "0.20.2");
const CARGO_ABOUT: (&str, &str) = ("cargo-about", "0.9.3");
/// Copied into the page as it is, so that a plain `trunk build` needs no more tools.
const NOTICES: &str = "web/licences.txt";
/// Copied into the wheel by maturin, for the same reason.
const WHEEL_NOTICES: &str = "crates/python/licences.txt";
/// The crates of the wheel are the same on each machine that it is built for.
const WHEEL_TARGET: &str = "x86_64-unknown-linux-gnu";
/// Written by the editor's own build.
const EDITOR_NOTICES: &str = "web/editor/dist/licences.txt";

/// Writes the notices of every crate and package that is part of the page, and of those that are part of the wheel.
pub fn write_licences() -> Result<(), Stop> {
    for (name, text) in notices()? {
        let file = paths::root().join(name);
        fs::write(&file, text).map_err(|error| paths::cannot_write(&file, &error))?;
        say(format_args!("wrote {name}"));
    }
    Ok(())
}

/// Checks licences, sources and duplicates of all crates, then the committed notices; advisories too where their
/// database can be reached. The tools take no options of the caller's: deny.toml has them.
pub fn check(_: &[String]) -> Result<Tally, Stop> {
    let deny = tool(CARGO_DENY)?;
    let mut tally = Tally::default();
    for what in ["licenses", "bans", "sources"] {
        let held = process::run(process::command(&deny, "").args([
            "--offline",
            "check",
            "--hide-inclusion-graph",
            what,
        ]))
        .is_ok();
        tally += Tally::check(held);
    }
    tally += advisories(&deny)?;
    for (name, text) in notices()? {
        let current = fs::read_to_string(paths::root().join(name)).is_ok_and(|committed| committed == text);
        if !current {
            say(format_args!(
                "{name} does not list the current crates and packages: run `cargo xtask licences`"
            ));
        }
        tally += Tally::check(current);
    }
    Ok(tally)
}

/// The database of advisories is a git repository: without network it is skipped with a warning.
fn advisories(deny: &PathBuf) -> Result<Tally, Stop> {
    let fetched = process::output(process::command(deny, "").args(["fetch", "db"])).is_some();
    if !fetched {
        say("advisories: SKIPPED, the RustSec database cannot be downloaded from here");
        return Ok(Tally::skipped());
    }
    let check = ["check", "--disable-fetch", "--hide-inclusion-graph", "advisories"];
    Ok(Tally::check(process::run(process::command(deny, "").args(check)).is_ok()))
}

/// The committed files of notices, each with what it must say.
fn notices() -> Result<[(&'static str, String); 2], Stop> {
    let crates = of_crates("web/Cargo.toml", "wasm32-unknown-unknown", &[])?;
    let editor = paths::root().join(EDITOR_NOTICES);
    let page = format!("{}\n\n\n{}", crates.trim_end(), read(&editor)?);
    let wheel = of_crates("crates/python/Cargo.toml", WHEEL_TARGET, &["--features", "module"])?;
    Ok([(NOTICES, page), (WHEEL_NOTICES, wheel)])
}

/// The notices of every crate that is part of a program: its manifest, the machine it is built for, and options that choose
/// its features.
pub fn of_crates(manifest: &str, target: &str, features: &[&str]) -> Result<String, Stop> {
    let about = tool(CARGO_ABOUT)?;
    // It reads crates of other platforms too, which no build here has downloaded. Without network they may be there.
    let _ = process::output(process::cargo().args(["fetch", "--locked", "--quiet"]));
    let file = paths::target().join("licences.txt");
    process::run(
        process::command(&about, "")
            .args(["-L", "error", "generate", "--fail", "--locked", "--offline"])
            .args(["--manifest-path", manifest, "--config", "tools/licences/about.toml", "--target", target])
            .args(features)
            .arg("--output-file")
            .arg(&file)
            .arg("tools/licences/text.hbs"),
    )?;
    // Some authors indent or end their lines in ways that a diff cannot show.
    let plain: Vec<String> = read(&file)?.lines().map(|line| line.trim_end().to_owned()).collect();
    Ok(plain.join("\n") + "\n")
}

fn read(path: &Path) -> Result<String, Stop> {
    fs::read_to_string(path)
        .map_err(|error| Stop::new(format!("`{}` cannot be read: {error}", path.display())))
}

fn tool((name, version): (&str, &str)) -> Result<PathBuf, Stop> {
    // Without optimisation, cargo-about compares licence texts for minutes.
    let directory = paths::cache()?.join(format!("{name}-{version}-optimised"));
    let program = directory.join("bin").join(name);
    if !program.exists() {
        say(format_args!("building {name} {version} into the cache (once, some minutes)"));
        let mut install = process::cargo();
        install
            .args(["install", name, "--version", version, "--locked", "--no-track", "--root"])
            .arg(&directory)
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "2")
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("CARGO_TARGET_DIR");
        if name == CARGO_ABOUT.0 {
            install.args(["--features", "cli"]);
        }
        process::run(&mut install)?;
    }
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::WHEEL_NOTICES;
    use crate::paths;
    use std::fs;

    #[test]
    fn the_wheel_carries_the_notices_of_its_crates() {
        let read = |file: &str| fs::read_to_string(paths::root().join(file)).unwrap();
        let name = WHEEL_NOTICES.rsplit('/').next().unwrap();
        let listed = format!("license-files = [\"LICENSE\", \"{name}\"]");
        assert!(read("crates/python/pyproject.toml").contains(&listed), "{listed}");
        let notices = read(WHEEL_NOTICES);
        // What the page has no part in.
        for name in ["pyo3", "pyo3-ffi", "memchr", "serde_json"] {
            assert!(notices.lines().any(|line| line.starts_with(&format!("{name} "))), "{name}");
        }
    }
}
