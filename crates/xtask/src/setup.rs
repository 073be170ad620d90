//! `cargo xtask setup`: all that serve and test need, so that both then work without network.

use std::process::ExitCode;

use crate::process::{self, Stop, say};
use crate::tools::Trunk;
use crate::{chromium, node, paths, python, recipes};

/// The packages of the tests, as directories under the root.
const PACKAGES: [&str; 2] = ["web/editor", "tests/browser"];

/// Sets up everything and says where the browser was found; with `--all` also what only `test --all` needs.
pub fn run(arguments: &[String]) -> Result<ExitCode, Stop> {
    let all = match arguments {
        [] => false,
        [one] if one == "--all" => true,
        [other, ..] => return Err(Stop::new(format!("`setup` does not know `{other}`: it takes `--all`"))),
    };
    Trunk::ready()?;
    process::run(process::cargo().args(["fetch", "--locked"]))?;
    node::ready()?;
    for package in PACKAGES {
        node::install(&paths::root().join(package))?;
    }
    if all {
        node::install(&paths::root().join("tests/npm"))?;
    }
    match python::found() {
        Ok(python) => {
            python::ready(&python, &python::VALIDATORS)?;
            if all {
                node::install(&paths::root().join(node::PROGRAMS))?;
                for environment in [&python::CDK, &python::PACKAGE, &python::RAY, &python::SPARK] {
                    python::ready(&python, environment)?;
                }
                recipes::set_up(&python)?;
            }
        }
        Err(advice) => say(format_args!("exported files will not be validated: {advice}")),
    }
    let browser = chromium::ready()?;
    say(format_args!("ready; the browser tests use {}", browser.display()));
    Ok(ExitCode::SUCCESS)
}
