//! `cargo xtask setup`: all that serve and test need, so that both then work without network.

use std::process::ExitCode;

use crate::process::{self, Stop, say};
use crate::tools::Trunk;
use crate::{chromium, node, paths, python};

/// The packages of the tests, as directories under the root.
const PACKAGES: [&str; 2] = ["web/editor", "tests/browser"];

/// Sets up everything and says where the browser was found.
pub fn run() -> Result<ExitCode, Stop> {
    Trunk::ready()?;
    process::run(process::cargo().args(["fetch", "--locked"]))?;
    node::ready()?;
    for package in PACKAGES {
        node::install(&paths::root().join(package))?;
    }
    match python::found() {
        Ok(python) => drop(python::ready(&python)?),
        Err(advice) => say(format_args!("exported files will not be validated: {advice}")),
    }
    let browser = chromium::ready()?;
    say(format_args!("ready; the browser tests use {}", browser.display()));
    Ok(ExitCode::SUCCESS)
}
