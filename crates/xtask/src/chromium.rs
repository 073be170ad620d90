//! Finding a Chromium that starts: named by the user, on PATH, Debian's, or Playwright's own download.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::node;
use crate::process::{self, Stop, say};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// The program to test with. `tests/browser` must have its modules installed.
pub fn ready() -> Result<PathBuf, Stop> {
    if let Some(named) = env::var_os("CHROME_PATH").filter(|named| !named.is_empty()).map(PathBuf::from) {
        return if starts(&named) {
            Ok(named)
        } else {
            Err(Stop::new(format!(
                "CHROME_PATH names `{}`, which does not start: name another Chromium or unset it",
                named.display()
            )))
        };
    }
    if let Some(found) = on_this_machine().or_else(playwrights) {
        return Ok(found);
    }
    if let Some(found) = install_debians().then(on_this_machine).flatten() {
        return Ok(found);
    }
    if let Some(found) = download_playwrights().then(playwrights).flatten() {
        return Ok(found);
    }
    Err(Stop::new(
        "Chromium is missing and cannot be installed: install Chromium or Chrome, or set CHROME_PATH to one",
    ))
}

fn on_this_machine() -> Option<PathBuf> {
    let named = NAMES.iter().filter_map(|name| process::find(name));
    named.chain(MAC.iter().map(PathBuf::from)).find(|program| starts(program))
}

/// Playwright's own, where it has been downloaded before.
fn playwrights() -> Option<PathBuf> {
    let script = "import { chromium } from '@playwright/test'; console.log(chromium.executablePath())";
    let mut node = process::command("node", "tests/browser");
    let program = PathBuf::from(process::output(node.args(["--input-type=module", "--eval", script]))?);
    starts(&program).then_some(program)
}

/// Installs Debian's package when this user may, and says whether that worked.
fn install_debians() -> bool {
    if process::find("apt-get").is_none() {
        return false;
    }
    let is_root = process::output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let may_sudo = || process::output(Command::new("sudo").args(["-n", "true"])).is_some();
    let prefix: &[&str] = match () {
        () if is_root => &[],
        () if may_sudo() => &["sudo", "-n"],
        () => return false,
    };
    say("installing Debian's chromium package (usually under a minute)");
    let apt = |arguments: &[&str]| {
        let words: Vec<&str> = prefix.iter().chain(&["apt-get"]).chain(arguments).copied().collect();
        let Some((program, arguments)) = words.split_first() else { return false };
        let mut command = Command::new(program);
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
        process::run(command.stdout(Stdio::null())).is_ok()
    };
    // A failed update may still leave lists that are good enough.
    apt(&["update"]);
    apt(&["install", "-y", "--no-install-recommends", "chromium"])
}

fn download_playwrights() -> bool {
    say("downloading Playwright's Chromium (about 170 MB)");
    process::run(process::command("node", "tests/browser").args([node::PLAYWRIGHT, "install", "chromium"]))
        .is_ok()
}

/// A browser can be there and lack its libraries, or be a stub that asks for another package.
fn starts(program: &Path) -> bool {
    program.is_file() && process::output(Command::new(program).arg("--version")).is_some()
}
