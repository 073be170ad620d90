//! `cargo xtask python`: the wheel of the Python package `rulepad`, from crates/python.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::process::{self, Stop, say};
use crate::tally::{Runner, Tally};
use crate::{paths, python, suites};

/// How the core is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// For publishing.
    Release,
    /// For tests: optimized, and linked quickly.
    Quick,
}

impl Build {
    /// The folder that the wheel is written to, and its Cargo profile.
    fn parts(self) -> (PathBuf, &'static str) {
        let folder = paths::target().join("python");
        match self {
            Self::Release => (folder, "release"),
            Self::Quick => (folder.join("quick"), "quick"),
        }
    }
}

/// Writes the wheel for publishing and prints where it is.
pub fn run() -> Result<ExitCode, Stop> {
    let python = python::found().map_err(Stop::new)?;
    let tests = python::ready(&python, &python::PACKAGE)?;
    println!("{}", build(Build::Release, &tests)?.display());
    Ok(ExitCode::SUCCESS)
}

/// Writes the wheel with the maturin beside the interpreter `tests`, and gives its path.
fn build(build: Build, tests: &PathBuf) -> Result<PathBuf, Stop> {
    let (folder, profile) = build.parts();
    // A wheel of an earlier version must not be installed or published again.
    for old in wheels(&folder) {
        fs::remove_file(&old).map_err(|error| paths::cannot_write(&old, &error))?;
    }
    say("building the Python wheel (some minutes when nothing is built yet)");
    let mut maturin = process::command(tests, "crates/python");
    maturin.args(["-m", "maturin", "build", "--quiet", "--locked", "--profile", profile]);
    // The abi3 wheel is the same for every Python; maturin asks one for its platform.
    maturin.arg("--interpreter").arg(tests).arg("--out").arg(&folder);
    process::run(&mut maturin)?;
    match &wheels(&folder)[..] {
        [one] => Ok(one.clone()),
        found => Err(Stop::new(format!(
            "maturin wrote {} wheels into {} instead of one",
            found.len(),
            folder.display()
        ))),
    }
}

fn wheels(folder: &PathBuf) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    files.filter(|file| file.extension().is_some_and(|end| end == "whl")).collect()
}

/// The wheel in an empty environment, then in the engines that run it over archives. Without Python: a warning, and no
/// failure.
pub fn test(options: &[String]) -> Result<Tally, Stop> {
    let python = match python::found() {
        Ok(python) => python,
        Err(advice) => {
            say(format_args!("python: SKIPPED, no wheel was built. {advice}"));
            return Ok(Tally::skipped());
        }
    };
    let tests = python::ready(&python, &python::PACKAGE)?;
    let ray = python::ready(&python, &python::RAY)?;
    let spark = process::find("java").map(|_| python::ready(&python, &python::SPARK)).transpose()?;
    // The plain `lint` suite builds the crate without Python.
    let module = ["--package", "rulepad-python", "--features", "module", "--all-targets"];
    let lint = process::run(process::cargo().arg("clippy").args(module).args(["--", "-D", "warnings"]));
    let wheel = build(Build::Quick, &tests)?;
    let mut command = process::command(&tests, "tests/python");
    command.args(["-B", "check.py", "--wheel"]).arg(wheel).arg("--python").arg(&python);
    command.arg("--out").arg(paths::target().join("python/tests")).arg("--ray").arg(ray);
    if let Some(spark) = &spark {
        command.arg("--spark").arg(spark);
    }
    let mut tally = Tally::check(lint.is_ok());
    tally += suites::count(command.args(options), Runner::Plain)?;
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::paths;

    #[test]
    fn maturin_is_pinned_in_one_version() {
        let read = |file: &str| fs::read_to_string(paths::root().join(file)).unwrap();
        let pins = read("tests/python/requirements.txt");
        let pin = pins.lines().find(|line| line.starts_with("maturin==")).unwrap();
        assert!(read("crates/python/pyproject.toml").contains(&format!("requires = [\"{pin}\"]")));
    }
}
