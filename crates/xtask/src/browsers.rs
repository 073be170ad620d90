//! The main job in Firefox and in WebKit: Debian's browsers, each driven in the way that it offers.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{self, Stop, say};
use crate::tally::{Runner, Tally};
use crate::{apt, node, page, paths, suites};

/// What WebKit needs: its driver, the browser that the driver starts, a display and a message bus.
const WEBKIT: [&str; 4] = ["webkit2gtk-driver", "xvfb", "xauth", "dbus"];

/// Runs both; one that cannot be installed here is skipped with a warning.
pub fn run(options: &[String]) -> Result<Tally, Stop> {
    node::ready()?;
    node::install(&paths::root().join("tests/browser"))?;
    page::release()?;
    let mut tally = Tally::default();
    match firefox() {
        Some(firefox) => {
            let mut command = process::command("node", "tests/browser");
            command.args([node::PLAYWRIGHT, "test", "--config", "firefox.config.ts"]).args(options);
            tally += suites::count(command.env("FIREFOX_PATH", firefox), Runner::Playwright)?;
        }
        None => {
            tally +=
                skipped("Firefox", "the package firefox-esr of version 143 or newer, or set FIREFOX_PATH")
        }
    }
    match webkit() {
        Some(browser) => {
            let mut command = process::command("xvfb-run", "tests/browser");
            command.args(["-a", "dbus-run-session", "--", "node", node::PLAYWRIGHT, "test"]);
            command.args(["--config", "webkit.config.ts"]).args(options);
            // The sandbox needs namespaces that a container may not have; only our own page is opened.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("WEBKIT_BROWSER", browser);
            tally += suites::count(&mut command, Runner::Playwright)?;
        }
        None => tally += skipped("WebKit", &format!("the packages {}", WEBKIT.join(", "))),
    }
    Ok(tally)
}

fn skipped(browser: &str, advice: &str) -> Tally {
    say(format_args!("browsers: SKIPPED {browser}: install {advice}"));
    Tally::skipped()
}

/// The oldest Firefox whose WebDriver BiDi has all that Playwright calls.
const OLDEST_FIREFOX: u32 = 143;

/// Playwright drives an ordinary Firefox by WebDriver BiDi.
fn firefox() -> Option<PathBuf> {
    let named = env::var_os("FIREFOX_PATH").filter(|named| !named.is_empty()).map(PathBuf::from);
    let found = || {
        let all = ["firefox-esr", "firefox"].iter().filter_map(|name| process::find(name));
        all.into_iter().find(|program| is_new_enough(program))
    };
    named.or_else(found).or_else(|| apt::install(&["firefox-esr"]).then(found).flatten())
}

fn is_new_enough(firefox: &Path) -> bool {
    let printed = process::output(Command::new(firefox).arg("--version"));
    printed.as_deref().and_then(major).is_some_and(|major| major >= OLDEST_FIREFOX)
}

/// The 153 of `Mozilla Firefox 153.8.0esr`.
fn major(printed: &str) -> Option<u32> {
    printed.split_whitespace().last()?.split('.').next()?.parse().ok()
}

/// The browser that comes with WebKitGTK's driver, once everything that it needs is there.
fn webkit() -> Option<PathBuf> {
    let is_complete = || {
        ["WebKitWebDriver", "xvfb-run", "dbus-run-session"].iter().all(|name| process::find(name).is_some())
    };
    let is_ready = is_complete() || (apt::install(&WEBKIT) && is_complete());
    if !is_ready {
        return None;
    }
    let triplet = process::output(Command::new("gcc").arg("-dumpmachine")).unwrap_or_default();
    let folders = [format!("/usr/lib/{triplet}/webkit2gtk-4.1"), "/usr/libexec/webkit2gtk-4.1".to_owned()];
    folders.iter().map(|folder| Path::new(folder).join("MiniBrowser")).find(|program| program.is_file())
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_version_is_read_from_what_firefox_prints() {
        assert_eq!(major("Mozilla Firefox 153.8.0esr"), Some(153));
        assert_eq!(major("Mozilla Firefox 99.0"), Some(99));
        assert_eq!(major(""), None);
    }
}
