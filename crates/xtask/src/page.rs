//! Building the page and the JavaScript package.

use crate::paths;
use crate::process::{self, Stop, say};
use crate::tools::{self, Trunk};

/// Builds the page for release into `dist`.
pub fn release() -> Result<(), Stop> {
    let trunk = Trunk::ready()?;
    say("building the page for release (1 to 3 minutes when nothing is built yet)");
    process::run(trunk.command().args(["build", "--release"]))
}

/// Builds crates/js-api for Node and for the web, into `target/js-api/node` and `target/js-api/web`.
pub fn js_api() -> Result<(), Stop> {
    tools::add_target()?;
    let wasm_bindgen = tools::wasm_bindgen()?.join("wasm-bindgen");
    let package = ["--package", "rulepad-js-api", "--target", "wasm32-unknown-unknown"];
    process::run(process::cargo().arg("build").args(package))?;
    let built = paths::target().join("wasm32-unknown-unknown/debug/rulepad_js_api.wasm");
    let packages = paths::root().join("target/js-api");
    for (kind, directory) in [("nodejs", "node"), ("web", "web")] {
        process::run(
            process::command(&wasm_bindgen, "")
                .args(["--target", kind, "--out-name", "rulepad", "--out-dir"])
                .arg(packages.join(directory))
                .arg(&built),
        )?;
    }
    Ok(())
}
