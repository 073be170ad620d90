//! Finding a Chromium that starts: named by the user, on PATH, Debian's, or Playwright's own download.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{self, Stop, say};
use crate::{apt, node};

/// Chromium without windows, which tests a third faster; Debian has it as a package.
const SHELL: &str = "chromium-headless-shell";
/// The program itself: the one on PATH is a script that stays beside it.
const DEBIANS_SHELL: &str = "/usr/lib/chromium/chromium-headless-shell";
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// The program to test with. `tests/browser` must have its modules installed.
pub fn ready() -> Result<PathBuf, Stop> {
    korean_font();
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
    let is_offered = || apt::offers(SHELL) && apt::install(&[SHELL]);
    if let Some(found) = shell().or_else(|| is_offered().then(shell).flatten()) {
        return Ok(found);
    }
    if let Some(found) = on_this_machine().or_else(playwrights) {
        return Ok(found);
    }
    // A machine that never asked for the lists of packages offers none before they are there.
    let is_installed = || apt::install(&[SHELL]).then(shell).flatten();
    let installed = is_installed().or_else(|| apt::install(&["chromium"]).then(on_this_machine).flatten());
    if let Some(found) = installed {
        return Ok(found);
    }
    if let Some(found) = download_playwrights().then(playwrights).flatten() {
        return Ok(found);
    }
    Err(Stop::new(
        "Chromium is missing and cannot be installed: install Chromium or Chrome, or set CHROME_PATH to one",
    ))
}

/// A font with Hangul, for pictures of the page in Korean. Without one they show boxes, and every test passes all the
/// same: so nothing fails here.
fn korean_font() {
    let lists = process::find("fc-list").is_some();
    let listed = || process::output(Command::new("fc-list").args([":lang=ko", "family"]));
    let is_there =
        if lists { listed().is_some_and(|found| !found.is_empty()) } else { cfg!(target_os = "macos") };
    if !is_there && !apt::install(&["fontconfig", "fonts-noto-cjk"]) {
        say("no Korean font is installed: pictures of the page in Korean will show boxes");
    }
}

fn shell() -> Option<PathBuf> {
    let program = Some(PathBuf::from(DEBIANS_SHELL)).filter(|program| program.is_file());
    program.or_else(|| process::find(SHELL)).filter(|program| starts(program))
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

fn download_playwrights() -> bool {
    say("downloading Playwright's Chromium (about 170 MB)");
    process::run(process::command("node", "tests/browser").args([node::PLAYWRIGHT, "install", "chromium"]))
        .is_ok()
}

/// A browser can be there and lack its libraries, or be a stub that asks for another package.
fn starts(program: &Path) -> bool {
    program.is_file() && process::output(Command::new(program).arg("--version")).is_some()
}
