//! Node and npm: present, new enough, and each package's modules installed as its lock file says.

use std::fs;
use std::path::Path;

use crate::paths;
use crate::process::{self, Stop, say};

/// The oldest release that Playwright and `node --test` work on.
const OLDEST: u32 = 20;

/// Playwright's command line, in tests/browser.
pub const PLAYWRIGHT: &str = "node_modules/@playwright/test/cli.js";

/// The package of what runs exported programs, under the root.
pub const PROGRAMS: &str = "tests/export/programs";

/// Stops unless Node and npm can be used.
pub fn ready() -> Result<(), Stop> {
    let advice =
        format!("install Node {OLDEST} or newer, with npm, from https://nodejs.org or your package manager");
    let Some(version) = process::output(process::command("node", "").arg("--version")) else {
        return Err(Stop::new(format!("Node is missing: {advice}")));
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST) {
        return Err(Stop::new(format!("Node {version} is too old: {advice}")));
    }
    if process::find("npm").is_none() {
        return Err(Stop::new(format!("npm is missing: {advice}")));
    }
    Ok(())
}

/// Installs the package's modules unless they are those of its lock file already.
///
/// No script of any package is run: none of ours needs one.
pub fn install(package: &Path) -> Result<(), Stop> {
    let lock = package.join("package-lock.json");
    let stamp = package.join("node_modules/.installed-lock.json");
    let wanted = fs::read(&lock).map_err(|error| {
        Stop::new(format!("`{}` cannot be read ({error}): restore it from the repository", lock.display()))
    })?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let shown = package.strip_prefix(paths::root()).unwrap_or(package);
    say(format_args!("npm ci in {} (some seconds)", shown.display()));
    process::run(
        process::command("npm", "")
            .current_dir(package)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
    )
    .map_err(|_| {
        Stop::new(format!("npm cannot install {}: go online and run the command again", shown.display()))
    })?;
    fs::write(&stamp, wanted).map_err(|error| paths::cannot_write(&stamp, &error))
}
