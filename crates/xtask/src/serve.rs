//! `cargo xtask serve`: everything from a clean clone to a page that rebuilds on change.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::ExitCode;

use crate::npm;
use crate::process::{Stop, say};
use crate::tools::Trunk;

/// Sets up and becomes `trunk serve`; `arguments` go to Trunk.
pub fn run(arguments: &[String]) -> Result<ExitCode, Stop> {
    let trunk = Trunk::ready()?;
    let own_port =
        arguments.iter().any(|argument| argument.starts_with("--port") || argument.starts_with("-p"));
    if !own_port && TcpListener::bind(("127.0.0.1", 8080)).is_err() {
        return Err(Stop::new(
            "port 8080 is in use: stop what listens there, or choose another with `cargo xtask serve --port 8081`",
        ));
    }
    say("building the custom element, which the embedded view shows (2 minutes when nothing is built yet)");
    if let Err(stop) = npm::build(npm::Build::Debug) {
        say(format_args!("the page is served without its embedded view: {stop}"));
    }
    let place = if own_port { "" } else { " on http://127.0.0.1:8080" };
    say(format_args!("building the page (about a minute when nothing is built yet), then serving it{place}"));
    let error = trunk.command().arg("serve").args(arguments).exec();
    Err(Stop::new(format!("`trunk serve` cannot be started: {error}")))
}
