//! Python for the validators of exported files: an environment of its own in our cache, pinned.

use std::fs;
use std::path::PathBuf;

use crate::paths;
use crate::process::{self, Stop, say};

/// The pins, one package a line.
const PINS: &str = "tests/export/requirements.txt";
/// The oldest release that every validator works on.
const OLDEST: (u32, u32) = (3, 10);

/// Whether there is a Python that can have the environment; without one, what to say.
pub fn found() -> Result<PathBuf, String> {
    let advice = format!("install Python {}.{} or newer with its venv module", OLDEST.0, OLDEST.1);
    let Some(python) = process::find("python3") else { return Err(format!("Python is missing: {advice}")) };
    let probe = "import sys, venv, ensurepip; print(sys.version_info[0], sys.version_info[1])";
    let printed = process::output(process::command(&python, "").args(["-c", probe]));
    let version = printed.as_deref().and_then(|printed| {
        let (major, minor) = printed.split_once(' ')?;
        Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?))
    });
    match version {
        None => Err(format!("Python cannot make an environment: {advice}")),
        Some(version) if version < OLDEST => Err(format!("Python is too old: {advice}")),
        Some(_) => Ok(python),
    }
}

/// The interpreter of the environment, which is made and filled unless it holds the pins already.
pub fn ready(python: &PathBuf) -> Result<PathBuf, Stop> {
    let pins = paths::root().join(PINS);
    let wanted = fs::read_to_string(&pins)
        .map_err(|error| Stop::new(format!("`{}` cannot be read ({error})", pins.display())))?;
    let environment = paths::cache()?.join("validators");
    let interpreter = environment.join("bin/python");
    let stamp = environment.join("installed.txt");
    if interpreter.exists() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(interpreter);
    }
    say("installing the validators of exported files into the cache (once, about a minute)");
    process::run(process::command(python, "").args(["-m", "venv", "--clear"]).arg(&environment))?;
    let installed = process::run(
        process::command(&interpreter, "")
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-input",
                "--disable-pip-version-check",
                "--no-deps",
            ])
            .args(["-r", PINS]),
    );
    installed.map_err(|_| {
        Stop::new("the validators cannot be installed: go online and run `cargo xtask test export` again")
    })?;
    fs::write(&stamp, wanted).map_err(|error| paths::cannot_write(&stamp, &error))?;
    Ok(interpreter)
}
