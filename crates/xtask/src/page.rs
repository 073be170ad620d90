//! Building the page.

use crate::npm;
use crate::process::{self, Stop, say};
use crate::tools::Trunk;

/// Set while the page is built for its tests: wasm-opt hands files on, and the custom element is the debug build.
pub const QUICK: &str = "RULEPAD_QUICK";

/// Builds the page for release into `dist`.
pub fn release() -> Result<(), Stop> {
    npm::build(npm::Build::Release)?;
    let trunk = Trunk::ready()?;
    say("building the page for release (about 10 minutes when nothing is built yet)");
    process::run(trunk.command().args(["build", "--release"]))
}

/// Builds the page into `dist` as for release, but with little optimization and without wasm-opt. It behaves like the
/// release build and is there in a fraction of the time.
pub fn quick() -> Result<(), Stop> {
    npm::build(npm::Build::Quick)?;
    let trunk = Trunk::ready()?;
    say("building the page for its tests (about 3 minutes when nothing is built yet)");
    let mut command = trunk.command();
    command.args(["build", "--release", "--cargo-profile", "quick"]).env(QUICK, "1");
    process::run(&mut command)
}
