//! Python for what reads and runs exported files, and for the Python package: environments in our cache, pinned.

use std::fs;
use std::path::PathBuf;

use crate::paths;
use crate::process::{self, Stop, say};

/// An environment: its directory in the cache, and where its pins are.
pub struct Environment {
    name: &'static str,
    pins: &'static str,
    purpose: &'static str,
}

/// What validates exported files.
pub const VALIDATORS: Environment = Environment {
    name: "validators",
    pins: "tests/export/requirements.txt",
    purpose: "the validators of exported files",
};
/// What uses the pre-commit hook and checks the GitHub Action.
pub const CI: Environment = Environment {
    name: "ci-tools",
    pins: "tests/verify/requirements.txt",
    purpose: "pre-commit and the schema of GitHub Actions",
};
/// CDK for Python, whose pins contradict those of the validators.
pub const CDK: Environment = Environment {
    name: "cdk-python",
    pins: "tests/export/programs/requirements.txt",
    purpose: "CDK for Python",
};

/// What builds the wheel, and its tests.
pub const PACKAGE: Environment = Environment {
    name: "python-package",
    pins: "tests/python/requirements.txt",
    purpose: "maturin, pytest and mypy",
};
/// An engine that runs the wheel over archives, 500 MB.
pub const RAY: Environment =
    Environment { name: "ray", pins: "tests/python/engines/ray.txt", purpose: "Ray (half a gigabyte)" };
/// Another one; it uses the libraries of Ray's environment.
pub const SPARK: Environment =
    Environment { name: "spark", pins: "tests/python/engines/spark.txt", purpose: "Spark (half a gigabyte)" };

/// The generators of documentation whose recipes are Python.
pub const RECIPES: Environment =
    Environment { name: "recipes", pins: "tests/recipes/requirements.txt", purpose: "MkDocs and Sphinx" };

/// The oldest release that every pinned package works on.
const OLDEST: (u32, u32) = (3, 11);

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

/// The interpreter of an environment, which is made and filled unless it holds its pins already.
pub fn ready(python: &PathBuf, environment: &Environment) -> Result<PathBuf, Stop> {
    let Environment { name, pins, purpose } = environment;
    let listed = paths::root().join(pins);
    let wanted = fs::read_to_string(&listed)
        .map_err(|error| Stop::new(format!("`{}` cannot be read ({error})", listed.display())))?;
    let environment = paths::cache()?.join(name);
    let interpreter = environment.join("bin/python");
    let stamp = environment.join("installed.txt");
    if interpreter.exists() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(interpreter);
    }
    say(format_args!("installing {purpose} into the cache (once, about a minute)"));
    process::run(process::command(python, "").args(["-m", "venv", "--clear"]).arg(&environment))?;
    let pip = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps"];
    // Compiling every module of CDK takes minutes; Python compiles those that are used when they are.
    let mut install = process::command(&interpreter, "");
    install.args(pip).args(["--no-compile", "-r", pins]);
    process::run(&mut install).map_err(|_| {
        Stop::new(format!("{purpose} cannot be installed: go online and run the command again"))
    })?;
    fs::write(&stamp, wanted).map_err(|error| paths::cannot_write(&stamp, &error))?;
    Ok(interpreter)
}
