//! Building the page.

use crate::process::{self, Stop, say};
use crate::tools::Trunk;

/// Builds the page for release into `dist`.
pub fn release() -> Result<(), Stop> {
    let trunk = Trunk::ready()?;
    say("building the page for release (1 to 3 minutes when nothing is built yet)");
    process::run(trunk.command().args(["build", "--release"]))
}
